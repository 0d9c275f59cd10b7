package org.penumbra.detector;

import java.util.EnumSet;
import java.util.Set;
import org.penumbra.confidence.Verdict;
import org.penumbra.net.ClassScores;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputObjective;

/**
 * The classifier's outputs as they are: the softmax, or with omega units a class COOL's product. The acceptance is the
 * highest of them.
 *
 * @param about   whose they are
 * @param classes k
 * @param omega   units a class, at least 1
 */
public record OutputScores(Description about, int classes, int omega) implements Fitted {

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.LOGITS);
    }

    @Override
    public Opinion judge(Evidence evidence) {
        Opinion opinion = Opinion.empty(evidence.count(), classes);
        ClassScores scores = new ClassScores(classes, omega);
        for (int row = 0; row < evidence.count(); row++) {
            scores.logScores(evidence.logits(), row * classes * omega, opinion.logScores(), row * classes);
            double highest = opinion.logScore(row, opinion.answer(row));
            opinion.factors()[row] = 1;
            opinion.ranking()[row] = omega == 1 ? scores.logHighest(evidence.logits(), row * classes) : highest;
            // The products of COOL may exceed 1 by a little, which is as sure as it gets.
            opinion.acceptance()[row] = Math.min(1, Math.exp(highest));
        }
        return opinion;
    }

    @Override
    public FittedForm form() {
        // The number of inputs is of no account to it.
        return FittedForm.of(about, 1, classes, omega);
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        return new Reason.Outputs(judge(evidence.row(row)).acceptance()[0]);
    }

    @Override
    public boolean hasGradient() {
        return true;
    }

    @Override
    public InputObjective objective(int[] targets) {
        ClassScores scores = new ClassScores(classes, omega);
        return (row, logits, at, error, gradient) -> {
            scores.negativeLogScoreGradient(logits, at, targets[row], gradient);
            return 0;
        };
    }

    /** As the network rounds its scores to single precision, so does the verdict: it says what files of answers hold. */
    @Override
    public Verdict verdict(Evidence evidence, int row, double tau) {
        int best = evidence.answer(row);
        double score = evidence.scores()[row * classes + best];
        return new Verdict(best, score, tau, score, 1, 1);
    }
}
