package org.penumbra.net.image;

import java.util.Locale;
import org.penumbra.data.MachineMemory;
import org.penumbra.data.Seeds;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.Cores;
import org.penumbra.net.Divergence;
import org.penumbra.net.DivergenceException;
import org.penumbra.net.StepLosses;

/**
 * A training run of an image network, one mini-batch at a time. A run is told by its settings, its images and the number
 * of lanes alone: whatever a step draws depends on the seed and the step's number, so that a run that was interrupted
 * goes on exactly as if it had not been. Not for use by several threads at once; it works on all cores itself.
 */
public final class ImageTraining implements AutoCloseable {

    /** A loss this many times the first one will not come back. */
    private static final double RUNAWAY = 1e4;

    private final ImageTrainingSettings settings;
    private final ImageSet images;
    private final ImageNetwork network;
    private final StepTaker trainer;
    private final ImageBatches batches;
    private final int lanes;
    private long steps;
    private double firstLoss = Double.NaN;

    /**
     * Begins a run of our own layers with initial weights.
     *
     * @param images to train on, of 28 x 28 pixels; those held out are not among them
     * @param lanes  parts each batch is cut into, at least 1; as many as there are cores is fastest
     * @throws org.penumbra.data.MemoryProblem when that would take more memory than there is
     */
    public ImageTraining(ImageSettings network, ImageTrainingSettings settings, ImageSet images, int lanes) {
        this(network, settings, images, lanes, StepTaker.Factory.ofPenumbra());
    }

    /**
     * Begins a run with initial weights.
     *
     * @param images to train on, of 28 x 28 pixels; those held out are not among them
     * @param lanes  parts each batch is cut into, at least 1
     * @param taker  whose layers take the steps
     * @throws org.penumbra.data.MemoryProblem when that would take more memory than there is
     */
    public ImageTraining(
            ImageSettings network,
            ImageTrainingSettings settings,
            ImageSet images,
            int lanes,
            StepTaker.Factory taker) {
        if (images.rows() != ImageSettings.SIDE || images.columns() != ImageSettings.SIDE) {
            throw new IllegalArgumentException(
                    "training images: expected 28 x 28 pixels, but got " + images.rows() + " x " + images.columns());
        }
        MachineMemory.ofProcess()
                .require(
                        ImageTrainingMemory.of(taker.engine(), network, settings, lanes),
                        ImageTrainingMemory.words(network, settings, lanes),
                        "choose fewer images a step, or fewer parts");
        this.settings = settings;
        this.images = images;
        this.lanes = lanes;
        Seeds seeds = new Seeds(settings.seed());
        batches = new ImageBatches(settings, images, seeds);
        this.network = new ImageNetwork(network);
        this.network.initialise(seeds.weights());
        trainer = begun(taker, lanes);
    }

    private StepTaker begun(StepTaker.Factory taker, int parts) {
        try {
            return taker.begin(network, settings, parts);
        } catch (RuntimeException | Error none) {
            network.close();
            throw none;
        }
    }

    /** How many parts a batch is cut into on this machine unless told otherwise. */
    public static int defaultLanes() {
        return Math.min(8, Cores.count());
    }

    /**
     * Takes one step.
     *
     * @return the losses before it
     * @throws DivergenceException if the loss is not finite or ran away; the weights are those before the step
     */
    public StepLosses step() {
        StepLosses losses = trainer.gradient(batches.next(steps), batches, settings.lambda());
        check(losses.total(settings.lambda()));
        double progress = (double) steps / totalSteps();
        // The last step of a schedule that ends at 0 still moves a little.
        trainer.update(Math.max(settings.learningRate() * settings.schedule().factor(progress), Double.MIN_NORMAL));
        steps++;
        return losses;
    }

    private void check(double loss) {
        if (Double.isNaN(firstLoss)) {
            firstLoss = loss;
        }
        if (!Double.isFinite(loss) || loss > RUNAWAY * Math.max(1, firstLoss)) {
            throw new DivergenceException(
                    new Divergence(
                            steps + 1, loss, firstLoss, settings.learningRate(), settings.sigma(), settings.lambda()),
                    String.format(
                            Locale.ROOT,
                            "Training diverged at step %d: the loss "
                                    + "rose to %.3g, from %.3g at the start. The learning rate was %s, sigma %s, lambda %s. Try a learning "
                                    + "rate of 0.001 (steps that are too large are the usual cause), then a smaller sigma or lambda.",
                            steps + 1,
                            loss,
                            firstLoss,
                            settings.learningRate(),
                            settings.sigma(),
                            settings.lambda()));
        }
    }

    /** The network as it is now. */
    public ImageNetwork network() {
        trainer.settle();
        return network;
    }

    /** How it is trained. */
    public ImageTrainingSettings settings() {
        return settings;
    }

    /** Steps taken. */
    public long steps() {
        return steps;
    }

    /** Steps of the whole run. */
    public long totalSteps() {
        return settings.steps(images.count());
    }

    /** Passes over the images done, with fractions. */
    public double epochs() {
        return (double) steps * settings.batch() / images.count();
    }

    /** Parts each batch is cut into. */
    public int lanes() {
        return lanes;
    }

    /** Adam's running means of the gradient, a copy. */
    public float[] mean() {
        return trainer.mean();
    }

    /** Adam's running means of the squared gradient, a copy. */
    public float[] variance() {
        return trainer.variance();
    }

    /**
     * Goes on where a run of the same settings, images and lanes stood.
     *
     * @param stepsTaken its steps
     * @param parameters its weights
     * @param mean       its {@link #mean()}
     * @param variance   its {@link #variance()}
     */
    public void resume(long stepsTaken, float[] parameters, float[] mean, float[] variance) {
        if (steps != 0 || stepsTaken < 0 || stepsTaken > totalSteps()) {
            throw new IllegalArgumentException("steps taken: expected 0 to " + totalSteps() + " and a run that has not "
                    + "begun, but got " + stepsTaken + " at step " + steps);
        }
        network.setParameters(parameters);
        trainer.resume(stepsTaken, mean, variance);
        while (steps < stepsTaken) {
            batches.next(steps);
            steps++;
        }
    }

    /** Frees native memory; the run can't go on afterwards, and its network can't be used. */
    @Override
    public void close() {
        trainer.close();
        network.close();
    }
}
