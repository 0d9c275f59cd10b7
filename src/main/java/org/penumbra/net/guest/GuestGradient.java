package org.penumbra.net.guest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.penumbra.net.ClassScores;
import org.penumbra.net.ErrorSlope;
import org.penumbra.net.InputGradient;
import org.penumbra.net.InputObjective;
import org.penumbra.net.OverflowException;
import org.penumbra.net.image.PixelGradient;

/**
 * Gradients at the pixels of a guest by the backward passes of DL4J's own layers: slopes enter at the logits, at the
 * reconstruction and at the code, and what arrives at the input is brought back to pixels of 0 to 1.
 */
final class GuestGradient implements PixelGradient {

    private static final int PIXELS = GuestReading.PIXELS;

    private final GuestNetwork network;
    private final ClassScores scores;

    GuestGradient(GuestNetwork network) {
        this.network = network;
        scores = new ClassScores(network.shape().classes(), 1);
    }

    @Override
    public InputGradient of(float[] images, int count, InputObjective objective) {
        Objects.checkFromIndexSize(0, Math.multiplyExact(count, PIXELS), images.length);
        InputGradient result = new InputGradient(
                count,
                new float[count * network.shape().classes()],
                new float[network.shape().reconstructs() ? count : 0],
                new float[count * network.shape().code()],
                new float[count * PIXELS]);
        for (int from = 0; from < count; from += network.rows()) {
            some(images, from, Math.min(network.rows(), count - from), objective, result);
        }
        return result;
    }

    private void some(float[] images, int from, int some, InputObjective objective, InputGradient result) {
        network.forward(images, from, some);
        int k = network.shape().classes();
        int features = network.shape().code();
        float[] logits = network.logits();
        float[] made = network.shape().reconstructs() ? network.reconstructions() : new float[0];
        float[] code = features > 0 ? network.code() : new float[0];
        System.arraycopy(logits, 0, result.logits(), from * k, some * k);
        System.arraycopy(code, 0, result.code(), from * features, some * features);
        float[] atLogits = new float[some * k];
        float[] atCode = new float[some * features];
        float[] through = new float[made.length];
        for (int row = 0; row < some; row++) {
            scores.requireSound(logits, row * k);
            double error =
                    made.length == 0 ? 0 : ErrorSlope.error(made, row * PIXELS, images, (from + row) * PIXELS, PIXELS);
            OverflowException.requireFinite("the reconstruction error", error);
            double slope = objective.slopes(from + row, logits, row * k, error, atLogits);
            if (made.length > 0) {
                result.errors()[from + row] = (float) error;
                throughNetwork(slope, error, made, row, images, from + row, through);
            }
            if (features > 0 && objective.readsCode()) {
                objective.addCodeSlopes(from + row, code, row * features, atCode);
            }
        }
        backward(atLogits, through, atCode, result.gradients(), from * PIXELS);
        if (made.length > 0) {
            ErrorSlope.addDirectWay(through, result.gradients(), from * PIXELS, some * PIXELS);
        }
    }

    /** {@code slope (r - x)/e} at row {@code row} of what was made. */
    private static void throughNetwork(
            double slope, double error, float[] made, int row, float[] images, int image, float[] through) {
        float scale = error > 0 ? (float) (slope / error) : 0;
        for (int i = 0; i < PIXELS; i++) {
            through[row * PIXELS + i] = scale * (made[row * PIXELS + i] - images[image * PIXELS + i]);
        }
    }

    private void backward(float[] atLogits, float[] through, float[] atCode, float[] gradients, int at) {
        GuestReading reading = network.reading();
        Map<String, INDArray> slopes = new LinkedHashMap<>();
        slopes.put(reading.softmax(), network.slopes(reading.softmax(), atLogits));
        if (through.length > 0) {
            float[] scaled = scaled(through, 1 / reading.reconstructed().factor());
            slopes.put(reading.reconstruction(), network.slopes(reading.reconstruction(), scaled));
        }
        if (atCode.length > 0) {
            slopes.put(reading.code(), network.slopes(reading.code(), atCode));
        }
        float[] arrived = scaled(
                GuestNetwork.numbers(network.graph().backward(slopes)),
                reading.pixels().factor());
        System.arraycopy(arrived, 0, gradients, at, arrived.length);
    }

    private static float[] scaled(float[] values, double factor) {
        float[] scaled = Arrays.copyOf(values, values.length);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= (float) factor;
        }
        return scaled;
    }

    /** Holds nothing of its own. */
    @Override
    public void close() {}
}
