package org.penumbra.live.rings;

import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.plane.Grid;
import org.penumbra.live.engine.EngineWork;
import org.penumbra.live.engine.Explanation;
import org.penumbra.live.engine.Pace;
import org.penumbra.live.engine.Speed;
import org.penumbra.net.DivergenceException;
import org.penumbra.net.plane.PendingPlaneResponse;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneTraining;
import org.penumbra.net.plane.PlaneTrainingSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine thread's side of a {@link RingsSession}: what it trains and when it shows what. Confined to that thread. */
final class RingsRun implements EngineWork {

    private static final Logger LOG = LoggerFactory.getLogger(RingsRun.class);
    private static final Explanation EXPLANATION = new Explanation(
            "this network or grid",
            "Try smaller hidden layers or fewer points, then reset.",
            "Reset, or open a preset that ships");
    private static final long FOREVER = Long.MAX_VALUE;

    private final RingsSession.Outlet outlet;
    private final Pace pace = new Pace();
    private final RingsRecorder recorder;
    private ConfidenceSettings confidence;
    private Grid grid;
    private float[] places;
    private PlaneSetup setup;
    private PlaneTraining training;
    private PlaneTrainingSettings settings;
    private RingsStatus.State state = RingsStatus.State.STARTING;
    private String failure = "";
    private int generation = -1;
    private long pendingSteps;
    private boolean stale;
    private PendingPlaneResponse drawing;
    private RingsFrame drawn;
    /** Null when no point walks. */
    private AttackRun attack;

    RingsRun(Grid grid, ConfidenceSettings confidence, RingsSession.Outlet outlet) {
        this.outlet = outlet;
        this.confidence = confidence;
        recorder = new RingsRecorder(outlet);
        grid(grid);
    }

    PlaneSetup setup() {
        return setup;
    }

    /** Builds a run from its seed; goes on playing if the last one did. */
    void start(PlaneSetup wanted) {
        boolean playing = state == RingsStatus.State.RUNNING;
        closeTraining();
        generation++;
        setup = wanted;
        settings = wanted.training();
        failure = "";
        pendingSteps = 0;
        state = RingsStatus.State.STARTING;
        report();
        training = new PlaneTraining(wanted);
        recorder.restart(generation, training);
        state = playing ? RingsStatus.State.RUNNING : RingsStatus.State.PAUSED;
        pace.restart();
        stale = true;
        report();
    }

    void play() {
        if (state == RingsStatus.State.PAUSED) {
            pendingSteps = 0;
            state = RingsStatus.State.RUNNING;
            pace.restart();
            report();
        }
    }

    void pause() {
        if (state == RingsStatus.State.RUNNING) {
            state = RingsStatus.State.PAUSED;
            stale = true;
            report();
        }
    }

    void stepOnly(int steps) {
        pause();
        if (state == RingsStatus.State.PAUSED) {
            pendingSteps += steps;
        }
    }

    void training(PlaneTrainingSettings changed) {
        settings = changed;
        if (training != null) {
            training.settings(changed);
        }
        report();
    }

    void speed(Speed speed) {
        pace.speed(speed);
    }

    void grid(Grid wanted) {
        // Both or neither: making the points may run out of memory.
        places = wanted.points();
        grid = wanted;
        stale = true;
    }

    void confidence(ConfidenceSettings changed) {
        confidence = changed;
    }

    void attack(AttackPlan plan) {
        closeAttack();
        if (training != null) {
            attack = new AttackRun(generation, training, plan);
        }
    }

    void stopAttack() {
        if (attack != null) {
            attack.stop();
            outlet.show(attack.frame());
            closeAttack();
        }
    }

