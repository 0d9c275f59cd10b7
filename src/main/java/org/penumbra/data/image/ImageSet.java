package org.penumbra.data.image;

import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Grey images of one size with their labels, held as bytes and turned into numbers when they are asked for. A part of a
 * set shares the bytes of the whole.
 */
public final class ImageSet {

    /** Labels go from 0 to one less. */
    public static final int MOST_CLASSES = 128;

    private static final float SCALE = 1f / 255f;

    private final int rows;
    private final int columns;
    private final byte[] pixels;
    private final byte[] labels;
    private final int first;
    private final int count;

    /**
     * @param rows    pixels an image is high, at least 1
     * @param columns pixels an image is wide, at least 1
     * @param pixels  images one after the other, each row by row from the top, 0 (background) to 255 (ink), unsigned;
     *                not copied
     * @param labels  the class of each image, 0 to 127; not copied
     */
    public ImageSet(int rows, int columns, byte[] pixels, byte[] labels) {
        this(rows, columns, pixels, labels, 0, labels.length);
        if (rows < 1 || columns < 1 || (long) labels.length * rows * columns != pixels.length) {
            throw new IllegalArgumentException("images: " + labels.length + " of " + rows + " x " + columns
                    + " pixels do not make " + pixels.length + " bytes");
        }
    }

    private ImageSet(int rows, int columns, byte[] pixels, byte[] labels, int first, int count) {
        this.rows = rows;
        this.columns = columns;
        this.pixels = pixels;
        this.labels = labels;
        this.first = first;
        this.count = count;
    }

    /** How many images there are. */
    public int count() {
        return count;
    }

    /** Pixels an image is high. */
    public int rows() {
        return rows;
    }

    /** Pixels an image is wide. */
    public int columns() {
        return columns;
    }

    /** D, pixels an image. */
    public int pixels() {
        return rows * columns;
    }

    /** The class of an image. */
    public int label(int index) {
        return labels[first + Objects.checkIndex(index, count)];
    }

    /** The classes of all images, a copy. */
    public int[] labels() {
        return IntStream.range(first, first + count).map(i -> labels[i]).toArray();
    }

    /**
     * The same images, over the same pixels, with other numbers for their classes.
     *
     * @param others the new label of each old one; what no image has is not looked at
     */
    public ImageSet relabelled(int[] others) {
        byte[] theirs = labels.clone();
        for (int i = first; i < first + count; i++) {
            theirs[i] = (byte) Objects.checkIndex(others[labels[i]], MOST_CLASSES);
        }
        return new ImageSet(rows, columns, pixels, theirs, first, count);
    }

    /**
     * Writes the pixels of an image as numbers from 0 (background) to 1 (ink).
     *
     * @param target receives {@link #pixels()} numbers, row by row
     * @param at     where in there the first goes
     */
    public void copyTo(int index, float[] target, int at) {
        int from = (first + Objects.checkIndex(index, count)) * pixels();
        int size = pixels();
        for (int i = 0; i < size; i++) {
            target[at + i] = (pixels[from + i] & 0xFF) * SCALE;
        }
    }

    /** The pixels of an image from 0 to 1, row by row. */
    public float[] image(int index) {
        float[] image = new float[pixels()];
        copyTo(index, image, 0);
        return image;
    }

    /**
     * The squared distance of an image to another, {@code sum_i (a_i - b_i)^2} with pixels from 0 to 1.
     *
     * @param other {@link #pixels()} numbers, row by row
     * @param most  a distance that is of no interest: as soon as the sum exceeds it, the sum so far is the answer
     */
    public double squaredDistance(int index, float[] other, double most) {
        int size = pixels();
        int from = (first + Objects.checkIndex(index, count)) * size;
        double sum = 0;
        for (int row = 0; row < size && sum <= most; row += columns) {
            for (int i = row; i < row + columns; i++) {
                double difference = (pixels[from + i] & 0xFF) * SCALE - other[i];
                sum += difference * difference;
            }
        }
        return sum;
    }

    /**
     * The mean of all images, pixel by pixel, from 0 to 1.
     *
     * @throws IllegalStateException if there is none
     */
    public float[] mean() {
        if (count == 0) {
            throw new IllegalStateException("the mean of no images");
        }
        long[] sums = new long[pixels()];
        int at = first * pixels();
        for (int image = 0; image < count; image++) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += pixels[at++] & 0xFF;
            }
        }
        float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) ((double) sums[i] / count) * SCALE;
        }
        return mean;
    }

    /** Images {@code from} (included) to {@code to} (excluded), over the same bytes. */
    public ImageSet part(int from, int to) {
        Objects.checkFromToIndex(from, to, count);
        return new ImageSet(rows, columns, pixels, labels, first + from, to - from);
    }

    /**
     * Some images in an order of one's own, with bytes of their own.
     *
     * @param indices where in this set they are; one that comes twice is in the new set twice
     */
    public ImageSet chosen(int[] indices) {
        int size = pixels();
        byte[] some = new byte[Math.multiplyExact(indices.length, size)];
        byte[] theirs = new byte[indices.length];
        for (int i = 0; i < indices.length; i++) {
            int index = first + Objects.checkIndex(indices[i], count);
            System.arraycopy(pixels, index * size, some, i * size, size);
            theirs[i] = labels[index];
        }
        return new ImageSet(rows, columns, some, theirs);
    }
}
