package org.penumbra.fooling;

import java.util.Arrays;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.fooling.victim.FoolingException;
import org.penumbra.fooling.victim.Judgement;
import org.penumbra.fooling.victim.Victim;

/** Keeps the record of one trial while it runs. */
final class TrialRecord {

    private final int number;
    private final int target;
    private Outcome outcome = Outcome.RUNNING;
    private int steps;
    private double score = Double.NaN;
    private double bestScore = Double.NaN;
    private double bestLogScore = Double.NEGATIVE_INFINITY;
    private double probability = Double.NaN;
    private double confidence = Double.NaN;
    private double error = Double.NaN;
    private final float[] image;

    TrialRecord(int number, int target, int dimensions) {
        this.number = number;
        this.target = target;
        image = new float[dimensions];
    }

    int number() {
        return number;
    }

    int target() {
        return target;
    }

    boolean running() {
        return outcome == Outcome.RUNNING;
    }

    /**
     * Takes over what the victim says of this trial's newest image.
     *
     * @param step   steps taken to it
     * @param row    of judgement and images
     * @param images row by row
     * @return the log-score, with Gamma in it where the score would reach tau without
     * @throws FoolingException when the score is NaN
     */
    double see(int step, Victim victim, Judgement judgement, float[] images, int row, double tau) {
        double logScore = judgement.logScores()[row];
        if (Double.isNaN(logScore)) {
            throw new FoolingException(
                    "trial " + number + " (target " + target + "): the victim's score is not a number at " + "step "
                            + step + "; its weights are damaged, or the learning rate is far too large");
        }
        double reached = judgement.score(row);
        if (reached >= tau) {
            double factor = victim.constantFactor(images, row);
            reached *= factor;
            logScore += Math.log(factor);
        }
        steps = step;
        score = reached;
        if (logScore > bestLogScore || Double.isNaN(bestScore)) {
            bestLogScore = logScore;
            bestScore = reached;
            probability = judgement.probabilities()[row];
            confidence = judgement.confidences()[row];
            error = judgement.errors()[row];
            System.arraycopy(images, row * image.length, image, 0, image.length);
        }
        if (reached >= tau) {
            outcome = Outcome.FOOLED;
        }
        return logScore;
    }

    /** It had its steps. */
    void fail() {
        outcome = Outcome.FAILED;
    }

    Trial trial() {
        return new Trial(
                number,
                target,
                outcome,
                steps,
                score,
                bestScore,
                probability,
                confidence,
                error,
                Arrays.copyOf(image, image.length));
    }
}