    /** How long the engine may sleep unless a command comes, nanoseconds; 0 if there is something to do. */
    @Override
    public long idleNanos() {
        if (training == null) {
            return FOREVER;
        }
        if (pendingSteps > 0 || drawing != null) {
            return 0;
        }
        boolean running = state == RingsStatus.State.RUNNING;
        long untilFrame =
                !stale ? FOREVER : !outlet.frameWanted() ? Pace.FRAME_POLL : running ? pace.untilNextFrame() : 0;
        long untilShown = Math.min(untilFrame, attack == null ? FOREVER : attack.untilNextStep());
        return running ? Math.min(untilShown, pace.untilNextStep()) : untilShown;
    }

    /** One slice of work: some steps, then a frame if one is due. */
    @Override
    public void work() {
        if (training == null) {
            return;
        }
        if (pendingSteps > 0) {
            finishSingleSteps();
        } else if (state == RingsStatus.State.RUNNING) {
            trainForAWhile();
        }
        attackIfDue();
        if (drawing != null) {
            finishFrame();
        }
        boolean running = state == RingsStatus.State.RUNNING;
        if (stale && outlet.frameWanted() && (!running || pace.untilNextFrame() == 0)) {
            beginFrame();
        }
    }

    private void finishSingleSteps() {
        while (pendingSteps > 0 && !outlet.interrupted()) {
            step();
            pendingSteps--;
        }
        if (pendingSteps == 0) {
            stale = true;
            report();
        }
    }

    /** Until a command comes, a frame may begin, or the one being drawn is ready or should be helped. */
    private void trainForAWhile() {
        boolean enough = false;
        while (!enough && pace.untilNextStep() == 0 && !outlet.interrupted()) {
            step();
            attackIfDue();
            enough = drawing == null
                    ? pace.untilNextFrame() == 0 && outlet.frameWanted()
                    : drawing.isDone() || pace.helpDue(drawing.left());
            if (pace.reportDue()) {
                report();
            }
        }
    }

    private void step() {
        recorder.add(training.step());
        pace.stepped();
        stale = true;
    }

    private void attackIfDue() {
        if (attack != null && attack.untilNextStep() == 0) {
            attack.step();
            outlet.show(attack.frame());
            if (attack.over()) {
                closeAttack();
            }
        }
    }

    /** Lets the other cores draw while this one trains on. */
    private void beginFrame() {
        stale = false;
        drawn = new RingsFrame(generation, training.steps(), grid, null, training.points(), training.hollows());
        drawing = training.startResponse(places, grid.size());
        pace.frameBegun();
    }

    private void finishFrame() {
        pace.helpBegun(drawing.left());
        RingsFrame frame = drawn.with(takeDrawing().finish());
        pace.frameShown();
        outlet.show(frame);
        recorder.record(frame, confidence);
        report();
    }

    /** A frame that fails is not tried again. */
    private PendingPlaneResponse takeDrawing() {
        PendingPlaneResponse taken = drawing;
        drawing = null;
        return taken;
    }

    /** Stops with a message; the weights stay the last good ones and a reset starts anew. */
    @Override
    public void fail(Throwable cause) {
        LOG.error("The engine stopped at step {}", training == null ? 0 : training.steps(), cause);
        state = RingsStatus.State.FAILED;
        pendingSteps = 0;
        stopAttack();
        failure =
                cause instanceof DivergenceException ? cause.getMessage() : EXPLANATION.of("The engine stopped", cause);
        // After divergence the last good weights are worth a look; after anything else drawing might fail again.
        stale = cause instanceof DivergenceException;
        report();
    }

    private void report() {
        boolean running = state == RingsStatus.State.RUNNING;
        outlet.report(new RingsStatus(
                generation,
                state,
                training == null ? 0 : training.steps(),
                running ? pace.stepsPerSecond() : 0,
                pace.fieldsMillis(),
                settings,
                failure));
    }

    private void closeAttack() {
        if (attack != null) {
            attack.close();
            attack = null;
        }
    }

    private void closeTraining() {
        closeAttack();
        try {
            if (drawing != null) {
                takeDrawing().finish();
            }
        } finally {
            if (training != null) {
                training.close();
                training = null;
            }
        }
    }

    @Override
    public void close() {
        closeTraining();
    }
}
