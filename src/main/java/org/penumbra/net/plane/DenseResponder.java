package org.penumbra.net.plane;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.penumbra.net.Evidence;
import org.penumbra.net.Softmax;

/**
 * Evaluates a network on many inputs at once: cut into tiles small enough for the cache, the tiles taken one by one by
 * the workers of the common pool and by whoever waits for the result.
 */
final class DenseResponder implements AutoCloseable {

    private final DenseNetwork network;
    private final Derivatives derivatives;
    private final Deque<Tile> idle = new ArrayDeque<>();

    DenseResponder(DenseNetwork network) {
        this.network = network;
        derivatives = new Derivatives(network);
    }

    PendingPlaneResponse start(float[] points, int count) {
        int dimensions = network.inputs();
        float[] diagonal = new float[count * dimensions];
        PlaneResponse response = PlaneResponse.empty(count, dimensions, network.classes());
        derivatives.refresh();
        Job job = start(points, count, (tile, first, rows) -> {
            tile.evaluate(points, first, rows, response.probabilities(), response.reconstruction(), diagonal);
            measure(points, first, rows, diagonal, response);
        });
        return new PendingPlaneResponse(job, response);
    }

    Evidence evidence(float[] points, int count) {
        PlaneResponse response = start(points, count).finish();
        int width = network.encoder().get(network.encoder().size() - 1).outputs();
        float[] logits = new float[count * network.classes()];
        float[] codes = new float[count * width];
        start(points, count, (tile, first, rows) -> tile.code(points, first, rows, codes, logits))
                .finish();
        return response.evidence()
                .withInputs(Arrays.copyOf(points, count * network.inputs()))
                .withOutputs(logits, response.probabilities())
                .withCode(codes);
    }

    Evidence evidence(float[] points, int count, Set<Evidence.Part> parts) {
        Evidence evidence = Evidence.of(count, network.inputs(), network.classes());
        if (parts.contains(Evidence.Part.INPUTS)) {
            evidence = evidence.withInputs(Arrays.copyOf(points, count * network.inputs()));
        }
        boolean outputs = parts.contains(Evidence.Part.LOGITS) || parts.contains(Evidence.Part.SCORES);
        if (outputs || parts.contains(Evidence.Part.CODE)) {
            evidence = withCode(evidence, points, parts.contains(Evidence.Part.CODE));
        }
        if (parts.contains(Evidence.Part.ERRORS) || parts.contains(Evidence.Part.GAMMA)) {
            PlaneResponse response = alone(points, count);
            double[] gamma = new double[count];
            Arrays.setAll(gamma, row -> response.gamma()[row]);
            evidence = evidence.withErrors(response.error()).withGamma(gamma);
        }
        return evidence;
    }

    private Evidence withCode(Evidence known, float[] points, boolean kept) {
        int count = known.count();
        int width = network.encoder().get(network.encoder().size() - 1).outputs();
        float[] logits = new float[count * network.classes()];
        float[] codes = new float[count * width];
        new Job((tile, first, rows) -> tile.code(points, first, rows, codes, logits), count).finish();
        float[] scores = new float[logits.length];
        Softmax.rows(logits, count, network.classes(), scores, 0);
        Evidence evidence = known.withOutputs(logits, scores);
        return kept ? evidence.withCode(codes) : evidence;
    }

    /** A whole response by the calling thread. */
    private PlaneResponse alone(float[] points, int count) {
        int dimensions = network.inputs();
        float[] diagonal = new float[count * dimensions];
        PlaneResponse response = PlaneResponse.empty(count, dimensions, network.classes());
        derivatives.refresh();
        new Job(
                        (tile, first, rows) -> {
                            tile.evaluate(
                                    points, first, rows, response.probabilities(), response.reconstruction(), diagonal);
                            measure(points, first, rows, diagonal, response);
                        },
                        count)
                .finish();
        return response;
    }

