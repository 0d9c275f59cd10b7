package org.penumbra.live.rings;

import org.penumbra.live.engine.EngineStatus;

/**
 * How the engine is doing.
 *
 * @param generation     the run, as in {@link RingsFrame}
 * @param state          what it does; never FINISHED, as a run in the plane has no end
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
        String failure)
        implements EngineStatus<RingsStatus> {

    @Override
    public RingsStatus closed() {
        return new RingsStatus(generation, State.CLOSED, step, 0, fieldsMillis, settings, failure);
    }
}
