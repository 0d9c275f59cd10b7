package org.penumbra.live.rings;

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
 */
public record RingsStatus(
        int generation,
        State state,
        long step,
        double stepsPerSecond,
        double fieldsMillis,
        org.penumbra.net.plane.PlaneTrainingSettings settings,
        String failure) {

    /** The same after the engine has ended. */
    RingsStatus closed() {
        return new RingsStatus(generation, State.CLOSED, step, 0, fieldsMillis, settings, failure);
    }

    /** STARTING: native libraries and data are being prepared. FAILED: stopped by an error; reset starts anew. */
    public enum State {
        STARTING,
        PAUSED,
        RUNNING,
        FAILED,
        CLOSED
    }
}
