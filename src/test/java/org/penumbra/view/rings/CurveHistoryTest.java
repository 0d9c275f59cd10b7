package org.penumbra.view.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.live.CurvePoint;

class CurveHistoryTest {

    static CurvePoint point(int generation, long step) {
        return new CurvePoint(generation, step, 1.0 / (step + 1), 0.01, 0.9, 0.99, 0.999);
    }

    @Test
    void longRunsAreThinnedEvenlyForDrawingButKeptWhole() {
        CurveHistory history = new CurveHistory();
        for (int step = 0; step < 12_345; step++) {
            history.add(point(0, step));
            assertTrue(history.shownCount() <= CurveHistory.MOST_SHOWN + 1);
            assertSame(history.last(), history.shown(history.shownCount() - 1));
        }
        assertEquals(12_345, history.all().size());
        assertTrue(history.shownCount() > CurveHistory.MOST_SHOWN / 2);
        assertEquals(0, history.shown(0).step());
        long gap = history.shown(1).step();
        for (int i = 1; i < history.shownCount() - 1; i++) {
            assertEquals(gap, history.shown(i).step() - history.shown(i - 1).step());
        }
    }

    @Test
    void anotherGenerationStartsAnew() {
        CurveHistory history = new CurveHistory();
        for (int step = 0; step < 3000; step++) {
            history.add(point(0, step));
        }
        history.add(point(1, 0));
        assertEquals(1, history.all().size());
        assertEquals(1, history.shownCount());
        history.add(point(1, 1));
        history.add(point(1, 2));
        assertEquals(3, history.shownCount());
    }
}
