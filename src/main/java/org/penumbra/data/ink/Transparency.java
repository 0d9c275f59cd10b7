package org.penumbra.data.ink;

import java.util.Arrays;

/**
 * What a picture with transparent parts looks like on paper. The paper is white, as for any other picture. Only where the
 * ground is transparent and all that stands on it is light would white paper hide it: such a picture lies on black.
 *
 * @param width pixels
 * @param level of each pixel, 0 (black) to 1 (white), row by row
 * @param alpha of each pixel, 0 (transparent) to 1
 */
record Transparency(int width, float[] level, float[] alpha) {

    /** Ink that is this dark on white paper can be seen there. */
    private static final float DARK_ENOUGH = 0.5f;

    private static final float HALF = 0.5f;

    /** The levels on the paper that suits. */
    float[] onPaper() {
        boolean black = groundIsTransparent() && allIsLight();
        float[] grey = new float[level.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = black ? alpha[i] * level[i] : onWhite(level[i], alpha[i]);
        }
        return grey;
    }

    static float onWhite(float level, float alpha) {
        return 1 - alpha * (1 - level);
    }

    private boolean groundIsTransparent() {
        float[] border = new Picture("alpha", width, alpha.length / width, alpha).border();
        Arrays.sort(border);
        return border[border.length / 2] < HALF;
    }

    private boolean allIsLight() {
        float onWhite = 0;
        float onBlack = 0;
        for (int i = 0; i < level.length; i++) {
            onWhite = Math.max(onWhite, alpha[i] * (1 - level[i]));
            onBlack = Math.max(onBlack, alpha[i] * level[i]);
        }
        return onWhite < DARK_ENOUGH && onBlack > onWhite;
    }
}
