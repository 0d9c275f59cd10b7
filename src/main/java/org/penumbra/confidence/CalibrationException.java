package org.penumbra.confidence;

import java.util.Optional;
import org.penumbra.data.Problem;
import org.penumbra.net.image.ImageModel;

/** Alpha cannot be calibrated for a model; it has to be named. */
public final class CalibrationException extends Problem {

    /** What the model lacks. */
    public enum Lack {
        DECODER("it has no decoder, and so no reconstruction error"),
        HELD_OUT_IMAGES("no images were held out when it was trained"),
        ERRORS("it gave 99 % of the held-out images back with next to no error");

        private final String words;

        Lack(String words) {
            this.words = words;
        }
    }

    /** Smaller quantiles of the errors, 0.0007 a pixel, would ask for an alpha beyond its range at low thresholds. */
    private static final double LEAST_QUANTILE = 0.02;

    private final Lack lack;

    CalibrationException(Lack lack) {
        super("this model cannot be calibrated: " + lack.words);
        this.lack = lack;
    }

    public Lack lack() {
        return lack;
    }

    /** What a model lacks to be calibrated; empty when it can be. */
    static Optional<Lack> lack(ImageModel model) {
        float[] errors = model.heldOutErrors();
        if (!model.doubts()) {
            return Optional.of(Lack.DECODER);
        }
        if (errors.length == 0) {
            return Optional.of(Lack.HELD_OUT_IMAGES);
        }
        return errors[ImageModel.INDEX_OF_99] >= LEAST_QUANTILE ? Optional.empty() : Optional.of(Lack.ERRORS);
    }
}
