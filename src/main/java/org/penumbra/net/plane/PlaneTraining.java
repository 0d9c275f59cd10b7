package org.penumbra.net.plane;

import java.util.Locale;
import org.penumbra.data.GaussianNoise;
import org.penumbra.data.MachineMemory;
import org.penumbra.data.MiniBatches;
import org.penumbra.data.Position;
import org.penumbra.data.Seeds;
import org.penumbra.data.plane.PointSet;
import org.penumbra.net.Divergence;
import org.penumbra.net.DivergenceException;
import org.penumbra.net.StepLosses;
import org.penumbra.net.layer.Activation;

/**
 * A training run in the plane, step by step: the same setup gives the same weights, bit for bit on the same machine,
 * whatever was asked of it between the steps. For one thread.
 */
public final class PlaneTraining implements AutoCloseable {

    /**
     * A loss so many times that of the first batch can't come back: with a learning rate of 100 it is reached at the
     * second step, while overflow to infinity may take thousands.
     */
    private static final double HOPELESS = 1e4;

    private final PlaneSetup setup;
    private final PointSet points;
    private final DenseNetwork network;
    private final DenseNetwork snapshot;
    private final PlaneTrainer trainer;
    private final MiniBatches batches;
    private final GaussianNoise noise;
    private final int[] indices;
    private final int[] labels;
    private final float[] clean;
    private final float[] corrupted;
    private final float[] lastGood;
    private PlaneTrainingSettings settings;
    private long steps;
    private double firstLoss;

    /**
     * Draws the points and the initial weights; at step 0.
     *
     * @throws org.penumbra.data.MemoryProblem when that would take more memory than there is
     */
    public PlaneTraining(PlaneSetup setup) {
        this.setup = setup;
        Seeds seeds = new Seeds(setup.seed());
        points = setup.data().sample(setup.points(), seeds.data());
        settings = setup.training();
        MachineMemory.ofProcess()
                .require(
                        PlaneTrainingMemory.of(setup, points.classes()),
                        "training hidden layers of " + setup.network().hidden() + " units with " + settings.batch()
                                + " points a step",
                        "choose smaller layers or fewer points a step");
        network = new DenseNetwork(2, points.classes(), setup.network(), Activation.IDENTITY);
        network.initialise(seeds.weights());
        snapshot = new DenseNetwork(2, points.classes(), setup.network(), Activation.IDENTITY);
        int batch = settings.batch();
        trainer = new PlaneTrainer(network, batch);
        batches = new MiniBatches(points.size(), seeds.batches());
        noise = new GaussianNoise(seeds.noise());
        indices = new int[batch];
        labels = new int[batch];
        clean = new float[2 * batch];
        corrupted = new float[2 * batch];
        lastGood = network.parameters();
    }

    /**
     * Takes one mini-batch and one step of Adam.
     *
     * @return the losses of the batch before the step
     * @throws DivergenceException if the loss is NaN, infinite or hopelessly large; the network has its last good
     *                             weights again, those before the step that spoiled it
     */
    public StepLosses step() {
        nextBatch();
        StepLosses losses = trainer.gradient(clean, corrupted, labels, labels.length, settings.lambda());
        double total = losses.total(settings.lambda());
        if (steps == 0) {
            firstLoss = total;
        }
        if (!(total <= HOPELESS * (1 + firstLoss))) {
            network.setParameters(lastGood);
            throw new DivergenceException(divergence(total), diverged(total));
        }
        network.copyParameters(lastGood);
        trainer.update(settings.learningRate());
        steps++;
        return losses;
    }

    private void nextBatch() {
        batches.next(indices);
        float[] from = points.points();
        for (int i = 0; i < indices.length; i++) {
            int point = indices[i];
            clean[2 * i] = from[2 * point];
            clean[2 * i + 1] = from[2 * point + 1];
            labels[i] = points.labels()[point];
        }
        System.arraycopy(clean, 0, corrupted, 0, clean.length);
        noise.addTo(corrupted, corrupted.length, settings.sigma());
    }

    private Divergence divergence(double loss) {
        return new Divergence(steps + 1, loss, firstLoss, settings.learningRate(), settings.sigma(), settings.lambda());
    }

    private String diverged(double loss) {
        String what = Double.isFinite(loss)
                ? String.format(Locale.ROOT, "the loss rose to %.3g, from %.3g at the start", loss, firstLoss)
                : "the loss became " + (Double.isNaN(loss) ? "NaN (not a number)" : "infinite");
        return String.format(
                Locale.ROOT,
                "Training diverged at step %d: %s. The learning rate was %s, sigma %s, lambda %s. "
                        + "Try a learning rate of 0.001 (steps that are too large are the usual cause), then a smaller "
                        + "sigma or lambda, and reset.",
                steps + 1,
                what,
                number(settings.learningRate()),
                number(settings.sigma()),
                number(settings.lambda()));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The run this is. */
    public PlaneSetup setup() {
        return setup;
    }

    /** The training points. */
    public PointSet points() {
        return points;
    }

    /** Training steps done. */
    public long steps() {
        return steps;
    }

    /** Settings in force. */
    public PlaneTrainingSettings settings() {
        return settings;
    }

    /** Changes learning rate, sigma and lambda from the next step on; the batch can't change in a run. */
    public void settings(PlaneTrainingSettings changed) {
        if (changed.batch() != labels.length) {
            throw new IllegalArgumentException("the batch of a run can't change: it is " + labels.length + ", but got "
                    + changed.batch() + ". Start a new run.");
        }
        settings = changed;
    }

    /**
     * The network that is trained, for attacks that look at it between steps: its weights change with each, and it is closed
     * with the run. For the thread that trains; nobody else may change or close it.
     */
    public DenseNetwork network() {
        return network;
    }

    /** Probabilities, reconstructions, errors and gammas at some places: count x 2, row-major (x, y). */
    public PlaneResponse respond(float[] places, int count) {
        return network.respond(places, count);
    }

    /**
     * {@link #respond} of the network as it is now, by other cores while training goes on here: they work on a copy of
     * the weights. One at a time: finish it before starting the next.
     */
    public PendingPlaneResponse startResponse(float[] places, int count) {
        snapshot.setParameters(network.liveParameters().values());
        return snapshot.startResponse(places, count);
    }

    /** {@link #respond} at the data set's hollows, in their order. */
    public PlaneResponse hollows() {
        var hollows = setup.data().hollows();
        float[] places = new float[2 * hollows.size()];
        for (int i = 0; i < hollows.size(); i++) {
            Position hollow = hollows.get(i);
            places[2 * i] = (float) hollow.x();
            places[2 * i + 1] = (float) hollow.y();
        }
        return network.respond(places, hollows.size());
    }

    /** Share of the training points, uncorrupted, whose likeliest class is their own, 0 to 1. */
    public double accuracy() {
        float[] probabilities = network.classify(points.points(), points.size());
        int classes = points.classes();
        int right = 0;
        for (int i = 0; i < points.size(); i++) {
            int best = 0;
            for (int k = 1; k < classes; k++) {
                if (probabilities[i * classes + k] > probabilities[i * classes + best]) {
                    best = k;
                }
            }
            if (best == points.labels()[i]) {
                right++;
            }
        }
        return (double) right / points.size();
    }

    /** A copy of all weights and biases, in the order of {@link DenseNetwork#parameters()}. */
    public float[] parameters() {
        return network.parameters();
    }

    /** Frees native memory; the run can't go on afterwards. */
    @Override
    public void close() {
        trainer.close();
        network.close();
        snapshot.close();
    }
}
