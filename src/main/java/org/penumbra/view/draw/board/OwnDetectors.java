package org.penumbra.view.draw.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.confidence.FittedConfidence;
import org.penumbra.detector.cool.Cool;
import org.penumbra.detector.model.ImageDetectors;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.draw.answer.DrawSettings;

/** Which detectors a network brings along, and which can be fitted on its images. */
final class OwnDetectors {

    private OwnDetectors() {}

    /** Those that need no fit, by their ids: the confidence where there is a decoder and an alpha, and the outputs alone. */
    static Map<String, Fitted> of(ImageModel model, DrawSettings settings) {
        Map<String, Fitted> own = new LinkedHashMap<>();
        if (model.doubts() && settings.suits(model)) {
            put(own, ModelDetectors.of(model, settings.of(model)));
        }
        put(own, ModelDetectors.outputs(model));
        return own;
    }

    private static void put(Map<String, Fitted> own, Fitted fitted) {
        own.put(fitted.about().id(), fitted);
    }

    /** Whether a detector that the network does not bring along can be fitted on its images, and on nothing but them. */
    static boolean canBeFitted(DetectorKind kind, ImageModel model) {
        boolean bringsIt = List.of(FittedConfidence.ID, MaxSoftmax.ID, Cool.ID).contains(kind.id());
        return !bringsIt
                && ImageDetectors.suits(kind, model.shape())
                && !ImageDetectors.needsNegatives(ImageDetectors.usual(kind.id()));
    }
}
