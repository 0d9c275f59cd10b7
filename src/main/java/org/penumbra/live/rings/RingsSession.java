package org.penumbra.live.rings;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.plane.Grid;
import org.penumbra.live.engine.EngineOutput;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.live.engine.Newest;
import org.penumbra.live.engine.PlayedSession;
import org.penumbra.live.engine.Speed;
import org.penumbra.live.rings.compare.CompareEngine;
import org.penumbra.live.rings.compare.CompareSession;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.net.plane.PlaneTrainingSettings;

/**
 * An interactive training run in the plane: one engine thread owns the network; commands go in, frames and curve
 * points come out. When it is closed, the thread ends after the rest of a mini-batch or of a set of fields.
 */
public final class RingsSession extends PlayedSession<RingsRun, RingsFrame, RingsPoint, RingsStatus>
        implements RingsEngine {

    private final Outlet outlet;
    private final CompareSession comparing;

    /** Starts the engine, paused at step 0; the first frame follows as soon as the network is built. */
    public RingsSession(PlaneSetup setup, Grid grid, ConfidenceSettings confidence) {
        this(
                new Outlet(new RingsStatus(
                        0,
                        RingsStatus.State.STARTING,
                        0,
                        0,
                        0,
                        setup.training(),
                        "",
                        Optional.empty(),
                        false,
                        Optional.empty())),
                grid,
                confidence);
        restart(setup);
    }

    private RingsSession(Outlet outlet, Grid grid, ConfidenceSettings confidence) {
        this(outlet, new CompareSession(grid, confidence), grid, confidence);
    }

    private RingsSession(Outlet outlet, CompareSession comparing, Grid grid, ConfidenceSettings confidence) {
        super(
                "penumbra-engine",
                outlet,
                interruption -> new RingsRun(grid, confidence, outlet, comparing, interruption));
        this.outlet = outlet;
        this.comparing = comparing;
        comparing.onMomentWanted(() -> tell(RingsRun::offerMoment));
    }

    @Override
    public void reset() {
        tell(run -> run.start(run.setup()));
    }

    @Override
    public void restart(PlaneSetup setup) {
        tell(run -> run.start(setup));
    }

    @Override
    public void training(PlaneTrainingSettings settings) {
        tell(run -> run.training(settings));
    }

    @Override
    public void speed(Speed speed) {
        tell(run -> run.speed(speed));
    }

    @Override
    public void slowStart(boolean wanted) {
        tell(run -> run.slowStart(wanted));
    }

    @Override
    public void stop(PlaneStop stop) {
        tell(run -> run.stop(stop));
    }

    @Override
    public void grid(Grid grid) {
        tell(run -> run.grid(grid));
        comparing.grid(grid);
    }

    @Override
    public void confidence(ConfidenceSettings settings) {
        tell(run -> run.confidence(settings));
        comparing.confidence(settings);
    }

    @Override
    public void attack(AttackPlan plan) {
        tell(run -> run.attack(plan));
    }

    @Override
    public void stopAttack() {
        tell(RingsRun::stopAttack);
    }

    @Override
    public Optional<AttackFrame> takeAttack() {
        return outlet.attack.take();
    }

    @Override
    public CompareEngine comparing() {
        return comparing;
    }

    @Override
    public void giveWay(GiveWay how) {
        super.giveWay(how);
        comparing.giveWay(how);
    }

    @Override
    public void close() {
        super.close();
        comparing.close();
    }

    @Override
    public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        return super.awaitEnd(time, unit) && comparing.awaitEnd(time, unit);
    }

    /** Where a run leaves what it has to show. */
    static final class Outlet extends EngineOutput<RingsFrame, RingsPoint, RingsStatus> {

        private final Newest<AttackFrame> attack = new Newest<>();

        Outlet(RingsStatus status) {
            super(status);
        }

        void show(AttackFrame newer) {
            attack.put(newer);
        }
    }
}
