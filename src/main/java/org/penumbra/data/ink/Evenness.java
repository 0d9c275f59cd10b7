package org.penumbra.data.ink;

import java.util.Arrays;

/**
 * Whether the paper of a picture is equally bright all over. What is told by: levels that are neither paper nor ink, where
 * they are many. Ink has few of them, at its edges; a shadow has them all over.
 *
 * @param paper    the level of the paper, as far as it has one
 * @param contrast how far the darkest or lightest pixel is from it
 * @param floor    how far a level may be from it to count as paper
 */
record Evenness(Picture picture, float paper, float contrast, float floor) {

    /** Blocks along one side of the border. */
    private static final int BLOCKS = 16;

    private static final int LEAST_BLOCK = 4;
    /** What differs by this share of the contrast is ink. */
    private static final float INK = 0.75f;

    private static final float ALL = 2;
    /** Where this share of the border's blocks is dark, a deep shadow lies on a photograph. */
    private static final double MOST_INK_ON_BORDER = 0.15;
    /** The same where the paper has no noise at all; a digit that is cropped tightly touches all four sides. */
    private static final double MOST_INK_ON_DRAWN_BORDER = 0.35;
    /** The paper's unrest may hide this share of the contrast, and no more. */
    private static final float MOST_HIDDEN = 0.5f;
    /** The border may have this share of blocks between paper and ink: those in which a stroke reaches the border. */
    private static final double BORDER_SHARE = 0.08;
    /** The darker border has less than this share of the lighter one's brightness where light falls off. */
    private static final float SPREAD = 0.7f;
    /** Levels that differ by less are noise in the dark. */
    private static final float LEAST_SPREAD = 0.04f;
    /** A picture may have this share of pixels between paper and ink. */
    private static final double PICTURE_SHARE = 0.12;

    /**
     * Whether it is not.
     *
     * @param unrest usual difference of the border's pixels from the paper
     */
    boolean isMissing(float unrest) {
        if (floor > picture.unsure() && floor >= MOST_HIDDEN * contrast) {
            return true;
        }
        float[] blocks = borderBlocks();
        double notPaper = share(blocks, ALL);
        return share(blocks, INK) >= BORDER_SHARE
                || notPaper >= MOST_INK_ON_DRAWN_BORDER
                || unrest > 0
                        && (notPaper >= MOST_INK_ON_BORDER
                                || share(picture.grey(), INK) >= PICTURE_SHARE
                                || spreads(blocks));
    }

    /** Whether light falls off along the border, leaving a tenth of the blocks aside at either end. */
    private static boolean spreads(float[] blocks) {
        float[] sorted = blocks.clone();
        Arrays.sort(sorted);
        float darkest = sorted[sorted.length / 10];
        float lightest = sorted[sorted.length - 1 - sorted.length / 10];
        return lightest - darkest > LEAST_SPREAD && darkest < SPREAD * lightest;
    }

    /** The share of levels that are not paper and differ from it by less than so much of the contrast. */
    private double share(float[] levels, float most) {
        int between = 0;
        for (float level : levels) {
            float distance = Math.abs(level - paper);
            between += distance > floor && distance < most * contrast ? 1 : 0;
        }
        return (double) between / levels.length;
    }

    /** The median levels of blocks along the border, in which noise and thin strokes do not show. */
    private float[] borderBlocks() {
        float[] border = picture.border();
        float[] blocks = new float[4 * BLOCKS];
        int count = 0;
        int start = 0;
        for (int length : new int[] {picture.width(), picture.width(), picture.height(), picture.height()}) {
            int parts = Math.max(1, Math.min(BLOCKS, length / LEAST_BLOCK));
            for (int part = 0; part < parts; part++) {
                float[] block =
                        Arrays.copyOfRange(border, start + part * length / parts, start + (part + 1) * length / parts);
                Arrays.sort(block);
                blocks[count++] = block[block.length / 2];
            }
            start += length;
        }
        return Arrays.copyOf(blocks, count);
    }
}
