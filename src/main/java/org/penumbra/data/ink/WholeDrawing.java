package org.penumbra.data.ink;

import java.util.List;

/** A drawing as a network sees it that was trained on whole pictures: what was drawn where, on a pad that is the picture. */
final class WholeDrawing {

    private static final int SIDE = DigitImage.SIDE;
    /** Pixels of the raster in a pixel of the image, each way. */
    private static final int FINE = 3;

    private WholeDrawing() {}

    /**
     * The whole pad, light ink on black.
     *
     * @param strokes    in units of the pad, y downwards; may be none
     * @param brushWidth of all of them, above 0
     * @param pad        units a side
     * @return 784 pixels, 0 to 1
     */
    static float[] of(List<Stroke> strokes, double brushWidth, double pad) {
        InkCanvas canvas = new InkCanvas(SIDE * FINE, SIDE * FINE);
        float scale = (float) (SIDE * FINE / pad);
        StrokesInk.draw(canvas, strokes, brushWidth / 2, scale, 0, 0);
        float[] fine = canvas.ink().amount();
        float[] pixels = new float[SIDE * SIDE];
        for (int i = 0; i < fine.length; i++) {
            int row = i / (SIDE * FINE) / FINE;
            int column = i % (SIDE * FINE) / FINE;
            pixels[row * SIDE + column] += fine[i] / (FINE * FINE);
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.min(1, pixels[i]);
        }
        return pixels;
    }
}
