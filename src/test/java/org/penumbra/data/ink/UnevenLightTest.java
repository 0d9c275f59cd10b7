package org.penumbra.data.ink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Position;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;

/** Digits on paper on which the light is not the same everywhere. */
class UnevenLightTest {

    private static final int SIDE = 240;

    @Test
    void lightThatFallsOffAndShadowsAreNotInk() {
        float[] expected = DigitImage.of(picture(1, 0, 0, (x, y) -> 1)).pixels();
        lights().forEach((name, light) -> {
            for (double noise : new double[] {0, 0.015}) {
                assertClose(expected, DigitImage.of(picture(0.95, 0.12, noise, light)), name + ", noise " + noise);
            }
        });
    }

    @Test
    void chalkOnABoardInFallingLightIsInkToo() {
        float[] expected = DigitImage.of(picture(1, 0, 0, (x, y) -> 1)).pixels();
        for (double falloff : new double[] {0.5, 0.35}) {
            DoubleBinaryOperator light = (x, y) -> 1 - (1 - falloff) * (x + y) / 2;
            assertClose(expected, DigitImage.of(picture(0.2, 0.95, 0.005, light)), "falls to " + falloff);
        }
    }

    @Test
    void emptyPaperInUnevenLightIsBlank() {
        lights().forEach((name, light) ->
                assertThrows(PictureException.class, () -> DigitImage.of(picture(0.95, 0.95, 0.015, light)), name));
    }

    @Test
    void noiseOnEvenPaperLeavesNoSpecks() {
        float[] expected = DigitImage.of(picture(1, 0, 0, (x, y) -> 1)).pixels();
        assertClose(expected, DigitImage.of(picture(0.9, 0.1, 0.02, (x, y) -> 1)), "seed of the noise 7");
    }

    /** The sum was made by the program before it knew of light: what a program drew is read as ever, to the bit. */
    @Test
    void cleanDrawingsAreReadAsEver() {
        ImageSet digits = new BuiltInDigits(1, 20, 5).make().test();
        float[][] levels = {{1, 0}, {0, 1}, {0.9f, 0.2f}, {0.3f, 0.6f}, {1, 0.85f}};
        int sum = 1;
        for (int i = 0; i < digits.count(); i++) {
            for (float[] level : levels) {
                for (int scale : new int[] {1, 3, 8}) {
                    Picture picture = enlarged(digits.image(i), scale, level[0], level[1]);
                    sum = 31 * sum + Arrays.hashCode(DigitImage.of(picture).pixels());
                }
            }
        }
        assertEquals(388_557_556, sum);
    }

    private static Picture enlarged(float[] digit, int scale, float paper, float ink) {
        int side = 28 * scale;
        float[] grey = new float[side * side];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = paper + (ink - paper) * digit[i / side / scale * 28 + i % side / scale];
        }
        return new Picture("clean", side, side, grey, scale == 3 ? 0.12f : 0);
    }

    /** How bright each place is lit; places go from 0 to 1. */
    private static Map<String, DoubleBinaryOperator> lights() {
        Map<String, DoubleBinaryOperator> lights = new LinkedHashMap<>();
        double dark = 0.4;
        lights.put("from the left", (x, y) -> 1 - (1 - dark) * x);
        lights.put("from below", (x, y) -> dark + (1 - dark) * y);
        lights.put("from a corner", (x, y) -> 1 - (1 - dark) * (x + y) / 2);
        lights.put("dark corners", (x, y) -> 1 - (1 - dark) * 2 * fromMiddle(x, y));
        lights.put("a lamp above", (x, y) -> dark + (1 - dark) * Math.exp(-fromMiddle(x, y) / 0.06));
        lights.put("a soft shadow", (x, y) -> 1 - (1 - dark) * Math.max(0, Math.min(1, 5 * x - 2)));
        lights.put("a hard shadow", (x, y) -> x + 0.3 * y < 0.6 ? 1 : dark);
        lights.put("a shadowed corner", (x, y) -> x + y < 1.4 ? 1 : dark);
        return lights;
    }

    private static double fromMiddle(double x, double y) {
        return (x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5);
    }

    /** A three on paper, three quarters as high, with these levels in full light. */
    private static Picture picture(double paper, double ink, double noise, DoubleBinaryOperator light) {
        SplittableRandom random = new SplittableRandom(7);
        Ink three = InkLine.draw(List.of(InkLine.of(three().smooth(2), 11)));
        float[] grey = new float[SIDE * SIDE];
        for (int i = 0; i < grey.length; i++) {
            int column = Math.floorDiv(i % SIDE - (SIDE - 3 * three.width()) / 2, 3);
            int row = Math.floorDiv(i / SIDE - (SIDE - 3 * three.height()) / 2, 3);
            boolean inside = column >= 0 && row >= 0 && column < three.width() && row < three.height();
            double amount = inside ? three.amount()[row * three.width() + column] : 0;
            double lit = light.applyAsDouble((i % SIDE + 0.5) / SIDE, (i / SIDE + 0.5) / SIDE)
                    * (paper + (ink - paper) * amount);
            double level = lit + noise * random.nextGaussian();
            grey[i] = Math.round(255 * Math.max(0, Math.min(1, level))) / 255f;
        }
        return new Picture("three", SIDE, SIDE, grey);
    }

    private static Stroke three() {
        return new Stroke(List.of(
                new Position(70, 60),
                new Position(110, 40),
                new Position(150, 70),
                new Position(120, 112),
                new Position(155, 150),
                new Position(115, 195),
                new Position(65, 175)));
    }

    private static void assertClose(float[] expected, DigitImage actual, String what) {
        double least = 1;
        // A little more ink at one end may move the whole by a pixel.
        for (int shift : new int[] {0, -1, 1, -28, 28, -29, -27, 27, 29}) {
            double error = 0;
            for (int i = 0; i < expected.length; i++) {
                float moved = i + shift < 0 || i + shift >= expected.length ? 0 : actual.pixels()[i + shift];
                error += Math.abs(expected[i] - moved) / expected.length;
            }
            least = Math.min(least, error);
        }
        assertTrue(least < 0.03, what + ": mean error " + least);
    }
}
