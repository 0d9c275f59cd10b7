package org.penumbra.detector.softmax;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penumbra.confidence.Verdict;
import org.penumbra.detector.Description;
import org.penumbra.detector.EvidenceException;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputObjective;

/**
 * The classifier's outputs at a temperature that was found: {@code p_c} of the logits divided by T; with omega units a class
 * COOL's product of them. The acceptance is the highest of them, the ranking its log-odds.
 *
 * @param dimensions  D, numbers an input
 * @param classes     k
 * @param omega       units a class, at least 1
 * @param temperature T
 */
public record TemperedOutputs(int dimensions, int classes, int omega, double temperature) implements Fitted {

    public TemperedOutputs {
        Temperature.RANGE.require(Temperature.ID, temperature);
    }

    @Override
    public Description about() {
        return Temperature.describe(List.of(new Description.Setting(
                Temperature.ID,
                "T",
                "makes the outputs less sure; it was found on inputs held out",
                Temperature.RANGE,
                Description.Scale.LOGARITHMIC,
                temperature)));
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.LOGITS);
    }

    @Override
    public Opinion judge(Evidence evidence) {
        EvidenceException.requireLogits(about(), evidence, classes, omega);
        Opinion opinion = Opinion.empty(evidence.count(), classes);
        Tempered tempered = new Tempered(temperature);
        for (int row = 0; row < evidence.count(); row++) {
            double[] logits = row(evidence.logits(), row * classes * omega, classes * omega);
            double[] logs = tempered.logProbabilities(logits);
            for (int unit = 0; unit < logs.length; unit++) {
                opinion.logScores()[row * classes + unit / omega] += Math.log(omega) + logs[unit];
            }
            double highest = opinion.logScore(row, opinion.answer(row));
            opinion.factors()[row] = 1;
            // The products of COOL may exceed 1 by a little, which is as sure as it gets; they have no odds.
            opinion.acceptance()[row] = Math.min(1, Math.exp(highest));
            opinion.ranking()[row] = omega == 1 && classes > 1 ? tempered.logOdds(logits) : highest;
        }
        return opinion;
    }

    /** A row of logits in double precision. */
    static double[] row(float[] logits, int at, int units) {
        double[] row = new double[units];
        for (int unit = 0; unit < units; unit++) {
            row[unit] = logits[at + unit];
        }
        return row;
    }

    @Override
    public FittedForm form() {
        return FittedForm.of(about(), dimensions, classes, omega);
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        return new Reason.Outputs(judge(evidence.row(row)).acceptance()[0]);
    }

    @Override
    public boolean hasGradient() {
        return true;
    }

    /** The slope at a unit is {@code (omega p - 1) / T} in the target's class, elsewhere {@code omega p / T}. */
    @Override
    public InputObjective objective(int[] targets) {
        Tempered tempered = new Tempered(temperature);
        int units = classes * omega;
        return (row, logits, at, error, gradient) -> {
            double[] probabilities = tempered.probabilities(row(logits, at, units));
            for (int unit = 0; unit < units; unit++) {
                double wanted = unit / omega == targets[row] ? 1 : 0;
                gradient[at + unit] = (float) ((omega * probabilities[unit] - wanted) / temperature);
            }
            return 0;
        };
    }

    /** The score is the probability itself: there is no other factor. */
    @Override
    public Verdict verdict(Evidence evidence, int row, double tau) {
        Opinion opinion = judge(evidence.row(row));
        double acceptance = opinion.acceptance()[0];
        return new Verdict(opinion.answer(0), acceptance, tau, acceptance, 1, 1);
    }
}
