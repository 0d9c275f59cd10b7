package org.penumbra.net.layer;

import org.bytedeco.javacpp.FloatPointer;

/** The four kinds of products that the layers are made of, so that a check can be tried on wrong ones. */
interface Products {

    /** c (m x n) = a (m x k) b (k x n). */
    void plain(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c);

    /** c (m x n) = a' b with a (k x m), b (k x n). */
    void transposedLeft(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c);

    /** c (m x n) += a b' with a (m x k), b (n x k). */
    void addTransposedRight(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c);

    /** c (m x n) += ones (m) b (n)'. */
    void addToRows(int m, int n, FloatPointer ones, FloatPointer b, FloatPointer c);

    /** Those of OpenBLAS. */
    Products OF_OPENBLAS = new Products() {
        @Override
        public void plain(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c) {
            MatrixProduct.multiply(m, n, k, a, b, c);
        }

        @Override
        public void transposedLeft(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c) {
            MatrixProduct.multiplyTransposedLeft(m, n, k, a, b, c);
        }

        @Override
        public void addTransposedRight(int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c) {
            MatrixProduct.multiplyTransposedRight(m, n, k, a, b, c, true);
        }

        @Override
        public void addToRows(int m, int n, FloatPointer ones, FloatPointer b, FloatPointer c) {
            MatrixProduct.addToRows(m, n, ones, b, c);
        }
    };
}
