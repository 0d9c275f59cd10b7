package org.penumbra.view.widget.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The points of a run's curves: all of them for exports, and a thinned row of them for drawing, which stays short
 * however long the run.
 *
 * @param <P> a point: whatever was measured at one moment
 */
public final class LineHistory<P> {
    /** Most points that are drawn, besides the newest. */
    public static final int MOST_SHOWN = 1000;

    private final List<P> all = new ArrayList<>();
    private final List<P> thinned = new ArrayList<>();
    private int stride = 1;

    /** Adds the newest point. */
    public void add(P point) {
        if (all.size() % stride == 0) {
            if (thinned.size() == MOST_SHOWN) {
                thin();
            }
            // Thinning doubles the stride, so the point may now fall between two that are kept.
            if (all.size() % stride == 0) {
                thinned.add(point);
            }
        }
        all.add(point);
    }

    /** Forgets everything: another run begins. */
    public void clear() {
        all.clear();
        thinned.clear();
        stride = 1;
    }

    /** Whether there is no point yet. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Every point of the run, oldest first. */
    public List<P> all() {
        return Collections.unmodifiableList(all);
    }

    /** Number of points to draw. */
    public int shownCount() {
        return all.isEmpty() ? 0 : thinned.size() + (newestIsThinned() ? 0 : 1);
    }

    /** A point to draw, oldest first; the newest is always among them. */
    public P shown(int index) {
        return index < thinned.size() ? thinned.get(index) : last();
    }

    /** The newest point; there must be one. */
    public P last() {
        return all.get(all.size() - 1);
    }

    /**
     * The points to draw as a line, which follows the history.
     *
     * @param along where a point lies along the chart
     * @param value what is drawn
     */
    public LinePoints line(ToDoubleFunction<P> along, ToDoubleFunction<P> value) {
        return new LinePoints() {
            @Override
            public int count() {
                return shownCount();
            }

            @Override
            public double along(int index) {
                return along.applyAsDouble(shown(index));
            }

            @Override
            public double value(int index) {
                return value.applyAsDouble(shown(index));
            }
        };
    }

    private boolean newestIsThinned() {
        return thinned.get(thinned.size() - 1) == last();
    }

    private void thin() {
        List<P> kept = new ArrayList<>(MOST_SHOWN);
        for (int i = 0; i < thinned.size(); i += 2) {
            kept.add(thinned.get(i));
        }
        thinned.clear();
        thinned.addAll(kept);
        stride *= 2;
    }
}
