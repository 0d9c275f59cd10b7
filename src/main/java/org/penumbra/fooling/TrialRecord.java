package org.penumbra.fooling;

import java.util.Arrays;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.fooling.victim.FoolingException;
import org.penumbra.fooling.victim.Judgement;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.fooling.victim.Victim;

/** Keeps the record of one trial while it runs. */
final class TrialRecord {

    private final int number;
    private final int target;
    private Outcome outcome = Outcome.RUNNING;
    private int steps;
    private double score = Double.NaN;
    private double bestScore = Double.NaN;
    private Fitness best = Fitness.NONE;
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
     * @param threshold what counts as fooled
     * @return how good the image is, with Gamma in it where the score would reach tau without
     * @throws FoolingException when the score is NaN
     */
    Fitness see(int step, Victim victim, Judgement judgement, float[] images, int row, Threshold threshold) {
        double logScore = judgement.logScores()[row];
        if (Double.isNaN(logScore)) {
            throw new FoolingException(
                    "trial " + number + " (target " + target + "): the victim's score is not a number at " + "step "
                            + step + "; its weights are damaged, or the learning rate is far too large");
        }
        double reached = judgement.held(row, threshold);
        if (threshold.reached(reached) && threshold.ofScore()) {
            double factor = victim.constantFactor(images, row);
            reached *= factor;
            logScore += Math.log(factor);
        }
        steps = step;
        score = reached;
        boolean fooled = threshold.reached(reached);
        Fitness fitness = Fitness.of(judgement, row, logScore);
        // An acceptance may step where a ranking is smooth; what fooled is the best for all that.
        if (fitness.compareTo(best) > 0 || Double.isNaN(bestScore) || fooled) {
            best = fitness;
            bestScore = reached;
            probability = judgement.probabilities()[row];
            confidence = judgement.confidences()[row];
            error = judgement.errors()[row];
            System.arraycopy(images, row * image.length, image, 0, image.length);
        }
        if (fooled) {
            outcome = Outcome.FOOLED;
        }
        return fitness;
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
