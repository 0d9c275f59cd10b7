package org.penumbra.data.ink;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * The pixels of a decoded picture as grey levels, on white paper where they are transparent. Colours count by how
 * bright they look (luma of ITU-R BT.601).
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
        if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            greys(grey);
        } else {
            colours(grey);
        }
        return new Picture(name, width, height, grey, unsure);
    }

    /** Levels as they are in the file: getRGB would take them for linear light, and brighten them. */
    private void greys(float[] grey) {
        ColorModel model = image.getColorModel();
        Raster levels = image.getRaster();
        WritableRaster alphas = image.getAlphaRaster();
        int width = image.getWidth();
        float perLevel = 1f / ((1 << model.getComponentSize(0)) - 1);
        float perAlpha = alphas == null ? 0 : 1f / ((1 << model.getComponentSize(1)) - 1);
        int[] row = new int[width];
        int[] alpha = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            levels.getSamples(0, y, width, 1, 0, row);
            if (alphas != null) {
                alphas.getSamples(0, y, width, 1, 0, alpha);
            }
            for (int x = 0; x < width; x++) {
                float level = row[x] * perLevel;
                grey[y * width + x] = alphas == null ? level : onWhite(level, alpha[x] * perAlpha);
            }
        }
    }

    private void colours(float[] grey) {
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = level(row[x]);
            }
        }
    }

    /** How bright a colour looks on white paper, 0 to 1; alpha, red, green, blue, not premultiplied. */
    static float level(int argb) {
        float luma = RED * (argb >> 16 & 0xFF) + GREEN * (argb >> 8 & 0xFF) + BLUE * (argb & 0xFF);
        return onWhite(luma, (argb >>> 24) / 255f);
    }

    private static float onWhite(float level, float alpha) {
        return 1 - alpha * (1 - level);
    }
}
