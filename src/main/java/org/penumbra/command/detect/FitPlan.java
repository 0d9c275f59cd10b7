package org.penumbra.command.detect;

import java.nio.file.Path;
import java.util.List;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.Detector;
import org.penumbra.fitting.FitImages;
import org.penumbra.net.image.ImageModel;

/**
 * Detectors that are about to be fitted.
 *
 * @param name      of the model, as it was typed
 * @param model     whose answers they judge
 * @param detectors with their settings, each with the file it goes to
 * @param data      the name of the images
 * @param images    that they are fitted on
 * @param most      training images that are taken
 * @param negatives images of no class; null for none
 * @param othersAre what those are; empty for none
 * @param goOn      whether one that cannot be fitted leaves the others to be
 */
record FitPlan(
        String name,
        ImageModel model,
        List<Job> detectors,
        String data,
        FitImages images,
        int most,
        ImageSet negatives,
        String othersAre,
        boolean goOn) {

    /** One of them. */
    record Job(Detector detector, Path file) {}
}
