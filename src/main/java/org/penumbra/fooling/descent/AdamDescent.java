package org.penumbra.fooling.descent;

/**
 * Adam on W and b (Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1 with its defaults 0.9,
 * 0.999, 1e-8), without W.
 *
 * <p>The running means of row i are {@code m_ij = m_i z_j} and {@code v_ij = v_i z_j^2}, with m_i and v_i those of g_i. So
 * with {@code s = sqrt(v_i)}, both corrected for their bias, u_i moves by
 * {@code -rate * m_i * (sum_j z_j^2 / (s |z_j| + eps) + 1 / (s + eps))}. The sum is {@code sum_j |z_j| / s} but for eps.
 * Where s is at least 1e-5 it is taken to first order in eps, within 2e-5 of itself for z as a {@link GeneratorStart} draws
 * it; below, term by term.
 *
 * @param learningRate above 0
 */
public record AdamDescent(double learningRate) implements UpdateRule {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double TERM_BY_TERM = 1e-5;

    public AdamDescent {
        UpdateRule.checked(learningRate);
    }

    @Override
    public Movement begin(double[] z, int dimensions) {
        return new State(learningRate, z.clone(), dimensions);
    }

    private static final class State implements Movement {

        private final double learningRate;
        private final double[] z;
        private final double[] mean;
        private final double[] variance;
        private double absolute;
        private int notZero;
        private double power1 = 1;
        private double power2 = 1;

        State(double learningRate, double[] z, int dimensions) {
            this.learningRate = learningRate;
            this.z = z;
            mean = new double[dimensions];
            variance = new double[dimensions];
            for (double number : z) {
                absolute += Math.abs(number);
                notZero += number == 0 ? 0 : 1;
            }
        }

        @Override
        public void step(double[] u, double[] gradient) {
            power1 *= BETA1;
            power2 *= BETA2;
            for (int i = 0; i < u.length; i++) {
                double g = gradient[i];
                mean[i] = BETA1 * mean[i] + (1 - BETA1) * g;
                variance[i] = BETA2 * variance[i] + (1 - BETA2) * g * g;
                if (mean[i] != 0) {
                    double s = Math.sqrt(variance[i] / (1 - power2));
                    u[i] -= learningRate * mean[i] / (1 - power1) * reach(s);
                }
            }
        }

        /** How far a row of W and its bias carry u for each unit of m: the bracket in the Javadoc above. */
        private double reach(double s) {
            double bias = 1 / (s + EPSILON);
            if (s >= TERM_BY_TERM) {
                return bias + (absolute - notZero * EPSILON / s) / s;
            }
            double sum = 0;
            for (double number : z) {
                sum += number * number / (s * Math.abs(number) + EPSILON);
            }
            return bias + sum;
        }
    }
}
