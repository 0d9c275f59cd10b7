package org.penumbra.live.rings;

import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.plane.Grid;
import org.penumbra.live.engine.Explanation;
import org.penumbra.live.engine.Interruption;
import org.penumbra.live.engine.Pace;
import org.penumbra.live.engine.Playback;
import org.penumbra.live.engine.PlayedWork;
import org.penumbra.live.engine.Speed;
import org.penumbra.live.rings.compare.CompareSession;
import org.penumbra.live.rings.compare.PlaneMoment;
import org.penumbra.net.StepLosses;
import org.penumbra.net.plane.PendingPlaneResponse;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.net.plane.PlaneTraining;
import org.penumbra.net.plane.PlaneTrainingSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine thread's side of a {@link RingsSession}: what it trains and when it shows what. Confined to that thread. */
final class RingsRun implements PlayedWork {

    private static final Logger LOG = LoggerFactory.getLogger(RingsRun.class);
    private static final Explanation EXPLANATION = new Explanation(
            "for this network or grid",
            "Try smaller hidden layers or fewer points, then reset.",
            "Reset, or open a preset that ships");
    private static final long FOREVER = Long.MAX_VALUE;

    private final RingsSession.Outlet outlet;
    private final Interruption interruption;
    private final Playback playback = new Playback();
    private final Pace pace = new Pace();
    private final RunPace speed = new RunPace(pace);
    private final RunEnd end = new RunEnd();
    private final RingsRecorder recorder;
    private final CompareSession comparing;
    private ConfidenceSettings confidence;
    private Grid grid;
    private float[] places;
    private PlaneSetup setup;
    private PlaneTraining training;
    private PlaneTrainingSettings settings;
    private boolean stale;
    private PendingPlaneResponse drawing;
    private RingsFrame drawn;
    /** Whether nobody had taken the last frame but one when the last was shown. */
    private boolean replaced;
    /** Null when no point walks. */
    private AttackRun attack;

    RingsRun(
            Grid grid,
            ConfidenceSettings confidence,
            RingsSession.Outlet outlet,
            CompareSession comparing,
            Interruption interruption) {
        this.outlet = outlet;
        this.comparing = comparing;
        this.interruption = interruption;
        this.confidence = confidence;
        recorder = new RingsRecorder(outlet::add);
        grid(grid);
    }

    PlaneSetup setup() {
        return setup;
    }

    /** Builds a run from its seed; goes on playing if the last one did. */
    void start(PlaneSetup wanted) {
        // First of all, so that each command to start counts, also when the old run cannot be freed.
        playback.begin();
        comparing.begin();
        closeTraining();
        setup = wanted;
        settings = wanted.training();
        end.begin();
        report();
        training = new PlaneTraining(wanted);
        recorder.restart(playback.generation(), training);
        playback.ready();
        speed.begin();
        stale = true;
        report();
    }

    @Override
    public void play() {
        if (playback.play()) {
            end.goOn(training.steps());
            pace.restart();
            report();
        }
    }

    @Override
    public void pause() {
        if (playback.pause()) {
            stale = true;
            report();
        }
    }

    @Override
    public void stepOnly(int steps) {
        pause();
        if (training != null) {
            end.goOn(training.steps());
        }
        playback.addSteps(steps);
    }

    void training(PlaneTrainingSettings changed) {
        settings = changed;
        end.watchAnew();
        if (training != null) {
            training.settings(changed);
        }
        report();
    }

    void speed(Speed wanted) {
        speed.choose(wanted);
        report();
    }

    void slowStart(boolean wanted) {
        speed.slowStart(wanted);
        report();
    }

    void stop(PlaneStop wanted) {
        end.stop(wanted);
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
            attack = new AttackRun(playback.generation(), training, plan);
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
        if (playback.stepsLeft() || drawing != null) {
            return 0;
        }
        boolean running = playback.isRunning();
        long untilFrame = !stale ? FOREVER : !frameWanted() ? Pace.FRAME_POLL : running ? pace.untilNextFrame() : 0;
        long untilShown = Math.min(untilFrame, attack == null ? FOREVER : attack.untilNextStep());
        return running ? Math.min(untilShown, pace.untilNextStep()) : untilShown;
    }

    /** One slice of work: some steps, then a frame if one is due. */
    @Override
    public void work() {
        if (training == null) {
            return;
        }
        if (playback.stepsLeft()) {
            finishSingleSteps();
        } else if (playback.isRunning()) {
            trainForAWhile();
        }
        attackIfDue();
        if (drawing != null) {
            finishFrame();
        }
        if (stale && frameWanted() && (!playback.isRunning() || pace.untilNextFrame() == 0)) {
            beginFrame();
        }
    }

    private void finishSingleSteps() {
        while (playback.stepsLeft() && !interruption.due()) {
            step();
            playback.stepTaken();
        }
        if (!playback.stepsLeft()) {
            stale = true;
            report();
        }
    }

    /** Until a command comes, a frame may begin, or the one being drawn is ready or should be helped. */
    private void trainForAWhile() {
        boolean enough = false;
        while (!enough && playback.isRunning() && pace.untilNextStep() == 0 && !interruption.due()) {
            if (step()) {
                finish();
            }
            attackIfDue();
            enough = drawing == null
                    ? pace.untilNextFrame() == 0 && frameWanted()
                    : drawing.isDone() || pace.helpDue(drawing.left());
            if (pace.reportDue()) {
                report();
            }
        }
    }

    /** @return whether the run has come to its end by it */
    private boolean step() {
        StepLosses losses = training.step();
        recorder.add(losses);
        speed.stepped(training.steps());
        stale = true;
        return end.after(training.steps(), losses.total(settings.lambda()));
    }

    /** It has ended by itself: it pauses, and what is shown next is its end. */
    private void finish() {
        playback.pause();
        recorder.pointDue();
        report();
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

    /**
     * Whether another frame is worth drawing: one may wait to be taken while the next is drawn, but when two were not taken
     * nobody looks.
     */
    private boolean frameWanted() {
        return outlet.frameWanted() || !replaced;
    }

    /** Lets the other cores draw while this one trains on. */
    private void beginFrame() {
        stale = false;
        drawn = new RingsFrame(
                playback.generation(), training.steps(), grid, null, training.points(), training.hollows());
        drawing = training.startResponse(places, grid.size());
        pace.frameBegun();
        if (comparing.isOn()) {
            offerMoment();
        }
    }

    /** Hands a copy of the network to those that compare detectors: a copy of its numbers, which takes microseconds. */
    void offerMoment() {
        if (training != null) {
            comparing.moment(new PlaneMoment(
                    playback.generation(),
                    training.steps(),
                    training.setup(),
                    training.points(),
                    training.parameters()));
        }
    }

    private void finishFrame() {
        pace.helpBegun(drawing.left());
        RingsFrame frame = drawn.with(takeDrawing().finish());
        pace.frameShown();
        replaced = outlet.show(frame);
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
        playback.fail(EXPLANATION.of("The engine stopped", cause), cause);
        stopAttack();
        // After divergence the last good weights are worth a look; after anything else drawing might fail again.
        stale = playback.divergence().isPresent();
        report();
    }

    private void report() {
        outlet.report(new RingsStatus(
                playback.generation(),
                playback.state(),
                training == null ? 0 : training.steps(),
                playback.isRunning() ? pace.stepsPerSecond() : 0,
                pace.fieldsMillis(),
                settings,
                playback.message(),
                playback.divergence(),
                playback.isRunning() && speed.isSlow(training.steps()),
                end.ending()));
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
