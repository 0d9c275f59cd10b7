package org.penumbra.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** An array as NumPy keeps it, of one of the three types that files of this program have. */
public sealed interface NpyArray {

    /** Its sizes, in C order; none for a single number. */
    List<Integer> shape();

    /** Its type as NumPy writes it: '&lt;f4', '&lt;f8' or '&lt;i4'. */
    String type();

    /** Writes it under a name. */
    void write(NpzWriter writer, String name) throws IOException;

    /**
     * Numbers in single precision.
     *
     * @param values in C order; as many as the shape says
     */
    record Floats(float[] values, List<Integer> shape) implements NpyArray {

        static final String TYPE = "<f4";

        public Floats {
            shape = List.copyOf(shape);
            require(shape, values.length);
        }

        /** A list of numbers. */
        public static Floats of(float... values) {
            return new Floats(values, List.of(values.length));
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void write(NpzWriter writer, String name) throws IOException {
            writer.floats(name, values, sizes(shape));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Floats that && shape.equals(that.shape) && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Objects.hash(shape, Arrays.hashCode(values));
        }
    }

    /**
     * Numbers in double precision.
     *
     * @param values in C order; as many as the shape says
     */
    record Doubles(double[] values, List<Integer> shape) implements NpyArray {

        static final String TYPE = "<f8";

        public Doubles {
            shape = List.copyOf(shape);
            require(shape, values.length);
        }

        /** A list of numbers. */
        public static Doubles of(double... values) {
            return new Doubles(values, List.of(values.length));
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void write(NpzWriter writer, String name) throws IOException {
            writer.doubles(name, values, sizes(shape));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Doubles that && shape.equals(that.shape) && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Objects.hash(shape, Arrays.hashCode(values));
        }
    }

    /**
     * Whole numbers of 32 bits.
     *
     * @param values in C order; as many as the shape says
     */
    record Integers(int[] values, List<Integer> shape) implements NpyArray {

        static final String TYPE = "<i4";

        public Integers {
            shape = List.copyOf(shape);
            require(shape, values.length);
        }

        /** A list of numbers. */
        public static Integers of(int... values) {
            return new Integers(values, List.of(values.length));
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void write(NpzWriter writer, String name) throws IOException {
            writer.integers(name, values, sizes(shape));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Integers that && shape.equals(that.shape) && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Objects.hash(shape, Arrays.hashCode(values));
        }
    }

    /** Bytes that a number of a type takes; empty text for a type that is not known gives 0. */
    static int width(String type) {
        return switch (type) {
            case Floats.TYPE, Integers.TYPE -> 4;
            case Doubles.TYPE -> 8;
            default -> 0;
        };
    }

    /**
     * The array in some bytes.
     *
     * @param type  one of the three
     * @param bytes little-endian, exactly as many as the shape takes
     */
    static NpyArray of(String type, List<Integer> shape, ByteBuffer bytes) {
        return switch (type) {
            case Floats.TYPE -> {
                float[] values = new float[bytes.remaining() / Float.BYTES];
                bytes.asFloatBuffer().get(values);
                yield new Floats(values, shape);
            }
            case Doubles.TYPE -> {
                double[] values = new double[bytes.remaining() / Double.BYTES];
                bytes.asDoubleBuffer().get(values);
                yield new Doubles(values, shape);
            }
            case Integers.TYPE -> {
                int[] values = new int[bytes.remaining() / Integer.BYTES];
                bytes.asIntBuffer().get(values);
                yield new Integers(values, shape);
            }
            default -> throw new IllegalArgumentException("no array type of this program: " + type);
        };
    }

    private static int[] sizes(List<Integer> shape) {
        return shape.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void require(List<Integer> shape, int count) {
        long size = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (size != count) {
            throw new IllegalArgumentException("shape " + shape + ": expected " + size + " values, but got " + count);
        }
    }
}
