package org.penumbra.net;

/**
 * The derivative of {@code e = ||r(x) - x||_2}. It reaches x on two ways: {@code J' (r - x)/e} through the network, and
 * {@code -(r - x)/e} directly. Where e is 0 it has a kink, and the slope taken is 0.
 */
public final class ErrorSlope {

    private ErrorSlope() {}

    /** {@code ||r - x||} of one row, summed in double precision. */
    public static double error(float[] r, int atR, float[] x, int atX, int dimensions) {
        double sum = 0;
        for (int i = 0; i < dimensions; i++) {
            double difference = (double) r[atR + i] - x[atX + i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /** Leaves {@code slope * (r - x)/e}, the gradient at r, where r lies in its own array. */
    public static void throughNetwork(
            double slope, double error, float[] r, int atR, float[] x, int atX, int dimensions, float[] gradient) {
        float scale = error > 0 ? (float) (slope / error) : 0;
        for (int i = 0; i < dimensions; i++) {
            gradient[atR + i] = scale * (r[atR + i] - x[atX + i]);
        }
    }

    /** Adds the direct way: takes what {@link #throughNetwork} left for some rows from the gradient at x. */
    public static void addDirectWay(float[] throughNetwork, float[] gradient, int at, int numbers) {
        for (int i = 0; i < numbers; i++) {
            gradient[at + i] -= throughNetwork[i];
        }
    }
}
