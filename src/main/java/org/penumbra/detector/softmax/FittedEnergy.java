package org.penumbra.detector.softmax;

import org.penumbra.detector.Conformal;
import org.penumbra.detector.EvidenceException;
import org.penumbra.detector.FittedBy;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.detector.SmoothShare;
import org.penumbra.net.ClassScores;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputObjective;

/**
 * The energy score with the scores of held-out inputs: {@code s_c = p_c * acceptance}.
 *
 * @param detector   it was fitted by
 * @param dimensions D, numbers an input
 * @param classes    k
 * @param omega      units a class; the score is over all units
 * @param known      scores of held-out inputs
 */
record FittedEnergy(Energy detector, int dimensions, int classes, int omega, Conformal known) implements FittedBy {

    /** The score of each input. */
    static double[] scores(Evidence evidence, double temperature) {
        Tempered tempered = new Tempered(temperature);
        double[] scores = new double[evidence.count()];
        for (int row = 0; row < scores.length; row++) {
            int units = evidence.logits().length / scores.length;
            scores[row] = tempered.energyScore(TemperedOutputs.row(evidence.logits(), row * units, units));
        }
        return scores;
    }

    @Override
    public Opinion judge(Evidence evidence) {
        EvidenceException.requireLogits(about(), evidence, classes, omega);
        double[] scores = scores(evidence, detector.temperature());
        return Opinion.ofOutputs(evidence, omega, known.shares(scores), scores);
    }

    @Override
    public FittedForm form() {
        return known.addTo(FittedForm.of(about(), dimensions, classes, omega));
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        double score = scores(evidence.row(row), detector.temperature())[0];
        return new Reason.Energy(score, known.share(score));
    }

    @Override
    public boolean hasGradient() {
        return true;
    }

    /**
     * {@code -ln p_t - ln a(score)} with the smooth stand-in a of the acceptance that {@link SmoothShare} is. The slope of the
     * score at a logit is its probability at temperature T.
     */
    @Override
    public InputObjective objective(int[] targets) {
        ClassScores outputs = new ClassScores(classes, omega);
        SmoothShare smooth = SmoothShare.of(known);
        Tempered tempered = new Tempered(detector.temperature());
        int units = classes * omega;
        return (row, logits, at, error, gradient) -> {
            outputs.negativeLogScoreGradient(logits, at, targets[row], gradient);
            double[] values = TemperedOutputs.row(logits, at, units);
            double[] probabilities = tempered.probabilities(values);
            double slope = smooth.logSlope(tempered.energyScore(values));
            for (int unit = 0; unit < units; unit++) {
                gradient[at + unit] -= (float) (slope * probabilities[unit]);
            }
            return 0;
        };
    }
}
