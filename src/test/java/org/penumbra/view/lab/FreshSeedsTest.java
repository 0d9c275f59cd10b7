package org.penumbra.view.lab;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FreshSeedsTest {

    @Test
    void aFreshSeedIsAnotherOneAndShort() {
        FreshSeeds seeds = new FreshSeeds();
        long present = 1;
        for (int i = 0; i < 10_000; i++) {
            long next = seeds.otherThan(present);
            assertNotEquals(present, next);
            assertTrue(next >= 1 && next <= 1_000_000, "seed " + next);
            present = next;
        }
    }
}
