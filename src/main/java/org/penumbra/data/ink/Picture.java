package org.penumbra.data.ink;

import java.util.Arrays;
import java.util.Optional;

/**
 * A grey picture.
 *
 * @param name   what messages call it: its file, or "the drawing"
 * @param width  pixels, at least 1
 * @param height pixels, at least 1
 * @param grey   from 0 (black) to 1 (white), row by row from the top, {@code width * height} of them; not copied
 * @param unsure how far from the truth a level may be, because of how the picture was stored; at least 0
 */
public record Picture(String name, int width, int height, float[] grey, float unsure) {

    /** No photograph is smaller; small pictures are images of data sets, whose ink may fill them to the border. */
    private static final int LEAST_PHOTOGRAPH = 64;
    /** Less contrast than this is no ink; it is what a faint pencil leaves on paper. */
    private static final float LEAST_CONTRAST = 1 / 16f;
    /** Ink fainter than this is taken for paper even where the paper is perfectly clean. */
    private static final float LEAST_FLOOR = 0.01f;
    /** How many usual deviations of the paper ink has to exceed. */
    private static final float FLOOR = 5;

    public Picture {
        if (width < 1 || height < 1 || (long) width * height != grey.length) {
            throw new IllegalArgumentException(
                    name + ": " + width + " x " + height + " pixels do not make " + grey.length + " numbers");
        }
    }

    /** A picture whose levels are as they should be. */
    public Picture(String name, int width, int height, float[] grey) {
        this(name, width, height, grey, 0);
    }

    /**
     * A picture of coloured pixels, which count by how bright they look; transparent ones lie on white, or
     * on black where light ink stands on a transparent ground.
     *
     * @param argb {@code width * height}, row by row from the top: alpha, red, green, blue, a byte each, not
     *             premultiplied
     */
    public static Picture ofColours(String name, int width, int height, int[] argb) {
        return GreyPixels.ofColours(name, width, height, argb);
    }

    /** Whether the paper is dark, as in an image of MNIST. */
    boolean isOnDark() {
        float[] border = border();
        Arrays.sort(border);
        return border[border.length / 2] < 0.5f;
    }

    /**
     * The ink on this picture, dark on light or light on dark. The paper is as grey as the median of the picture's
     * border, the ink is what differs from it most, and all in between is so much ink. What differs from the paper no
     * more than the border's own unrest does, or than the levels are unsure, is paper.
     *
     * @throws PictureException when there is no ink
     */
    Ink ink() {
        float[] border = border();
        Arrays.sort(border);
        float paper = border[border.length / 2];
        float darkest = paper;
        float lightest = paper;
        for (float value : grey) {
            darkest = Math.min(darkest, value);
            lightest = Math.max(lightest, value);
        }
        boolean darkInk = paper - darkest >= lightest - paper;
        float contrast = darkInk ? paper - darkest : lightest - paper;
        float unrest = unrest(border, paper);
        float floor = Math.max(unsure, Math.max(LEAST_FLOOR * contrast, FLOOR * unrest));
        boolean mayBePhotograph = Math.min(width, height) >= LEAST_PHOTOGRAPH;
        if (mayBePhotograph
                && contrast >= LEAST_CONTRAST
                && new Evenness(this, paper, contrast, floor).isMissing(unrest)) {
            Optional<Ink> ink = UnevenLight.ink(this);
            // Paper that somebody drew on with a program has its one level; a photograph's has not.
            if (ink.isPresent() || unrest > 0) {
                return ink.orElseThrow(() -> PictureException.blank(name));
            }
        }
        if (!(contrast >= LEAST_CONTRAST) || floor >= contrast) {
            throw PictureException.blank(name);
        }
        Ink ink = new Ink(width, height, amounts(paper, darkInk ? -1 / contrast : 1 / contrast, floor / contrast));
        return mayBePhotograph && unrest > 0 ? new InkParts(ink).withoutSpecks() : ink;
    }

    private float[] amounts(float paper, float perGrey, float floor) {
        float[] amount = new float[grey.length];
        for (int i = 0; i < amount.length; i++) {
            float value = (grey[i] - paper) * perGrey;
            amount[i] = value > floor ? value : 0;
        }
        return amount;
    }

    /** The outermost pixels, corners twice. */
    float[] border() {
        float[] border = new float[2 * (width + height)];
        int last = grey.length - width;
        for (int i = 0; i < width; i++) {
            border[i] = grey[i];
            border[width + i] = grey[last + i];
        }
        for (int i = 0; i < height; i++) {
            border[2 * width + i] = grey[i * width];
            border[2 * width + height + i] = grey[i * width + width - 1];
        }
        return border;
    }

    /** The median deviation from the paper, which ink that reaches the border leaves alone. */
    private static float unrest(float[] border, float paper) {
        float[] deviation = new float[border.length];
        for (int i = 0; i < border.length; i++) {
            deviation[i] = Math.abs(border[i] - paper);
        }
        Arrays.sort(deviation);
        return deviation[deviation.length / 2];
    }
}
