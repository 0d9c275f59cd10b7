package org.penumbra.data.image;

import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.Fit;

/** Tells by images of 28 x 28 pixels whether they were cropped and centred as MNIST's digits were. */
final class ImageFit {

    private static final int LOOKED_AT = 1000;
    /** Share of the images that must look so; in MNIST all do. */
    private static final double MOST = 0.95;
    /** Pixels a side of the box MNIST shrinks digits to. */
    private static final int BOX = 20;
    /** How far from the middle a centre of mass may lie, pixels. */
    private static final double NEAR = 1;

    private ImageFit() {}

    /** {@link Fit#DIGIT} for images in MNIST's box about their centre of mass, otherwise {@link Fit#AS_IS}. */
    static Fit of(ImageSet images) {
        if (images.rows() != DigitImage.SIDE || images.columns() != DigitImage.SIDE || images.count() == 0) {
            return Fit.AS_IS;
        }
        int taken = Math.min(LOOKED_AT, images.count());
        int centred = 0;
        for (int i = 0; i < taken; i++) {
            centred += isCentred(images.image((int) ((long) i * images.count() / taken))) ? 1 : 0;
        }
        return centred >= MOST * taken ? Fit.DIGIT : Fit.AS_IS;
    }

    private static boolean isCentred(float[] image) {
        int side = DigitImage.SIDE;
        int left = side;
        int right = -1;
        int top = side;
        int bottom = -1;
        double mass = 0;
        double massX = 0;
        double massY = 0;
        for (int i = 0; i < image.length; i++) {
            if (image[i] > 0) {
                left = Math.min(left, i % side);
                right = Math.max(right, i % side);
                top = Math.min(top, i / side);
                bottom = Math.max(bottom, i / side);
                mass += image[i];
                massX += image[i] * (i % side);
                massY += image[i] * (i / side);
            }
        }
        double middle = side / 2.0;
        return mass > 0
                && right - left < BOX
                && bottom - top < BOX
                && Math.abs(massX / mass - middle) <= NEAR
                && Math.abs(massY / mass - middle) <= NEAR;
    }
}
