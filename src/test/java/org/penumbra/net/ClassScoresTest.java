package org.penumbra.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.penumbra.kit.ReferenceFolder;

/** COOL's scores, loss and gradient against the float64 cases of the reference folder, and what must hold of them. */
class ClassScoresTest {

    private static final double TOLERANCE = 1e-4;

    @Test
    void scoresLossAndGradientAgreeWithEveryReferenceCase() throws IOException {
        JsonNode json = ReferenceFolder.read("cool.json");
        int classes = json.get("classes").intValue();
        int units = classes * json.get("omega").intValue();
        float[] logits = floats(ReferenceFolder.numbers(json, "logits"));
        double[] labels = ReferenceFolder.numbers(json, "labels");
        int rows = labels.length;
        assertTrue(rows > 0, "no cases");
        ClassScores cool = new ClassScores(classes, units / classes);
        float[] scores = new float[rows * classes];
        float[] gradient = new float[rows * units];
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            cool.scores(logits, row * units, scores, row * classes);
            loss += cool.loss(logits, row * units, (int) labels[row], 1f / rows, gradient);
        }
        assertAgrees("scores", ReferenceFolder.numbers(json, "scores"), scores);
        assertEquals(json.get("loss").doubleValue(), loss / rows, TOLERANCE * Math.abs(loss / rows), "loss");
        assertAgrees("loss_gradient_logits", ReferenceFolder.numbers(json, "loss_gradient_logits"), gradient);
    }

    /** Relative, each number to itself; a gradient that is a difference of numbers near 1/omega at least to a thousandth. */
    private static void assertAgrees(String key, double[] expected, float[] actual) {
        assertEquals(expected.length, actual.length, key);
        double floor = key.equals("scores") ? 1e-30 : 1e-3;
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], TOLERANCE * Math.max(floor, Math.abs(expected[i])), key + " " + i);
        }
    }

    @Test
    void gradientIsTheSlopeOfTheLoss() {
        for (int omega : new int[] {1, 5}) {
            ClassScores scores = new ClassScores(10, omega);
            float[] logits = new float[10 * omega];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) Math.sin(3 * i);
            }
            float[] gradient = new float[logits.length];
            scores.loss(logits, 0, 7, 0.5f, gradient);
            for (int i = 0; i < logits.length; i++) {
                float kept = logits[i];
                logits[i] = kept + 1f / 512;
                double step = logits[i];
                double above = scores.loss(logits, 0, 7, 1, new float[logits.length]);
                logits[i] = kept - 1f / 512;
                step -= logits[i];
                double below = scores.loss(logits, 0, 7, 1, new float[logits.length]);
                logits[i] = kept;
                assertEquals(0.5 * (above - below) / step, gradient[i], 1e-6, "omega " + omega + ", unit " + i);
            }
        }
    }

    @Test
    void doubtIsLeastWhereAllUnitsAreAlikeAndItsGradientIsItsSlope() {
        for (int omega : new int[] {1, 5}) {
            ClassScores scores = new ClassScores(10, omega);
            int units = 10 * omega;
            float[] alike = new float[units];
            float[] gradient = new float[units];
            assertEquals(Math.log(units), scores.doubtLoss(alike, 0, 1, gradient), 1e-12);
            float[] logits = new float[units];
            for (int i = 0; i < units; i++) {
                assertEquals(0, gradient[i], 1e-9);
                logits[i] = (float) Math.sin(3 * i);
            }
            double loss = scores.doubtLoss(logits, 0, 0.5f, gradient);
            assertTrue(loss > Math.log(units), "loss " + loss);
            for (int i = 0; i < units; i++) {
                float[] above = logits.clone();
                float[] below = logits.clone();
                above[i] += 1f / 512;
                below[i] -= 1f / 512;
                double slope = (scores.doubtLoss(above, 0, 1, new float[units])
                                - scores.doubtLoss(below, 0, 1, new float[units]))
                        / ((double) above[i] - below[i]);
                assertEquals(0.5 * slope, gradient[i], 1e-6, "omega " + omega + ", unit " + i);
            }
        }
    }

    @Test
    void oneUnitAClassIsTheSoftmaxAndHugeLogitsDoNotOverflow() {
        float[] logits = {1000, 1001, 999};
        float[] scores = new float[3];
        new ClassScores(3, 1).scores(logits, 0, scores, 0);
        double sum = Math.exp(-1) + 1 + Math.exp(-2);
        assertEquals(1 / sum, scores[1], 1e-7);
        assertEquals(Math.exp(-1) / sum, scores[0], 1e-7);
    }

    @Test
    void logitsBeyondWhatDoublesTellApartAreRefused() {
        ClassScores scores = new ClassScores(2, 1);
        scores.requireSound(new float[] {1e12f * 0.999f, -1e11f, Float.NaN}, 0);
        for (float wrong : new float[] {9e28f, -2e12f, Float.NaN, Float.POSITIVE_INFINITY}) {
            OverflowException refused = assertThrows(
                    OverflowException.class, () -> scores.requireSound(new float[] {Float.NaN, 0, wrong}, 1));
            assertEquals(wrong, refused.number());
        }
    }

    @Test
    void aClassWhoseUnitsShareAllTheProbabilityScoresOne() {
        float[] logits = {50, 50, 50, 0, 0, 0};
        float[] scores = new float[2];
        new ClassScores(2, 3).scores(logits, 0, scores, 0);
        assertEquals(1, scores[0], 1e-6);
        // One unit alone is not enough: 27 * 1 * exp(-50)^2.
        new ClassScores(2, 3).scores(new float[] {50, 0, 0, 0, 0, 0}, 0, scores, 0);
        assertEquals(27 * Math.exp(-100), scores[0], 1e-44);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
