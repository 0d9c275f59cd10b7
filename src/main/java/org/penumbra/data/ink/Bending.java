package org.penumbra.data.ink;

import org.penumbra.data.Chance;

/**
 * What makes two people's digits differ as a whole: proportions, slant, turn, and a smooth bending of the paper. All
 * in shape units, y downwards from 0 to 100.
 */
final class Bending {

    private static final int WAVES = 3;
    private static final double MIDDLE = 50;
    /** Deviation of how far a wave moves a point, shape units. */
    private static final double WAVE = 4.8;

    private final double lowerHalf;
    private final double widening;
    private final double bow;
    private final double aspect;
    private final double slant;
    private final double turn;
    /** For each: how far it moves, how fast it rises along x and y, where it starts. The first half move x. */
    private final double[] waves = new double[8 * WAVES];

    /** Draws a bending. */
    Bending(Chance chance) {
        lowerHalf = chance.bell(0.15);
        widening = chance.bell(0.22);
        bow = chance.bell(3);
        aspect = chance.factor(0.2);
        slant = 0.12 + chance.bell(0.24);
        turn = chance.bell(0.05);
        double strength = WAVE * chance.between(0.2, 1.2);
        for (int i = 0; i < waves.length; i += 4) {
            waves[i] = chance.bell(strength);
            waves[i + 1] = chance.bell(0.034);
            waves[i + 2] = chance.bell(0.034);
            waves[i + 3] = chance.between(0, 2 * StrictMath.PI);
        }
    }

    /** Moves points. */
    void apply(float[] x, float[] y) {
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        for (int i = 0; i < x.length; i++) {
            double moved = x[i] + wave(x[i], y[i], 0) - MIDDLE;
            double down = (y[i] + wave(x[i], y[i], 4 * WAVES) - MIDDLE) / MIDDLE;
            // What lies above or below the paper keeps its place: a parabola would fold it back.
            double inside = Math.max(0, 1 - down * down);
            double tall = MIDDLE * (down + lowerHalf * inside);
            double wide = aspect * (moved * (1 + widening * down) + bow * inside) - slant * tall;
            x[i] = (float) (wide * cos - tall * sin);
            y[i] = (float) (wide * sin + tall * cos);
        }
    }

    private double wave(double x, double y, int from) {
        double sum = 0;
        for (int i = from; i < from + 4 * WAVES; i += 4) {
            sum += waves[i] * StrictMath.sin(waves[i + 1] * x + waves[i + 2] * y + waves[i + 3]);
        }
        return sum;
    }
}
