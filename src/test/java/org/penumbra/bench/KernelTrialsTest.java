package org.penumbra.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelTrialsTest {

    @Test
    void aCrashIsNoAnswer() {
        KernelTrials.Outcome crashed =
                KernelTrials.outcome(134, List.of("Bulldozer", "#", "# A fatal error has been detected"));
        assertFalse(crashed.right());
        assertEquals("not for this processor (its process ended with exit code 134)", crashed.words());
    }

    @Test
    void aWrongProductIsToldAsItIs() {
        KernelTrials.Outcome wrong = KernelTrials.outcome(1, List.of("Zen", "wrong: a b gave 1 where 2 is right"));
        assertFalse(wrong.right());
        assertEquals("wrong: a b gave 1 where 2 is right", wrong.words());
    }

    @Test
    void theKernelsChosenForThisProcessorAreTriedInAProcessOfTheirOwn() throws Exception {
        KernelTrials.Outcome outcome = new KernelTrials().run(null);
        assertTrue(outcome.right(), outcome.words());
        assertNotEquals("unknown", outcome.core());
        assertTrue(outcome.words().matches("right, \\d+ GFLOP/s"), outcome.words());
    }
}
