package org.penumbra.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void endsThatAreRoundAreTicks() {
        Ticks ticks = Ticks.between(-2.5, 2.5, 11);
        assertArrayEquals(new double[] {-2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5}, ticks.values(), 0);
        assertEquals("−2.5", ticks.label(0));
        assertEquals("0.0", ticks.label(5));
        assertArrayEquals(
                new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}, Ticks.between(0, 1, 6).values(), 0);
        assertArrayEquals(
                new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1},
                Ticks.between(0, 1, 11).values(),
                0);
    }

    @Test
    void largeAndSmallScalesAreLabelledWithTheDigitsTheyNeed() {
        Ticks thousands = Ticks.between(0, 6000, 7);
        assertEquals("6000", thousands.label(6));
        Ticks fine = Ticks.between(0.001, 0.0034, 6);
        assertEquals("0.0010", fine.label(0));
        assertEquals(4, fine.decimals());
    }

    @Test
    void anyAxisGetsFewRoundNumbersInOrder() {
        long seed = 11;
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(8) - 3);
            double high = low + (random.nextDouble() + 0.01) * Math.pow(10, random.nextInt(8) - 3);
            int most = 2 + random.nextInt(12);
            Ticks ticks = Ticks.between(low, high, most);
            String which = low + " to " + high + ", at most " + most + ", seed " + seed;
            assertTrue(ticks.count() <= most, which);
            assertTrue(most < 5 || ticks.count() >= 2, which);
            for (int i = 0; i < ticks.count(); i++) {
                double slack = 1e-8 * (high - low);
                assertTrue(ticks.values()[i] >= low - slack && ticks.values()[i] <= high + slack, which);
                assertTrue(i == 0 || ticks.values()[i] > ticks.values()[i - 1], which);
                assertEquals(
                        ticks.values()[i], Double.parseDouble(ticks.label(i).replace('−', '-')), slack, which);
            }
        }
    }

    @Test
    void axisWithoutLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Ticks.between(1, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> Ticks.between(0, Double.POSITIVE_INFINITY, 5));
        assertThrows(IllegalArgumentException.class, () -> Ticks.between(0, 1, 1));
    }
}
