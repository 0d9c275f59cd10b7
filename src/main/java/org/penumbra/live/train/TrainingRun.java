package org.penumbra.live.train;

import java.util.function.LongSupplier;
import org.penumbra.course.ImageRun;
import org.penumbra.live.engine.EngineWork;
import org.penumbra.live.train.TrainingStatus.State;
import org.penumbra.net.DivergenceException;
import org.penumbra.net.image.ImageTraining;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine thread's side of a {@link TrainingSession}: what it does with its run and when. Confined to that thread. */
final class TrainingRun implements EngineWork {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);
    private static final long REPORT_INTERVAL = 100_000_000L;

    private final TrainingSession.Outlet outlet;
    private final LongSupplier clock;
    private State state = State.EMPTY;
    private String message = "";
    private int generation = -1;
    private TrainingPlan plan;
    private int lanes;
    private TrainingCourse course;
    private long pendingSteps;
    private long lastReport;
    /** Whether what was shown last is older than the weights; of account only while it rests. */
    private boolean stale;
    /** Whether something broke, after which the network is not to be trusted. */
    private boolean broken;

    TrainingRun(TrainingSession.Outlet outlet, LongSupplier clock) {
        this.outlet = outlet;
        this.clock = clock;
    }

    void begin(TrainingPlan wanted) {
        start(wanted, ImageTraining.defaultLanes(), null);
    }

    void resume(TrainingSnapshot from) {
        start(from.plan(), from.run().lanes(), from);
    }

    void reset() {
        if (plan != null) {
            start(plan, lanes, null);
        }
    }

    private void start(TrainingPlan wanted, int wantedLanes, TrainingSnapshot from) {
        forget();
        plan = wanted;
        lanes = wantedLanes;
        generation++;
        state = State.STARTING;
        report();
        course = new TrainingCourse(wanted, wantedLanes, generation, outlet, clock);
        if (from != null) {
            course.resume(from);
        }
        state = State.PAUSED;
        stale = true;
        report();
    }

    void clear() {
        forget();
        state = State.EMPTY;
        report();
    }

    private void forget() {
        TrainingCourse old = course;
        course = null;
        plan = null;
        message = "";
        pendingSteps = 0;
        stale = false;
        broken = false;
        outlet.forget();
        if (old != null) {
            old.close();
        }
    }

    void play() {
        if (state == State.PAUSED) {
            pendingSteps = 0;
            state = State.RUNNING;
            dropSamples();
            course.played();
            report();
        }
    }

    void pause() {
        if (state == State.RUNNING) {
            state = State.PAUSED;
            stale = true;
            report();
        }
    }

    void stepOnly(int steps) {
        pause();
        if (state == State.PAUSED) {
            pendingSteps += steps;
            dropSamples();
        }
    }

    /** Going on matters more than a complete picture of where it stood. */
    private void dropSamples() {
        stale |= course.dropSamplesOfRest();
    }

    void stop() {
        if (state == State.PAUSED || state == State.RUNNING) {
            pendingSteps = 0;
            dropSamples();
            course.stop(state == State.RUNNING);
        }
    }

    void snapshot() {
        if (isSound()) {
            outlet.give(course.snapshot());
        }
    }

    void weights() {
        if (isSound()) {
            course.measure(state == State.RUNNING);
        }
    }

    private boolean isSound() {
        return course != null && !broken;
    }

    /** 0 while there is something to do; otherwise only a command brings work. */
    @Override
    public long idleNanos() {
        return !isSound() || !(course.isBusy() || pendingSteps > 0 || state == State.RUNNING || stale)
                ? Long.MAX_VALUE
                : 0;
    }

    /** One slice of work: some steps, some questions, or a frame. */
    @Override
    public void work() {
        if (!isSound()) {
            return;
        }
        if (course.isBusy()) {
            course.ask();
            finishIfEnded();
        } else if (pendingSteps > 0) {
            takeSingleSteps();
        } else if (state == State.RUNNING) {
            trainForAWhile();
        } else if (stale) {
            stale = false;
            course.showAtRest();
        }
        reportIfDue();
    }

    private void takeSingleSteps() {
        while (pendingSteps > 0 && !course.isBusy() && !outlet.interrupted()) {
            if (course.isOver()) {
                course.validate(false);
                pendingSteps = 0;
            } else {
                course.step(false);
                pendingSteps--;
            }
        }
        if (pendingSteps == 0) {
            stale = true;
            report();
        }
    }

    /** Until a command comes, a frame is due, or an epoch has ended. */
    private void trainForAWhile() {
        boolean enough = false;
        while (!enough && !course.isBusy() && !outlet.interrupted()) {
            if (course.isOver()) {
                course.validate(true);
            } else {
                course.step(true);
                enough = course.isFrameDue();
                reportIfDue();
            }
        }
        if (enough && !course.isBusy()) {
            course.showWhileTraining();
        }
    }

    private void finishIfEnded() {
        if (course.ended() != null && (state == State.RUNNING || state == State.PAUSED)) {
            outlet.give(course.ended());
            state = State.FINISHED;
            message = course.ending();
            pendingSteps = 0;
            stale = true;
            report();
        }
    }

    /** Stops with a message; after divergence the weights are the last good ones. A reset starts anew. */
    @Override
    public void fail(Throwable cause) {
        LOG.error(
                "The training engine stopped at step {}",
                course == null ? 0 : course.run().steps(),
                cause);
        boolean diverged = cause instanceof DivergenceException;
        state = State.FAILED;
        pendingSteps = 0;
        message = diverged ? cause.getMessage() : explain(cause);
        broken = !diverged;
        // After divergence the last good weights are worth a look; after anything else a frame might fail again.
        stale = diverged;
        if (course != null) {
            course.dropQuestions();
        }
        report();
    }

    private String explain(Throwable cause) {
        String what = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (cause instanceof OutOfMemoryError) {
            return "Not enough memory to train "
                    + (plan == null ? "" : plan.course().training().batch() + " images a step ") + "(" + what
                    + "). Try fewer images a step or a smaller data set.";
        }
        if (cause instanceof LinkageError) {
            return "The native library for the networks could not be loaded: " + what
                    + ". Penumbra needs a 64-bit Linux, Windows or macOS, and room for it in the folder .javacpp of your home.";
        }
        return "Training stopped: " + what + ". Reset, or choose other settings; the log has the details.";
    }

    private void reportIfDue() {
        if (clock.getAsLong() - lastReport >= REPORT_INTERVAL) {
            report();
        }
    }

    private void report() {
        lastReport = clock.getAsLong();
        if (course == null) {
            outlet.report(new TrainingStatus(generation, state, 0, 0, 0, 0, Double.NaN, 0, message));
            return;
        }
        ImageRun run = course.run();
        double rate = state == State.RUNNING ? course.imagesPerSecond() : 0;
        double left = (run.totalSteps() - run.steps()) * (double) run.settings().batch();
        outlet.report(new TrainingStatus(
                generation,
                state,
                run.steps(),
                run.totalSteps(),
                run.epochs(),
                rate,
                rate > 0 ? left / rate : Double.NaN,
                course.shownShare(),
                message));
    }

    @Override
    public void close() {
        forget();
    }
}
