package org.penumbra.net.layer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Compares matrix products with plain loops, at sizes that reach every part of a kernel: a single row, ends that do not
 * fill a vector register, the products of small matrices, and those that are packed and cut into blocks.
 *
 * <p>Allowed is what adding up single-precision terms in any order can lose: 2e-6 of the sum of their magnitudes, and
 * 1e-7 for numbers near 0. A kernel that is wrong misses by whole terms.
 */
final class ProductCheck {

    private static final double ROUNDING = 2e-6;
    private static final double NEAR_ZERO = 1e-7;

    /** Rows, columns and inner numbers of each size; together some three million multiplications, a few milliseconds. */
    private static final int[][] SIZES = {
        {1, 10, 400}, {1, 400, 1024}, {2, 3, 4}, {7, 13, 5}, {17, 33, 65}, {64, 32, 25}, {96, 64, 160}, {128, 66, 129}
    };

    private final Products products;

    ProductCheck(Products products) {
        this.products = products;
    }

    /** The first product that is wrong, with its kind, its size and both numbers; empty if all are right. */
    Optional<String> fault() {
        SplittableRandom random = new SplittableRandom(1);
        for (int[] size : SIZES) {
            int m = size[0];
            int n = size[1];
            int k = size[2];
            float[] a = draw(random, m * k);
            float[] b = draw(random, k * n);
            float[] c = draw(random, m * n);
            float[] row = draw(random, n);
            Optional<String> fault = fault(
                            "a b", size, plain(m, n, k, a, b), (i, j) -> expected(a, i * k, 1, b, j, n, k))
                    .or(() ->
                            fault("a' b", size, transposedLeft(m, n, k, a, b), (i, j) -> expected(a, i, m, b, j, n, k)))
                    .or(() -> fault(
                            "c + a b'",
                            size,
                            addTransposedRight(m, n, k, a, b, c),
                            (i, j) -> expected(a, i * k, 1, b, j * k, 1, k).plus(c[i * n + j])))
                    .or(() -> fault(
                            "c + 1 b'",
                            size,
                            addToRows(m, n, row, c),
                            (i, j) -> new Sum(row[j], Math.abs(row[j])).plus(c[i * n + j])));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /** A sum and the sum of its terms' magnitudes, in double precision. */
    private record Sum(double value, double magnitude) {

        Sum plus(double term) {
            return new Sum(value + term, magnitude + Math.abs(term));
        }
    }

    /** What stands in a row and a column of the right product. */
    private interface Expected {
        Sum at(int row, int column);
    }

    private static Sum expected(float[] a, int fromA, int stepA, float[] b, int fromB, int stepB, int k) {
        double value = 0;
        double magnitude = 0;
        for (int i = 0; i < k; i++) {
            double term = (double) a[fromA + i * stepA] * b[fromB + i * stepB];
            value += term;
            magnitude += Math.abs(term);
        }
        return new Sum(value, magnitude);
    }

    private static Optional<String> fault(String kind, int[] size, float[] got, Expected expected) {
        int n = size[1];
        for (int i = 0; i < size[0]; i++) {
            for (int j = 0; j < n; j++) {
                Sum right = expected.at(i, j);
                double difference = Math.abs(got[i * n + j] - right.value());
                // Turned around so that NaN is wrong.
                if (!(difference <= ROUNDING * right.magnitude() + NEAR_ZERO)) {
                    return Optional.of(String.format(
                            Locale.ROOT,
                            "%s (%d x %d, %d inner numbers) gave %s where %.6f is right",
                            kind,
                            size[0],
                            n,
                            size[2],
                            got[i * n + j],
                            right.value()));
                }
            }
        }
        return Optional.empty();
    }

    private static float[] draw(SplittableRandom random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }

    private float[] plain(int m, int n, int k, float[] a, float[] b) {
        // What an earlier user of the memory left there, even NaN, must not show in a product that is not added to.
        float[] dirty = new float[m * n];
        Arrays.fill(dirty, Float.NaN);
        return with(a, b, dirty, (left, right, out) -> products.plain(m, n, k, left, right, out));
    }

    private float[] transposedLeft(int m, int n, int k, float[] a, float[] b) {
        return with(a, b, new float[m * n], (left, right, out) -> products.transposedLeft(m, n, k, left, right, out));
    }

    private float[] addTransposedRight(int m, int n, int k, float[] a, float[] b, float[] c) {
        return with(a, b, c, (left, right, out) -> products.addTransposedRight(m, n, k, left, right, out));
    }

    private float[] addToRows(int m, int n, float[] row, float[] c) {
        float[] ones = new float[m];
        Arrays.fill(ones, 1f);
        return with(ones, row, c, (left, right, out) -> products.addToRows(m, n, left, right, out));
    }

    private interface Call {
        void on(FloatPointer left, FloatPointer right, FloatPointer out);
    }

    private static float[] with(float[] left, float[] right, float[] out, Call call) {
        try (FloatPointer a = new FloatPointer(left);
                FloatPointer b = new FloatPointer(right);
                FloatPointer c = new FloatPointer(out)) {
            call.on(a, b, c);
            float[] result = new float[out.length];
            c.get(result);
            return result;
        }
    }
}
