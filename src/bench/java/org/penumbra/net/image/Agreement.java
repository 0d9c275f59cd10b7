package org.penumbra.net.image;

import java.io.PrintStream;
import java.util.Locale;
import org.penumbra.data.GaussianNoise;

/**
 * Whether all engines compute the same network: with the same weights they must have as many parameters, give the same
 * answers, lose the same, and do so after a few steps of training. Otherwise a comparison of their speeds means nothing.
 */
final class Agreement {

    private static final double TOLERANCE = 1e-4;
    /** Supposedly because DJL's and DL4J's Adam add epsilon before the bias is corrected; nobody took that apart. */
    private static final double TOLERANCE_TRAINED = 2e-2;

    private static final int STEPS = 5;

    private final ImageWork work;
    private final PrintStream out;

    Agreement(ImageWork work, PrintStream out) {
        this.work = work;
        this.out = out;
    }

    /** @throws IllegalStateException if two engines differ by more than 1e-4, or 2 % of the loss after training */
    void check() {
        compare(ImageEngine.Kind.PYTORCH);
        compare(ImageEngine.Kind.STOCK);
    }

    private void compare(ImageEngine.Kind kind) {
        try (ImageEngine other = ImageEngine.make(kind, work);
                ImageEngine ours = ImageEngine.make(ImageEngine.Kind.PENUMBRA, work);
                ImageNetwork weights = new ImageNetwork(work.settings())) {
            weights.initialise(ImageWork.SEED);
            ours.setParameters(weights.parameters());
            other.setParameters(weights.parameters());
            if (ours.parameterCount() != other.parameterCount()) {
                throw new IllegalStateException(kind + ": expected " + ours.parameterCount()
                        + " parameters, but it has " + other.parameterCount());
            }
            double answers = answers(ours, other);
            double[] losses = losses(ours, other);
            out.printf(
                    Locale.ROOT,
                    "%s, %s: %d parameters; differs from Penumbra by at most %.1e in its answers, %.1e in "
                            + "its loss, %.1e in its losses of %d steps%n",
                    work.settings().architecture().id(),
                    kind,
                    ours.parameterCount(),
                    answers,
                    losses[0],
                    losses[STEPS - 1],
                    STEPS);
            require(kind, "answers", answers, TOLERANCE);
            require(kind, "loss", losses[0], TOLERANCE);
            require(kind, "losses after training", losses[STEPS - 1], TOLERANCE_TRAINED);
        }
    }

    private double answers(ImageEngine ours, ImageEngine other) {
        float[] images = work.first(ImageWork.BATCH);
        ImageEngine.Answers expected = ours.infer(images, ImageWork.BATCH);
        ImageEngine.Answers actual = other.infer(images, ImageWork.BATCH);
        return Math.max(
                difference(expected.probabilities(), actual.probabilities()),
                difference(expected.reconstructions(), actual.reconstructions()));
    }

    /** By what share of ours the losses of the first step, the first two, and so on differ at most. */
    private double[] losses(ImageEngine ours, ImageEngine other) {
        GaussianNoise noise = new GaussianNoise(ImageWork.SEED);
        double[] most = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            float[] clean = work.batches()[step];
            float[] corrupted = clean.clone();
            noise.addTo(corrupted, corrupted.length, ImageWork.SIGMA);
            double expected = ours.train(clean, corrupted, work.labels()[step]);
            double difference = Math.abs(1 - other.train(clean, corrupted, work.labels()[step]) / expected);
            most[step] = Math.max(difference, most[Math.max(0, step - 1)]);
        }
        return most;
    }

    private static double difference(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalStateException("answers: expected " + a.length + " numbers, but got " + b.length);
        }
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            // Math.max keeps a NaN.
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    private void require(ImageEngine.Kind kind, String what, double difference, double most) {
        if (!(difference <= most)) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "%s, %s: expected its %s to be Penumbra's within %.0e, but "
                            + "they differ by %.1e; the networks are not the same, so their speeds are not compared",
                    work.settings().architecture().id(),
                    kind,
                    what,
                    most,
                    difference));
        }
    }
}
