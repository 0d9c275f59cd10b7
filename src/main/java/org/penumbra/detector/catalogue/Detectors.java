package org.penumbra.detector.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.penumbra.data.SettingProblem;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormException;
import org.penumbra.detector.confidence.ConfidenceDetector;
import org.penumbra.detector.confidence.ReconstructionError;
import org.penumbra.detector.confidence.RelativeError;
import org.penumbra.detector.cool.Cool;
import org.penumbra.detector.density.TrueDensity;
import org.penumbra.detector.jury.Jury;
import org.penumbra.detector.mahalanobis.Mahalanobis;
import org.penumbra.detector.negative.NegativeSamples;
import org.penumbra.detector.neighbour.DeepNeighbours;
import org.penumbra.detector.neighbour.NearestNeighbours;
import org.penumbra.detector.openmax.OpenMax;
import org.penumbra.detector.softmax.Energy;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.detector.softmax.Temperature;
import org.penumbra.detector.svm.OneClassSvm;
import org.penumbra.detector.svm.OneVsSet;
import org.penumbra.detector.svm.WSvm;

/** Every kind of detector, in the order of menus and tables. */
public final class Detectors {

    private static final List<DetectorKind> ALL = List.of(
            ConfidenceDetector.KIND,
            ReconstructionError.KIND,
            RelativeError.KIND,
            MaxSoftmax.KIND,
            Cool.KIND,
            Temperature.KIND,
            Energy.KIND,
            NearestNeighbours.KIND,
            DeepNeighbours.KIND,
            Mahalanobis.KIND,
            OneClassSvm.KIND,
            OneVsSet.KIND,
            WSvm.KIND,
            OpenMax.KIND,
            NegativeSamples.KIND,
            TrueDensity.KIND,
            Jury.KIND);

    private Detectors() {}

    /** All of them. */
    public static List<DetectorKind> all() {
        return ALL;
    }

    /**
     * The kind of a name.
     *
     * @throws SettingProblem when there is none
     */
    public static DetectorKind kind(String id) {
        return ALL.stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SettingProblem("detector", "one of " + names(), "\"" + id + "\""));
    }

    /**
     * The detector that a text names: its name alone, or with settings behind a colon, {@code knn:k=5,features=code}.
     *
     * @throws SettingProblem when there is none of this name, or a setting is not what it may be
     */
    public static Detector named(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return kind(text).usual();
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (String pair : text.substring(colon + 1).split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new SettingProblem(
                        "detector",
                        "settings as in " + text.substring(0, colon) + ":name=value,name=value",
                        "\"" + text + "\"");
            }
            settings.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return kind(text.substring(0, colon)).with(settings);
    }

    /**
     * A fitted detector from its values.
     *
     * @throws FormException when they make none
     */
    public static Fitted restore(FittedForm form) {
        DetectorKind kind = ALL.stream()
                .filter(one -> one.id().equals(form.id()))
                .findFirst()
                .orElseThrow(() -> new FormException(form.id(), "its name", "one of " + names(), form.id()));
        try {
            return kind.restorer().apply(form, Detectors::restore);
        } catch (FormException wrong) {
            throw wrong;
        } catch (IllegalArgumentException wrong) {
            throw new FormException(form.id(), "its values", "what fits together", wrong.getMessage(), wrong);
        }
    }

    private static String names() {
        return ALL.stream().map(DetectorKind::id).collect(Collectors.joining(", "));
    }
}
