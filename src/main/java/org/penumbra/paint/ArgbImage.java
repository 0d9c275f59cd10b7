package org.penumbra.paint;

/**
 * A picture in memory. The array belongs to the picture; nobody changes it afterwards.
 *
 * @param argb   width x height pixels, row by row from the upper left, each 0xAARRGGBB
 * @param width  pixels, at least 1
 * @param height pixels, at least 1
 */
public record ArgbImage(int[] argb, int width, int height) {

    public ArgbImage {
        if (width < 1 || height < 1 || argb.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "a picture of " + width + " x " + height + " cannot have " + argb.length + " pixels");
        }
    }

    /** The picture with every pixel drawn as a square of so many pixels, at least 1: cells keep their edges. */
    public ArgbImage scaled(int factor) {
        if (factor < 1 || (long) argb.length * factor * factor > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a picture of " + width + " x " + height + " cannot be drawn " + factor + " times as large");
        }
        int[] pixels = new int[argb.length * factor * factor];
        int wide = width * factor;
        for (int y = 0; y < height; y++) {
            int start = y * factor * wide;
            for (int x = 0; x < wide; x++) {
                pixels[start + x] = argb[y * width + x / factor];
            }
            for (int copy = 1; copy < factor; copy++) {
                System.arraycopy(pixels, start, pixels, start + copy * wide, wide);
            }
        }
        return new ArgbImage(pixels, wide, height * factor);
    }

    /** The pixel of a column and a row, 0xAARRGGBB. */
    public int pixel(int x, int y) {
        return argb[y * width + x];
    }
}
