package org.penumbra.live.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SlowStartTest {

    @Test
    void theFirstThousandStepsTakeEightSecondsAndTheNextTwoThousandOneAndAHalf() {
        assertEquals(8, seconds(0, SlowStart.STEPS), 0.1);
        assertEquals(1.0, seconds(SlowStart.STEPS, SlowStart.END), 0.2);
        assertEquals(Double.POSITIVE_INFINITY, SlowStart.stepsPerSecond(SlowStart.END));
    }

    @Test
    void itGetsFasterWithoutAJump() {
        for (int step = 1; step < SlowStart.END; step++) {
            double faster = SlowStart.stepsPerSecond(step) / SlowStart.stepsPerSecond(step - 1);
            assertTrue(faster > 1 && faster < 1.03, faster + " times as fast after step " + step);
        }
        assertTrue(SlowStart.stepsPerSecond(0) > 10, "the first steps are not single pictures");
        assertTrue(SlowStart.stepsPerSecond(SlowStart.END - 1) > 10_000, "no machine keeps up in the end");
    }

    private static double seconds(int from, int to) {
        double seconds = 0;
        for (int step = from; step < to; step++) {
            seconds += 1 / SlowStart.stepsPerSecond(step);
        }
        return seconds;
    }
}
