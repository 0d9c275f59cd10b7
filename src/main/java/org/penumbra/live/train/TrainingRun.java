package org.penumbra.live.train;

import java.util.function.LongSupplier;
import org.penumbra.course.ImageRun;
import org.penumbra.live.engine.Explanation;
import org.penumbra.live.engine.Interruption;
import org.penumbra.live.engine.Interval;
import org.penumbra.live.engine.Playback;
import org.penumbra.live.engine.PlayedWork;
import org.penumbra.net.image.ImageTraining;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine thread's side of a {@link TrainingSession}: what it does with its run and when. Confined to that thread. */
final class TrainingRun implements PlayedWork {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

    private final TrainingSession.Outlet outlet;
    private final Interruption interruption;
    private final LongSupplier clock;
    private final Interval reports = Interval.ofReports();
    private final Playback playback = new Playback();
    private TrainingPlan plan;
    private int lanes;
    private WatchedRun course;
    /** Whether what was shown last is older than the weights; of account only while it rests. */
    private boolean stale;
    /** Whether something broke, after which the network is not to be trusted. */
    private boolean broken;

    TrainingRun(TrainingSession.Outlet outlet, Interruption interruption, LongSupplier clock) {
        this.outlet = outlet;
        this.interruption = interruption;
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
        playback.begin();
        report();
        course = new WatchedRun(wanted, wantedLanes, playback.generation(), outlet, clock);
        if (from != null) {
            course.resume(from);
        }
        playback.ready();
        stale = true;
        report();
    }

    void clear() {
        forget();
        report();
    }

    private void forget() {
        WatchedRun old = course;
        course = null;
        plan = null;
        playback.clear();
        stale = false;
        broken = false;
        outlet.forget();
        if (old != null) {
            old.close();
        }
    }

    @Override
    public void play() {
        if (playback.play()) {
            dropSamples();
            course.played();
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
        if (playback.addSteps(steps)) {
            dropSamples();
        }
    }

    /** Going on matters more than a complete picture of where it stood. */
    private void dropSamples() {
        stale |= course.dropSamplesOfRest();
    }

    void stop() {
        if (playback.isUnderWay()) {
            playback.dropSteps();
            dropSamples();
            course.stop(playback.isRunning());
        }
    }

    void snapshot() {
        if (isSound()) {
            outlet.give(course.snapshot());
        }
    }

    void weights() {
        if (isSound()) {
            course.measure(playback.isRunning());
        }
    }

    private boolean isSound() {
        return course != null && !broken;
    }

    /** 0 while there is something to do; otherwise only a command brings work. */
    @Override
    public long idleNanos() {
        return !isSound() || !(course.isBusy() || playback.stepsLeft() || playback.isRunning() || stale)
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
        } else if (playback.stepsLeft()) {
            takeSingleSteps();
        } else if (playback.isRunning()) {
            trainForAWhile();
        } else if (stale) {
            stale = false;
            course.showAtRest();
        }
        reportIfDue();
    }

    private void takeSingleSteps() {
        while (playback.stepsLeft() && !course.isBusy() && !interruption.due()) {
            if (course.isOver()) {
                course.validate(false);
                playback.dropSteps();
            } else {
                course.step(false);
                playback.stepTaken();
            }
        }
        if (!playback.stepsLeft()) {
            stale = true;
            report();
        }
    }

    /** Until a command comes, a frame is due, or an epoch has ended. */
    private void trainForAWhile() {
        boolean enough = false;
        while (!enough && !course.isBusy() && !interruption.due()) {
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
        if (course.ended() != null && playback.isUnderWay()) {
            outlet.give(course.ended());
            playback.finish(course.ending());
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
        playback.fail(explanation().of("Training stopped", cause), cause);
        boolean diverged = playback.divergence().isPresent();
        broken = !diverged;
        // After divergence the last good weights are worth a look; after anything else a frame might fail again.
        stale = diverged;
        if (course != null) {
            course.dropQuestions();
        }
        report();
    }

    private Explanation explanation() {
        String batch = plan == null ? "" : " " + plan.course().training().batch() + " images a step";
        return new Explanation(
                "to train" + batch,
                "Try fewer images a step or a smaller data set.",
                "Reset, or choose other settings");
    }

    private void reportIfDue() {
        if (reports.isOver(clock.getAsLong())) {
            report();
        }
    }

    private void report() {
        reports.begin(clock.getAsLong());
        if (course == null) {
            outlet.report(new TrainingStatus(
                    playback.generation(),
                    playback.state(),
                    0,
                    0,
                    0,
                    0,
                    Double.NaN,
                    0,
                    playback.message(),
                    playback.divergence()));
            return;
        }
        ImageRun run = course.run();
        double rate = playback.isRunning() ? course.imagesPerSecond() : 0;
        double left = (run.totalSteps() - run.steps()) * (double) run.settings().batch();
        outlet.report(new TrainingStatus(
                playback.generation(),
                playback.state(),
                run.steps(),
                run.totalSteps(),
                run.epochs(),
                rate,
                rate > 0 ? left / rate : Double.NaN,
                course.shownShare(),
                playback.message(),
                playback.divergence()));
    }

    @Override
    public void close() {
        forget();
    }
}
