package org.penumbra.net;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * Evaluates a network on many inputs at once: cut into tiles small enough for the cache, the tiles spread over the
 * cores.
 */
final class Responder implements AutoCloseable {

    private final DenseNetwork network;
    private final Deque<Tile> idle = new ArrayDeque<>();

    Responder(DenseNetwork network) {
        this.network = network;
    }

    Response respond(float[] points, int count) {
        int dimensions = network.inputs();
        float[] probabilities = new float[count * network.classes()];
        float[] reconstruction = new float[count * dimensions];
        float[] diagonal = evaluate(points, count, probabilities, reconstruction);
        float[] error = new float[count];
        float[] gamma = new float[count];
        for (int row = 0, at = 0; row < count; row++) {
            double squares = 0;
            double sum = 0;
            for (int i = 0; i < dimensions; i++, at++) {
                double difference = (double) reconstruction[at] - points[at];
                squares += difference * difference;
                sum += diagonal[at] - 1.0;
            }
            error[row] = (float) Math.sqrt(squares);
            gamma[row] = (float) (sum / dimensions);
        }
        return new Response(count, dimensions, network.classes(), probabilities, reconstruction, error, gamma);
    }

    float[] jacobianDiagonal(float[] points, int count) {
        return evaluate(points, count, new float[count * network.classes()], new float[count * network.inputs()]);
    }

    float[] classify(float[] points, int count) {
        float[] probabilities = new float[count * network.classes()];
        inTiles(points, count, (tile, first, rows) -> tile.classify(points, first, rows, probabilities));
        return probabilities;
    }

    private float[] evaluate(float[] points, int count, float[] probabilities, float[] reconstruction) {
        float[] diagonal = new float[count * network.inputs()];
        inTiles(points, count, (tile, first, rows) ->
                tile.evaluate(points, first, rows, probabilities, reconstruction, diagonal));
        return diagonal;
    }

    private void inTiles(float[] points, int count, Work work) {
        if (points.length < count * network.inputs()) {
            throw new IllegalArgumentException(count + " inputs of " + network.inputs() + " numbers expected, but got "
                    + points.length + " numbers");
        }
        IntStream.range(0, (count + Tile.ROWS - 1) / Tile.ROWS).parallel().forEach(number -> {
            Tile tile = borrow();
            work.on(tile, number * Tile.ROWS, Math.min(Tile.ROWS, count - number * Tile.ROWS));
            giveBack(tile);
        });
    }

    /** What is done to some rows of the inputs. */
    private interface Work {
        void on(Tile tile, int first, int rows);
    }

    private Tile borrow() {
        synchronized (idle) {
            Tile tile = idle.pollLast();
            if (tile != null) {
                return tile;
            }
        }
        return new Tile(network);
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
    }
}
