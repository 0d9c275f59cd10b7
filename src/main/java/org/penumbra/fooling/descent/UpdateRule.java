package org.penumbra.fooling.descent;

/**
 * A rule by which gradient descent moves the weights W and biases b of a fooling generator {@code x = sigmoid(W z + b)},
 * written as what it does to {@code u = W z + b}.
 *
 * <p>That is enough, since z is fixed: the loss knows W and b through u only, with {@code dL/dW_ij = g_i z_j} and
 * {@code dL/db_i = g_i}, where {@code g = dL/du}. So whatever an element-wise rule keeps for row i of W follows from what
 * it keeps for {@code g_i} and from z: D numbers in place of D x D. A rule of another kind fits as long as its effect on u
 * can be computed from z and the gradients g.
 *
 * <p>A new rule is one class: this interface and its {@link Movement}.
 */
public interface UpdateRule {

    /** One trial's state under a rule. */
    @FunctionalInterface
    interface Movement {

        /**
         * One step.
         *
         * @param u        D, W z + b; changed in place
         * @param gradient D, dL/du; not changed
         */
        void step(double[] u, double[] gradient);
    }

    /** How large a step is; above 0. */
    double learningRate();

    /**
     * Begins a trial.
     *
     * @param z          the generator's fixed input; empty for a generator of biases alone, that is, when the input of the
     *                   victim is moved itself
     * @param dimensions D, numbers in u
     */
    Movement begin(double[] z, int dimensions);

    /** Refuses a learning rate that is no rate. */
    static double checked(double learningRate) {
        if (!(learningRate > 0) || !Double.isFinite(learningRate)) {
            throw new IllegalArgumentException(
                    "learning rate: expected a finite number above 0, but got " + learningRate);
        }
        return learningRate;
    }
}
