package org.penumbra.view.rings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.penumbra.live.rings.RingsPoint;

/** The curve points of the newest run, and those who are told of new ones and of their end. */
final class RunCurve {

    private final List<RingsPoint> points = new ArrayList<>();
    private final List<Consumer<List<RingsPoint>>> listeners = new ArrayList<>();
    private final List<Runnable> cleared = new ArrayList<>();

    /** @param listener told of new points, never of none */
    void onNew(Consumer<List<RingsPoint>> listener) {
        listeners.add(listener);
    }

    /** @param listener told when another run begins and all points have gone */
    void onCleared(Runnable listener) {
        cleared.add(listener);
    }

    /** A copy, oldest first. */
    List<RingsPoint> points() {
        return List.copyOf(points);
    }

    /** Another run begins: nothing is known of it yet. */
    void clear() {
        points.clear();
        cleared.forEach(Runnable::run);
    }

    /** Adds points, oldest first; those of another run take the place of all before. */
    void add(List<RingsPoint> added) {
        if (added.isEmpty()) {
            return;
        }
        for (RingsPoint point : added) {
            if (!points.isEmpty() && points.get(0).generation() != point.generation()) {
                points.clear();
            }
            points.add(point);
        }
        listeners.forEach(listener -> listener.accept(added));
    }
}
