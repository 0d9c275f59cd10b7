package org.penumbra.data.ink;

import java.util.Arrays;
import java.util.List;

/**
 * How a picture of any size becomes an image of 28 x 28 pixels, light on black. A network knows what it has learnt only as
 * its fit showed it, so whoever asks it about a picture uses the same one.
 */
public enum Fit {

    /**
     * As MNIST's digits: the ink is cropped, shrunk to a box of 20 x 20, and its centre of mass moved to the middle; see
     * {@link DigitImage}. A picture of 28 x 28 pixels with a dark border is taken as it is.
     */
    DIGIT("digit", "cropped and centred like a digit") {
        @Override
        public float[] pixels(Picture picture) {
            return DigitImage.ofAny(picture).pixels();
        }
    },

    /**
     * The whole picture, shrunk by averaging what each pixel covers (or enlarged), with its proportions; what is left of
     * the square gets the grey of the picture's border. Where that is light, black and white change places.
     */
    WHOLE("whole", "taken whole, and inverted where the border is light") {
        @Override
        public float[] pixels(Picture picture) {
            float paper = paper(picture);
            float[] pixels = shrunk(picture, paper);
            if (paper > MIDDLE) {
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = 1 - pixels[i];
                }
            }
            return pixels;
        }
    },

    /**
     * The whole picture with its black and white as they are: every level of a picture of 28 x 28 pixels stays what it is,
     * any other is shrunk or enlarged like {@link #WHOLE} and never inverted.
     */
    AS_IS("as-is", "taken whole and as it is, light on black") {
        @Override
        public float[] pixels(Picture picture) {
            return picture.width() == SIDE && picture.height() == SIDE
                    ? picture.grey()
                    : shrunk(picture, paper(picture));
        }
    };

    private static final int SIDE = DigitImage.SIDE;
    private static final float MIDDLE = 0.5f;

    private final String id;
    private final String words;

    Fit(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** The one that suits classes of such names: {@link #DIGIT} for the digits 0 to 9 or some of them. */
    public static Fit of(List<String> classes) {
        return classes.stream().allMatch(name -> name.matches("[0-9]")) ? DIGIT : WHOLE;
    }

    /** What files and options call it: "digit", "whole", "as-is". */
    public String id() {
        return id;
    }

    /** What happens to a picture, for people: "cropped and centred like a digit". */
    public String words() {
        return words;
    }

    /**
     * The image made of a picture.
     *
     * @return 784 pixels, 0 (background) to 1, row by row from the top
     * @throws PictureException when the picture shows nothing where something is needed
     */
    public abstract float[] pixels(Picture picture);

    /** The median grey of the border. */
    private static float paper(Picture picture) {
        float[] border = picture.border();
        Arrays.sort(border);
        return border[border.length / 2];
    }

    private static float[] shrunk(Picture picture, float paper) {
        int width = picture.width();
        int height = picture.height();
        double scale = (double) SIDE / Math.max(width, height);
        Resampling columns = Resampling.of(0, width, Math.max(1, width * scale), SIDE);
        Resampling rows = Resampling.of(0, height, Math.max(1, height * scale), SIDE);
        float[] pixels = new float[SIDE * SIDE];
        float[] line = new float[SIDE];
        for (int row = 0; row < SIDE; row++) {
            float[] weights = rows.weight()[row];
            for (int i = 0; i < weights.length; i++) {
                narrow(picture, rows.first()[row] + i, columns, paper, line);
                for (int column = 0; column < SIDE; column++) {
                    pixels[row * SIDE + column] += weights[i] * line[column];
                }
            }
            for (int column = 0; column < SIDE; column++) {
                float grey = paper + pixels[row * SIDE + column];
                pixels[row * SIDE + column] = Math.max(0, Math.min(1, grey));
            }
        }
        return pixels;
    }

    /** One row of a picture at the new width, as differences from the paper. */
    private static void narrow(Picture picture, int row, Resampling columns, float paper, float[] target) {
        for (int column = 0; column < target.length; column++) {
            float[] weights = columns.weight()[column];
            int at = row * picture.width() + columns.first()[column];
            float sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * (picture.grey()[at + i] - paper);
            }
            target[column] = sum;
        }
    }
}
