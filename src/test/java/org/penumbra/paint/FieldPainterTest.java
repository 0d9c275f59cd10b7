package org.penumbra.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPainterTest {

    private static final float NAN = Float.NaN;

    @ParameterizedTest
    @ValueSource(ints = {FieldPainter.LIGHT_BACKGROUND, FieldPainter.DARK_BACKGROUND})
    void predictionGoesEvenlyFromBackgroundToClassColour(int background) {
        FieldPainter painter = new FieldPainter(background);
        float[] probabilities = {0, 0, 1, 0, 0, 1, 0.5f, 0.25f};
        int[] pixels = new int[4];
        painter.prediction(probabilities, 2, pixels);
        assertEquals(background, pixels[0]);
        assertEquals(ClassColours.argb(0), pixels[1]);
        assertEquals(ClassColours.argb(1), pixels[2]);
        OkLab half = OkLab.of(pixels[3]);
        assertEquals(half.distance(OkLab.of(background)), half.distance(OkLab.of(ClassColours.argb(0))), 0.01);
    }

    @Test
    void strongerIsAlwaysFartherFromTheBackground() {
        for (int background : new int[] {FieldPainter.LIGHT_BACKGROUND, FieldPainter.DARK_BACKGROUND}) {
            FieldPainter painter = new FieldPainter(background);
            for (int k = 0; k < ClassColours.COUNT; k++) {
                double before = -1;
                for (int s = 0; s <= 16; s++) {
                    double distance = OkLab.of(painter.classColour(k, s / 16.0)).distance(OkLab.of(background));
                    assertTrue(distance > before, "class " + k + " strength " + s / 16.0);
                    before = distance;
                }
            }
        }
    }

    @Test
    void scaledOutputsArePredictionTimesConfidence() {
        FieldPainter painter = new FieldPainter(FieldPainter.LIGHT_BACKGROUND);
        float[] probabilities = {0.2f, 0.8f, 0.2f, 0.8f, 1, 0};
        int[] pixels = new int[3];
        painter.scaledOutputs(probabilities, new float[] {1, 0.5f, 0}, 2, pixels);
        int[] expected = new int[3];
        painter.prediction(new float[] {0, 0.8f, 0, 0.4f, 0, 0}, 2, expected);
        assertArrayEquals(expected, pixels);
    }

    @Test
    void scalarsFillTheMapBetweenLowAndHigh() {
        int[] colours = ColourMap.CONFIDENCE.colours();
        int[] pixels = new int[7];
        FieldPainter.scalar(
                new float[] {-9, 2, 3, 4, 9, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY},
                2,
                4,
                ColourMap.CONFIDENCE,
                pixels);
        assertArrayEquals(
                new int[] {colours[0], colours[0], colours[128], colours[255], colours[255], colours[0], colours[255]},
                pixels);
    }

    @Test
    void whatIsNotANumberIsGrey() {
        FieldPainter painter = new FieldPainter(FieldPainter.DARK_BACKGROUND);
        int[] grey = {ColourMap.NOT_A_NUMBER, ColourMap.NOT_A_NUMBER, ColourMap.NOT_A_NUMBER};
        int[] pixels = new int[3];
        painter.prediction(new float[] {NAN, 1, 1, NAN, NAN, NAN}, 2, pixels);
        assertArrayEquals(grey, pixels);
        painter.scaledOutputs(new float[] {NAN, 1, 1, 0, 0, 1}, new float[] {1, NAN, NAN}, 2, pixels);
        assertArrayEquals(grey, pixels);
        FieldPainter.scalar(new float[] {NAN, NAN, NAN}, 0, 1, ColourMap.CURVATURE, pixels);
        assertArrayEquals(grey, pixels);
    }

    @Test
    void wrongLengthsAreRefusedWithBothNumbers() {
        FieldPainter painter = new FieldPainter(0);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> painter.prediction(new float[5], 2, new int[3]))
                .getMessage();
        assertEquals("probabilities: expected 6 numbers, but got 5", message);
        assertThrows(
                IllegalArgumentException.class, () -> painter.scaledOutputs(new float[6], new float[2], 2, new int[3]));
        assertThrows(
                IllegalArgumentException.class,
                () -> FieldPainter.scalar(new float[3], 1, 1, ColourMap.CONFIDENCE, new int[3]));
    }
}
