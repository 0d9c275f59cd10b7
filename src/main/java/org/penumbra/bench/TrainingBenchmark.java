package org.penumbra.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.penumbra.live.train.TrainingPlan;
import org.penumbra.live.train.TrainingPoint;
import org.penumbra.live.train.TrainingSession;
import org.penumbra.live.train.TrainingStatus;
import org.penumbra.live.train.WatchedRun;
import org.penumbra.net.image.ImageTraining;

/**
 * Measures what it costs to watch a run: the same training bare, and in a {@link TrainingSession} whose frames are taken
 * sixty times a second. The two take turns every {@value #ROUND_SECONDS} seconds, so that a machine that slows down slows
 * both; validations count against the session.
 */
public final class TrainingBenchmark {

    private static final int ROUND_SECONDS = 2;
    private static final int WARM_UP_STEPS = 100;
    private static final long PULSE_NANOS = 1_000_000_000L / 60;
    /** How closely the end of a round is watched. */
    private static final long CLOSELY_NANOS = 500_000L;

    private static final long QUIET_NANOS = 500_000_000L;

    private final TrainingPlan plan;

    /** @param plan of enough epochs not to end meanwhile, and without patience */
    public TrainingBenchmark(TrainingPlan plan) {
        this.plan = plan;
    }

    /**
     * What was measured.
     *
     * @param imagesPerSecond        training without anybody who looks
     * @param watchedImagesPerSecond training in a session, with all it shows
     * @param processorRatio         processor time an image takes without anybody who looks, of that with all that is
     *                               shown: 1 when watching costs nothing. Unlike the clock it bears other programs
     * @param shownShare             share of the session's time it spent on what it shows, by its own account
     * @param framesPerSecond        frames taken while it trained
     * @param validations            times all held-out images were asked
     */
    public record Result(
            double imagesPerSecond,
            double watchedImagesPerSecond,
            double processorRatio,
            double shownShare,
            double framesPerSecond,
            int validations) {

        /** Training speed that watching leaves, of the speed without: 1 when it costs nothing. */
        public double ratio() {
            return watchedImagesPerSecond / imagesPerSecond;
        }
    }

    /** Images and the nanoseconds they took, summed over the rounds. */
    private static final class Tally {
        long images;
        long nanos;
        long processorNanos;

        double rate() {
            return images * 1e9 / nanos;
        }

        double processorNanosPerImage() {
            return (double) processorNanos / images;
        }
    }

    /**
     * Measures.
     *
     * @param seconds how long each of the two trains; at least one round
     * @throws IllegalStateException when the session fails; the message says why
     */
    public Result measure(double seconds) throws InterruptedException {
        int rounds = (int) Math.max(1, Math.round(seconds / ROUND_SECONDS));
        TrainingSession session = new TrainingSession();
        Watching watching = new Watching(session, WatchedRun.validationEvery(plan));
        try (session;
                ImageTraining bare = new ImageTraining(
                        plan.course().network(),
                        plan.course().training(),
                        plan.course().images(),
                        ImageTraining.defaultLanes())) {
            Tally unseen = new Tally();
            session.begin(plan);
            watching.quiet();
            watching.warmUp();
            for (int step = 0; step < WARM_UP_STEPS; step++) {
                bare.step();
            }
            for (int round = 0; round < rounds; round++) {
                // Every second round the other way around, as what comes second may find a warmer machine.
                if (round % 2 == 0) {
                    train(bare, unseen);
                    watching.round();
                } else {
                    watching.round();
                    train(bare, unseen);
                }
            }
            return new Result(
                    unseen.rate(),
                    watching.tally.rate(),
                    unseen.processorNanosPerImage() / watching.tally.processorNanosPerImage(),
                    session.status().shownShare(),
                    watching.frames * 1e9 / watching.tally.nanos,
                    watching.validations);
        } finally {
            session.awaitEnd(5, TimeUnit.SECONDS);
        }
    }

    private void train(ImageTraining bare, Tally tally) {
        long processor = processorNanos();
        long start = System.nanoTime();
        long end = start + ROUND_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < end) {
            bare.step();
            tally.images += plan.course().training().batch();
        }
        tally.nanos += System.nanoTime() - start;
        tally.processorNanos += processorNanos() - processor;
    }

    /** Of this process so far, all threads together. */
    private static long processorNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }

    /** The session and somebody who looks at it. */
    private final class Watching {

        private final TrainingSession session;
        private final long validationEvery;
        private final Tally tally = new Tally();
        private int frames;
        private int validations;

        Watching(TrainingSession session, long validationEvery) {
            this.session = session;
            this.validationEvery = validationEvery;
        }

        void warmUp() {
            session.step(WARM_UP_STEPS);
            while (session.status().step() < WARM_UP_STEPS) {
                look(PULSE_NANOS);
            }
            quiet();
            frames = 0;
        }

        void round() {
            long before = session.status().step();
            long processor = processorNanos();
            long start = System.nanoTime();
            session.play();
            while (System.nanoTime() - start < ROUND_SECONDS * 1_000_000_000L) {
                look(PULSE_NANOS);
            }
            session.pause();
            // A validation that is under way belongs to the round.
            while (session.status().state() != TrainingStatus.State.PAUSED || !isValidated()) {
                look(CLOSELY_NANOS);
            }
            tally.nanos += System.nanoTime() - start;
            tally.processorNanos += processorNanos() - processor;
            tally.images += (session.status().step() - before)
                    * plan.course().training().batch();
            int during = frames;
            quiet();
            // What is shown while it rests costs the run nothing.
            frames = during;
        }

        private boolean isValidated() {
            return validations >= (long) session.status().epochs() / validationEvery;
        }

        /** Waits until nothing is shown any more. */
        void quiet() {
            long last = System.nanoTime();
            while (System.nanoTime() - last < QUIET_NANOS
                    || session.status().state() == TrainingStatus.State.STARTING
                    || session.status().state() == TrainingStatus.State.EMPTY) {
                int before = frames;
                look(PULSE_NANOS);
                last = frames > before ? System.nanoTime() : last;
            }
        }

        /** One pulse of a window, of so many nanoseconds. */
        private void look(long pulse) {
            TrainingStatus status = session.status();
            if (status.state() == TrainingStatus.State.FAILED || status.state() == TrainingStatus.State.FINISHED) {
                throw new IllegalStateException("the benchmark's training ended: " + status.message());
            }
            frames += session.takeFrame().isPresent() ? 1 : 0;
            for (TrainingPoint point : session.takeCurve()) {
                validations += point.validated() ? 1 : 0;
            }
            LockSupport.parkNanos(pulse);
        }
    }
}
