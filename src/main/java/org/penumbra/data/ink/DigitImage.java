package org.penumbra.data.ink;

import java.util.List;

/**
 * A digit as the networks see it: {@link #SIDE} x {@link #SIDE} pixels, made from a drawing or a picture the way MNIST
 * was made. The ink is cropped to its bounding box and shrunk to 20 pixels on its longer side; every new pixel is the
 * average of what it covers. Then it is moved by whole pixels until its centre of mass is within half a pixel of pixel
 * (14, 14), as far as it stays inside. The darkest ink becomes 1.
 *
 * @param pixels from 0 (background) to 1 (ink), row by row from the top; not copied
 */
public record DigitImage(float[] pixels) {

    /** Pixels a side. */
    public static final int SIDE = DigitBox.FRAME;

    public DigitImage {
        if (pixels.length != SIDE * SIDE) {
            throw new IllegalArgumentException(
                    "digit image: expected " + SIDE * SIDE + " pixels, but got " + pixels.length);
        }
    }

    /**
     * The digit on a picture, dark on light or light on dark. A picture of 560 x 560 pixels takes about a
     * millisecond.
     *
     * @throws PictureException when the picture is blank
     */
    public static DigitImage of(Picture picture) {
        Ink ink = picture.ink();
        float[] amount = ink.amount();
        int top = firstRow(ink);
        int bottom = lastRow(ink);
        int left = ink.width();
        int right = -1;
        for (int row = top; row <= bottom; row++) {
            int from = row * ink.width();
            for (int column = 0; column < left; column++) {
                if (amount[from + column] > 0) {
                    left = column;
                }
            }
            for (int column = ink.width() - 1; column > right; column--) {
                if (amount[from + column] > 0) {
                    right = column;
                }
            }
        }
        return new DigitImage(DigitBox.place(ink, left, top, right, bottom));
    }

    /**
     * The digit drawn by these strokes with a round brush. Takes a fraction of a millisecond, however large the
     * canvas is.
     *
     * @param brushWidth canvas units, above 0
     * @throws PictureException when there are no strokes, or all of them were erased
     */
    public static DigitImage of(List<Stroke> strokes, double brushWidth) {
        if (!(brushWidth > 0) || !Double.isFinite(brushWidth)) {
            throw new IllegalArgumentException("brush width: expected a number above 0, but got " + brushWidth);
        }
        return of(StrokesInk.of(strokes, brushWidth / 2).orElseThrow(() -> PictureException.blank("the drawing")));
    }

    /**
     * A picture of {@link #SIDE} x {@link #SIDE} pixels taken as it is, light ink on a black background: an image of
     * MNIST or Fashion-MNIST saved as a picture.
     *
     * @throws PictureException when it has another size
     */
    public static DigitImage asIs(Picture picture) {
        if (picture.width() != SIDE || picture.height() != SIDE) {
            throw new PictureException(picture.name() + ": expected " + SIDE + " x " + SIDE + " pixels, but it has "
                    + picture.width() + " x " + picture.height() + ". Give one of that size, or have it cropped and "
                    + "shrunk.");
        }
        return new DigitImage(picture.grey());
    }

    /**
     * What a picture most likely means: light ink on dark of {@link #SIDE} x {@link #SIDE} pixels is taken as it is, any
     * other is cropped and shrunk.
     *
     * @throws PictureException when the picture is blank
     */
    public static DigitImage ofAny(Picture picture) {
        DigitImage shrunk = of(picture);
        return picture.width() == SIDE && picture.height() == SIDE && picture.isOnDark() ? asIs(picture) : shrunk;
    }

    /** All of a raster that is cropped to its ink. */
    public static DigitImage of(Ink ink) {
        return new DigitImage(DigitBox.place(ink, 0, 0, ink.width() - 1, ink.height() - 1));
    }

    private static int firstRow(Ink ink) {
        int pixel = 0;
        while (ink.amount()[pixel] == 0) {
            pixel++;
        }
        return pixel / ink.width();
    }

    private static int lastRow(Ink ink) {
        int pixel = ink.amount().length - 1;
        while (ink.amount()[pixel] == 0) {
            pixel--;
        }
        return pixel / ink.width();
    }
}
