package org.penumbra.net.layer;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A fully connected layer, a = f(x W + b): its forward pass, its backward pass and its directional derivatives, each one
 * matrix product and one element-wise pass over buffers that are kept between steps.
 *
 * <p>Its parameters are a range of {@link Parameters}: W row-major (inputs x outputs), then b (outputs). The layer holds
 * no state of a pass; threads may share it as long as each brings batches of its own and nobody changes the parameters.
 */
public final class Dense {

    private static final int NARROW = 4;

    private final int inputs;
    private final int outputs;
    private final Activation activation;
    private final int offset;
    private final Parameters source;
    private final float[] parameters;
    private final float[] gradient;
    private final FloatPointer weights;
    private final FloatPointer bias;
    private final FloatPointer weightGradient;
    private final FloatPointer biasGradient;
    private final FloatPointer[] columns;

    /**
     * @param inputs     numbers a row going in, at least 1
     * @param outputs    numbers a row coming out, at least 1
     * @param activation f
     * @param parameters where W and b live
     * @param gradient   where the backward pass leaves dL/dW and dL/db, in the same places
     * @param offset     where in both they start
     */
    public Dense(
            int inputs, int outputs, Activation activation, Parameters parameters, Parameters gradient, int offset) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.activation = activation;
        this.offset = offset;
        source = parameters;
        this.parameters = parameters.values();
        this.gradient = gradient.values();
        weights = parameters.from(offset);
        bias = parameters.from(offset + inputs * outputs);
        weightGradient = gradient.from(offset);
        biasGradient = gradient.from(offset + inputs * outputs);
        columns = new FloatPointer[outputs <= NARROW ? outputs : 0];
        Arrays.setAll(columns, column -> parameters.from(offset + column));
    }

    /** How many parameters such a layer has: (inputs + 1) * outputs. */
    public static int parameterCount(int inputs, int outputs) {
        return Math.multiplyExact(inputs + 1, outputs);
    }

    /** Numbers a row going in. */
    public int inputs() {
        return inputs;
    }

    /** Numbers a row coming out. */
    public int outputs() {
        return outputs;
    }

    /** What it does to its sums. */
    public Activation activation() {
        return activation;
    }

    /** Where in the parameters this layer's range starts. */
    public int offset() {
        return offset;
    }

    /**
     * Forward pass over some rows: {@code out = f(in W + b)}.
     *
     * @param in  rows x inputs; its native side must be up to date
     * @param out rows x outputs; both sides are up to date afterwards
     */
    public void forward(Batch in, Batch out, int rows) {
        product(in, out, rows);
        MatrixProduct.addToRows(rows, outputs, out.ones(), bias, out.memory());
        out.pull(rows);
        activation.apply(out.values(), rows * outputs);
        out.push(rows);
    }

    /**
     * Makes the slopes f'(x W + b) of a forward pass known, which {@link #tangent}, {@link #unitTangent} and
     * {@link #tangentColumn} need.
     *
     * @param out what the forward pass gave
     */
    public void findSlopes(Batch out, int rows) {
        activation.slopes(out.values(), out.slopes(), rows * outputs);
    }

    /**
     * Directional derivatives: {@code tangentOut = f'(x W + b) * (tangentIn W)}.
     *
     * @param tangentIn  rows x inputs, a direction at each input; native side up to date
     * @param out        what the forward pass gave, its slopes found
     * @param tangentOut rows x outputs; both sides are up to date afterwards
     */
    public void tangent(Batch tangentIn, Batch out, Batch tangentOut, int rows) {
        product(tangentIn, tangentOut, rows);
        finishTangent(out, tangentOut, rows);
    }

    /** Multiplies the native side by the slopes; leaves both sides up to date. */
    void finishTangent(Batch out, Batch tangentOut, int rows) {
        tangentOut.pull(rows);
        float[] values = tangentOut.values();
        float[] slopes = out.slopes();
        int size = rows * outputs;
        for (int i = 0; i < size; i++) {
            values[i] *= slopes[i];
        }
        tangentOut.push(rows);
    }

    /** W[input][output]. */
    float weight(int input, int output) {
        return parameters[offset + input * outputs + output];
    }

    /** {@link #tangent} in the direction of one input axis, for which no product is needed. */
    public void unitTangent(int axis, Batch out, Batch tangentOut, int rows) {
        float[] values = tangentOut.values();
        float[] slopes = out.slopes();
        int row0 = offset + axis * outputs;
        for (int row = 0, at = 0; row < rows; row++, at += outputs) {
            for (int j = 0; j < outputs; j++) {
                values[at + j] = parameters[row0 + j] * slopes[at + j];
            }
        }
        tangentOut.push(rows);
    }

    /**
     * One column of {@link #tangent}, for a Jacobian of which only the diagonal is wanted.
     *
     * @param column     the output
     * @param tangentOut receives it in that column of its Java side; the rest is left as it was
     */
    public void tangentColumn(Batch tangentIn, Batch out, int column, Batch tangentOut, int rows) {
        MatrixProduct.multiplyColumn(
                rows, inputs, tangentIn.memory(), column(column), tangentOut.memory(column), outputs);
        tangentOut.pull(rows);
        float[] values = tangentOut.values();
        float[] slopes = out.slopes();
        for (int i = column; i < rows * outputs; i += outputs) {
            values[i] *= slopes[i];
        }
    }

    /**
     * Backward pass over some rows; leaves dL/dW and dL/db in this layer's range of the gradient's Java side.
     *
     * @param in      what went in at the forward pass, native side up to date
     * @param out     what came out of it
     * @param outGrad in: dL/d out on its Java side; changed to dL/d(x W + b)
     * @param inGrad  receives dL/d in on both sides, or null if nobody needs it
     * @param add     whether to add to what the native side of {@code inGrad} holds, for an input several layers read
     */
    public void backward(Batch in, Batch out, Batch outGrad, Batch inGrad, boolean add, int rows) {
        backward(in, out, outGrad, inGrad, add, true, rows);
    }

    /**
     * {@link #backward(Batch, Batch, Batch, Batch, boolean, int)}, or its way to the input alone.
     *
     * @param learn whether to leave dL/dW and dL/db
     */
    public void backward(Batch in, Batch out, Batch outGrad, Batch inGrad, boolean add, boolean learn, int rows) {
        float[] delta = outGrad.values();
        float[] slopes = out.slopes();
        int size = rows * outputs;
        activation.slopes(out.values(), slopes, size);
        for (int i = 0; i < size; i++) {
            delta[i] *= slopes[i];
        }
        outGrad.push(rows);
        if (learn) {
            MatrixProduct.multiplyTransposedLeft(inputs, outputs, rows, in.memory(), outGrad.memory(), weightGradient);
            MatrixProduct.sumRows(rows, outputs, outGrad.ones(), outGrad.memory(), biasGradient);
            weightGradient.get(gradient, offset, (inputs + 1) * outputs);
        }
        if (inGrad != null) {
            MatrixProduct.multiplyTransposedRight(
                    rows, inputs, outputs, outGrad.memory(), weights, inGrad.memory(), add);
            inGrad.pull(rows);
        }
    }

    /** W from a column on. Those of a narrow layer are kept; of a wide one hardly any is ever asked for. */
    private FloatPointer column(int column) {
        return columns.length > 0 ? columns[column] : source.from(offset + column);
    }

    /** in W; a product with very few columns is faster column by column. */
    private void product(Batch in, Batch out, int rows) {
        if (outputs <= NARROW) {
            for (int column = 0; column < outputs; column++) {
                MatrixProduct.multiplyColumn(rows, inputs, in.memory(), columns[column], out.memory(column), outputs);
            }
        } else {
            MatrixProduct.multiply(rows, outputs, inputs, in.memory(), weights, out.memory());
        }
    }
}
