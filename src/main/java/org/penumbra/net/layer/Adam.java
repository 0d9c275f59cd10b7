package org.penumbra.net.layer;

/**
 * Adam with bias correction: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1 with its
 * defaults (0.9, 0.999, 1e-8).
 */
public final class Adam {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final float EPSILON = 1e-8f;

    private final float[] mean;
    private final float[] variance;
    private long steps;

    /** @param count how many parameters */
    public Adam(int count) {
        mean = new float[count];
        variance = new float[count];
    }

    /** Steps taken. */
    public long steps() {
        return steps;
    }

    /** Running means of the gradient; live. */
    public float[] mean() {
        return mean;
    }

    /** Running means of the squared gradient; live. */
    public float[] variance() {
        return variance;
    }

    /** Goes on where another run stood, whose means were copied into {@link #mean} and {@link #variance}. */
    public void resume(long stepsTaken) {
        steps = stepsTaken;
    }

    /**
     * One step down the gradient.
     *
     * @param parameters   changed in place
     * @param gradient     dL/d parameters
     * @param learningRate positive
     */
    public void step(float[] parameters, float[] gradient, double learningRate) {
        begin();
        step(parameters, gradient, learningRate, 0, parameters.length);
    }

    /** Counts a step that is taken range by range. */
    public void begin() {
        steps++;
    }

    /**
     * The part of a step that concerns the parameters {@code from} (included) to {@code to} (excluded); threads may take
     * different ranges at once.
     */
    public void step(float[] parameters, float[] gradient, double learningRate, int from, int to) {
        float rate = (float) (learningRate / (1 - Math.pow(BETA1, steps)));
        float correction = (float) (1 / (1 - Math.pow(BETA2, steps)));
        float b1 = (float) BETA1;
        float b2 = (float) BETA2;
        float[] m = mean;
        float[] v = variance;
        for (int i = from; i < to; i++) {
            float g = gradient[i];
            float mi = b1 * m[i] + (1f - b1) * g;
            float vi = b2 * v[i] + (1f - b2) * g * g;
            m[i] = mi;
            v[i] = vi;
            parameters[i] -= rate * mi / ((float) Math.sqrt(vi * correction) + EPSILON);
        }
    }
}
