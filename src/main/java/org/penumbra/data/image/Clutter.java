package org.penumbra.data.image;

import java.util.SplittableRandom;
import org.penumbra.data.ink.GaussianBlur;
import org.penumbra.data.ink.Resampling;

/**
 * Draws random square pictures that are no digits: smooth patches, crossing strokes, spots, rings. A network that learns
 * to answer them with doubt and a mean digit learns to copy digits only, not whatever has little ink. One object serves
 * several threads, as it holds nothing but its size. A picture of 28 x 28 costs about 25 microseconds.
 *
 * @param side pixels a picture is high and wide, at least 1; all lengths are fractions of it
 */
public record Clutter(int side) {

    private static final double SMALL = 0.4;
    private static final double MIRRORED = 0.3;
    private static final double BLURRED = 0.3;
    private static final double DIMMED = 0.5;

    public Clutter {
        if (side < 1) {
            throw new IllegalArgumentException(
                    "clutter: expected pictures of at least 1 x 1 pixels, but got " + side + " x " + side);
        }
    }

    /**
     * Draws one picture: smooth noise, two to four strokes, one to three spots, or two or three ellipses, each as likely.
     * Three in ten are then made symmetric, three in ten blurred, half of them dimmed. Four in ten are small: shrunk to
     * 0.3 to 0.75 of their size and put anywhere; as no digit is so small, they may be a single stroke or ellipse.
     *
     * @param images what is drawn on; {@code side * side} pixels are replaced by values from 0 (background) to 1 (ink),
     *               row by row from the top
     * @param at     the first of them
     * @param random tells the picture; how many numbers are drawn from it depends on them
     */
    public void draw(float[] images, int at, SplittableRandom random) {
        draw(ClutterKind.any(random), images, at, random);
    }

    /** The same with the kind given. */
    void draw(ClutterKind kind, float[] images, int at, SplittableRandom random) {
        boolean small = random.nextDouble() < SMALL;
        float[] picture = kind.paint(side, small ? 1 : 2, random);
        if (random.nextDouble() < MIRRORED) {
            int axes = random.nextInt(3);
            mirror(picture, axes != 1, axes != 0);
        }
        if (small) {
            picture = shrunk(picture, random);
        }
        if (random.nextDouble() < BLURRED) {
            picture = new GaussianBlur(side, (0.3 + 1.5 * random.nextDouble()) * unit(side)).of(picture);
        }
        float brightness = random.nextDouble() < DIMMED ? (float) (0.2 + 0.8 * random.nextDouble()) : 1;
        for (int i = 0; i < picture.length; i++) {
            // Weights add up to 1 but for rounding.
            images[at + i] = Math.min(1, brightness * picture[i]);
        }
    }

    /** The length that is one pixel in a picture of 28 x 28, in pixels. */
    static double unit(int side) {
        return side / 28.0;
    }

    private float[] shrunk(float[] picture, SplittableRandom random) {
        int size = Math.max(1, (int) Math.round(side * (0.3 + 0.45 * random.nextDouble())));
        int left = random.nextInt(side - size + 1);
        int top = random.nextInt(side - size + 1);
        Resampling lines = Resampling.of(0, side, size, size);
        float[] shrunk = new float[picture.length];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                shrunk[(top + y) * side + left + x] = average(picture, lines, x, y);
            }
        }
        return shrunk;
    }

    private float average(float[] picture, Resampling lines, int column, int row) {
        float[] across = lines.weight()[column];
        float[] down = lines.weight()[row];
        float sum = 0;
        for (int i = 0; i < down.length; i++) {
            int from = (lines.first()[row] + i) * side + lines.first()[column];
            for (int j = 0; j < across.length; j++) {
                sum += down[i] * across[j] * picture[from + j];
            }
        }
        return sum;
    }

    /** Replaces the right half by the left one seen in a mirror, the lower by the upper, or both. */
    private void mirror(float[] picture, boolean leftRight, boolean upDown) {
        int half = (side + 1) / 2;
        for (int y = 0; y < side; y++) {
            int fromRow = upDown && y >= half ? side - 1 - y : y;
            for (int x = 0; x < side; x++) {
                int fromColumn = leftRight && x >= half ? side - 1 - x : x;
                picture[y * side + x] = picture[fromRow * side + fromColumn];
            }
        }
    }
}
