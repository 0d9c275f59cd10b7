package org.penumbra.detector;

import java.util.Arrays;

/** Numbers of a fitted detector with their shape, row-major. */
public sealed interface FormArray {

    /** How many there are along each direction, each at least 0. */
    int[] shape();

    /** In single precision. */
    record Floats(float[] values, int... shape) implements FormArray {

        public Floats {
            check(values.length, shape);
        }
    }

    /** In double precision. */
    record Doubles(double[] values, int... shape) implements FormArray {

        public Doubles {
            check(values.length, shape);
        }
    }

    /** Whole numbers. */
    record Integers(int[] values, int... shape) implements FormArray {

        public Integers {
            check(values.length, shape);
        }
    }

    /** Whole numbers from 0 to 255, as bytes without a sign; for what is many and need not be exact. */
    record Bytes(byte[] values, int... shape) implements FormArray {

        public Bytes {
            check(values.length, shape);
        }
    }

    private static void check(int length, int[] shape) {
        long product = Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> Math.multiplyExact(a, b));
        if (product != length) {
            throw new IllegalArgumentException(length + " numbers do not fill the shape " + Arrays.toString(shape));
        }
    }
}
