package org.penumbra.live.rings;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An interactive training run in the plane: one engine thread owns the network; commands go in, frames and curve
 * points come out. When it is closed, the thread ends after the rest of a mini-batch or of a set of fields.
 */
public final class RingsSession extends PlayedSession<RingsRun, RingsFrame, RingsPoint, RingsStatus>
        implements RingsEngine {

    private static final Logger LOG = LoggerFactory.getLogger(RingsSession.class);
    /** Seconds; a window that takes longer is not waited for. */
    private static final long LONGEST_OPENING = 10;

    private final Outlet outlet;
    private final CompareSession comparing;

    /** Starts the engine, paused at step 0; the first frame follows as soon as the network is built. */
    public RingsSession(PlaneSetup setup, Grid grid, ConfidenceSettings confidence) {
        this(Outlet.starting(setup), grid, confidence);
        restart(setup);
    }

    /**
     * The same behind a window that is being opened: the network is built, and with it native code is loaded, once the window has
     * been drawn, or after some seconds where it never is.
     *
     * @param drawn counted down by the window
     */
    public static RingsSession behind(
            CountDownLatch drawn, PlaneSetup setup, Grid grid, ConfidenceSettings confidence) {
        RingsSession session = new RingsSession(Outlet.starting(setup), grid, confidence);
        session.tell(run -> await(drawn));
        session.restart(setup);
        return session;
    }

    private static void await(CountDownLatch drawn) {
        try {
            if (!drawn.await(LONGEST_OPENING, TimeUnit.SECONDS)) {
                LOG.info("The window was not drawn within {} s; the engine starts all the same", LONGEST_OPENING);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
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

        private Outlet(RingsStatus status) {
            super(status);
        }

        /** Of an engine that has not built its network yet. */
        static Outlet starting(PlaneSetup setup) {
            return new Outlet(new RingsStatus(
                    0,
                    RingsStatus.State.STARTING,
                    0,
                    0,
                    0,
                    setup.training(),
                    "",
                    Optional.empty(),
                    false,
                    Optional.empty()));
        }

        void show(AttackFrame newer) {
            attack.put(newer);
        }
    }
}
