package org.penumbra.detector.softmax;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penumbra.confidence.Defaults;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.OutputScores;
import org.penumbra.net.Evidence;

/**
 * The highest of the classifier's own outputs against a threshold: what a plain classifier has to say of its doubt, and the
 * measure of all others. Nothing is fitted. Source: Hendrycks and Gimpel, "A Baseline for Detecting Misclassified and
 * Out-of-Distribution Examples in Neural Networks", ICLR 2017.
 */
public record MaxSoftmax() implements Detector {

    /** In files and on the command line. */
    public static final String ID = "max-softmax";

    /** For the catalogue. */
    public static final DetectorKind KIND =
            DetectorKind.of(new MaxSoftmax(), chosen -> new MaxSoftmax(), form -> new MaxSoftmax().of(form.classes()));

    @Override
    public Description about() {
        return new Description(
                ID,
                "max softmax",
                "y",
                "the classifier's highest output alone",
                "Hendrycks and Gimpel, ICLR 2017",
                Defaults.TAU,
                List.of());
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.LOGITS);
    }

    @Override
    public Fitted fit(FitData data, FitWatcher watcher) {
        FitException.require(this, data);
        return of(data.classes());
    }

    /** For a network of so many classes, without evidence, as nothing is fitted. */
    public Fitted of(int classes) {
        return new OutputScores(about(), classes, 1);
    }
}
