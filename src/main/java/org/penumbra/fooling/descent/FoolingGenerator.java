package org.penumbra.fooling.descent;

import java.util.SplittableRandom;

/**
 * One fooling generator network: {@code x = sigmoid(W z + b)}, W of D x n, z random and fixed; an attack moves W and b. It
 * holds {@code u = W z + b} in their place, which {@link UpdateRule} shows to be exact.
 */
public final class FoolingGenerator {

    private final double[] u;
    private final double[] x;
    private final double[] gradient;
    private final UpdateRule.Movement movement;

    /**
     * A random generator of as many inputs as outputs.
     *
     * @param seed  the same seed draws the same generator
     * @param start how z, W and b are drawn
     */
    public FoolingGenerator(int dimensions, long seed, GeneratorStart start, UpdateRule rule) {
        GeneratorStart.Drawn drawn = start.draw(dimensions, new SplittableRandom(seed));
        u = drawn.u();
        x = new double[dimensions];
        gradient = new double[dimensions];
        movement = rule.begin(drawn.z(), dimensions);
    }

    /**
     * A given generator.
     *
     * @param z       n
     * @param weights W, D x n, row-major
     * @param biases  b, D
     */
    public FoolingGenerator(double[] z, double[] weights, double[] biases, UpdateRule rule) {
        u = biases.clone();
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < z.length; j++) {
                u[i] += weights[i * z.length + j] * z[j];
            }
        }
        x = new double[u.length];
        gradient = new double[u.length];
        movement = rule.begin(z, u.length);
    }

    /** Writes the present image, D numbers in [0, 1]. */
    public void draw(float[] target, int at) {
        for (int i = 0; i < u.length; i++) {
            x[i] = 1 / (1 + Math.exp(-u[i]));
            target[at + i] = (float) x[i];
        }
    }

    /**
     * One step down, from the image drawn last.
     *
     * @param pixelGradient dL/dx from index {@code at} on
     */
    public void step(float[] pixelGradient, int at) {
        for (int i = 0; i < u.length; i++) {
            gradient[i] = pixelGradient[at + i] * x[i] * (1 - x[i]);
        }
        movement.step(u, gradient);
    }
}
