package org.penumbra.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.experiment.Cell;

/** How long a run will take, in numbers and in words. */
class TimeLeftTest {

    private static final Cell LONG = new Cell("long", "a row", "a column", 60);
    private static final Cell SHORT = new Cell("short", "a row", "a column", 40);

    @Test
    void beforeTheBeginningOnlyTheEstimateCounts() {
        TimeLeft time = new TimeLeft(List.of(LONG, SHORT), 1, 3);
        assertEquals(300, time.estimate(), 1e-9);
        assertEquals(300, time.left(0), 1e-9);
        assertEquals(0, time.share());
    }

    @Test
    void aRunIsNoShorterThanItsLongestCell() {
        assertTrue(new TimeLeft(List.of(LONG, SHORT), 64, 1).estimate() >= 60);
    }

    @Test
    void theMoreIsDoneTheMoreCountsWhatItTook() {
        TimeLeft time = new TimeLeft(List.of(LONG, SHORT), 1, 1);
        time.working(LONG, 0.5);
        assertEquals(0.3, time.share(), 1e-9);
        // 30 seconds' worth took 90, beside an estimate that weighs 5: 70 times 95 / 35.
        assertEquals(190, time.left(90), 1e-9);
        time.over(LONG);
        assertEquals(0.6, time.share(), 1e-9);
        // 60 seconds' worth took 180: 40 times 185 / 65.
        assertEquals(40 * 185 / 65.0, time.left(180), 1e-9);
        time.over(SHORT);
        assertEquals(1, time.share());
        assertEquals(0, time.left(300));
    }

    @Test
    void nothingToDoTakesNoTime() {
        TimeLeft time = new TimeLeft(List.of(), 2, 1);
        assertEquals(0, time.estimate());
        assertEquals(0, time.left(0));
        assertEquals(1, time.share());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5 s",
        "12, 10 s",
        "94, 90 s",
        "96, 2 min",
        "3000, 50 min",
        "5399, 90 min",
        "5400, 1 h 30 min",
        "7300, 2 h",
        "40000, 11 h 10 min",
        "50000, 14 h",
        "259200, 3 days"
    })
    void wordsDoNotPretendToKnowMore(double seconds, String words) {
        assertEquals(words, RoughTime.words(seconds));
    }

    @Test
    void theProbeTellsANumberOfThisMachine() {
        double slowness = SpeedProbe.slowness();
        System.out.println("one second of a cell takes " + slowness + " s here");
        assertTrue(slowness > 0.01 && slowness < 1000, "slowness " + slowness);
    }
}
