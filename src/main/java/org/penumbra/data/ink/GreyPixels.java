package org.penumbra.data.ink;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * The pixels of a decoded picture as grey levels, on paper where they are transparent. Colours count by how bright they
 * look (luma of ITU-R BT.601).
 *
 * @param image any kind of picture
 */
record GreyPixels(BufferedImage image) {

    private static final float RED = 0.299f / 255;
    private static final float GREEN = 0.587f / 255;
    private static final float BLUE = 0.114f / 255;

    /** The picture; its levels may be so far from the truth. */
    Picture picture(String name, float unsure) {
        int width = image.getWidth();
        int height = image.getHeight();
        float[] grey = new float[width * height];
        float[] alpha = image.getColorModel().hasAlpha() ? new float[grey.length] : null;
        if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            greys(grey, alpha);
        } else {
            colours(grey, alpha);
        }
        float[] onPaper = alpha == null ? grey : new Transparency(width, grey, alpha).onPaper();
        return new Picture(name, width, height, onPaper, unsure);
    }

    /** The picture of coloured pixels: alpha, red, green, blue, a byte each, not premultiplied. */
    static Picture ofColours(String name, int width, int height, int[] argb) {
        float[] level = new float[argb.length];
        float[] alpha = new float[argb.length];
        for (int i = 0; i < argb.length; i++) {
            level[i] = luma(argb[i]);
            alpha[i] = alpha(argb[i]);
        }
        return new Picture(name, width, height, new Transparency(width, level, alpha).onPaper());
    }

    /** Levels as they are in the file: getRGB would take them for linear light, and brighten them. */
    private void greys(float[] grey, float[] alpha) {
        ColorModel model = image.getColorModel();
        samples(image.getRaster(), model.getComponentSize(0), grey);
        WritableRaster alphas = image.getAlphaRaster();
        if (alphas != null) {
            samples(alphas, model.getComponentSize(1), alpha);
        }
    }

    /** The first band, from 0 to 1. */
    private static void samples(Raster raster, int bits, float[] to) {
        int width = raster.getWidth();
        float perLevel = 1f / ((1 << bits) - 1);
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                to[y * width + x] = row[x] * perLevel;
            }
        }
    }

    private void colours(float[] grey, float[] alpha) {
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = alpha == null ? Transparency.onWhite(luma(row[x]), 1) : luma(row[x]);
                if (alpha != null) {
                    alpha[y * width + x] = alpha(row[x]);
                }
            }
        }
    }

    private static float luma(int argb) {
        return RED * (argb >> 16 & 0xFF) + GREEN * (argb >> 8 & 0xFF) + BLUE * (argb & 0xFF);
    }

    private static float alpha(int argb) {
        return (argb >>> 24) / 255f;
    }
}
