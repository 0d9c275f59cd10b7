package org.penumbra.data.ink;

import java.util.SplittableRandom;
import org.penumbra.data.Seeds;

/**
 * Something done to an image as the networks see it, 28 x 28 pixels row by row from the top, 0 (background) to 1 (ink).
 * What comes out is such an image again, in an array of its own.
 */
public sealed interface ImageChange {

    /**
     * Changes an image.
     *
     * @param image 784 pixels, 0 to 1; left as it is
     * @return 784 pixels, 0 to 1
     */
    float[] apply(float[] image);

    /**
     * A mixture with another image: (1 - share) image + share other, pixel by pixel.
     *
     * @param other 784 pixels, 0 to 1; not copied
     * @param share of the other one, 0 to 1
     */
    record Blend(float[] other, double share) implements ImageChange {

        public Blend {
            check(other);
            within("share of the other image", share, 0, 1);
        }

        @Override
        public float[] apply(float[] image) {
            check(image);
            float[] mixed = new float[PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                mixed[i] = clipped((1 - share) * image[i] + share * other[i]);
            }
            return mixed;
        }
    }

    /** A side of the image that is blanked: the 14 rows or columns there become background. */
    enum Half {
        LEFT,
        RIGHT,
        TOP,
        BOTTOM;

        private boolean holds(int row, int column) {
            return switch (this) {
                case LEFT -> column < SIDE / 2;
                case RIGHT -> column >= SIDE / 2;
                case TOP -> row < SIDE / 2;
                case BOTTOM -> row >= SIDE / 2;
            };
        }
    }

    /** One half becomes background. */
    record BlankHalf(Half half) implements ImageChange {

        @Override
        public float[] apply(float[] image) {
            check(image);
            float[] rest = image.clone();
            for (int i = 0; i < PIXELS; i++) {
                if (half.holds(i / SIDE, i % SIDE)) {
                    rest[i] = 0;
                }
            }
            return rest;
        }
    }

    /**
     * A turn about the centre of the image, which lies between its middle four pixels. Every pixel is interpolated
     * bilinearly between the four it comes from; beyond the image is background.
     *
     * @param degrees clockwise as seen, any finite number
     */
    record Rotation(double degrees) implements ImageChange {

        public Rotation {
            within("rotation in degrees", degrees, -Double.MAX_VALUE, Double.MAX_VALUE);
        }

        @Override
        public float[] apply(float[] image) {
            check(image);
            double cos = Math.cos(Math.toRadians(degrees));
            double sin = Math.sin(Math.toRadians(degrees));
            double centre = (SIDE - 1) / 2.0;
            float[] turned = new float[PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                double x = i % SIDE - centre;
                double y = i / SIDE - centre;
                turned[i] = clipped(between(image, centre + cos * x + sin * y, centre - sin * x + cos * y));
            }
            return turned;
        }

        private static double between(float[] image, double x, double y) {
            int left = (int) Math.floor(x);
            int top = (int) Math.floor(y);
            double right = x - left;
            double down = y - top;
            return (1 - down) * ((1 - right) * at(image, left, top) + right * at(image, left + 1, top))
                    + down * ((1 - right) * at(image, left, top + 1) + right * at(image, left + 1, top + 1));
        }

        private static float at(float[] image, int x, int y) {
            return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : image[y * SIDE + x];
        }
    }

    /** Ink becomes background and background ink: 1 - image. */
    record Inversion() implements ImageChange {

        @Override
        public float[] apply(float[] image) {
            check(image);
            float[] turned = new float[PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                turned[i] = clipped(1.0 - image[i]);
            }
            return turned;
        }
    }

    /**
     * Noise added to every pixel on its own, even from -strength to strength; what leaves 0 to 1 is clipped.
     *
     * @param strength 0 to 1
     * @param seed     the same seed adds the same noise; it grows with the strength and keeps its pattern
     */
    record AddedNoise(double strength, long seed) implements ImageChange {

        public AddedNoise {
            within("strength of the noise", strength, 0, 1);
        }

        @Override
        public float[] apply(float[] image) {
            check(image);
            SplittableRandom random = new SplittableRandom(new Seeds(seed).noise());
            float[] noisy = new float[PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                noisy[i] = clipped(image[i] + strength * (2 * random.nextDouble() - 1));
            }
            return noisy;
        }
    }

    /**
     * Nothing but noise in place of the image: every pixel on its own, even from 0 to the strength.
     *
     * @param strength 0 to 1
     * @param seed     the same seed gives the same noise
     */
    record OnlyNoise(double strength, long seed) implements ImageChange {

        public OnlyNoise {
            within("strength of the noise", strength, 0, 1);
        }

        @Override
        public float[] apply(float[] image) {
            check(image);
            SplittableRandom random = new SplittableRandom(new Seeds(seed).noise());
            float[] noise = new float[PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                noise[i] = (float) (strength * random.nextDouble());
            }
            return noise;
        }
    }

    /** Pixels a side. */
    int SIDE = DigitImage.SIDE;
    /** Pixels an image. */
    int PIXELS = SIDE * SIDE;

    private static void check(float[] image) {
        if (image.length != PIXELS) {
            throw new IllegalArgumentException("image: expected " + PIXELS + " pixels, but got " + image.length);
        }
    }

    private static void within(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(what + ": expected "
                    + (most == Double.MAX_VALUE ? "a finite number" : least + " to " + most) + ", but got " + value);
        }
    }

    private static float clipped(double value) {
        return (float) Math.max(0, Math.min(1, value));
    }
}
