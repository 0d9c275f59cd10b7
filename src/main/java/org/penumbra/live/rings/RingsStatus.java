package org.penumbra.live.rings;

import java.util.Optional;
import org.penumbra.net.Divergence;
import org.penumbra.net.plane.PlaneTrainingSettings;

/**
 * How the engine is doing.
 *
 * @param generation     the run, as in {@link RingsFrame}
 * @param state          what it does
 * @param step           training steps done
 * @param stepsPerSecond lately, 0 while paused
 * @param fieldsMillis   time the last set of fields took, ms
 * @param settings       training settings in force
 * @param failure        why it stopped and what to try, empty unless {@code state} is FAILED
 * @param divergence     how training diverged, empty unless that is the failure
 */
public record RingsStatus(
        int generation,
        State state,
        long step,
        double stepsPerSecond,
        double fieldsMillis,
        PlaneTrainingSettings settings,
        String failure,
        Optional<Divergence> divergence) {

    /** STARTING: native libraries and data are being prepared. FAILED: stopped by an error; reset starts anew. */
    public enum State {
        STARTING,
        PAUSED,
        RUNNING,
        FAILED,
        CLOSED
    }
}
