package org.penumbra.live.experiments;

import java.util.Optional;
import org.penumbra.data.image.KnownImages;
import org.penumbra.live.engine.EngineStatus;

/**
 * How an experiment is doing at one moment.
 *
 * @param generation  counts what was begun or prepared from 0; -1 before the first
 * @param state       what it does; FINISHED when the run has ended by itself or was cancelled
 * @param end         how the run ended, or is about to end
 * @param step        cells that are finished
 * @param cells       cells in all
 * @param failed      cells that failed
 * @param share       of the work that is done, 0 to 1
 * @param secondsLeft that the rest takes as far as one can tell; NaN where nothing is to be done
 * @param measured    whether it is known how fast this machine is; otherwise it is taken for the usual one
 * @param atStake     seconds that the cells now at work have taken so far: what is lost if they are given up
 * @param message     why it failed and what to do, or empty
 * @param missing     the data set that is missing, where that is why it failed
 */
public record ExperimentStatus(
        int generation,
        State state,
        End end,
        long step,
        int cells,
        int failed,
        double share,
        double secondsLeft,
        boolean measured,
        double atStake,
        String message,
        Optional<KnownImages> missing)
        implements EngineStatus<ExperimentStatus> {

    /** Before anything was begun. */
    static final ExperimentStatus NOTHING =
            new ExperimentStatus(-1, State.EMPTY, End.NONE, 0, 0, 0, 0, Double.NaN, false, 0, "", Optional.empty());

    /** How a run ends. */
    public enum End {
        /** It has not. */
        NONE,
        /** Every cell is finished. */
        WHOLE,
        /** Some cells failed, all others are finished. */
        FAILURES,
        /** Somebody cancelled it, or it was only looked at: some cells wait. */
        CANCELLED
    }

    /** Whether a run is under way: it is being prepared, runs, or pauses. */
    public boolean isUnderWay() {
        return state == State.STARTING || state == State.RUNNING || state == State.PAUSED;
    }

    /** Whether cells are left that another run in the same folder can compute. */
    public boolean canGoOn() {
        return state == State.FINISHED && (end == End.CANCELLED || end == End.FAILURES);
    }

    @Override
    public ExperimentStatus closed() {
        return new ExperimentStatus(
                generation, State.CLOSED, end, step, cells, failed, share, Double.NaN, measured, 0, message, missing);
    }
}
