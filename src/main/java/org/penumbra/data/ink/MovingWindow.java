package org.penumbra.data.ink;

import java.util.Arrays;

/**
 * Fills in what is narrow: the closing of grey morphology with a square window (J. Serra: Image Analysis and Mathematical
 * Morphology, 1982). Each value becomes the largest around it, then each of those the smallest around it. Dark
 * lines narrower than the window are gone; slopes and steps stay where they are.
 *
 * @param width  of the raster
 * @param height of the raster
 * @param reach  how far the window goes to each side
 */
record MovingWindow(int width, int height, int reach) {

    /**
     * The values without their dark lines. What reaches the edge of the raster is taken to go on beyond it, so that the
     * tip of a shadow at the edge is not taken for a line.
     */
    float[] closed(float[] values) {
        MovingWindow wide = new MovingWindow(width + 4 * reach, height + 4 * reach, reach);
        float[] largest = wide.largest(extended(values, wide));
        negate(largest);
        float[] closed = wide.largest(largest);
        negate(closed);
        float[] inside = new float[values.length];
        for (int row = 0; row < height; row++) {
            System.arraycopy(closed, (row + 2 * reach) * wide.width + 2 * reach, inside, row * width, width);
        }
        return inside;
    }

    private float[] extended(float[] values, MovingWindow wide) {
        float[] extended = new float[wide.width * wide.height];
        for (int row = 0; row < wide.height; row++) {
            int from = Math.max(0, Math.min(height - 1, row - 2 * reach)) * width;
            for (int column = 0; column < wide.width; column++) {
                extended[row * wide.width + column] =
                        values[from + Math.max(0, Math.min(width - 1, column - 2 * reach))];
            }
        }
        return extended;
    }

    private static void negate(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = -values[i];
        }
    }

    private float[] largest(float[] values) {
        float[] result = values.clone();
        float[] line = new float[Math.max(width, height) + reach];
        for (int row = 0; row < height; row++) {
            along(result, row * width, 1, width, line);
        }
        for (int column = 0; column < width; column++) {
            along(result, column, width, height, line);
        }
        return result;
    }

    /** The largest within reach of each value of a line. */
    private void along(float[] values, int start, int step, int length, float[] line) {
        Arrays.fill(line, 0, reach, Float.NEGATIVE_INFINITY);
        int end = reach + length;
        for (int i = 0; i < length; i++) {
            line[reach + i] = values[start + i * step];
        }
        // Each round makes a value the largest of up to twice as many, from itself on.
        int wanted = 2 * reach + 1;
        for (int covered = 1; covered < wanted; ) {
            int shift = Math.min(covered, wanted - covered);
            for (int i = 0; i + shift < end; i++) {
                line[i] = Math.max(line[i], line[i + shift]);
            }
            covered += shift;
        }
        for (int i = 0; i < length; i++) {
            values[start + i * step] = line[i];
        }
    }
}
