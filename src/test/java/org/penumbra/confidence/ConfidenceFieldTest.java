package org.penumbra.confidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.penumbra.net.plane.PlaneResponse;

class ConfidenceFieldTest {

    private static final ConfidenceSettings SETTINGS = new ConfidenceSettings(20, 2, 0.5);

    @Test
    void everyCellIsWhatTheFormulaOfOneInputGives() {
        long seed = 77;
        PlaneResponse response = random(500, seed);
        ConfidenceField field = ConfidenceField.of(response, SETTINGS);
        assertEquals(500, field.count());
        for (int i = 0; i < 500; i++) {
            float[] y = {
                response.probabilities()[3 * i],
                response.probabilities()[3 * i + 1],
                response.probabilities()[3 * i + 2]
            };
            Verdict verdict = Verdict.of(y, response.error()[i], response.gamma()[i], 2, SETTINGS);
            String which = "cell " + i + ", seed " + seed;
            assertEquals(verdict.withoutCurvature(), field.withoutCurvature()[i], 1e-6, which);
            assertEquals(verdict.curvatureFactor(), field.curvatureFactor()[i], 1e-6, which);
            assertEquals(verdict.confidence(), field.confidence()[i], 1e-6, which);
            assertEquals(verdict.score(), field.bestScaled()[i], 1e-6, which);
            assertEquals(verdict.bestClass(), field.bestClass()[i], which);
        }
    }

    @Test
    void updateReusesItsArraysAndForgetsTheOldNumbers() {
        ConfidenceField field = ConfidenceField.of(random(300, 1), SETTINGS);
        float[] before = field.confidence();
        PlaneResponse other = random(300, 2);
        ConfidenceSettings changed = SETTINGS.withAlpha(3).withBeta(0.5);
        field.update(other, changed);
        assertSame(before, field.confidence());
        ConfidenceField fresh = ConfidenceField.of(other, changed);
        for (int i = 0; i < 300; i++) {
            assertEquals(fresh.confidence()[i], field.confidence()[i]);
            assertEquals(fresh.bestScaled()[i], field.bestScaled()[i]);
            assertEquals(fresh.bestClass()[i], field.bestClass()[i]);
        }
        field.update(random(10, 3), SETTINGS);
        assertNotSame(before, field.confidence());
        assertEquals(10, field.count());
    }

    @Test
    void betaZeroSwitchesTheCurvatureOff() {
        PlaneResponse response = random(300, 4);
        ConfidenceField field = ConfidenceField.of(response, SETTINGS.withBeta(0));
        for (int i = 0; i < 300; i++) {
            assertEquals(1, field.curvatureFactor()[i]);
            assertEquals(field.withoutCurvature()[i], field.confidence()[i]);
        }
    }

    @Test
    void numbersThatAreNotFiniteComeThroughAsConfidenceSays() {
        float nan = Float.NaN;
        float infinity = Float.POSITIVE_INFINITY;
        float[] error = {nan, 0.1f, infinity, 0.1f, 0.1f, 0.1f};
        float[] gamma = {0.1f, nan, 0.1f, infinity, -infinity, 0.1f};
        float[] y = {1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, nan};
        ConfidenceField field =
                ConfidenceField.of(new PlaneResponse(6, 2, 2, y, new float[12], error, gamma), SETTINGS);
        assertTrue(Float.isNaN(field.confidence()[0]) && Float.isNaN(field.bestScaled()[0]));
        assertTrue(Float.isNaN(field.curvatureFactor()[1]) && Float.isNaN(field.bestScaled()[1]));
        assertEquals(0, field.confidence()[2]);
        assertEquals(0, field.confidence()[3]);
        assertEquals(Math.exp(-1), field.confidence()[4], 1e-6);
        assertTrue(Float.isNaN(field.bestScaled()[5]));
        ConfidenceField off = ConfidenceField.of(
                new PlaneResponse(6, 2, 2, y, new float[12], error, gamma), new ConfidenceSettings(0, 0, 0.5));
        for (int i = 0; i < 6; i++) {
            assertEquals(1, off.confidence()[i]);
        }
    }

    private static PlaneResponse random(int count, long seed) {
        Random random = new Random(seed);
        float[] y = new float[3 * count];
        float[] error = new float[count];
        float[] gamma = new float[count];
        for (int i = 0; i < count; i++) {
            float first = random.nextFloat();
            float second = random.nextFloat() * (1 - first);
            y[3 * i + i % 3] = first;
            y[3 * i + (i + 1) % 3] = second;
            y[3 * i + (i + 2) % 3] = 1 - first - second;
            error[i] = random.nextFloat();
            gamma[i] = 2 * random.nextFloat() - 1;
        }
        return new PlaneResponse(count, 2, 3, y, new float[2 * count], error, gamma);
    }
}
