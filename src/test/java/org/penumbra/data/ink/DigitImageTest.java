package org.penumbra.data.ink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Position;
import org.penumbra.data.image.ImageSet;
import org.penumbra.kit.RealDigits;

class DigitImageTest {

    @Test
    void aBarBecomesTwentyPixelsHighAndIsCentred() {
        Picture picture = paper(200, 300, 1);
        fill(picture, 31, 50, 20, 100, 0);
        float[] image = DigitImage.of(picture).pixels();
        for (int i = 0; i < image.length; i++) {
            int row = i / 28;
            int column = i % 28;
            // 20 x 4 pixels whose centre of mass would be (13.5, 15.5) to (14.5, 16.5); MNIST rounds alike.
            boolean ink = row >= 5 && row < 25 && column >= 13 && column < 17;
            assertEquals(ink ? 1 : 0, image[i], 1e-6, "row " + row + ", column " + column);
        }
    }

    @Test
    void theShorterSideKeepsItsProportion() {
        Picture picture = paper(100, 100, 0);
        fill(picture, 10, 10, 23, 80, 1);
        float[] row = Arrays.copyOfRange(DigitImage.of(picture).pixels(), 14 * 28, 15 * 28);
        // 23 / 80 * 20 = 5.75 pixels in the middle of 6.
        assertEquals(5.75, sum(row), 1e-4);
        assertEquals(0.875, row[12], 1e-4);
        assertEquals(1, row[13], 1e-6);
        assertEquals(0.875, row[17], 1e-4);
        assertEquals(0, row[18], 0);
    }

    @Test
    void aSmallPictureOnDarkIsTakenAsItIsAndOneOnLightIsNot() {
        Picture dark = paper(28, 28, 0);
        fill(dark, 3, 2, 4, 9, 0.75f);
        assertArrayEquals(dark.grey(), DigitImage.ofAny(dark).pixels(), 0);
        Picture light = paper(28, 28, 1);
        fill(light, 3, 2, 4, 9, 0);
        assertArrayEquals(DigitImage.of(light).pixels(), DigitImage.ofAny(light).pixels(), 0);
        Picture large = paper(56, 56, 0);
        fill(large, 6, 4, 8, 18, 0.75f);
        assertArrayEquals(DigitImage.of(large).pixels(), DigitImage.ofAny(large).pixels(), 0);
        assertEquals(
                "black: expected a digit, dark on light or light on dark, but it is blank. Draw one, or give it more "
                        + "contrast.",
                assertThrows(
                                PictureException.class,
                                () -> DigitImage.ofAny(new Picture("black", 28, 28, new float[784])))
                        .getMessage());
    }

    @Test
    void coloursCountByTheirBrightnessAndTransparentOnesLieOnWhite() {
        float[] grey = Picture.ofColours("four", 4, 1, new int[] {0xFF000000, 0xFFFF0000, 0x00000000, 0x80000000})
                .grey();
        assertArrayEquals(new float[] {0, 0.299f, 1, 1 - 128 / 255f}, grey, 1e-6f);
    }

    @Test
    void darkOnLightAndLightOnDarkAreTheSame() {
        Picture dark = drawing(300, 240, 1, 10, 20);
        float[] turned = new float[dark.grey().length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = 0.2f + 0.5f * (1 - dark.grey()[i]);
        }
        float[] expected = DigitImage.of(dark).pixels();
        assertArrayEquals(
                expected, DigitImage.of(new Picture("turned", 300, 240, turned)).pixels(), 1e-5f);
    }

    @Test
    void sizeAndPlaceOfADrawingHardlyMatter() {
        float[] expected = DigitImage.of(drawing(560, 560, 2, 40, 30)).pixels();
        assertClose(expected, DigitImage.of(drawing(560, 560, 2, 43, 37)).pixels(), 1e-6, "shifted");
        assertClose(expected, DigitImage.of(drawing(560, 560, 1.37, 101, 3)).pixels(), 0.02, "smaller");
        assertClose(expected, DigitImage.of(drawing(280, 280, 0.6, 15.4, 33.3)).pixels(), 0.03, "much smaller");
    }

    @Test
    void strokesGiveWhatTheirPictureGives() {
        for (double scale : new double[] {0.5, 1, 4}) {
            List<Stroke> strokes = List.of(stroke(scale, 5, 9));
            float[] drawn = DigitImage.of(strokes, 14 * scale).pixels();
            assertClose(DigitImage.of(drawing(600, 600, 2, 5, 9)).pixels(), drawn, 0.02, "scale " + scale);
        }
    }

    @Test
    void aDotIsADigitToo() {
        List<Stroke> dot = List.of(new Stroke(List.of(new Position(3, 4))));
        float[] image = DigitImage.of(dot, 5).pixels();
        // A disc of diameter 20.
        assertEquals(Math.PI * 100, sum(image), 3);
        Picture pixel = paper(9, 9, 1);
        fill(pixel, 2, 5, 1, 1, 0);
        assertEquals(400, sum(DigitImage.of(pixel).pixels()), 1e-3);
    }

