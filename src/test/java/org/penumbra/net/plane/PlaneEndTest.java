package org.penumbra.net.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.penumbra.data.SettingProblem;
import org.penumbra.net.plane.PlaneStop.Reason;

class PlaneEndTest {

    @Test
    void withoutAnEndItNeverEnds() {
        assertEquals(-1, end(PlaneStop.NEVER, 0, step -> 1));
    }

    @Test
    void itEndsAfterItsStepsUnlessItHasGoneBeyondThem() {
        assertEquals(500, end(new PlaneStop(500, 0), 0, step -> 1));
        assertEquals(-1, end(new PlaneStop(500, 0), 500, step -> 1));
    }

    @Test
    void itEndsWhenAStretchIsNoPartInAHundredBelowTheLowestBefore() {
        // Falls by a tenth each hundred steps up to step 600, and stays there.
        assertEquals(700, end(new PlaneStop(0, 100), 0, step -> Math.pow(0.9, Math.min(6, (step + 99) / 100))));
        assertEquals(200, end(new PlaneStop(0, 100), 0, step -> 1 - 1e-5 * step));
    }

    @Test
    void aSpikeDoesNotHideThatTheLossFallsNoMore() {
        assertEquals(300, end(new PlaneStop(0, 100), 0, step -> step <= 100 ? 2 : step <= 200 ? 1 : 50));
    }

    @Test
    void whatIsNoEndIsRefused() {
        assertThrows(SettingProblem.class, () -> new PlaneStop(-1, 0));
        assertThrows(SettingProblem.class, () -> new PlaneStop(0, 9));
        assertThrows(SettingProblem.class, () -> new PlaneStop(PlaneStop.MOST_STEPS + 1, 0));
    }

    /** The step at which a run with such losses ends within two thousand steps, -1 if it does not. */
    private static int end(PlaneStop stop, int from, IntToDoubleFunction loss) {
        PlaneEnd end = new PlaneEnd(stop, from);
        for (int step = from + 1; step <= 2000; step++) {
            Optional<Reason> why = end.after(step, loss.applyAsDouble(step));
            if (why.isPresent()) {
                assertEquals(stop.steps() > 0 ? Reason.STEPS : Reason.SETTLED, why.get());
                return step;
            }
        }
        return -1;
    }
}
