package org.penumbra.view.draw.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.Features;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.draw.answer.DrawSettings;

/** Which detectors a network brings along, and which can be fitted on its images. */
final class OwnDetectors {

    /** Of the plane alone, and of networks with an output for what belongs to no class, which no image network has. */
    private static final List<String> NOT_FOR_IMAGES = List.of("density", "negative-samples");

    /** Support vector machines on 784 pixels take minutes and are no better. */
    private static final List<String> BY_CODE = List.of("one-class-svm", "one-vs-set", "w-svm");

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

    /** Whether a detector that the network does not bring along can be fitted on its images. */
    static boolean canBeFitted(DetectorKind kind, ImageModel model) {
        boolean bringsIt = List.of("confidence", "max-softmax", "cool").contains(kind.id());
        boolean lacksErrors = kind.usual().needs().contains(Evidence.Part.ERRORS) && !model.doubts();
        return !bringsIt && !lacksErrors && !NOT_FOR_IMAGES.contains(kind.id());
    }

    /** A detector as it is fitted on images: those that could take pixels or the code take the code. */
    static Detector toFit(String id) {
        DetectorKind kind = Detectors.kind(id);
        return BY_CODE.contains(id) ? kind.with(Map.of("features", Features.CODE.id())) : kind.usual();
    }
}
