package org.penumbra.fooling.descent;

/** The fooling generator as it is defined, with every weight of W, in float64: what the engine's short form is held against. */
final class ExplicitGenerator {

    private static final double EPSILON = 1e-8;

    private final double[] z;
    private final double[][] weights;
    private final double[] biases;
    private final double[][] mean;
    private final double[][] variance;
    private int steps;

    /** @param weights W row by row, the bias at the end of each row */
    ExplicitGenerator(double[] z, double[][] weights, double[] biases) {
        this.z = z;
        this.weights = weights;
        this.biases = biases;
        mean = new double[biases.length][z.length + 1];
        variance = new double[biases.length][z.length + 1];
    }

    /** W z + b. */
    double[] sums() {
        double[] u = biases.clone();
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < z.length; j++) {
                u[i] += weights[i][j] * z[j];
            }
        }
        return u;
    }

    float[] image() {
        double[] u = sums();
        float[] image = new float[u.length];
        for (int i = 0; i < u.length; i++) {
            image[i] = (float) (1 / (1 + Math.exp(-u[i])));
        }
        return image;
    }

    /** dL/du from dL/dx. */
    double[] gradient(float[] pixels) {
        double[] u = sums();
        double[] gradient = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            double x = 1 / (1 + Math.exp(-u[i]));
            gradient[i] = pixels[i] * x * (1 - x);
        }
        return gradient;
    }

    void descend(double[] gradient, double rate) {
        for (int i = 0; i < biases.length; i++) {
            for (int j = 0; j < z.length; j++) {
                weights[i][j] -= rate * gradient[i] * z[j];
            }
            biases[i] -= rate * gradient[i];
        }
    }

    void adam(double[] gradient, double rate) {
        steps++;
        double correction1 = 1 - Math.pow(0.9, steps);
        double correction2 = 1 - Math.pow(0.999, steps);
        for (int i = 0; i < biases.length; i++) {
            for (int j = 0; j <= z.length; j++) {
                double g = gradient[i] * (j < z.length ? z[j] : 1);
                mean[i][j] = 0.9 * mean[i][j] + 0.1 * g;
                variance[i][j] = 0.999 * variance[i][j] + 0.001 * g * g;
                double move = rate * mean[i][j] / correction1 / (Math.sqrt(variance[i][j] / correction2) + EPSILON);
                if (j < z.length) {
                    weights[i][j] -= move;
                } else {
                    biases[i] -= move;
                }
            }
        }
    }
}
