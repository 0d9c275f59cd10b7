package org.penumbra.live.rings;

import java.util.Optional;
import org.penumbra.live.engine.EngineStatus;
import org.penumbra.net.Divergence;
import org.penumbra.net.plane.PlaneTrainingSettings;

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
 * @param divergence     how training diverged, where that is why it failed
 * @param slowStart      whether it is slowed down, as its first steps are to be watched
 * @param ending         that it ended by itself; empty while it runs on
 */
public record RingsStatus(
        int generation,
        State state,
        long step,
        double stepsPerSecond,
        double fieldsMillis,
        PlaneTrainingSettings settings,
        String failure,
        Optional<Divergence> divergence,
        boolean slowStart,
        Optional<RunEnding> ending)
        implements EngineStatus<RingsStatus> {

    /** Of a run that was asked for and of which nothing is known yet. */
    public RingsStatus starting(int nextGeneration, PlaneTrainingSettings start) {
        return new RingsStatus(
                nextGeneration,
                State.STARTING,
                0,
                0,
                fieldsMillis,
                start,
                "",
                Optional.empty(),
                false,
                Optional.empty());
    }

    @Override
    public RingsStatus closed() {
        return new RingsStatus(
                generation, State.CLOSED, step, 0, fieldsMillis, settings, failure, divergence, false, ending);
    }
}
