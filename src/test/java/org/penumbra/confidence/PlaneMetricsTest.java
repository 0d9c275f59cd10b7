package org.penumbra.confidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.data.plane.Rings;
import org.penumbra.net.plane.PlaneResponse;

class PlaneMetricsTest {

    private static final ConfidenceSettings SETTINGS = new ConfidenceSettings(20, 2, 0.5);
    private static final Rings RING = new Rings(0.6, 0.1, List.of(new Position(0, 0)));
    private static final Grid GRID = new Grid(new PlaneRegion(-1.5, 1.5, -1.5, 1.5), 60, 60);

    @Test
    void onIsTheRingItselfAndOffIsFarFromIt() {
        OnOff cells = OnOff.of(GRID, RING);
        float[] radius = radii();
        for (float r : cells.on(radius)) {
            assertEquals(0.65, r, 0.05 + 1e-6);
        }
        for (float r : cells.off(radius)) {
            assertTrue(Math.abs(r - 0.65) > 0.2 - 1e-6, "radius " + r);
        }
        // Areas: the ring 0.65 wide 0.1; all but a ring wide 0.4.
        double cell = 0.05 * 0.05;
        assertEquals(2 * Math.PI * 0.65 * 0.1, cells.onCount() * cell, 0.02);
        assertEquals(9 - 2 * Math.PI * 0.65 * 0.4, cells.offCount() * cell, 0.05);
    }

    @Test
    void middleOfTheRingSpoilsTheAreaWithoutGammaAndGammaMendsIt() {
        PlaneMetrics metrics = PlaneMetrics.of(OnOff.of(GRID, RING), ringAnswers(), hollow(0.7f), SETTINGS);
        assertTrue(metrics.aurocWithoutGamma() < 0.99, metrics.toString());
        assertEquals(1, metrics.aurocWithGamma(), 1e-9);
        assertEquals(-0.5, metrics.meanGammaOn(), 1e-6);
        assertArrayEquals(new double[] {0.7f}, metrics.gammaAtHollows());
        assertEquals(1, metrics.offAnsweredByY());
        assertEquals(0, metrics.offAnsweredByScaled());
        assertEquals(Math.exp(-0.1), metrics.meanConfidenceOn(), 1e-5);
        assertTrue(metrics.meanConfidenceOff() < 0.05, metrics.toString());
    }

    @Test
    void nothingOnTheGridLeavesNoNumbers() {
        Grid far = new Grid(new PlaneRegion(10, 11, 10, 11), 4, 4);
        PlaneResponse response =
                new PlaneResponse(16, 2, 1, filled(16, 1), new float[32], new float[16], new float[16]);
        PlaneResponse none = new PlaneResponse(0, 2, 1, new float[0], new float[0], new float[0], new float[0]);
        PlaneMetrics metrics = PlaneMetrics.of(OnOff.of(far, RING), response, none, SETTINGS);
        assertEquals(Double.NaN, metrics.aurocWithGamma());
        assertEquals(Double.NaN, metrics.meanConfidenceOn());
        assertEquals(1, metrics.meanConfidenceOff());
        assertEquals(1, metrics.offAnsweredByScaled());
        assertEquals(0, metrics.gammaAtHollows().length);
    }

    @Test
    void fieldOfAnotherGridIsRefused() {
        OnOff cells = OnOff.of(GRID, RING);
        assertThrows(IllegalArgumentException.class, () -> cells.auroc(new float[10]));
    }

    /** Small error on the ring and, as reconstructions have it, at its centre; gamma positive there. */
    private static PlaneResponse ringAnswers() {
        float[] radius = radii();
        float[] error = new float[radius.length];
        float[] gamma = new float[radius.length];
        for (int i = 0; i < radius.length; i++) {
            boolean on = Math.abs(radius[i] - 0.65) <= 0.06;
            boolean centre = radius[i] < 0.2;
            error[i] = on ? 0.01f : centre ? 0.005f : 0.6f;
            gamma[i] = on ? -0.5f : centre ? 0.7f : 0;
        }
        return new PlaneResponse(
                radius.length, 2, 1, filled(radius.length, 1), new float[2 * radius.length], error, gamma);
    }

    private static PlaneResponse hollow(float gamma) {
        return new PlaneResponse(1, 2, 1, new float[] {1}, new float[2], new float[1], new float[] {gamma});
    }

    private static float[] radii() {
        float[] radius = new float[GRID.size()];
        for (int i = 0; i < radius.length; i++) {
            radius[i] = (float) Math.hypot(GRID.x(i % GRID.columns()), GRID.y(i / GRID.columns()));
        }
        return radius;
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }
}
