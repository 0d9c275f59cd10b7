package org.penumbra.live.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A session whose work takes steps and shows them: it is played, paused and stepped, and its frames and points of curves
 * are taken.
 *
 * @param <W> what is commanded
 * @param <F> what is to be seen at one moment
 * @param <P> a point of its curves
 * @param <S> how it is doing
 */
public abstract class PlayedSession<W extends PlayedWork, F, P, S extends EngineStatus<S>> extends EngineSession<W>
        implements PlayedEngine<F, P, S> {

    private final EngineOutput<F, P, S> output;

    /**
     * Starts the engine.
     *
     * @param name   of its thread
     * @param output where the work leaves what it has to show
     * @param maker  makes the work, on the thread; is told by what to know that a slice should end early
     */
    protected PlayedSession(String name, EngineOutput<F, P, S> output, Function<Interruption, W> maker) {
        super(name, maker, cause -> output.report(output.status().closed()));
        this.output = output;
    }

    @Override
    public final void play() {
        tell(PlayedWork::play);
    }

    @Override
    public final void pause() {
        tell(PlayedWork::pause);
    }

    @Override
    public final void step(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps: expected at least 1, but got " + steps);
        }
        tell(work -> work.stepOnly(steps));
    }

    @Override
    public final Optional<F> takeFrame() {
        return output.takeFrame();
    }

    @Override
    public final List<P> takeCurve() {
        return output.takeResults();
    }

    @Override
    public final S status() {
        return output.status();
    }
}
