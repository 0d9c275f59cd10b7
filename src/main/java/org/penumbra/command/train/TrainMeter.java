package org.penumbra.command.train;

import org.penumbra.course.ImageRun;
import org.penumbra.net.StepLosses;

/** Measures a training: speed and losses, each over the last moments or the last whole epoch. */
final class TrainMeter {

    private static final long WINDOW_NANOS = 1_000_000_000L;
    /** Share of the newest window in the shown speed. */
    private static final double NEWEST = 0.3;

    private final ImageRun run;
    private final long start = System.nanoTime();
    private final long firstStep;
    private long windowStart = start;
    private long windowStep;
    private double windowLoss;
    private double speed = Double.NaN;
    private double loss = Double.NaN;
    private double accuracy = Double.NaN;

    TrainMeter(ImageRun run) {
        this.run = run;
        firstStep = run.steps();
        windowStep = firstStep;
    }

    /** Called after every step. */
    void after(StepLosses losses) {
        windowLoss += losses.total(run.settings().lambda());
        long steps = run.steps() - windowStep;
        long now = System.nanoTime();
        if (Double.isNaN(loss) || now - windowStart >= WINDOW_NANOS) {
            loss = windowLoss / steps;
            double newest = steps * run.settings().batch() / ((now - windowStart) / 1e9);
            // The first step is slow: everything is compiled and allocated in it.
            speed = run.steps() == firstStep + 1
                    ? Double.NaN
                    : Double.isNaN(speed) ? newest : (1 - NEWEST) * speed + NEWEST * newest;
            windowStart = now;
            windowStep = run.steps();
            windowLoss = 0;
        }
    }

    /** Takes the accuracy on the held-out images. */
    void validated(double share) {
        accuracy = share;
        // Answering is no run.
        windowStart = System.nanoTime();
        windowStep = run.steps();
        windowLoss = 0;
    }

    /** The accuracy on the held-out images, 0 to 1, or NaN. */
    double accuracy() {
        return accuracy;
    }

    /** Seconds since the meter was made. */
    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Images a second since the meter was made, validation included. */
    double samplesPerSecond() {
        return (run.steps() - firstStep) * run.settings().batch() / seconds();
    }

    TrainProgress progress() {
        long left = (run.totalSteps() - run.steps()) * run.settings().batch();
        return new TrainProgress(
                run.epochs(),
                run.settings().epochs(),
                run.steps(),
                run.totalSteps(),
                speed,
                left / speed,
                loss,
                accuracy);
    }
}
