package org.penumbra.live.fooling;

import java.util.Optional;
import org.penumbra.live.engine.EngineOutput;
import org.penumbra.live.engine.Newest;
import org.penumbra.live.engine.PlayedSession;
import org.penumbra.live.engine.Speed;

/**
 * Attacks some models side by side: one engine thread owns all networks and all attacks, which take their steps in turn.
 * When it is closed, the thread ends after the rest of one victim's step or of its building.
 */
public final class FoolingSession extends PlayedSession<FoolingWork, FoolingFrame, FoolingPoint, FoolingStatus>
        implements FoolingEngine {

    private final Newest<FoolingPlan> waiting = new Newest<>();
    private final Outlet outlet;

    /** Starts the engine without a plan. */
    public FoolingSession() {
        this(new Outlet());
    }

    private FoolingSession(Outlet outlet) {
        super("penumbra-fooling", outlet, interruption -> new FoolingWork(outlet, interruption));
        this.outlet = outlet;
    }

    @Override
    public void begin(FoolingPlan plan) {
        tellNewest(waiting, plan, FoolingWork::begin);
    }

    @Override
    public void restart() {
        tell(FoolingWork::restart);
    }

    @Override
    public void speed(Speed speed) {
        tell(work -> work.speed(speed));
    }

    @Override
    public void record() {
        tell(FoolingWork::record);
    }

    @Override
    public Optional<FoolingRecording> takeRecording() {
        return outlet.recording.take();
    }

    /** Where the work leaves what it has to show. */
    static final class Outlet extends EngineOutput<FoolingFrame, FoolingPoint, FoolingStatus> {

        private final Newest<FoolingRecording> recording = new Newest<>();

        Outlet() {
            super(new FoolingStatus(-1, FoolingStatus.State.EMPTY, 0, 0, ""));
        }

        void give(FoolingRecording asked) {
            recording.put(asked);
        }
    }
}
