package org.penumbra.confidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.confidence.Verdict.Doubt;

class VerdictTest {

    private static final ConfidenceSettings SETTINGS = new ConfidenceSettings(20, 2, 0.5);

    @Test
    void surePointOnTheDataIsAnswered() {
        Verdict verdict = Verdict.of(new float[] {0.01f, 0.02f, 0.97f}, 0.004, -0.4, 2, SETTINGS);
        assertTrue(verdict.known());
        assertEquals(2, verdict.bestClass());
        assertEquals(Doubt.NONE, verdict.doubt());
        assertEquals(0.97 * Math.exp(-0.04), verdict.score(), 1e-6);
    }

    @Test
    void smallestFactorIsTheReason() {
        assertEquals(
                Doubt.RECONSTRUCTION,
                Verdict.of(new float[] {1, 0}, 0.3, 0.1, 2, SETTINGS).doubt());
        assertEquals(
                Doubt.CURVATURE,
                Verdict.of(new float[] {1, 0}, 0.01, 0.6, 2, SETTINGS).doubt());
        assertEquals(
                Doubt.CLASSIFIER,
                Verdict.of(new float[] {0.45f, 0.55f}, 0.02, 0.05, 2, SETTINGS).doubt());
    }

    @Test
    void scoreAtTauIsKnown() {
        assertTrue(Verdict.of(new float[] {0.5f, 0.5f}, 0, 0, 2, SETTINGS).known());
    }

    @Test
    void notANumberIsUnknown() {
        for (Verdict verdict : new Verdict[] {
            Verdict.of(new float[] {0, 1}, Double.NaN, 0, 2, SETTINGS),
            Verdict.of(new float[] {0, 1}, 0, Double.NaN, 2, SETTINGS),
            Verdict.of(new float[] {0, Float.NaN, 1}, 0, 0, 2, SETTINGS)
        }) {
            assertFalse(verdict.known());
            assertEquals(Doubt.NOT_A_NUMBER, verdict.doubt());
        }
    }

    @Test
    void noClassIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Verdict.of(new float[0], 0, 0, 2, SETTINGS));
    }
}
