package org.penumbra.detector.negative;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.detector.FitWatcher;

/**
 * Trains a {@link BackgroundNetwork} by Adam on the cross-entropy of K + 1 classes: plain loops, one seed, always the same.
 *
 * @param features n x D, known inputs and negatives
 * @param labels   n, 0 to K - 1, or K for a negative
 * @param hidden   widths of the hidden layers
 * @param epochs   how often each input is seen
 * @param rate     learning rate at the beginning; it falls evenly to a tenth
 */
record BackgroundTraining(float[] features, int[] labels, List<Integer> hidden, int epochs, double rate) {

    private static final long SEED = 1;
    private static final int BATCH = 64;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    /** A spread below this is none: the feature is left out. */
    private static final double NO_SPREAD = 1e-12;

    BackgroundNetwork train(int outputs, FitWatcher watcher) {
        int width = features.length / labels.length;
        SplittableRandom random = new SplittableRandom(SEED);
        BackgroundNetwork network = initial(width, outputs, random);
        BackgroundNetwork.Pass pass = network.new Pass();
        float[][] gradients = arrays(network);
        float[][] first = arrays(network);
        float[][] second = arrays(network);
        int[] order = new int[labels.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int batches = (order.length + BATCH - 1) / BATCH;
        int total = epochs * batches;
        for (int step = 0; step < total; step++) {
            if (step % batches == 0) {
                shuffle(order, random);
            }
            watcher.at((double) step / total);
            int from = step % batches * BATCH;
            int rows = Math.min(BATCH, order.length - from);
            for (int i = from; i < from + rows; i++) {
                learn(pass, order[i], width, 1f / rows, gradients);
            }
            double now = rate * (1 - 0.9 * step / total);
            for (int layer = 0; layer < gradients.length; layer++) {
                float[] values = network.layers().get(layer).values();
                adam(values, gradients[layer], first[layer], second[layer], now, step + 1);
            }
        }
        watcher.at(1);
        return network;
    }

    private BackgroundNetwork initial(int width, int outputs, SplittableRandom random) {
        List<BackgroundLayer> layers = new ArrayList<>();
        int in = width;
        for (int units : hidden) {
            layers.add(BackgroundLayer.random(in, units, random));
            in = units;
        }
        layers.add(BackgroundLayer.random(in, outputs, random));
        float[] mean = new float[width];
        float[] scale = new float[width];
        for (int i = 0; i < width; i++) {
            double sum = 0;
            double squares = 0;
            for (int at = i; at < features.length; at += width) {
                sum += features[at];
                squares += (double) features[at] * features[at];
            }
            double centre = sum / labels.length;
            double variance = squares / labels.length - centre * centre;
            mean[i] = (float) centre;
            scale[i] = variance > NO_SPREAD ? (float) (1 / Math.sqrt(variance)) : 0;
        }
        return new BackgroundNetwork(mean, scale, layers);
    }

    private static float[][] arrays(BackgroundNetwork network) {
        return network.layers().stream()
                .map(layer -> new float[layer.values().length])
                .toArray(float[][]::new);
    }

    private void learn(BackgroundNetwork.Pass pass, int row, int width, float weight, float[][] gradients) {
        float[] logits = pass.forward(features, row * width);
        float largest = logits[0];
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - largest);
        }
        float[] slopes = pass.logitSlopes();
        for (int c = 0; c < logits.length; c++) {
            double probability = Math.exp(logits[c] - largest) / sum;
            slopes[c] = weight * (float) (probability - (labels[row] == c ? 1 : 0));
        }
        pass.backward(gradients);
    }

    private static void adam(float[] values, float[] gradient, float[] first, float[] second, double rate, int step) {
        double size = rate * Math.sqrt(1 - Math.pow(BETA2, step)) / (1 - Math.pow(BETA1, step));
        for (int i = 0; i < values.length; i++) {
            first[i] = (float) (BETA1 * first[i] + (1 - BETA1) * gradient[i]);
            second[i] = (float) (BETA2 * second[i] + (1 - BETA2) * gradient[i] * gradient[i]);
            values[i] -= (float) (size * first[i] / (Math.sqrt(second[i]) + EPSILON));
            gradient[i] = 0;
        }
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}
