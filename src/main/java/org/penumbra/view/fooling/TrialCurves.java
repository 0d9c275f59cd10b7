package org.penumbra.view.fooling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.live.fooling.FoolingPoint;
import org.penumbra.view.widget.chart.LineHistory;

/** The points of all trials of the present run; they start anew when another begins. */
final class TrialCurves {

    private final Map<FoolingModel.Watched, LineHistory<FoolingPoint>> curves = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private int generation = -1;

    /** The points of a trial so far. */
    LineHistory<FoolingPoint> of(int victim, int trial) {
        return curves.computeIfAbsent(new FoolingModel.Watched(victim, trial), key -> new LineHistory<>());
    }

    /** Called whenever points came, and when all start anew. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Takes new points over; those of earlier runs are left out.
     *
     * @param running the run that the engine is at
     */
    void take(List<FoolingPoint> points, int running) {
        points.forEach(this::add);
        if (running > generation) {
            start(running);
        } else if (!points.isEmpty()) {
            listeners.forEach(Runnable::run);
        }
    }

    private void add(FoolingPoint point) {
        if (point.generation() > generation) {
            start(point.generation());
        }
        if (point.generation() == generation) {
            of(point.victim(), point.trial()).add(point);
        }
    }

    private void start(int begun) {
        generation = begun;
        // Lines that are drawn hold on to their history.
        curves.values().forEach(LineHistory::clear);
        listeners.forEach(Runnable::run);
    }
}
