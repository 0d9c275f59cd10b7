package org.penumbra.live.fooling;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.penumbra.data.home.LogFile;
import org.penumbra.fooling.FoolingException;
import org.penumbra.live.engine.EngineWork;
import org.penumbra.live.engine.Pace;
import org.penumbra.live.engine.Speed;
import org.penumbra.live.fooling.FoolingStatus.State;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine thread's side of a {@link FoolingSession}: which attacks go on and when they are shown. Confined to it. */
final class FoolingWork implements EngineWork {

    private static final Logger LOG = LoggerFactory.getLogger(FoolingWork.class);
    private static final long FOREVER = Long.MAX_VALUE;
    /** 30 frames a second at most. */
    private static final long FRAME_INTERVAL = 33_333_333;

    private final FoolingSession.Outlet outlet;
    private final Pace pace = new Pace(FRAME_INTERVAL);
    private final Map<ImageModel, ImageNetwork> networks = new IdentityHashMap<>();
    private final List<VictimAttack> attacks = new ArrayList<>();
    private FoolingPlan plan;
    private State state = State.EMPTY;
    private String message = "";
    private int generation = -1;
    private long step;
    private long pendingSteps;
    /** Whether it was told to play; stays so when all trials have ended. */
    private boolean playing;

    private boolean stale;

    FoolingWork(FoolingSession.Outlet outlet) {
        this.outlet = outlet;
    }

    /** Builds an attack, with the networks of the last one where the models are the same. */
    void begin(FoolingPlan wanted) {
        closeAttacks();
        generation++;
        plan = wanted;
        step = 0;
        pendingSteps = 0;
        message = "";
        state = State.STARTING;
        outlet.restart();
        report();
        networks.entrySet().removeIf(entry -> {
            boolean unused = wanted.victims().stream().noneMatch(victim -> victim.model() == entry.getKey());
            if (unused) {
                entry.getValue().close();
            }
            return unused;
        });
        for (int i = 0; i < wanted.victims().size() && !outlet.closing(); i++) {
            ImageModel model = wanted.victims().get(i).model();
            ImageNetwork network = networks.computeIfAbsent(model, ImageModel::network);
            attacks.add(new VictimAttack(generation, i, wanted, network, outlet));
        }
        state = playing ? State.RUNNING : State.PAUSED;
        pace.restart();
        stale = true;
        report();
    }

    void restart() {
        if (plan != null) {
            begin(plan);
        }
    }

    void play() {
        if (state == State.PAUSED) {
            playing = true;
            pendingSteps = 0;
            state = State.RUNNING;
            pace.restart();
            report();
        }
    }

    void pause() {
        playing = false;
        if (state == State.RUNNING) {
            state = State.PAUSED;
            report();
        }
    }

    void stepOnly(int steps) {
        pause();
        if (state == State.PAUSED) {
            pendingSteps += steps;
        }
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
        if (pendingSteps > 0) {
            return 0;
        }
        if (state != State.RUNNING) {
            return stale ? 0 : FOREVER;
        }
        long untilFrame = stale ? Math.max(pace.untilNextFrame(), Pace.FRAME_POLL) : FOREVER;
        return Math.min(untilFrame, pace.untilNextStep());
    }

    /** One slice of work: some steps, then a frame if one is due. */
    @Override
    public void work() {
        if (pendingSteps > 0) {
            while (pendingSteps > 0 && !outlet.interrupted()) {
                step();
                pendingSteps--;
            }
        } else if (state == State.RUNNING) {
            boolean frame = false;
            while (!frame && state == State.RUNNING && pace.untilNextStep() == 0 && !outlet.interrupted()) {
                step();
                frame = frameDue();
                if (pace.reportDue()) {
                    report();
                }
            }
        }
        if (stale && !outlet.closing() && (frameDue() || state != State.RUNNING && pendingSteps == 0)) {
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
            if (outlet.closing()) {
                return;
            }
            left |= attack.step();
            step = Math.max(step, attack.steps());
        }
        pace.stepped();
        stale = true;
        if (!left) {
            state = State.FINISHED;
            pendingSteps = 0;
            report();
        }
    }

    private void show() {
        pace.frameBegun();
        pace.helpBegun(1);
        stale = false;
        outlet.show(new FoolingFrame(
                generation,
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
        state = State.FAILED;
        playing = false;
        pendingSteps = 0;
        stale = false;
        message = explain(cause);
        report();
    }

    private static String explain(Throwable cause) {
        String what = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (cause instanceof FoolingException) {
            return what;
        }
        if (cause instanceof OutOfMemoryError) {
            return "Not enough memory for this attack (" + what + "). Try fewer victims or fewer trials, then restart.";
        }
        if (cause instanceof LinkageError) {
            return "The native library for the networks could not be loaded: " + what
                    + ". Penumbra needs a 64-bit Linux, Windows or macOS, and room for it in the folder .javacpp of your home.";
        }
        return String.format(
                Locale.ROOT, "The attack stopped: %s. Restart, or choose other victims; %s.", what, LogFile.words());
    }

    private void report() {
        outlet.report(new FoolingStatus(
                generation, state, step, state == State.RUNNING ? pace.stepsPerSecond() : 0, message));
    }

    private void closeAttacks() {
        attacks.forEach(VictimAttack::close);
        attacks.clear();
    }

    @Override
    public void close() {
        closeAttacks();
        networks.values().forEach(ImageNetwork::close);
        networks.clear();
    }
}
