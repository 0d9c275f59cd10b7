package org.penumbra.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Means and their intervals by Student's t. */
class MeanIntervalTest {

    @Test
    void theIntervalIsTheOneByHand() {
        MeanInterval of = MeanInterval.of(List.of(1.0, 2.0, 3.0));
        assertEquals(2, of.mean());
        // s is 1, and t(0.975, 2) is 4.302653 in every table.
        assertEquals(4.302653 / Math.sqrt(3), of.half(), 1e-6);
        MeanInterval two = MeanInterval.of(List.of(10.0, 14.0));
        assertEquals(12, two.mean());
        // s is sqrt(8), and t(0.975, 1) is 12.706205.
        assertEquals(12.706205 * 2, two.half(), 1e-5);
        assertEquals(0, MeanInterval.of(List.of(0.5, 0.5)).half());
    }

    @Test
    void oneMeasurementHasNoIntervalAndNoneHasNoMean() {
        MeanInterval one = MeanInterval.of(List.of(0.25));
        assertEquals(0.25, one.mean());
        assertTrue(Double.isNaN(one.half()));
        assertEquals(0, one.halfOrZero());
        MeanInterval none = MeanInterval.of(List.of());
        assertTrue(Double.isNaN(none.mean()));
        assertEquals("why", none.entry("why").note());
        assertEquals(0.25, one.entry("why").value());
    }
}
