package org.penumbra.live.fooling;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.fooling.victim.FoolingException;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.engine.Explanation;
import org.penumbra.live.engine.Interruption;
import org.penumbra.live.engine.Pace;
import org.penumbra.live.engine.Playback;
import org.penumbra.live.engine.PlayedWork;
import org.penumbra.live.engine.Speed;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine thread's side of a {@link FoolingSession}: which attacks go on and when they are shown. Confined to it. */
final class FoolingWork implements PlayedWork {

    private static final Logger LOG = LoggerFactory.getLogger(FoolingWork.class);
    private static final Explanation EXPLANATION = new Explanation(
            "for this attack", "Try fewer victims or fewer trials, then restart.", "Restart, or choose other victims");
    private static final long FOREVER = Long.MAX_VALUE;
    /** 30 frames a second at most. */
    private static final long FRAME_INTERVAL = 33_333_333;

    private final FoolingSession.Outlet outlet;
    private final Interruption interruption;
    private final Playback playback = new Playback();
    private final Pace pace = new Pace(FRAME_INTERVAL);
    private final Map<ImageModel, ImageClassifier> networks = new IdentityHashMap<>();
    private final List<VictimAttack> attacks = new ArrayList<>();
    private FoolingPlan plan;
    private long step;
    private boolean stale;

    FoolingWork(FoolingSession.Outlet outlet, Interruption interruption) {
        this.outlet = outlet;
        this.interruption = interruption;
    }

    /** Builds an attack, with the networks of the last one where the models are the same. */
    void begin(FoolingPlan wanted) {
        closeAttacks();
        plan = wanted;
        step = 0;
        if (playback.state() == State.FINISHED) {
            // What has ended rests: whoever chooses something else says for themselves when that is to run.
            playback.pause();
        }
        playback.begin();
        outlet.forgetResults();
        report();
        networks.entrySet().removeIf(entry -> {
            boolean unused = wanted.victims().stream().noneMatch(victim -> victim.model() == entry.getKey());
            if (unused) {
                entry.getValue().close();
            }
            return unused;
        });
        for (int i = 0; i < wanted.victims().size() && !interruption.closing(); i++) {
            ImageModel model = wanted.victims().get(i).model();
            ImageClassifier network = networks.computeIfAbsent(model, ImageModel::network);
            attacks.add(new VictimAttack(playback.generation(), i, wanted, network, outlet::add));
        }
        playback.ready();
        pace.restart();
        stale = true;
        report();
    }

    void restart() {
        if (plan != null) {
            begin(plan);
        }
    }

    @Override
    public void play() {
        if (playback.play()) {
            pace.restart();
            report();
        }
    }

    @Override
    public void pause() {
        if (playback.pause()) {
            report();
        }
    }

    @Override
    public void stepOnly(int steps) {
        pause();
        playback.addSteps(steps);
    }

    void speed(Speed speed) {
        pace.speed(speed);
    }

    void record() {
        if (plan != null) {
            outlet.give(new FoolingRecording(
                    plan, attacks.stream().map(VictimAttack::recording).toList()));
        }
    }

    /** How long the engine may sleep unless a command comes, nanoseconds; 0 if there is something to do. */
    @Override
    public long idleNanos() {
        if (playback.stepsLeft()) {
            return 0;
        }
        if (!playback.isRunning()) {
            return stale ? 0 : FOREVER;
        }
        long untilFrame = stale ? Math.max(pace.untilNextFrame(), Pace.FRAME_POLL) : FOREVER;
        return Math.min(untilFrame, pace.untilNextStep());
    }

    /** One slice of work: some steps, then a frame if one is due. */
    @Override
    public void work() {
        if (playback.stepsLeft()) {
            while (playback.stepsLeft() && !interruption.due()) {
                step();
                playback.stepTaken();
            }
        } else if (playback.isRunning()) {
            boolean frame = false;
            while (!frame && playback.isRunning() && pace.untilNextStep() == 0 && !interruption.due()) {
                step();
                frame = frameDue();
                if (pace.reportDue()) {
                    report();
                }
            }
        }
        if (stale && !interruption.closing() && (frameDue() || !playback.isRunning() && !playback.stepsLeft())) {
            show();
        }
    }

    private boolean frameDue() {
        return pace.untilNextFrame() == 0 && outlet.frameWanted();
    }

    /** Every victim in turn; between two of them only closing is heard, so that they stay at the same step. */
    private void step() {
        boolean left = false;
        for (VictimAttack attack : attacks) {
            if (interruption.closing()) {
                return;
            }
            left |= attack.step();
            step = Math.max(step, attack.steps());
        }
        pace.stepped();
        stale = true;
        if (!left) {
            playback.finish("");
            report();
        }
    }

    private void show() {
        pace.frameBegun();
        pace.helpBegun(1);
        stale = false;
        outlet.show(new FoolingFrame(
                playback.generation(),
                plan,
                step,
                attacks.stream().map(VictimAttack::frame).toList()));
        pace.frameShown();
        report();
    }

    /** Stops with a message; a restart or another plan starts anew. */
    @Override
    public void fail(Throwable cause) {
        LOG.error("The attack stopped at step {}", step, cause);
        playback.fail(explain(cause), cause);
        stale = false;
        report();
    }

    private static String explain(Throwable cause) {
        return cause instanceof FoolingException ? cause.getMessage() : EXPLANATION.of("The attack stopped", cause);
    }

    private void report() {
        outlet.report(new FoolingStatus(
                playback.generation(),
                playback.state(),
                step,
                playback.isRunning() ? pace.stepsPerSecond() : 0,
                playback.message()));
    }

    private void closeAttacks() {
        attacks.forEach(VictimAttack::close);
        attacks.clear();
    }

    @Override
    public void close() {
        closeAttacks();
        networks.values().forEach(ImageClassifier::close);
        networks.clear();
    }
}
