package org.penumbra.view.train;

import java.time.Duration;
import org.penumbra.view.lab.PlayedTime;

/** How long the present run has been trained, how much of that a checkpoint in memory holds, and how much a file. */
final class RunTime {

    private final PlayedTime played;
    /** What was trained before the run went on from a checkpoint. */
    private Duration before = Duration.ZERO;

    private Duration marked = Duration.ZERO;
    private Duration saved = Duration.ZERO;
    private int run;

    /** A moment of some run: how long it had been trained then. */
    record Moment(int run, Duration length) {}

    /** @param played since the run was begun or went on from a checkpoint */
    RunTime(PlayedTime played) {
        this.played = played;
    }

    /** Another run begins. */
    void begin() {
        run++;
        played.kept();
        before = Duration.ZERO;
        marked = Duration.ZERO;
        saved = Duration.ZERO;
    }

    /** A run goes on from a checkpoint. */
    void resume(Milestone from) {
        run++;
        played.kept();
        before = from.time();
        marked = from.time();
        saved = from.saved();
    }

    /** All of it. */
    Duration length() {
        return before.plus(played.length());
    }

    /** Where it stands now. */
    Moment now() {
        return new Moment(run, length());
    }

    /** How much of it is in a file. */
    Duration saved() {
        return saved;
    }

    /** A checkpoint in memory holds the run as it is now. */
    void marked() {
        marked = length();
    }

    /** A file holds the present run as it was after so long. */
    void saved(Duration length) {
        saved = length.compareTo(saved) > 0 ? length : saved;
    }

    /** A file holds a run as it was at that moment; if it is not the present one, that changes nothing. */
    void saved(Moment then) {
        if (then.run() == run) {
            saved(then.length());
        }
    }

    /** What no checkpoint in memory holds: it would be lost with the run. */
    Duration unmarked() {
        return length().minus(marked);
    }

    /** What no file holds: it would be lost with the window. */
    Duration unsaved() {
        return length().minus(saved);
    }
}
