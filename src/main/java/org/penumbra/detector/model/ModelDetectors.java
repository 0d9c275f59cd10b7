package org.penumbra.detector.model;

import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.confidence.ConfidenceDetector;
import org.penumbra.detector.confidence.FittedConfidence;
import org.penumbra.detector.cool.Cool;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageShape;

/** The detector a model brings along: the confidence where it has a decoder, COOL's product, or max softmax. */
public final class ModelDetectors {

    private ModelDetectors() {}

    /**
     * A model's own detector.
     *
     * @param calibration how alpha is found; of no account without a decoder
     * @param beta        sensitivity to positive curvature; of no account without a decoder
     * @param tau         threshold that alpha is calibrated for, in (0, 1]
     * @throws org.penumbra.confidence.CalibrationException when the model has a decoder, but no alpha can be found for it
     */
    public static Fitted of(ImageModel model, Calibration calibration, double beta, double tau) {
        return of(model, calibration.of(model, beta, tau));
    }

    /**
     * A model's own detector with settings that were found already.
     *
     * @param settings alpha and beta; of no account without a decoder
     */
    public static Fitted of(ImageModel model, ConfidenceSettings settings) {
        ImageShape shape = model.shape();
        return model.doubts()
                ? FittedConfidence.of(ImageSettings.PIXELS, shape.classes(), shape.omega(), settings)
                : outputs(model);
    }

    /** The id of the detector that a model brings along. */
    public static String ownId(ImageModel model) {
        return model.doubts()
                ? ConfidenceDetector.KIND.id()
                : outputs(model).about().id();
    }

    /** The classifier's outputs y alone, whether or not the model has a decoder. */
    public static Fitted outputs(ImageModel model) {
        ImageShape shape = model.shape();
        return shape.isOvercomplete()
                ? new Cool().of(shape.classes(), shape.omega())
                : new MaxSoftmax().of(shape.classes());
    }
}
