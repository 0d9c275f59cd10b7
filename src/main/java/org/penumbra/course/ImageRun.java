package org.penumbra.course;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.StepLosses;
import org.penumbra.net.image.HeldOutLosses;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageExam;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageTraining;
import org.penumbra.net.image.ImageTrainingSettings;

/**
 * A training run of an image network without a watcher: it takes steps, says when the held-out images are to be asked,
 * ends early where the plan has patience, and gives what a checkpoint and a model file hold. Whoever drives it decides how
 * fast, and may ask the held-out images in slices. The weights after a step are told by the plan and the lanes alone, bit
 * for bit, whoever drives the run and wherever it was interrupted; figures of validations differ in their last bits where
 * slices are of different sizes. Not for use by several threads at once.
 */
public final class ImageRun implements AutoCloseable {

    private final ImagePlan plan;
    private final long validationEvery;
    private final ImageSet heldOut;
    private final ImageTraining training;
    private final EarlyStop earlyStop;
    private boolean validationDue;
    /** Those of the last step of a run that ended early, as its network then has the result's; otherwise null. */
    private float[] lastParameters;

    /**
     * Builds the network with its initial weights.
     *
     * @param lanes           parts each batch is cut into, at least 1; DL4J takes it whole, whatever this says
     * @param validationEvery epochs from one validation to the next, at least 1
     * @throws IllegalArgumentException when the plan cannot be trained
     */
    public ImageRun(ImagePlan plan, int lanes, long validationEvery) {
        this.plan = plan;
        this.validationEvery = validationEvery;
        heldOut = plan.heldOut();
        if (plan.patience() > 0 && heldOut.count() == 0) {
            throw new IllegalArgumentException(
                    "patience: expected images that are held out, to see by them when to stop, but "
                            + "there are none; hold some out, or set the patience to 0");
        }
        earlyStop = new EarlyStop(plan.patience());
        training = new ImageTraining(
                plan.network(),
                plan.training(),
                plan.images(),
                plan.engine().lanes(lanes),
                StepTakers.of(plan.engine()));
    }

    /** Goes on where a run of the same plan stood; its lanes must be those of this one. */
    public void resume(ImageSnapshot from) {
        if (from.lanes() != training.lanes()) {
            throw new IllegalArgumentException(
                    "lanes: expected the " + from.lanes() + " of the snapshot, but the run has " + training.lanes());
        }
        training.resume(from.steps(), from.parameters(), from.mean(), from.variance());
        from.best().ifPresent(earlyStop::resume);
    }

    /**
     * Takes one step.
     *
     * @return the losses before it
     * @throws org.penumbra.net.DivergenceException if the loss is not finite or ran away; the weights are those before the
     *                                              step
     * @throws IllegalStateException                when the run ended early
     */
    public StepLosses step() {
        if (endedEarly()) {
            throw new IllegalStateException("this run ended early at step " + steps() + " and takes no more");
        }
        long before = (long) training.epochs();
        StepLosses losses = training.step();
        validationDue = allStepsTaken() || (long) training.epochs() / validationEvery > before / validationEvery;
        return losses;
    }

    /** Whether the last step ended an epoch after which the held-out images are all to be asked. */
    public boolean isValidationDue() {
        return validationDue;
    }

    /** Questions about all held-out images to the network as it is now; it must not learn before they are answered. */
    public ImageExam exam() {
        return new ImageExam(training.network(), heldOut);
    }

    /**
     * Takes note of the validation that was due. It may end the run early; then the network has the best weights again.
     *
     * @param losses over all held-out images, with the present weights
     */
    public void validated(HeldOutLosses losses) {
        validationDue = false;
        boolean patienceIsOver = earlyStop.validated(
                training.steps(),
                (long) training.epochs(),
                losses.total(plan.training().lambda()),
                training.network()::parameters);
        if (patienceIsOver && !allStepsTaken() && !endedEarly()) {
            endEarly();
        }
    }

    /** Without a best loss, as none was a number, it keeps the weights of now. */
    private void endEarly() {
        lastParameters = training.network().parameters();
        best().ifPresent(best -> training.network().setParameters(best.parameters()));
    }

    /** Asks all held-out images at once and takes note of the answers; their losses are NaN when there are none. */
    public HeldOutLosses validate() {
        ImageExam exam = exam();
        exam.finish();
        HeldOutLosses losses = exam.losses();
        validated(losses);
        return losses;
    }

    /** Whether there is nothing left to do: all steps are taken, or the validation loss no longer falls. */
    public boolean isOver() {
        return allStepsTaken() || endedEarly();
    }

    /** Whether the run has gone through all its epochs. */
    public boolean allStepsTaken() {
        return training.steps() >= training.totalSteps();
    }

    /** Whether the validation loss has not fallen for as many epochs as the plan has patience. */
    public boolean endedEarly() {
        return lastParameters != null;
    }

    /** Why a run that ended early did, and which weights it leaves: two sentences for a person. */
    public String whyEarly() {
        return "The validation loss has not fallen for " + plan.patience() + " epochs. "
                + best().map(best -> String.format(
                                Locale.ROOT,
                                "The weights are those after epoch %d, when it was %.4g.",
                                best.epoch(),
                                best.loss()))
                        .orElse("It never was a number; the weights are those of now.");
    }

    /** The weights with the lowest validation loss so far; empty without patience, and while no loss was a number. */
    public Optional<BestWeights> best() {
        return earlyStop.best();
    }

    /** Where it stands; where it ended early, after its last step, not its best. */
    public ImageSnapshot snapshot() {
        return new ImageSnapshot(
                training.lanes(),
                training.steps(),
                endedEarly() ? lastParameters.clone() : training.network().parameters(),
                training.mean(),
                training.variance(),
                best());
    }

    /**
     * The network as it is now, with figures that are known already.
     *
     * @param answers to the {@linkplain #exam() exam} of the present weights
     */
    public ImageResult result(ImageAnswers answers) {
        return ImageResult.of(
                training.lanes(), resultSteps(), training.network().parameters(), answers);
    }

    /**
     * The network as it is now, as a file will have it: its weights go through the rounding of the file first, and the
     * figures are those of the rounded ones, as alpha is calibrated by them.
     *
     * @param stored what is left of weights once they were stored; the argument stays as it is
     */
    public ImageResult result(UnaryOperator<float[]> stored) {
        float[] weights = stored.apply(training.network().parameters());
        try (ImageNetwork network = new ImageNetwork(plan.network())) {
            network.setParameters(weights);
            return ImageResult.of(training.lanes(), resultSteps(), weights, ImageAnswers.of(network, heldOut));
        }
    }

    /** Steps after which the network had the weights it has now. */
    public long resultSteps() {
        return endedEarly() ? best().map(BestWeights::step).orElse(training.steps()) : training.steps();
    }

    /** What it trains. */
    public ImagePlan plan() {
        return plan;
    }

    /** How it trains. */
    public ImageTrainingSettings settings() {
        return training.settings();
    }

    /** The network as it is now, to be asked only; it is closed with the run. */
    public ImageNetwork network() {
        return training.network();
    }

    /** Steps taken. */
    public long steps() {
        return training.steps();
    }

    /** Steps of the whole run. */
    public long totalSteps() {
        return training.totalSteps();
    }

    /** Passes over the images done, with fractions. */
    public double epochs() {
        return training.epochs();
    }

    /** Frees native memory. */
    @Override
    public void close() {
        training.close();
    }
}
