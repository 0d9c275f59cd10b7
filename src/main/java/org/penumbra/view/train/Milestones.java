package org.penumbra.view.train;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.penumbra.live.train.TrainingPlan;

/**
 * The checkpoints in memory, the newest first: those a person has kept, and those that were kept by themselves before
 * another run took the place of one that had been trained for long.
 */
final class Milestones {

    /** Most of them: each holds the weights three times. */
    static final int MOST = 3;

    private final ObservableList<Milestone> all = FXCollections.observableArrayList();
    private final ObservableList<Milestone> seen = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyObjectWrapper<Milestone> newest = new ReadOnlyObjectWrapper<>(this, "newest");

    /** All of them, the newest first. */
    ObservableList<Milestone> all() {
        return seen;
    }

    /** The one that was kept, or gone back to, last; null when there is none. */
    ReadOnlyObjectProperty<Milestone> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /**
     * Keeps one in front. It takes the place of those from which its own run went on to it; only what a person has kept
     * stays until the person keeps another one.
     */
    void keep(Milestone next) {
        all.removeIf(one -> isPassed(one, next));
        putInFront(next);
    }

    private static boolean isPassed(Milestone one, Milestone next) {
        return isPassed(one, next.snapshot().plan(), next.step(), next.byHand());
    }

    private static boolean isPassed(Milestone one, TrainingPlan plan, long step, boolean byHand) {
        return one.snapshot().plan() == plan && one.step() <= step && (byHand || !one.byHand());
    }

    /** Puts one in front, such as one that is gone back to. */
    void putInFront(Milestone one) {
        all.remove(one);
        all.add(0, one);
        while (all.size() > MOST) {
            all.remove(all.size() - 1);
        }
        newest.set(one);
    }

    /** Notes that one of them is in a file. */
    void saved(Milestone one) {
        int place = all.indexOf(one);
        if (place >= 0) {
            all.set(place, one.inFile());
            newest.set(all.get(0));
        }
    }

    /**
     * What another one would push out although a person would miss it.
     *
     * @param plan   of the other one
     * @param step   its steps
     * @param byHand whether a person asks for it
     */
    Optional<Milestone> endangered(TrainingPlan plan, long step, boolean byHand) {
        List<Milestone> staying =
                all.stream().filter(one -> !isPassed(one, plan, step, byHand)).toList();
        return staying.size() < MOST
                ? Optional.empty()
                : Optional.of(staying.get(MOST - 1)).filter(Milestone::isMuch);
    }
}
