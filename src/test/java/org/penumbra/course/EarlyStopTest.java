package org.penumbra.course;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EarlyStopTest {

    private final EarlyStop stop = new EarlyStop(3);

    /** Weights that say after which epoch they were these. */
    private boolean validated(long epoch, double loss) {
        return stop.validated(10 * epoch, epoch, loss, () -> new float[] {epoch});
    }

    @Test
    void itEndsAfterSoManyEpochsWithoutALowerLossAndKeepsTheBest() {
        assertFalse(validated(1, 5));
        assertFalse(validated(2, 4));
        assertFalse(validated(3, 4));
        assertFalse(validated(4, 4.5));
        assertTrue(validated(5, 4.1));
        BestWeights best = stop.best().orElseThrow();
        assertEquals(2, best.epoch());
        assertEquals(20, best.step());
        assertEquals(4, best.loss());
        assertArrayEquals(new float[] {2}, best.parameters());
    }

    @Test
    void aLowerLossBeginsTheWaitAnew() {
        validated(1, 5);
        validated(3, 6);
        assertFalse(validated(3, 4));
        assertFalse(validated(5, 6));
        assertTrue(validated(6, 6));
    }

    @Test
    void aLossThatIsNoNumberIsNeverTheBest() {
        assertFalse(validated(1, Double.NaN));
        assertFalse(validated(2, 3));
        assertFalse(validated(3, Double.NaN));
        assertFalse(validated(4, Double.POSITIVE_INFINITY));
        assertEquals(2, stop.best().orElseThrow().epoch());
        assertTrue(validated(5, Double.NaN));
        assertEquals(3, stop.best().orElseThrow().loss());
    }

    @Test
    void lossesThatNeverAreNumbersEndItAfterItsPatienceWithNothingKept() {
        assertFalse(validated(1, Double.NaN));
        assertFalse(validated(2, Double.POSITIVE_INFINITY));
        assertTrue(validated(3, Double.NaN));
        assertTrue(stop.best().isEmpty());
    }

    @Test
    void withoutPatienceItNeverEndsAndAsksForNoWeights() {
        EarlyStop never = new EarlyStop(0);
        for (int epoch = 1; epoch < 50; epoch++) {
            assertFalse(never.validated(epoch, epoch, epoch, () -> {
                throw new AssertionError("weights are a copy of megabytes");
            }));
        }
        never.resume(new BestWeights(1, 1, 1, new float[1]));
        assertTrue(never.best().isEmpty());
    }

    @Test
    void itGoesOnWithWhatWasBest() {
        stop.resume(new BestWeights(70, 7, 2, new float[] {7}));
        assertFalse(validated(9, 2));
        assertTrue(validated(10, 2.5));
        assertArrayEquals(new float[] {7}, stop.best().orElseThrow().parameters());
    }
}
