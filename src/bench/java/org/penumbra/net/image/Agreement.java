package org.penumbra.net.image;

import java.util.Locale;
import org.penumbra.speed.Engine;

/**
 * Whether an engine computes the same network as Penumbra: with the same weights it must have as many parameters, give
 * the same answers, lose the same, and do so after a few steps of training. Otherwise a comparison of their speeds means
 * nothing.
 */
final class Agreement {

    private static final double TOLERANCE = 1e-4;
    /** DL4J's Adam adds epsilon before the bias is corrected, supposedly; nobody took that apart. */
    private static final double TOLERANCE_STOCK = 2e-2;

    private final ImageArchitecture network;
    private final Probe ours;

    /** @param ours Penumbra's */
    Agreement(ImageArchitecture network, Probe ours) {
        this.network = network;
        this.ours = ours;
    }

    /**
     * How far apart they are, in a sentence.
     *
     * @throws IllegalStateException if they differ by more than 1e-4; DL4J by more than 2 % in its losses after training
     */
    String check(Engine engine, Probe other) {
        if (ours.parameters() != other.parameters()) {
            throw new IllegalStateException(network.id() + ", " + engine.label() + ": expected " + ours.parameters()
                    + " parameters, but it has " + other.parameters());
        }
        double answers = Math.max(
                difference(ours.probabilities(), other.probabilities()),
                difference(ours.reconstructions(), other.reconstructions()));
        require(engine, "answers", answers, TOLERANCE);
        String text = String.format(
                Locale.ROOT,
                "%s, %s: %d parameters; differs from Penumbra by at most %.1e in its answers",
                network.id(),
                engine.label(),
                ours.parameters(),
                answers);
        if (other.losses().length == 0) {
            return text;
        }
        double first = Math.abs(1 - other.losses()[0] / ours.losses()[0]);
        double all = 0;
        for (int step = 0; step < Probe.STEPS; step++) {
            // Math.max keeps a NaN.
            all = Math.max(all, Math.abs(1 - other.losses()[step] / ours.losses()[step]));
        }
        require(engine, "loss", first, TOLERANCE);
        require(engine, "losses after training", all, engine == Engine.STOCK ? TOLERANCE_STOCK : TOLERANCE);
        return text
                + String.format(
                        Locale.ROOT, ", %.1e in its loss, %.1e in its losses of %d steps", first, all, Probe.STEPS);
    }

    private static double difference(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalStateException("answers: expected " + a.length + " numbers, but got " + b.length);
        }
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    private void require(Engine engine, String what, double difference, double most) {
        if (!(difference <= most)) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "%s, %s: expected its %s to be Penumbra's within %.0e, but "
                            + "they differ by %.1e; the networks are not the same, so their speeds are not compared",
                    network.id(),
                    engine.label(),
                    what,
                    most,
                    difference));
        }
    }
}
