package org.penumbra.net.layer;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sger;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Row-major single-precision matrix products by OpenBLAS, called without ND4J's array headers: a
 * product of 128 x 64 by 64 x 64 takes 12 to 20 microseconds, of which the call itself is a fraction of one.
 *
 * <p>The products here are far below the size where a second BLAS thread helps (it costs up to twice the time), and
 * one thread always adds in the same order, so that a run can be replayed bit for bit. Whoever has much to do works on
 * several tiles at once instead.
 */
final class MatrixProduct {

    /**
     * Most multiplications of a product that OpenBLAS's kernels for small matrices take; their limit is a million. Larger
     * products are cut into such where these kernels exist: without the copies that large ones begin with, the products
     * of a convolution take a seventh less forward and half as much backward.
     */
    private static final int SMALL = 999_999;

    /** Fewer rows at once than this do not pay for reading the other matrix again. */
    private static final int FEWEST = 8;

    private MatrixProduct() {}

    /** How many of {@code all} rows, each with so many multiplications, are multiplied at once. */
    private static int atOnce(int all, int multiplications) {
        int fit = SMALL / multiplications;
        return Kernels.haveSmallProducts() && fit >= FEWEST ? Math.min(all, fit) : all;
    }

    /**
     * Sees that OpenBLAS multiplies rightly on this processor, and keeps it to one thread. The setting is one for the
     * whole process, and ND4J changes it when it starts, so every network asks for it anew. Takes a fraction of a
     * millisecond, and some more the first time.
     *
     * @throws KernelException if the kernels that OpenBLAS chose are wrong
     */
    static void useOneThread() {
        Kernels.requireRight();
        OpenBlas.useOneThread();
    }

    /** c (m x n) = a (m x k) b (k x n). A single row is multiplied as a vector, which saves packing b: 18 for 158 us. */
    static void multiply(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c) {
        if (m == 1) {
            cblas_sgemv(CblasRowMajor, CblasTrans, k, n, 1f, b, n, a, 1, 0f, c, 1);
            return;
        }
        rows(m, n, k, a, b, c, false);
    }

    private static void sgemm(
            int order, int m, int n, int k, FloatPointer a, int width, FloatPointer b, FloatPointer c, boolean add) {
        cblas_sgemm(CblasRowMajor, order, CblasNoTrans, m, n, k, 1f, a, width, b, n, add ? 1f : 0f, c, n);
    }

    /** c (m x n) = a' b with a (k x m), b (k x n). */
    static void multiplyTransposedLeft(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c) {
        transposedLeft(m, n, k, a, b, c, false);
    }

    /** c (m x n) = a b' with a (m x k), b (n x k); added to what c holds if told so. */
    static void multiplyTransposedRight(
            int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c, boolean add) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1f, a, k, b, k, add ? 1f : 0f, c, n);
    }

    /** c (m x n) = the m rows of k numbers in a that start at an index, times b (k x n); added to c if told so. */
    static void multiplyRows(
            int m, int n, int k, FloatPointer a, long at, FloatPointer b, FloatPointer c, boolean add) {
        rows(m, n, k, a.position(at), b, c, add);
        a.position(0);
    }

    private static void rows(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c, boolean add) {
        int step = atOnce(m, n * k);
        long fromA = a.position();
        long fromC = c.position();
        for (int row = 0; row < m; row += step) {
            a.position(fromA + (long) row * k);
            c.position(fromC + (long) row * n);
            sgemm(CblasNoTrans, Math.min(step, m - row), n, k, a, k, b, c, add);
        }
        a.position(fromA);
        c.position(fromC);
    }

    /** c (m x n) += a' b with a (k x m) starting at an index, b (k x n). */
    static void addTransposedLeft(int m, int n, int k, FloatPointer a, long at, FloatPointer b, FloatPointer c) {
        transposedLeft(m, n, k, a.position(at), b, c, true);
        a.position(0);
    }

    private static void transposedLeft(
            int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c, boolean add) {
        int step = atOnce(k, m * n);
        long fromA = a.position();
        long fromB = b.position();
        for (int row = 0; row < k; row += step) {
            a.position(fromA + (long) row * m);
            b.position(fromB + (long) row * n);
            sgemm(CblasTrans, m, n, Math.min(step, k - row), a, m, b, c, add || row > 0);
        }
        a.position(fromA);
        b.position(fromB);
    }

    /** c (m x n), starting at an index, += a b' with a (m x k), b (n x k). */
    static void addTransposedRight(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c, long at) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1f, a, k, b, k, 1f, c.position(at), n);
        c.position(0);
    }

    /** c (m x n), starting at an index, = a b' with a (m x k), b (n x k). */
    static void multiplyTransposedRight(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c, long at) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1f, a, k, b, k, 0f, c.position(at), n);
        c.position(0);
    }

    /** c (m, every {@code step}-th number) = a (m x k) b (k, every {@code step}-th number). */
    static void multiplyColumn(int m, int k, FloatPointer a, FloatPointer b, FloatPointer c, int step) {
        cblas_sgemv(CblasRowMajor, CblasNoTrans, m, k, 1f, a, k, b, step, 0f, c, step);
    }

    /** Adds b (n) to every row of c (m x n); ones (m) holds 1. */
    static void addToRows(int m, int n, FloatPointer ones, FloatPointer b, FloatPointer c) {
        cblas_sger(CblasRowMajor, m, n, 1f, ones, 1, b, 1, c, n);
    }

    /** b (n) = the sum of the rows of c (m x n); ones (m) holds 1. */
    static void sumRows(int m, int n, FloatPointer ones, FloatPointer c, FloatPointer b) {
        cblas_sgemv(CblasRowMajor, CblasTrans, m, n, 1f, c, n, ones, 1, 0f, b, 1);
    }
}
