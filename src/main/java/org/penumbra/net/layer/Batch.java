package org.penumbra.net.layer;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Rows of numbers that live twice: as a Java array, where the JIT vectorises element-wise work, and off the heap, where
 * OpenBLAS reads and writes without a copy made by JNI. Copying 128 x 64 numbers across takes under a microsecond; the
 * caller says when.
 */
public final class Batch implements AutoCloseable {

    private final int rows;
    private final int width;
    private final float[] values;
    private final FloatPointer memory;
    private final FloatPointer ones;
    private final FloatPointer[] columns;
    private float[] slopes;
    private FloatPointer slopesMemory;

    /**
     * @param rows  how many rows fit, at least 1
     * @param width numbers a row, at least 1
     */
    public Batch(int rows, int width) {
        this.rows = rows;
        this.width = width;
        values = new float[Math.multiplyExact(rows, width)];
        memory = new FloatPointer((long) rows * width);
        float[] allOnes = new float[rows];
        Arrays.fill(allOnes, 1f);
        ones = new FloatPointer(allOnes);
        columns = new FloatPointer[width];
    }

    /** Rows that fit. */
    public int rows() {
        return rows;
    }

    /** Numbers a row. */
    public int width() {
        return width;
    }

    /** The Java side, row-major; live, not a copy. */
    public float[] values() {
        return values;
    }

    /** Copies the first rows from the Java side to the native side. */
    public void push(int count) {
        memory.put(values, 0, count * width);
    }

    /** Copies the first rows from the native side to the Java side. */
    public void pull(int count) {
        memory.get(values, 0, count * width);
    }

    /** Room for the derivatives of the activation that made the values, made when first asked for. */
    float[] slopes() {
        if (slopes == null) {
            slopes = new float[values.length];
        }
        return slopes;
    }

    /** Copies the slopes of the first rows to native memory of their own. */
    public void pushSlopes(int count) {
        if (slopesMemory == null) {
            slopesMemory = new FloatPointer((long) values.length);
        }
        slopesMemory.put(slopes, 0, count * width);
    }

    FloatPointer slopesMemory() {
        return slopesMemory;
    }

    FloatPointer memory() {
        return memory;
    }

    /** A native 1 for each row. */
    FloatPointer ones() {
        return ones;
    }

    /** The native side from the first number of a column on; few columns are ever asked for, so made when asked. */
    FloatPointer memory(int column) {
        if (columns[column] == null) {
            columns[column] = new FloatPointer(memory).position(column);
        }
        return columns[column];
    }

    /** Frees the native side. */
    @Override
    public void close() {
        memory.close();
        ones.close();
        if (slopesMemory != null) {
            slopesMemory.close();
        }
    }
}
