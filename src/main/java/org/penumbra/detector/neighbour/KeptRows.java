package org.penumbra.detector.neighbour;

import java.util.Arrays;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;

/** How the rows of a bank are kept, in memory and in files alike, so that a detector from a file says the same to the bit. */
sealed interface KeptRows {

    String ROWS = "rows";
    String LOW = "low";
    String STEP = "step";

    /** Levels between the least and the greatest number of a column. */
    int LEVELS = 255;

    /** Numbers a row. */
    int width();

    /** The rows as single precision, row-major. */
    float[] decoded();

    /** One of them. */
    float[] row(int index);

    /** Some of them, kept as they are kept here. */
    KeptRows some(int[] rows);

    /** A form with the rows added. */
    FittedForm addTo(FittedForm form);

    /** Keeps rows of finite numbers. */
    static KeptRows of(Keeping way, float[] rows, int width) {
        return way == Keeping.FLOATS ? new AsFloats(width, rows) : AsBytes.of(rows, width);
    }

    /**
     * Reads them from a form.
     *
     * @param width numbers a row; -1 for any number
     * @throws FormException when they are not there
     */
    static KeptRows of(Keeping way, FittedForm form, int width) {
        if (way == Keeping.FLOATS) {
            float[] rows = form.floats(ROWS, -1, width);
            return new AsFloats(width(form, rows.length), rows);
        }
        byte[] rows = form.bytes(ROWS, -1, width);
        int columns = width(form, rows.length);
        float[] step = form.floats(STEP, columns);
        for (float one : step) {
            if (one < 0) {
                throw new FormException(form.id(), STEP, "numbers of at least 0", Float.toString(one));
            }
        }
        AsBytes kept = new AsBytes(columns, rows, form.floats(LOW, columns), step);
        for (float value : kept.decoded()) {
            if (!Float.isFinite(value)) {
                throw new FormException(form.id(), STEP, "steps that lead to finite numbers", Float.toString(value));
            }
        }
        return kept;
    }

    private static int width(FittedForm form, int length) {
        if (length == 0) {
            throw new FormException(form.id(), ROWS, "at least one row of at least one number", "none");
        }
        return length / form.rows(ROWS);
    }

    /** Rows as they are. */
    record AsFloats(int width, float[] decoded) implements KeptRows {

        @Override
        public float[] row(int index) {
            return Arrays.copyOfRange(decoded, index * width, (index + 1) * width);
        }

        @Override
        public KeptRows some(int[] rows) {
            float[] numbers = new float[rows.length * width];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(decoded, rows[i] * width, numbers, i * width, width);
            }
            return new AsFloats(width, numbers);
        }

        @Override
        public FittedForm addTo(FittedForm form) {
            return form.with(ROWS, new FormArray.Floats(decoded, decoded.length / width, width));
        }
    }

    /**
     * Rows as levels.
     *
     * @param values row-major, 0 to 255
     * @param low    the least number of each column
     * @param step   from one level of a column to the next
     */
    record AsBytes(int width, byte[] values, float[] low, float[] step) implements KeptRows {

        static AsBytes of(float[] rows, int width) {
            float[] low = new float[width];
            float[] high = new float[width];
            Arrays.fill(low, Float.POSITIVE_INFINITY);
            Arrays.fill(high, Float.NEGATIVE_INFINITY);
            for (int i = 0; i < rows.length; i++) {
                low[i % width] = Math.min(low[i % width], rows[i]);
                high[i % width] = Math.max(high[i % width], rows[i]);
            }
            float[] step = new float[width];
            for (int i = 0; i < width; i++) {
                step[i] = high[i] / LEVELS - low[i] / LEVELS;
            }
            byte[] values = new byte[rows.length];
            for (int i = 0; i < rows.length; i++) {
                float size = step[i % width];
                values[i] = (byte) (size == 0 ? 0 : Math.min(LEVELS, Math.round((rows[i] - low[i % width]) / size)));
            }
            return new AsBytes(width, values, low, step);
        }

        @Override
        public float[] decoded() {
            return decoded(0, values.length);
        }

        @Override
        public float[] row(int index) {
            return decoded(index * width, (index + 1) * width);
        }

        @Override
        public KeptRows some(int[] rows) {
            byte[] numbers = new byte[rows.length * width];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(values, rows[i] * width, numbers, i * width, width);
            }
            return new AsBytes(width, numbers, low, step);
        }

        private float[] decoded(int from, int to) {
            float[] numbers = new float[to - from];
            for (int i = from; i < to; i++) {
                numbers[i - from] = low[i % width] + step[i % width] * (values[i] & 0xFF);
            }
            return numbers;
        }

        @Override
        public FittedForm addTo(FittedForm form) {
            return form.with(ROWS, new FormArray.Bytes(values, values.length / width, width))
                    .with(LOW, new FormArray.Floats(low, width))
                    .with(STEP, new FormArray.Floats(step, width));
        }
    }
}