    /** Error and gamma of some rows, from their reconstructions and the Jacobian's diagonal. */
    private static void measure(float[] points, int first, int rows, float[] diagonal, PlaneResponse response) {
        int dimensions = response.dimensions();
        int at = first * dimensions;
        for (int row = first; row < first + rows; row++) {
            double squares = 0;
            double sum = 0;
            for (int i = 0; i < dimensions; i++, at++) {
                double difference = (double) response.reconstruction()[at] - points[at];
                squares += difference * difference;
                sum += diagonal[at] - 1.0;
            }
            response.error()[row] = (float) Math.sqrt(squares);
            response.gamma()[row] = (float) (sum / dimensions);
        }
    }

    float[] jacobianDiagonal(float[] points, int count) {
        float[] probabilities = new float[count * network.classes()];
        float[] reconstruction = new float[count * network.inputs()];
        float[] diagonal = new float[count * network.inputs()];
        derivatives.refresh();
        start(
                        points,
                        count,
                        (tile, first, rows) ->
                                tile.evaluate(points, first, rows, probabilities, reconstruction, diagonal))
                .finish();
        return diagonal;
    }

    float[] classify(float[] points, int count) {
        float[] probabilities = new float[count * network.classes()];
        start(points, count, (tile, first, rows) -> tile.classify(points, first, rows, probabilities))
                .finish();
        return probabilities;
    }

    private Job start(float[] points, int count, Work work) {
        if (points.length < count * network.inputs()) {
            throw new IllegalArgumentException(count + " inputs of " + network.inputs() + " numbers expected, but got "
                    + points.length + " numbers");
        }
        Job job = new Job(work, count);
        job.callWorkers();
        return job;
    }

    private Tile borrow() {
        synchronized (idle) {
            Tile tile = idle.pollLast();
            if (tile != null) {
                return tile;
            }
        }
        return new Tile(network, derivatives);
    }

    private void giveBack(Tile tile) {
        synchronized (idle) {
            idle.addLast(tile);
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            idle.forEach(Tile::close);
            idle.clear();
        }
        derivatives.close();
    }

    /** What is done to some rows of the inputs. */
    private interface Work {
        void on(Tile tile, int first, int rows);
    }

    /** The tiles of one evaluation and who works on them. */
    final class Job {

        private final Work work;
        private final int count;
        private final int tiles;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private ForkJoinTask<?>[] workers = {};

        Job(Work work, int count) {
            this.work = work;
            this.count = count;
            tiles = (count + Tile.ROWS - 1) / Tile.ROWS;
        }

        void callWorkers() {
            ForkJoinPool pool = ForkJoinPool.commonPool();
            int useful = Math.min(tiles - 1, ForkJoinPool.getCommonPoolParallelism());
            workers = new ForkJoinTask<?>[Math.max(0, useful)];
            for (int i = 0; i < workers.length; i++) {
                workers[i] = pool.submit(this::takeTiles);
            }
        }

        boolean isDone() {
            return done.get() == tiles;
        }

        double left() {
            return tiles == 0 ? 0 : Math.max(0, tiles - next.get()) / (double) tiles;
        }

        /**
         * Works on what is left, then waits for the tiles others still have in hand. Whatever failed is rethrown, but
         * not before all have stopped: they use memory that may be freed next.
         */
        void finish() {
            try {
                takeTiles();
            } finally {
                for (ForkJoinTask<?> worker : workers) {
                    worker.quietlyJoin();
                }
            }
            for (ForkJoinTask<?> worker : workers) {
                worker.join();
            }
        }

        private void takeTiles() {
            if (next.get() >= tiles) {
                return;
            }
            Tile tile = borrow();
            for (int number = next.getAndIncrement(); number < tiles; number = next.getAndIncrement()) {
                work.on(tile, number * Tile.ROWS, Math.min(Tile.ROWS, count - number * Tile.ROWS));
                done.incrementAndGet();
            }
            giveBack(tile);
        }
    }
}
