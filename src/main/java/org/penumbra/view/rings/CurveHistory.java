package org.penumbra.view.rings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.penumbra.live.CurvePoint;

/**
 * The curve points of the present run: all of them for exports, and a thinned row of them for drawing, which stays
 * short however long the run. A point of another generation starts anew.
 */
final class CurveHistory {
    /** Most points that are drawn, besides the newest. */
    static final int MOST_SHOWN = 1000;

    private final List<CurvePoint> all = new ArrayList<>();
    private final List<CurvePoint> thinned = new ArrayList<>();
    private int stride = 1;

    void add(CurvePoint point) {
        if (!all.isEmpty() && last().generation() != point.generation()) {
            all.clear();
            thinned.clear();
            stride = 1;
        }
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

    /** Every point of the run, oldest first. */
    List<CurvePoint> all() {
        return Collections.unmodifiableList(all);
    }

    /** Number of points to draw. */
    int shownCount() {
        return all.isEmpty() ? 0 : thinned.size() + (newestIsThinned() ? 0 : 1);
    }

    /** A point to draw, oldest first; the newest is always among them. */
    CurvePoint shown(int index) {
        return index < thinned.size() ? thinned.get(index) : last();
    }

    /** The newest point; there must be one. */
    CurvePoint last() {
        return all.get(all.size() - 1);
    }

    private boolean newestIsThinned() {
        return thinned.get(thinned.size() - 1) == last();
    }

    private void thin() {
        List<CurvePoint> kept = new ArrayList<>(MOST_SHOWN);
        for (int i = 0; i < thinned.size(); i += 2) {
            kept.add(thinned.get(i));
        }
        thinned.clear();
        thinned.addAll(kept);
        stride *= 2;
    }
}
