package org.penumbra.net;

/**
 * A number to be lowered by moving the input of a network: any function of the logits and of the reconstruction error, and
 * beside it, added to it, any function of the code. It may be asked about different rows by several threads at once.
 */
@FunctionalInterface
public interface InputObjective {

    /**
     * The slopes of the objective L at one input.
     *
     * @param row            which of the inputs, from 0
     * @param logits         read only; the row's lie from {@code at} on
     * @param error          {@code ||r(x) - x||_2}, at least 0; 0 without a decoder
     * @param logitsGradient receives dL/dlogits at the same indices, every one of them
     * @return dL/derror; of no account without a decoder
     */
    double slopes(int row, float[] logits, int at, double error, float[] logitsGradient);

    /** Whether a function of the code is part of it. */
    default boolean readsCode() {
        return false;
    }

    /**
     * The slopes of the function of the code at one input; asked only where there is one.
     *
     * @param row          which of the inputs, from 0
     * @param code         read only; the row's lie from {@code at} on
     * @param codeGradient dL/dcode is added to what it holds, at the same indices
     */
    default void addCodeSlopes(int row, float[] code, int at, float[] codeGradient) {}
}
