package org.penumbra.data.ink;

/**
 * MNIST's frame: the ink is cropped, made to fit a box of 20 x 20 pixels with its proportions kept, and put into
 * 28 x 28 pixels so that its centre of mass lies in the middle (Y. LeCun, C. Cortes, C. Burges: The MNIST database).
 * As there, it moves by whole pixels, and the middle is pixel (14, 14): in MNIST's own images the centre of mass is
 * within half a pixel of it.
 */
public final class DigitBox {

    /** Pixels a side of the box. */
    static final int SIZE = 20;
    /** Pixels a side of the image. */
    public static final int FRAME = 28;

    private static final int MIDDLE = FRAME / 2;
    /** Fainter ink does not count, as less than one of MNIST's grey levels. */
    private static final float FAINTEST = 0.5f / 255;

    private DigitBox() {}

    /**
     * Places all the ink of a raster.
     *
     * @param left   first column with ink
     * @param top    first row with ink
     * @param right  last column with ink
     * @param bottom last row with ink
     * @return {@link #FRAME} x {@link #FRAME} numbers from 0 to 1, the largest 1
     */
    static float[] place(Ink ink, int left, int top, int right, int bottom) {
        int wide = right - left + 1;
        int high = bottom - top + 1;
        double scale = (double) SIZE / Math.max(wide, high);
        Resampling columns = Resampling.of(left, wide, wide * scale, whole(wide * scale));
        Resampling rows = Resampling.of(top, high, high * scale, whole(high * scale));
        return centre(shrink(ink, columns, rows), columns.size(), rows.size());
    }

    private static int whole(double length) {
        return Math.max(1, (int) Math.ceil(length - 1e-9));
    }

    private static float[] shrink(Ink ink, Resampling columns, Resampling rows) {
        int width = columns.size();
        float[] small = new float[width * rows.size()];
        float[] narrowed = new float[width];
        int done = -1;
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < rows.weight()[row].length; i++) {
                int source = rows.first()[row] + i;
                // Neighbours share the row between them.
                if (source != done) {
                    narrow(ink, source, columns, narrowed);
                    done = source;
                }
                float weight = rows.weight()[row][i];
                for (int column = 0; column < width; column++) {
                    small[row * width + column] += weight * narrowed[column];
                }
            }
        }
        return small;
    }

    private static void narrow(Ink ink, int row, Resampling columns, float[] target) {
        for (int column = 0; column < target.length; column++) {
            float[] weights = columns.weight()[column];
            int at = row * ink.width() + columns.first()[column];
            float sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * ink.amount()[at + i];
            }
            target[column] = sum;
        }
    }

    private static float[] centre(float[] small, int width, int height) {
        double mass = 0;
        double massX = 0;
        double massY = 0;
        float most = 0;
        for (int i = 0; i < small.length; i++) {
            mass += small[i];
            massX += small[i] * (double) (i % width);
            massY += small[i] * (double) (i / width);
            most = Math.max(most, small[i]);
        }
        int shiftX = shift(massX / mass, width);
        int shiftY = shift(massY / mass, height);
        float[] frame = new float[FRAME * FRAME];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                float amount = Math.min(1, small[row * width + column] / most);
                frame[(row + shiftY) * FRAME + column + shiftX] = amount < FAINTEST ? 0 : amount;
            }
        }
        return frame;
    }

    /** Whole pixels that bring the centre of mass to the middle, as far as all ink stays inside. */
    private static int shift(double centreOfMass, int length) {
        return Math.max(0, Math.min(FRAME - length, (int) Math.round(MIDDLE - centreOfMass)));
    }
}
