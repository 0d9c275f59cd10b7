package org.penumbra.live.engine;

import java.util.List;
import java.util.Optional;

/**
 * What an engine has to show: the engine's thread puts it here, the viewers take it, and neither waits for the other. Of
 * the frames only the newest counts; of the results none is lost; the status is the one last reported.
 *
 * @param <F> what is to be seen at one moment
 * @param <R> results, such as points of a curve
 * @param <S> how the engine is doing
 */
public class EngineOutput<F, R, S> {

    private final Newest<F> frame = new Newest<>();
    private final ResultQueue<R> results = new ResultQueue<>();
    private volatile S status;

    /** @param status until the engine reports another */
    public EngineOutput(S status) {
        this.status = status;
    }

    /** Whether the last frame was taken; while nobody takes it, nobody looks. */
    public final boolean frameWanted() {
        return frame.isTaken();
    }

    /**
     * Shows a frame in the place of the one before.
     *
     * @return whether nobody had taken the one before
     */
    public final boolean show(F newer) {
        return frame.put(newer);
    }

    /** Adds a result behind those that wait to be taken. */
    public final void add(R result) {
        results.add(result);
    }

    /** Changes what {@link #status} answers. */
    public final void report(S changed) {
        status = changed;
    }

    /** Drops the frame that nobody took, and with it the memory it holds. */
    public final void forgetFrame() {
        frame.forget();
    }

    /** Drops the results that nobody took. */
    public final void forgetResults() {
        results.forget();
    }

    /** The newest frame not yet taken, or empty. */
    public final Optional<F> takeFrame() {
        return frame.take();
    }

    /** All results since the last call, oldest first. */
    public final List<R> takeResults() {
        return results.takeAll();
    }

    /** How the engine is doing at this moment. */
    public final S status() {
        return status;
    }
}
