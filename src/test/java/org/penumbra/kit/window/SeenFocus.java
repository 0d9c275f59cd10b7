package org.penumbra.kit.window;

import java.util.Locale;
import javafx.scene.image.Image;
import org.penumbra.kit.Contrast;

/**
 * What changes on the screen when a control gets the focus: pixels whose colours before and after have a contrast of at
 * least 3 to 1 (WCAG 2.2, success criterion 2.4.13).
 *
 * @param count  of those pixels
 * @param width  of the smallest box around them, px
 * @param height of that box, px
 */
record SeenFocus(int count, int width, int height) {

    private static final double CONTRAST = 3;
    /** What is smaller is no ring around anything. */
    private static final int SMALLEST = 10;

    /** Compares two pictures of equal size. */
    static SeenFocus between(Image before, Image after) {
        int count = 0;
        int left = Integer.MAX_VALUE;
        int right = -1;
        int top = Integer.MAX_VALUE;
        int bottom = -1;
        for (int y = 0; y < (int) before.getHeight(); y++) {
            for (int x = 0; x < (int) before.getWidth(); x++) {
                int was = before.getPixelReader().getArgb(x, y);
                int is = after.getPixelReader().getArgb(x, y);
                if (was != is && Contrast.of(was, is) >= CONTRAST) {
                    count++;
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return count == 0 ? new SeenFocus(0, 0, 0) : new SeenFocus(count, right - left + 1, bottom - top + 1);
    }

    /**
     * Whether the pixels are as many as in a frame of 2 px along their box, less what round corners and edges between two
     * pixels take of it. A frame of 1 px has half as many.
     */
    boolean isRing() {
        return width >= SMALLEST && height >= SMALLEST && count >= 0.65 * (2 * 2 * (width + height - 4));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d pixels change by 3:1, within %d x %d", count, width, height);
    }
}
