package org.penumbra.live.rings;

import java.util.Optional;
import org.penumbra.net.plane.PlaneEnd;
import org.penumbra.net.plane.PlaneStop;

/** Whether a run ends by itself, and has. Who goes on with it after that gets more of it, until the next reason to end. */
final class RunEnd {

    private PlaneStop stop = PlaneStop.NEVER;
    /** Steps after which the run was gone on with: numbers of steps before it are behind it. */
    private long from;

    private PlaneEnd watched = new PlaneEnd(PlaneStop.NEVER, 0);
    private Optional<RunEnding> ending = Optional.empty();

    /** Another run begins. */
    void begin() {
        from = 0;
        ending = Optional.empty();
        watchAnew();
    }

    void stop(PlaneStop wanted) {
        if (wanted.steps() != stop.steps()) {
            from = 0;
        }
        stop = wanted;
        watchAnew();
    }

    /** Begins anew to compare losses: those before and after a change of the settings cannot be compared. */
    void watchAnew() {
        watched = new PlaneEnd(stop, from);
    }

    /** The run is gone on with, after so many steps. */
    void goOn(long step) {
        if (ending.isPresent()) {
            ending = Optional.empty();
            from = step;
            watchAnew();
        }
    }

    /**
     * A step was taken.
     *
     * @param step training steps done
     * @param loss of its batch
     * @return whether the run has come to its end
     */
    boolean after(long step, double loss) {
        ending = watched.after(step, loss).map(why -> new RunEnding(step, why));
        return ending.isPresent();
    }

    /** That it has ended by itself, until it is gone on with. */
    Optional<RunEnding> ending() {
        return ending;
    }
}
