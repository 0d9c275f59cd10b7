package org.penumbra.view.widget.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LineHistoryTest {

    /** A point that knows nothing but its step. */
    private record Point(long step) {}

    @Test
    void longRunsAreThinnedEvenlyForDrawingButKeptWhole() {
        LineHistory<Point> history = new LineHistory<>();
        for (int step = 0; step < 12_345; step++) {
            history.add(new Point(step));
            assertTrue(history.shownCount() <= LineHistory.MOST_SHOWN + 1);
            assertSame(history.last(), history.shown(history.shownCount() - 1));
        }
        assertEquals(12_345, history.all().size());
        assertTrue(history.shownCount() > LineHistory.MOST_SHOWN / 2);
        assertEquals(0, history.shown(0).step());
        long gap = history.shown(1).step();
        for (int i = 1; i < history.shownCount() - 1; i++) {
            assertEquals(gap, history.shown(i).step() - history.shown(i - 1).step());
        }
    }

    @Test
    void aClearedHistoryStartsAnew() {
        LineHistory<Point> history = new LineHistory<>();
        for (int step = 0; step < 3000; step++) {
            history.add(new Point(step));
        }
        history.clear();
        assertTrue(history.isEmpty());
        assertEquals(0, history.shownCount());
        for (int step = 0; step < 3; step++) {
            history.add(new Point(step));
        }
        assertEquals(3, history.all().size());
        assertEquals(3, history.shownCount());
    }

    @Test
    void aLineFollowsTheHistory() {
        LineHistory<Point> history = new LineHistory<>();
        LinePoints line = history.line(Point::step, point -> 2.0 * point.step());
        assertEquals(0, line.count());
        history.add(new Point(7));
        history.add(new Point(9));
        assertEquals(2, line.count());
        assertEquals(9, line.along(1));
        assertEquals(18, line.value(1));
    }
}
