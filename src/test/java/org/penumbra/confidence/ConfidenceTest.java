package org.penumbra.confidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ConfidenceTest {

    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void positiveCurvatureLowersAndNegativeLeavesAlone() {
        assertEquals(1, Confidence.curvatureFactor(-3, 2));
        assertEquals(1, Confidence.curvatureFactor(0, 2));
        assertEquals(Math.exp(-1), Confidence.curvatureFactor(0.5, 2), 1e-15);
        assertEquals(1, Confidence.curvatureFactor(0.5, 0));
    }

    @Test
    void normIsNotSquaredAndSharedByTheDimensions() {
        assertEquals(Math.exp(-3), Confidence.withoutCurvature(0.3, 2, 20), 1e-15);
        assertEquals(Math.exp(-0.3 * 20 / 784), Confidence.withoutCurvature(0.3, 784, 20), 1e-15);
        ConfidenceSettings settings = new ConfidenceSettings(20, 2, 0.5);
        assertEquals(Math.exp(-3 - 0.8), Confidence.confidence(0.3, 0.4, 2, settings), 1e-15);
    }

    @Test
    void numbersThatAreNotFiniteAreNeverHidden() {
        assertEquals(NAN, Confidence.curvatureFactor(NAN, 2));
        assertEquals(0, Confidence.curvatureFactor(INFINITY, 2));
        assertEquals(1, Confidence.curvatureFactor(-INFINITY, 2));
        assertEquals(NAN, Confidence.withoutCurvature(NAN, 2, 20));
        assertEquals(0, Confidence.withoutCurvature(INFINITY, 2, 20));
    }

    @Test
    void factorThatIsSwitchedOffIsOneWhateverItsInput() {
        for (double value : new double[] {NAN, INFINITY, 3}) {
            assertEquals(1, Confidence.curvatureFactor(value, 0));
            assertEquals(1, Confidence.withoutCurvature(value, 2, 0));
        }
    }

    @Test
    void impossibleInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Confidence.withoutCurvature(-0.1, 2, 20));
        assertThrows(IllegalArgumentException.class, () -> Confidence.withoutCurvature(0.1, 0, 20));
        assertThrows(IllegalArgumentException.class, () -> Confidence.gamma(new float[2], 0, 0));
    }
}
