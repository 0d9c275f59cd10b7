package org.penumbra.fooling.victim;

/**
 * Who is to be fooled: a model or a detector that gives an input a score for every class. It may keep native memory,
 * which whoever made it frees; attacks only use it, from one thread.
 */
public interface Victim extends AutoCloseable {

    /** D, numbers an input. */
    int dimensions();

    /** k, classes that can be targets. */
    int classes();

    /** Whether {@link #judgeWithGradient} can be asked, so that an attack by gradient is possible. */
    boolean hasGradient();

    /**
     * What counts as fooled. The paper's, unless the victim's acceptance has a scale of its own.
     *
     * @param tau of the attack, for scores that lie on the scale of the classifier's outputs
     */
    default Threshold threshold(double tau) {
        return Threshold.ofScore(tau);
    }

    /**
     * The scores of some inputs.
     *
     * @param inputs  count x D, row-major
     * @param targets count, the class each is judged for, 0 to k - 1
     * @param count   at least 0; memory beyond the result must not grow with it
     */
    Judgement judge(float[] inputs, int[] targets, int count);

    /**
     * {@link #judge}, and the gradient at the inputs of minus the log-score.
     *
     * @throws FoolingException if this victim has none
     */
    default Judgement judgeWithGradient(float[] inputs, int[] targets, int count) {
        throw new FoolingException("this victim has no gradient; attack it by evolution");
    }

    /**
     * A factor of the score that {@link #judge} leaves out, as it takes long and the gradient treats it as a constant:
     * Gamma where the detector counts it, otherwise 1. An attack asks for it only where the score without it reaches tau, since
     * it can only lower a score.
     *
     * @param inputs the input starts at {@code row * D}
     * @return in [0, 1]
     */
    default double constantFactor(float[] inputs, int row) {
        return 1;
    }

    @Override
    void close();
}
