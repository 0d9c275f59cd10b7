package org.penumbra.live.rings;

import org.penumbra.live.engine.Pace;
import org.penumbra.live.engine.Speed;

/**
 * When a run takes its steps: at the speed that was chosen, and where that is as fast as the machine can and nobody has
 * chosen it in this run, slowly at first.
 */
final class RunPace {

    private final Pace pace;
    private Speed speed = Speed.FASTEST;
    private boolean slowStart;
    /** Whether a person chose the speed of the present run, who gets it. */
    private boolean chosen;

    /** @param pace is told how fast to go */
    RunPace(Pace pace) {
        this.pace = pace;
    }

    /** Another run begins. */
    void begin() {
        chosen = false;
        follow(0);
        pace.restart();
    }

    void choose(Speed wanted) {
        speed = wanted;
        chosen = true;
        pace.speed(wanted);
    }

    void slowStart(boolean wanted) {
        slowStart = wanted;
        follow(0);
    }

    /** Whether it is slowed down after so many steps. */
    boolean isSlow(long step) {
        return slowStart && !chosen && speed.equals(Speed.FASTEST) && step < SlowStart.END;
    }

    /** A step was taken. @param step training steps done */
    void stepped(long step) {
        pace.stepped();
        if (step <= SlowStart.END) {
            follow(step);
        }
    }

    private void follow(long step) {
        pace.follow(isSlow(step) ? SlowStart.stepsPerSecond(step) : speed.stepsPerSecond());
    }
}
