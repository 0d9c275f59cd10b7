package org.penumbra.net.plane;

import java.util.Arrays;
import org.penumbra.net.Evidence;

/**
 * What a network says of n inputs of D numbers each, before any confidence is computed from it. All arrays are
 * row-major and belong to the receiver; nobody changes them afterwards.
 *
 * @param count           n
 * @param dimensions      D
 * @param classes         k
 * @param probabilities   n x k, softmax of the class head, each in [0, 1]
 * @param reconstruction  n x D, r(x), in the units of the input
 * @param error           n, {@code ||r(x) - x||_2}, units of the input, at least 0
 * @param gamma           n, {@code 1/D * sum_i(dr_i/dx_i - 1)}, no unit; negative near maxima of the data density
 */
public record PlaneResponse(
        int count,
        int dimensions,
        int classes,
        float[] probabilities,
        float[] reconstruction,
        float[] error,
        float[] gamma) {

    public PlaneResponse {
        if (probabilities.length != count * classes
                || reconstruction.length != count * dimensions
                || error.length != count
                || gamma.length != count) {
            throw new IllegalArgumentException(
                    "arrays do not fit " + count + " inputs of " + dimensions + " numbers and " + classes + " classes");
        }
    }

    /** Room for the answers to n inputs. */
    static PlaneResponse empty(int count, int dimensions, int classes) {
        return new PlaneResponse(
                count,
                dimensions,
                classes,
                new float[count * classes],
                new float[count * dimensions],
                new float[count],
                new float[count]);
    }

    /** Probabilities, errors and curvatures as evidence; logits are not kept. */
    public Evidence evidence() {
        double[] curvatures = new double[count];
        Arrays.setAll(curvatures, row -> gamma[row]);
        return Evidence.of(count, dimensions, classes)
                .withOutputs(new float[0], probabilities)
                .withErrors(error)
                .withGamma(curvatures);
    }

    /** {@link #evidence()} of one input alone. */
    public Evidence evidence(int row) {
        return Evidence.of(1, dimensions, classes)
                .withOutputs(new float[0], Arrays.copyOfRange(probabilities, row * classes, (row + 1) * classes))
                .withErrors(new float[] {error[row]})
                .withGamma(new double[] {gamma[row]});
    }
}
