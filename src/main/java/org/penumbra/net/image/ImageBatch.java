package org.penumbra.net.image;

/**
 * The images of one training step, as a {@link StepTaker} reads them: count x 784 pixels, row by row.
 *
 * @param labels    count, the class of each; {@link #NO_CLASS} is one
 * @param clean     count x 784, what is to be reconstructed
 * @param corrupted count x 784, what the network sees; the same array as {@code clean} where nothing is corrupted
 * @param mask      count x 400, what the class head's view of the code is multiplied by; null where it sees all of it
 */
public record ImageBatch(int[] labels, float[] clean, float[] corrupted, float[] mask) {

    /** The label of an image that tells nothing about its class: all classes alike are its target. */
    public static final int NO_CLASS = -1;

    /** Images in it. */
    public int count() {
        return labels.length;
    }

    /** Whether the network sees other images than those it is to reconstruct. */
    boolean isCorrupted() {
        return corrupted != clean;
    }
}
