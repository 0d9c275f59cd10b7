package org.penumbra.net.layer;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Inner products of rows, kept in native memory, with other rows that are brought. Threads share the kept rows; each has a
 * {@link Lane} of its own.
 */
public final class RowProducts implements AutoCloseable {

    private final FloatPointer rows;
    private final int width;

    /**
     * Copies the rows.
     *
     * @param rows  row-major, at least one
     * @param width numbers a row, at least 1
     */
    public RowProducts(float[] rows, int width) {
        MatrixProduct.useOneThread();
        this.rows = new FloatPointer(rows);
        this.width = width;
    }

    /** Frees the kept rows; no lane may be at work. */
    @Override
    public void close() {
        rows.close();
    }

    /** Room for the products of one thread. */
    public final class Lane implements AutoCloseable {

        private final FloatPointer brought;
        private final FloatPointer products;
        /** Over the same memory as the kept rows, with a place of its own in it. */
        private final FloatPointer kept = new FloatPointer(rows);

        private int count;

        /**
         * @param mostBrought rows that are brought at once, at most
         * @param mostKept    rows that they are multiplied with at once, at most
         */
        public Lane(int mostBrought, int mostKept) {
            brought = new FloatPointer((long) mostBrought * width);
            products = new FloatPointer((long) mostBrought * mostKept);
        }

        /** Brings the rows {@code from} to {@code from + rows - 1} of others. */
        public void bring(float[] others, int from, int rows) {
            count = rows;
            brought.put(others, from * width, rows * width);
        }

        /**
         * Multiplies all rows that were brought with some of those kept.
         *
         * @param from   the first of the kept rows
         * @param some   how many
         * @param target receives the products, {@code rows brought x some}, row-major
         */
        public void multiply(int from, int some, float[] target) {
            kept.position((long) from * width);
            MatrixProduct.multiplyTransposedRight(count, some, width, brought, kept, products, false);
            products.get(target, 0, count * some);
        }

        @Override
        public void close() {
            brought.close();
            products.close();
        }
    }
}
