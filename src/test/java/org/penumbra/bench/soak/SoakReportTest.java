package org.penumbra.bench.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoakReportTest {

    private static SoakReport report(long[] heap, long tooLong, List<String> errors) {
        List<Sample> samples = new ArrayList<>();
        for (long held : heap) {
            samples.add(new Sample(samples.size(), held, 2 * held, 20, 0));
        }
        return new SoakReport(7, 100, 59.5, 300, tooLong, List.of("2 x a place"), samples, errors);
    }

    @Test
    void theFirstSamplesAreHeldAgainstTheLast() {
        SoakReport steady = report(new long[] {100, 90, 300, 80, 500, 108, 90, 400}, 0, List.of());
        assertEquals(0.08, steady.growth(Sample::heap), 1e-12);
        assertEquals(List.of(), steady.faults(250));
        SoakReport shrinks = report(new long[] {100, 100, 100, 50, 50, 50}, 0, List.of());
        assertEquals(0, shrinks.growth(Sample::heap), 0);
    }

    @Test
    void growthPausesAndErrorsAreFaults() {
        SoakReport grown = report(new long[] {100, 100, 100, 112, 112, 112}, 2, List.of("a wheel came off"));
        assertEquals(
                List.of(
                        "the heap grew by 12 %",
                        "the resident memory grew by 12 %",
                        "the window's thread paused 2 times for more than 250 ms, at most for 300 ms",
                        "an error: a wheel came off"),
                grown.faults(250));
        assertTrue(grown.lines().get(0).startsWith("seed 7, 100 actions, 59.5 frames/s, longest pause 300 ms"));
        assertEquals("  paused at 2 x a place", grown.lines().get(1));
    }

    @Test
    void aSystemThatDoesNotTellItsMemoryHasNoGrowth() {
        SoakReport silent = new SoakReport(
                1, 1, 1, 1, 0, List.of(), List.of(new Sample(0, 1, 0, 1, 0), new Sample(1, 1, 0, 1, 0)), List.of());
        assertEquals(0, silent.growth(Sample::resident), 0);
        assertEquals(0, new SoakReport(1, 1, 1, 1, 0, List.of(), List.of(), List.of()).growth(Sample::heap), 0);
    }
}
