package org.penumbra.live.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.net.StepLosses;

class RecentLossesTest {

    private final RecentLosses losses = new RecentLosses();

    @Test
    void atAStepASecondALossIsTheMeanOfTheLastBatchesAndNotOfOne() {
        for (int i = 0; i < 100; i++) {
            losses.add(new StepLosses(1, 2));
            losses.shown();
        }
        losses.add(new StepLosses(0, 0));
        assertEquals(24 / 25.0, losses.classification(), 1e-12);
        assertEquals(48 / 25.0, losses.reconstruction(), 1e-12);
    }

    @Test
    void manyBatchesAreAllCountedAndFewFirstOnesAsFarAsThereAreAny() {
        losses.add(new StepLosses(3, 0));
        losses.add(new StepLosses(1, 0));
        assertEquals(2, losses.classification(), 1e-12);
        losses.shown();
        assertTrue(losses.none());
        for (int i = 0; i < 1000; i++) {
            losses.add(new StepLosses(i, 0));
        }
        assertEquals(499.5, losses.classification(), 1e-9);
        losses.forget();
        losses.add(new StepLosses(7, 0));
        assertEquals(7, losses.classification(), 1e-12);
    }
}
