package org.penumbra.data.image;

import java.util.SplittableRandom;
import org.penumbra.data.ink.GaussianBlur;

/**
 * White noise blurred, standardised and put through a sigmoid. How far it is blurred tells the size of the islands, the
 * sigmoid's gain how hard their coasts are, its bias how much land there is.
 */
final class ClutterField {

    private ClutterField() {}

    /** One of them, {@code side * side} pixels from 0 to 1. */
    static float[] draw(int side, SplittableRandom random) {
        float[] noise = new float[side * side];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        double deviation = (0.7 + 5 * random.nextDouble()) * Clutter.unit(side);
        float[] field = new GaussianBlur(side, deviation).of(noise);
        standardise(field);
        double gain = Math.exp(0.5 + 3 * random.nextDouble());
        double bias = -1 + 1.2 * random.nextGaussian();
        for (int i = 0; i < field.length; i++) {
            field[i] = (float) (1 / (1 + Math.exp(-gain * (field[i] + bias))));
        }
        return field;
    }

    /** Gives the values mean 0 and deviation 1; where all are alike, as in a single pixel, mean 0 alone. */
    private static void standardise(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value;
        }
        mean /= values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length);
        double scale = deviation > 0 ? 1 / deviation : 1;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((values[i] - mean) * scale);
        }
    }
}
