package org.penumbra.detector.cool;

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
 * Competitive overcomplete outputs: every class has omega units under one softmax, each of which is to answer 1/omega for
 * the class, and the score is the product of (omega * unit). Units that were trained to agree on the data disagree away from
 * them, so the product falls. The network was trained for it; nothing more is fitted. Source: Kardan and Stanley, "Mitigating
 * Fooling with Competitive Overcomplete Output Layer Neural Networks", IJCNN 2017.
 */
public record Cool() implements Detector {

    /** In files and on the command line. */
    public static final String ID = "cool";

    /** For the catalogue. */
    public static final DetectorKind KIND =
            DetectorKind.of(new Cool(), chosen -> new Cool(), form -> new Cool().of(form.classes(), form.omega()));

    @Override
    public Description about() {
        return new Description(
                ID,
                "COOL",
                "y",
                "the product of a class's competing outputs",
                "Kardan and Stanley, IJCNN 2017",
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
        return of(data.classes(), data.train().omega());
    }

    /**
     * For a network without evidence, as nothing is fitted.
     *
     * @param omega units a class
     */
    public Fitted of(int classes, int omega) {
        return new OutputScores(about(), classes, omega);
    }
}
