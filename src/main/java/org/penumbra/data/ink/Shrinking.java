package org.penumbra.data.ink;

/**
 * How a picture of very many pixels is read: only every so many-th column and row. A digit on a photograph of more than 16
 * million pixels has enough of them left.
 *
 * @param every 1 for a picture that is read whole
 */
public record Shrinking(int every) {

    /** Most pixels that are kept of a picture. */
    public static final int MOST_KEPT = 16_000_000;
    /** Most pixels a picture may have. */
    public static final int MOST_PIXELS = 200_000_000;
    /** Most pixels of a picture that can only be unpacked as a whole, which takes about ten bytes for each. */
    public static final int MOST_PIXELS_AT_ONCE = 50_000_000;
    /** Most pixels a picture may have in a row or a column. */
    public static final int LONGEST = 100_000;

    /**
     * How a picture of such a size is read.
     *
     * @param name what the message calls it
     * @throws PictureException when it has more than {@link #MOST_PIXELS} pixels or more than {@link #LONGEST} on one side
     */
    public static Shrinking of(String name, int width, int height) {
        return of(name, width, height, MOST_PIXELS);
    }

    /** The same with another limit. */
    static Shrinking of(String name, int width, int height, int mostPixels) {
        if ((long) width * height > mostPixels || Math.max(width, height) > LONGEST) {
            throw new PictureException(name + ": expected a picture of at most " + mostPixels / 1_000_000
                    + " million pixels and at most " + LONGEST + " a side, but it has " + width + " x " + height
                    + ". Make it smaller.");
        }
        int every = 1;
        while (kept(width, every) * kept(height, every) > MOST_KEPT) {
            every++;
        }
        return new Shrinking(every);
    }

    /** How many of so many columns or rows are kept. */
    public int kept(int length) {
        return (int) kept(length, every);
    }

    private static long kept(int length, int every) {
        return (length + every - 1L) / every;
    }
}
