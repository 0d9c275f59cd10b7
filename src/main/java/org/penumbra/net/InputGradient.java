package org.penumbra.net;

/**
 * What a network says of some inputs, and where an {@link InputObjective} falls.
 *
 * @param count     n
 * @param logits    n x units, before the softmax
 * @param errors    n, {@code ||r(x) - x||_2}, or empty without a decoder
 * @param code      n x width of the code
 * @param gradients n x D, dL/dx, the error's own dependence on x included
 */
public record InputGradient(int count, float[] logits, float[] errors, float[] code, float[] gradients) {

    /**
     * The logits, errors and codes as evidence.
     *
     * @param dimensions D
     * @param classes    k
     */
    public Evidence evidence(int dimensions, int classes) {
        return Evidence.of(count, dimensions, classes)
                .withOutputs(logits, new float[0])
                .withCode(code)
                .withErrors(errors);
    }
}
