package org.penumbra.fooling.victim;

import java.util.Arrays;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.net.ClassScores;
import org.penumbra.net.Evidence;

/** What a fitted detector says of a network's outputs, as an attack sees it: each input from its target class. */
final class FittedScores {

    private static final float[] NONE = {};

    private final Fitted fitted;
    private final ClassScores classes;
    private final int units;
    private final boolean ofScore;

    /**
     * @param classes k
     * @param omega   units a class
     */
    FittedScores(Fitted fitted, int classes, int omega) {
        this.fitted = fitted;
        this.classes = new ClassScores(classes, omega);
        units = classes * omega;
        ofScore = Threshold.of(fitted.about(), 1).ofScore();
    }

    Judgement emptyJudgement(int count, float[] gradients) {
        return Judgement.empty(count, gradients, ofScore);
    }

    Judgement emptyJudgement(int count) {
        return emptyJudgement(count, NONE);
    }

    /**
     * Judges some rows, Gamma left out.
     *
     * @param evidence  of rows {@code from} on, logits included
     * @param targets   of all rows
     * @param judgement receives it
     */
    void judge(Evidence evidence, int[] targets, int from, Judgement judgement) {
        Opinion opinion = fitted.judge(evidence);
        boolean errors = evidence.errors().length > 0;
        for (int i = 0; i < evidence.count(); i++) {
            int row = from + i;
            int target = targets[row];
            judgement.probabilities()[row] = Math.exp(classes.logScore(evidence.logits(), i * units, target));
            judgement.errors()[row] = errors ? evidence.errors()[i] : Double.NaN;
            judgement.take(row, opinion, i, target);
        }
    }

    /** What counts as fooled. */
    Threshold threshold(double tau) {
        return Threshold.of(fitted.about(), tau);
    }

    /** What a network said on the way to a gradient, with the inputs themselves where the detector looks at them. */
    Evidence complete(Evidence evidence, float[] inputs) {
        return fitted.needs().contains(Evidence.Part.INPUTS)
                ? evidence.withInputs(Arrays.copyOf(inputs, evidence.count() * evidence.dimensions()))
                : evidence;
    }

    /** Whether Gamma counts, so that it has to be computed where a score without it would do. */
    boolean wantsGamma() {
        return fitted.needs().contains(Evidence.Part.GAMMA);
    }

    /** The factor by which gamma changes the score of one input: Gamma, in [0, 1]. */
    double gammaFactor(Evidence withoutGamma, double gamma) {
        Opinion without = fitted.judge(withoutGamma);
        Opinion with = fitted.judge(withoutGamma.withGamma(new double[] {gamma}));
        int answer = without.answer(0);
        return Math.exp(with.logScore(0, answer) - without.logScore(0, answer));
    }
}
