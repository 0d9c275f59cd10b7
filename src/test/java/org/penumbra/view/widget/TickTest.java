package org.penumbra.view.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TickTest {

    @Test
    void standardRegionHasWholeNumbers() {
        assertEquals(List.of("\u22122", "\u22121", "0", "1", "2"), labels(-2.5, 2.5, 6));
    }

    @Test
    void decimalsFitTheStep() {
        assertEquals(List.of("0.00", "0.05", "0.10", "0.15"), labels(0, 0.16, 4));
        assertEquals(List.of("0", "2000", "4000", "6000"), labels(0, 6000, 5));
    }

    @Test
    void thereAreNeverTooManyAndAllLieInside() {
        long seed = System.nanoTime();
        System.out.println("TickTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            double low = 20 * random.nextGaussian();
            double high = low + Math.exp(6 * random.nextGaussian());
            int most = 2 + random.nextInt(8);
            List<Tick> ticks = Tick.between(low, high, most);
            assertTrue(ticks.size() <= most, () -> "seed " + seed);
            for (Tick tick : ticks) {
                double slack = (high - low) * 1e-3;
                assertTrue(tick.value() >= low - slack && tick.value() <= high + slack, () -> "seed " + seed);
            }
        }
    }

    private static List<String> labels(double low, double high, int most) {
        return Tick.between(low, high, most).stream().map(Tick::label).toList();
    }
}
