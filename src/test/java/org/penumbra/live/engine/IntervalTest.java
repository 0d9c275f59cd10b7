package org.penumbra.live.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void untilItIsBegunItIsOver() {
        Interval interval = new Interval(10);
        assertTrue(interval.isOver(Long.MIN_VALUE));
        assertTrue(interval.isOver(0));
    }

    @Test
    void itIsOverWhenItsLengthHasPassedAndBeginsAnew() {
        Interval interval = new Interval(10);
        interval.begin(100);
        assertFalse(interval.isOver(100));
        assertFalse(interval.isOver(109));
        assertTrue(interval.isOver(110));
        assertTrue(interval.isOver(500), "asking does not begin it");
        interval.begin(500);
        assertFalse(interval.isOver(509));
        assertTrue(interval.isOver(510));
    }

    @Test
    void itCanBeEndedBeforeItsTime() {
        Interval interval = new Interval(10);
        interval.begin(100);
        interval.end();
        assertTrue(interval.isOver(100));
        interval.begin(100);
        assertFalse(interval.isOver(100));
    }

    /** {@link System#nanoTime} may be negative, and passes from the largest number to the smallest. */
    @Test
    void theClockMayBeNegativeAndTurnOver() {
        Interval interval = new Interval(10);
        interval.begin(-5);
        assertFalse(interval.isOver(4));
        assertTrue(interval.isOver(5));
        interval.begin(Long.MAX_VALUE - 4);
        assertFalse(interval.isOver(Long.MIN_VALUE + 4));
        assertTrue(interval.isOver(Long.MIN_VALUE + 5));
    }

    @Test
    void reportsComeTenTimesASecond() {
        Interval reports = Interval.ofReports();
        int count = 0;
        for (long now = 0; now < 2_000_000_000L; now += 1_000_000) {
            if (reports.isOver(now)) {
                reports.begin(now);
                count++;
            }
        }
        assertEquals(20, count, "reports in two seconds");
    }
}
