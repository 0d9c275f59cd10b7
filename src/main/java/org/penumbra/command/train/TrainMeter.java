package org.penumbra.command.train;

import org.penumbra.net.StepLosses;
import org.penumbra.net.image.ImageTraining;

/** Measures a training: speed and losses, each over the last moments or the last whole epoch. */
final class TrainMeter {

    private static final long WINDOW_NANOS = 1_000_000_000L;
    /** Share of the newest window in the shown speed. */
    private static final double NEWEST = 0.3;

    private final ImageTraining training;
    private final long start = System.nanoTime();
    private final long firstStep;
    private long windowStart = start;
    private long windowStep;
    private double windowLoss;
    private double speed = Double.NaN;
    private double loss = Double.NaN;
    private double accuracy = Double.NaN;

    TrainMeter(ImageTraining training) {
        this.training = training;
        firstStep = training.steps();
        windowStep = firstStep;
    }

    /** Called after every step. */
    void after(StepLosses losses) {
        windowLoss += losses.total(training.settings().lambda());
        long steps = training.steps() - windowStep;
        long now = System.nanoTime();
        if (Double.isNaN(loss) || now - windowStart >= WINDOW_NANOS) {
            loss = windowLoss / steps;
            double newest = steps * training.settings().batch() / ((now - windowStart) / 1e9);
            // The first step is slow: everything is compiled and allocated in it.
            speed = training.steps() == firstStep + 1
                    ? Double.NaN
                    : Double.isNaN(speed) ? newest : (1 - NEWEST) * speed + NEWEST * newest;
            windowStart = now;
            windowStep = training.steps();
            windowLoss = 0;
        }
    }

    /** Takes the accuracy on the held-out images. */
    void validated(double share) {
        accuracy = share;
        // Answering is no training.
        windowStart = System.nanoTime();
        windowStep = training.steps();
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
        return (training.steps() - firstStep) * training.settings().batch() / seconds();
    }

    TrainProgress progress() {
        long left =
                (training.totalSteps() - training.steps()) * training.settings().batch();
        return new TrainProgress(
                training.epochs(),
                training.settings().epochs(),
                training.steps(),
                training.totalSteps(),
                speed,
                left / speed,
                loss,
                accuracy);
    }
}
