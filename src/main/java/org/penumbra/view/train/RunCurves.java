package org.penumbra.view.train;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.penumbra.live.train.TrainingPoint;
import org.penumbra.view.widget.chart.LineHistory;

/** The curves of the present run and of the earlier ones that are kept beside it. */
final class RunCurves {

    /** Most earlier runs. */
    static final int MOST_KEPT = 3;

    private final LineHistory<TrainingPoint> trained = new LineHistory<>();
    private final LineHistory<TrainingPoint> held = new LineHistory<>();
    private final ObservableList<KeptRun> kept = FXCollections.observableArrayList();
    private final List<Runnable> listeners = new ArrayList<>();

    /** Every point of the present run. */
    LineHistory<TrainingPoint> trained() {
        return trained;
    }

    /** Its points at which held-out images were asked. */
    LineHistory<TrainingPoint> held() {
        return held;
    }

    /** Earlier runs, in the order they were kept. */
    ObservableList<KeptRun> kept() {
        return kept;
    }

    /** Told after points came or went, and when runs are kept or removed. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void add(List<TrainingPoint> points) {
        points.forEach(this::append);
        changed();
    }

    /** Another run begins, or goes on from some points of an earlier one. */
    void restart(List<TrainingPoint> before) {
        trained.clear();
        held.clear();
        before.forEach(this::append);
        changed();
    }

    /** Whether there is room for the present run, and something of it to see that is not kept yet. */
    boolean isWorthKeeping() {
        return kept.size() < MOST_KEPT
                && trained.all().size() > 1
                && kept.stream().noneMatch(run -> run.end() == trained.last());
    }

    /** Keeps the present run beside those to come; there must be room and a point. */
    void keep(TrainSetup setup) {
        if (kept.size() == MOST_KEPT || trained.isEmpty()) {
            throw new IllegalStateException("nothing to keep, or no room for it: " + kept.size() + " runs are kept");
        }
        int place = 0;
        while (taken(place)) {
            place++;
        }
        kept.add(new KeptRun(place, setup, List.copyOf(trained.all()), List.copyOf(held.all())));
        changed();
    }

    /** Takes an earlier run away. */
    void remove(KeptRun run) {
        kept.remove(run);
        changed();
    }

    private boolean taken(int place) {
        return kept.stream().anyMatch(run -> run.place() == place);
    }

    private void append(TrainingPoint point) {
        trained.add(point);
        if (point.validated()) {
            held.add(point);
        }
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
