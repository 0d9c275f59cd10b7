package org.penumbra.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * An array as NumPy keeps it, of one of the types that files of this program have. It is a value: nobody changes its bytes.
 *
 * @param type  of a number
 * @param shape its sizes, in C order; none for a single number
 * @param bytes the numbers, little-endian, as many as the shape says
 */
public record NpyArray(Type type, List<Integer> shape, ByteBuffer bytes) {

    /** How a number is kept. */
    public enum Type {
        /** Single precision. */
        FLOAT32("<f4", Float.BYTES),
        /** Double precision. */
        FLOAT64("<f8", Double.BYTES),
        /** Whole numbers with a sign. */
        INT32("<i4", Integer.BYTES),
        /** Whole numbers from 0 to 255. */
        UINT8("|u1", Byte.BYTES);

        private final String numpy;
        private final int width;

        Type(String numpy, int width) {
            this.numpy = numpy;
            this.width = width;
        }

        /** As NumPy writes it. */
        public String numpy() {
            return numpy;
        }

        /** Bytes of a number. */
        public int width() {
            return width;
        }
    }

    public NpyArray {
        shape = List.copyOf(shape);
        bytes = bytes.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long size = shape.stream().mapToLong(Integer::longValue).reduce(type.width, Math::multiplyExact);
        if (size != bytes.remaining()) {
            throw new IllegalArgumentException(
                    "shape " + shape + ": expected " + size + " bytes, but got " + bytes.remaining());
        }
    }

    /** @param shape its sizes; none for a list of all the values */
    public static NpyArray of(float[] values, int... shape) {
        ByteBuffer room = room(Type.FLOAT32, values.length);
        room.asFloatBuffer().put(values);
        return new NpyArray(Type.FLOAT32, sizes(values.length, shape), room);
    }

    /** @param shape its sizes; none for a list of all the values */
    public static NpyArray of(double[] values, int... shape) {
        ByteBuffer room = room(Type.FLOAT64, values.length);
        room.asDoubleBuffer().put(values);
        return new NpyArray(Type.FLOAT64, sizes(values.length, shape), room);
    }

    /** @param shape its sizes; none for a list of all the values */
    public static NpyArray of(int[] values, int... shape) {
        ByteBuffer room = room(Type.INT32, values.length);
        room.asIntBuffer().put(values);
        return new NpyArray(Type.INT32, sizes(values.length, shape), room);
    }

    /**
     * Of whole numbers from 0 to 255.
     *
     * @param shape its sizes; none for a list of all the values
     */
    public static NpyArray of(byte[] values, int... shape) {
        return new NpyArray(Type.UINT8, sizes(values.length, shape), ByteBuffer.wrap(values.clone()));
    }

    private static ByteBuffer room(Type type, int count) {
        return ByteBuffer.allocate(Math.multiplyExact(count, type.width)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static List<Integer> sizes(int count, int... shape) {
        return shape.length == 0 ? List.of(count) : Arrays.stream(shape).boxed().toList();
    }

    /** How many numbers there are. */
    public int size() {
        return bytes.remaining() / type.width;
    }

    /** A copy of the numbers, of an array of FLOAT32. */
    float[] floats() {
        float[] values = new float[size()];
        numbers().asFloatBuffer().get(values);
        return values;
    }

    /** A copy of the numbers, of an array of FLOAT64. */
    double[] doubles() {
        double[] values = new double[size()];
        numbers().asDoubleBuffer().get(values);
        return values;
    }

    /** A copy of the numbers, of an array of INT32. */
    int[] integers() {
        int[] values = new int[size()];
        numbers().asIntBuffer().get(values);
        return values;
    }

    /** A copy of the numbers, of an array of UINT8. */
    byte[] unsigned() {
        byte[] values = new byte[size()];
        numbers().get(values);
        return values;
    }

    private ByteBuffer numbers() {
        return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }
}
