package org.penumbra.detector.openmax;

import java.util.Locale;

/** How far two activation vectors are from each other; the same for training inputs and for those that are judged. */
public enum ActivationDistance {
    /** {@code |v - m|}. */
    EUCLIDEAN(1, 0),
    /** {@code 1 - cos(v, m)}, 0 to 2. */
    COSINE(0, 1),
    /**
     * {@code |v - m| / 200 + 1 - cos(v, m)}, the default of the authors' program, whose 200 suits the 1000 logits of an
     * ImageNet network; for small networks the cosine rules.
     */
    EUCOS(1.0 / 200, 1);

    private final double euclidean;
    private final double cosine;

    ActivationDistance(double euclidean, double cosine) {
        this.euclidean = euclidean;
        this.cosine = cosine;
    }

    /** In files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of two vectors of one length. The zero vector has the cosine 0 with all others. */
    public double of(double[] v, double[] mean) {
        double squares = 0;
        double product = 0;
        double lengthV = 0;
        double lengthMean = 0;
        for (int i = 0; i < v.length; i++) {
            squares += (v[i] - mean[i]) * (v[i] - mean[i]);
            product += v[i] * mean[i];
            lengthV += v[i] * v[i];
            lengthMean += mean[i] * mean[i];
        }
        double lengths = Math.sqrt(lengthV) * Math.sqrt(lengthMean);
        double angle = 1 - (lengths > 0 ? product / lengths : 0);
        return euclidean * Math.sqrt(squares) + cosine * angle;
    }
}
