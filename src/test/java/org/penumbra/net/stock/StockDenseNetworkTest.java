package org.penumbra.net.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseNetwork;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneResponse;
import org.penumbra.net.plane.PlaneTrainer;
import org.penumbra.net.plane.PlaneTrainingSettings;

/** Our layers and DL4J's own on the same weights: the same outputs, and the same weights after steps of Adam. */
class StockDenseNetworkTest {

    private static final int ROWS = 96;

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"RELU", "TANH", "SIGMOID"})
    void ourLayersAgreeWithTheStockOnes(Activation activation) {
        DenseSettings shape = new DenseSettings(List.of(16, 12), activation);
        PlaneTrainingSettings training = new PlaneTrainingSettings(3e-3, 0, 7, ROWS);
        Random random = new Random(5);
        float[] clean = numbers(random, 2 * ROWS);
        float[] corrupted = numbers(random, 2 * ROWS);
        int[] labels = random.ints(ROWS, 0, 3).toArray();
        try (DenseNetwork ours = new DenseNetwork(2, 3, shape, Activation.IDENTITY);
                PlaneTrainer trainer = new PlaneTrainer(ours, ROWS)) {
            ours.initialise(9);
            StockDenseNetwork stock = new StockDenseNetwork(2, 3, shape, training);
            stock.copyFrom(ours);
            agree(ours, stock, corrupted, 1e-6);
            for (int step = 0; step < 20; step++) {
                trainer.gradient(clean, corrupted, labels, ROWS, training.lambda());
                trainer.update(training.learningRate());
                stock.step(clean, corrupted, labels);
            }
            float[] moved = ours.classify(corrupted, ROWS);
            ours.initialise(9);
            float[] before = ours.classify(corrupted, ROWS);
            double change = 0;
            for (int i = 0; i < moved.length; i++) {
                change = Math.max(change, Math.abs(moved[i] - before[i]));
            }
            assertTrue(change > 0.01, "twenty steps moved y by " + change + " only");
            float[] stockY = stock.outputs(corrupted, ROWS)[0];
            for (int i = 0; i < moved.length; i++) {
                assertEquals(stockY[i], moved[i], 2e-4, "y after training, " + i);
            }
        }
    }

    private static void agree(DenseNetwork ours, StockDenseNetwork stock, float[] points, double tolerance) {
        PlaneResponse response = ours.respond(points, ROWS);
        float[][] outputs = stock.outputs(points, ROWS);
        for (int i = 0; i < response.probabilities().length; i++) {
            assertEquals(outputs[0][i], response.probabilities()[i], tolerance, "y " + i);
        }
        for (int i = 0; i < response.reconstruction().length; i++) {
            assertEquals(outputs[1][i], response.reconstruction()[i], tolerance, "r " + i);
        }
    }

    private static float[] numbers(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
