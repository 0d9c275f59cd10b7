package org.penumbra.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.plane.Grid;
import org.penumbra.live.rings.RingsSession;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneTraining;
import org.penumbra.net.stock.Nd4jNatives;
import org.penumbra.net.stock.StockDenseNetwork;

/**
 * Times the engine of the plane: a training step beside the same step with DL4J's stock layers, one set of fields, and
 * how fast it trains when nobody looks. Every figure is the median of rounds; what is compared takes turns, so that a
 * machine that slows down slows both.
 */
final class RingsEngineBenchmark {

    private static final int ROUNDS = 9;
    private static final int WARM_UP_STEPS = 2000;
    private static final int WARM_UP_STOCK_STEPS = 150;
    private static final int WARM_UP_FIELDS = 30;

    private final PlaneSetup setup;
    private final Grid grid;

    /**
     * @param setup what is trained
     * @param grid  of one set of fields
     */
    RingsEngineBenchmark(PlaneSetup setup, Grid grid) {
        this.setup = setup;
        this.grid = grid;
    }

    /**
     * Median times.
     *
     * @param stepMillis      one training step of the plane's network, ms
     * @param stockStepMillis one step of the same network with DL4J's stock layers, ms
     * @param fieldsMillis    one set of fields (y, r and the Jacobian's diagonal at every cell), ms
     */
    public record Times(double stepMillis, double stockStepMillis, double fieldsMillis) {}

    /** Measures for about so many seconds, a third of them for each figure. */
    public Times measure(double seconds) {
        Batch batch = new Batch(setup);
        Nd4jNatives.load();
        StockDenseNetwork stock = new StockDenseNetwork(2, setup.data().classes(), setup.network(), setup.training());
        repeat(WARM_UP_STOCK_STEPS, () -> stock.step(batch.clean, batch.corrupted, batch.labels));
        float[] places = grid.points();
        // Ours is made last: ND4J sets the threads of OpenBLAS for the whole process when it starts.
        try (PlaneTraining ours = new PlaneTraining(setup)) {
            repeat(WARM_UP_STEPS, ours::step);
            repeat(WARM_UP_FIELDS, () -> ours.respond(places, grid.size()));
            double[][] times = new double[3][ROUNDS];
            double share = seconds / 3 / ROUNDS;
            for (int round = 0; round < ROUNDS; round++) {
                times[0][round] = millis(share, ours::step);
                times[1][round] = millis(share, () -> stock.step(batch.clean, batch.corrupted, batch.labels));
                times[2][round] = millis(share, () -> ours.respond(places, grid.size()));
            }
            return new Times(median(times[0]), median(times[1]), median(times[2]));
        }
    }

    /** Steps a second of an engine whose frames nobody takes, so that it draws none after the first. */
    public double stepsPerSecondUnseen(double seconds, ConfidenceSettings confidence) throws InterruptedException {
        RingsSession session = new RingsSession(setup, grid, confidence);
        try (session) {
            session.play();
            Thread.sleep(2000);
            long steps = session.status().step();
            long start = System.nanoTime();
            Thread.sleep((long) (1000 * seconds));
            return (session.status().step() - steps) * 1e9 / (System.nanoTime() - start);
        } finally {
            session.awaitEnd(5, TimeUnit.SECONDS);
        }
    }

    private static void repeat(int times, Runnable work) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    private static double millis(double seconds, Runnable work) {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        int done = 0;
        do {
            work.run();
            done++;
        } while (System.nanoTime() < end);
        return (System.nanoTime() - start) / 1e6 / done;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A mini-batch of the run's points for the stock layers. */
    private static final class Batch {

        final float[] clean;
        final float[] corrupted;
        final int[] labels;

        Batch(PlaneSetup setup) {
            int rows = setup.training().batch();
            var points = setup.data().sample(Math.max(rows, setup.points()), setup.seed());
            clean = Arrays.copyOf(points.points(), 2 * rows);
            labels = Arrays.copyOf(points.labels(), rows);
            corrupted = clean.clone();
            Random noise = new Random(setup.seed());
            for (int i = 0; i < corrupted.length; i++) {
                corrupted[i] += (float) (setup.training().sigma() * noise.nextGaussian());
            }
        }
    }
}