    @Test
    void unrestOfThePaperIsNotInk() {
        SplittableRandom random = new SplittableRandom(5);
        Picture clean = drawing(400, 400, 2, 60, 60);
        float[] grey = clean.grey().clone();
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (float) Math.max(0, Math.min(1, 0.1 + 0.8 * grey[i] + 0.02 * random.nextDouble(-1, 1)));
        }
        assertClose(
                DigitImage.of(clean).pixels(),
                DigitImage.of(new Picture("noisy", 400, 400, grey)).pixels(),
                0.03,
                "seed 5");
    }

    @Test
    void enlargedImagesOfMnistComeBack() throws IOException {
        ImageSet real = RealDigits.first(300);
        int same = 0;
        for (int i = 0; i < real.count(); i++) {
            float[] expected = real.image(i);
            Picture picture = paper(200, 190, 0);
            for (int pixel = 0; pixel < expected.length; pixel++) {
                fill(picture, 40 + 5 * (pixel % 28), 21 + 5 * (pixel / 28), 5, 5, expected[pixel]);
            }
            float[] image = DigitImage.of(picture).pixels();
            double error = 0;
            for (int pixel = 0; pixel < image.length; pixel++) {
                error += Math.abs(image[pixel] - expected[pixel]) / image.length;
            }
            // What is fainter than 1 % is dropped; where that empties an edge of the box, the digit grows by a pixel.
            same += error < 0.002 ? 1 : 0;
            assertTrue(error < 0.05, "image " + i + ": " + error);
        }
        assertTrue(same > 285, same + " of 300 are the same");
    }

    @Test
    void anImageOfTheRightSizeCanBeTakenAsItIs() {
        float[] pixels = new float[784];
        pixels[3] = 0.25f;
        assertSame(pixels, DigitImage.asIs(new Picture("small", 28, 28, pixels)).pixels());
        assertEquals(
                "big.png: expected 28 x 28 pixels, but it has 56 x 14. Give one of that size, or have it cropped "
                        + "and shrunk.",
                message(() -> DigitImage.asIs(new Picture("big.png", 56, 14, new float[784]))));
    }

    @Test
    void blankPicturesAreRefused() {
        String blank = ": expected a digit, dark on light or light on dark, but it is blank. Draw one, or give it more "
                + "contrast.";
        assertEquals("white.png" + blank, message(() -> DigitImage.of(new Picture("white.png", 1, 1, new float[1]))));
        assertEquals("paper" + blank, message(() -> DigitImage.of(paper(40, 30, 0.5f))));
        assertEquals("the drawing" + blank, message(() -> DigitImage.of(List.of(), 20)));
        SplittableRandom random = new SplittableRandom(8);
        float[] noise = new float[900];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextDouble(0.4, 0.6);
        }
        assertEquals("noise" + blank, message(() -> DigitImage.of(new Picture("noise", 30, 30, noise))));
    }

    @Test
    void strokesNeedPointsAndAPositiveBrush() {
        assertThrows(IllegalArgumentException.class, () -> new Stroke(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Stroke(List.of(new Position(Double.NaN, 0))));
        List<Stroke> strokes = List.of(stroke(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> DigitImage.of(strokes, 0));
        assertThrows(IllegalArgumentException.class, () -> DigitImage.of(strokes, Double.NaN));
    }

    private static Stroke stroke(double scale, double x, double y) {
        List<Position> points = new ArrayList<>();
        for (int i = 0; i <= 60; i++) {
            double t = i / 60.0;
            points.add(new Position(scale * (x + 60 + 40 * Math.sin(5 * t)), scale * (y + 20 + 150 * t)));
        }
        return new Stroke(points);
    }

    /** The stroke as black ink on white paper, drawn from its distances with a slow but simple method. */
    private static Picture drawing(int width, int height, double scale, double x, double y) {
        Picture picture = paper(width, height, 1);
        List<Position> points = stroke(scale, x / scale, y / scale).points();
        for (int i = 0; i < picture.grey().length; i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 1; j < points.size(); j++) {
                for (int k = 0; k < 8; k++) {
                    double px = points.get(j - 1).x()
                            + (points.get(j).x() - points.get(j - 1).x()) * k / 8;
                    double py = points.get(j - 1).y()
                            + (points.get(j).y() - points.get(j - 1).y()) * k / 8;
                    double dx = i % width + 0.5 - px;
                    double dy = i / width + 0.5 - py;
                    nearest = Math.min(nearest, dx * dx + dy * dy);
                }
            }
            double inside = 7 * scale + 0.5 - Math.sqrt(nearest);
            picture.grey()[i] = (float) (1 - Math.max(0, Math.min(1, inside)));
        }
        return picture;
    }

    private static Picture paper(int width, int height, float level) {
        float[] grey = new float[width * height];
        Arrays.fill(grey, level);
        return new Picture("paper", width, height, grey);
    }

    private static void fill(Picture picture, int left, int top, int width, int height, float level) {
        for (int row = top; row < top + height; row++) {
            Arrays.fill(picture.grey(), row * picture.width() + left, row * picture.width() + left + width, level);
        }
    }

    private static void assertClose(float[] expected, float[] actual, double meanError, String what) {
        double error = 0;
        for (int i = 0; i < expected.length; i++) {
            error += Math.abs(expected[i] - actual[i]) / expected.length;
        }
        assertTrue(error <= meanError, what + ": mean error " + error);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static String message(Runnable action) {
        return assertThrows(PictureException.class, action::run).getMessage();
    }
}
