package org.penumbra.live.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.penumbra.net.StepLosses;
import org.penumbra.net.image.HeldOutLosses;

/**
 * Turns steps into points of a run's curves, each the mean over all batches since the last. There is one every 0.25 s,
 * at the beginning also every {@value #FIRST_BATCHES} steps. After an hour they come ever more rarely, so that a run
 * that nobody looks at for a day holds some 60 000 of them.
 */
final class TrainingCurve {

    private static final long INTERVAL = 250_000_000L;
    /** How many points the time so far is worth at most, once that makes them rarer: an hour's. */
    private static final long MOST_ALIKE = 14_400;

    private static final int FIRST_STEPS = 200;
    private static final int FIRST_BATCHES = 20;
    /** Steps whose losses are each kept, to be held against those of another run. */
    private static final int MOST_TRACED = 10_000;

    private final Consumer<TrainingPoint> points;
    private final int generation;
    private final boolean reconstructs;
    private final double lambda;
    private final long start;
    private final List<Double> trace = new ArrayList<>();
    private int traced;
    private long nanos;
    private long last;
    private double classification;
    private double reconstruction;
    private int batches;

    /**
     * @param points receives the points
     * @param lambda weight of the reconstruction loss
     * @param now    nanoseconds at which the run begins
     */
    TrainingCurve(Consumer<TrainingPoint> points, int generation, boolean reconstructs, double lambda, long now) {
        this.points = points;
        this.generation = generation;
        this.reconstructs = reconstructs;
        this.lambda = lambda;
        start = now;
        last = now;
    }

    /** @param took nanoseconds of the step */
    void add(StepLosses losses, long took) {
        nanos += took;
        if (traced < MOST_TRACED) {
            trace.add(losses.total(reconstructs ? lambda : 0));
            traced++;
        }
        classification += losses.classification();
        reconstruction += losses.reconstruction();
        batches++;
    }

    /** Adds a point if one is due. */
    void record(long step, double epochs, long now) {
        boolean early = step <= FIRST_STEPS && batches >= FIRST_BATCHES;
        if (early || now - last >= Math.max(INTERVAL, (now - start) / MOST_ALIKE)) {
            flush(step, epochs, now);
        }
    }

    /** Adds a point if steps were taken since the last one. */
    void flush(long step, double epochs, long now) {
        if (batches > 0) {
            add(step, epochs, new HeldOutLosses(Double.NaN, Double.NaN, Double.NaN), now);
        }
    }

    /** Adds the point of a whole epoch. */
    void add(long step, double epochs, HeldOutLosses heldOut, long now) {
        points.accept(new TrainingPoint(
                generation,
                step,
                epochs,
                mean(classification),
                reconstructs ? mean(reconstruction) : Double.NaN,
                heldOut.crossEntropy(),
                heldOut.reconstruction(),
                heldOut.accuracy(),
                nanos / 1e9,
                new StepTrace(step - batches + 1, trace)));
        classification = 0;
        reconstruction = 0;
        batches = 0;
        nanos = 0;
        trace.clear();
        last = now;
    }

    private double mean(double sum) {
        return batches == 0 ? Double.NaN : sum / batches;
    }
}
