package org.penumbra.data.image;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.InkLine;
import org.penumbra.data.ink.StrokeFont;

/**
 * Images of letters, which a model of digits does not know: the letters of {@link StrokeFont}, slanted, stretched and drawn with
 * a thin or a thick pen, fitted into 28 x 28 pixels as drawings of digits are. The letters come in turn, each about as often as
 * any other. All images carry the label 0, which means nothing.
 *
 * @param alphabet letters that are drawn, at least one
 * @param count    images, at least 0
 * @param seed     the same seed draws the same images
 */
public record LetterImages(String alphabet, int count, long seed) {

    /** Capital letters that look like no digit. */
    public static final String CAPITALS = "ACDEFGHJKLMNPQRTUVWXY";
    /** Small letters that look like no digit. */
    public static final String SMALL = "acdefhjkmnprtuvwxy";

    private static final int SIDE = DigitImage.SIDE;
    private static final int PIXELS = SIDE * SIDE;
    private static final int WHITE = 255;
    private static final double CAPITAL_HEIGHT = 100;
    /** Of a letter's height, by which its top is moved aside at most. */
    private static final double SLANT = 0.25;

    private static final double NARROWEST = 0.8;
    private static final double WIDEST = 1.25;
    /** Radii, in hundredths of the height of a capital. */
    private static final double THINNEST = 4;

    private static final double THICKEST = 9;

    public LetterImages {
        if (alphabet.isEmpty() || count < 0) {
            throw new IllegalArgumentException("letters: expected at least one letter and at least 0 images, but got \""
                    + alphabet + "\" and " + count);
        }
    }

    /** Draws them. */
    public ImageSet make() {
        StrokeFont font = new StrokeFont();
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = new byte[Math.multiplyExact(count, PIXELS)];
        for (int i = 0; i < count; i++) {
            int at = i % alphabet.length();
            float[] pixels = image(font, alphabet.substring(at, at + 1), random);
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                bytes[i * PIXELS + pixel] = (byte) Math.round(WHITE * pixels[pixel]);
            }
        }
        return new ImageSet(SIDE, SIDE, bytes, new byte[count]);
    }

    private static float[] image(StrokeFont font, String letter, SplittableRandom random) {
        double slant = random.nextDouble(-SLANT, SLANT);
        double stretch = random.nextDouble(NARROWEST, WIDEST);
        float pen = (float) random.nextDouble(THINNEST, THICKEST);
        List<InkLine> ink = new ArrayList<>();
        for (double[] line : font.lines(letter, 0, 0, CAPITAL_HEIGHT)) {
            int points = line.length / 2;
            InkLine drawn = new InkLine(new float[points], new float[points], new float[points]);
            for (int i = 0; i < points; i++) {
                drawn.x()[i] = (float) (stretch * line[2 * i] - slant * line[2 * i + 1]);
                drawn.y()[i] = (float) line[2 * i + 1];
                drawn.radius()[i] = pen;
            }
            ink.add(drawn);
        }
        return DigitImage.of(InkLine.draw(ink)).pixels();
    }
}
