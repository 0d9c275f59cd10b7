package org.penumbra.detector.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.penumbra.data.SettingProblem;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageShape;

/**
 * Detectors as they are taken for image networks: which of them suit a network, and what is usual on images. In the plane a
 * support vector machine sees the two numbers of a point; of an image it sees the network's code, as 784 pixels take it minutes
 * and tell less. That is our choice.
 */
public final class ImageDetectors {

    /** Learns from images of no class. */
    private static final String NEGATIVE_SAMPLES = "negative-samples";

    private static final String ON_CODE = "features=code";

    /** What is chosen on images unless somebody chooses otherwise. A box round all codes holds nothing like an image. */
    private static final Map<String, String> ON_IMAGES = Map.of(
            "one-class-svm",
            ON_CODE,
            "one-vs-set",
            ON_CODE,
            "w-svm",
            ON_CODE,
            NEGATIVE_SAMPLES,
            ON_CODE + ",negatives=given");
    /** Where something has to be known of the data that nobody knows of images. */
    private static final Set<String> OF_THE_PLANE = Set.of("density");

    private static final String JURY = "jury";
    /** Jurors of whom none needs a decoder. */
    private static final String WITHOUT_DECODER = "members=four";

    private static final String COOL = "cool";
    /** Of one output a class; COOL's are several, whose product says what max softmax says. */
    private static final String MAX_SOFTMAX = "max-softmax";
    /** Takes one output a class. */
    private static final String OPENMAX = "openmax";

    /** Whose fitted form tells the slopes of its score. A test fits each to see that this is so. */
    private static final Set<String> WITH_GRADIENT =
            Set.of("confidence", MAX_SOFTMAX, COOL, "temperature", "energy", "mahalanobis", NEGATIVE_SAMPLES);

    private ImageDetectors() {}

    /** Whether a detector, once it is fitted, can be attacked by gradient; otherwise by evolution alone. */
    public static boolean hasGradient(String id) {
        return WITH_GRADIENT.contains(id);
    }

    /** Whether a kind of detector can be fitted on what such a network says. */
    public static boolean suits(DetectorKind kind, ImageShape network) {
        boolean several = network.isOvercomplete();
        return !OF_THE_PLANE.contains(kind.id())
                && (several || !kind.id().equals(COOL))
                && !(several && Set.of(MAX_SOFTMAX, OPENMAX).contains(kind.id()))
                && (network.reconstructs() || !usual(kind.id(), network).needs().contains(Evidence.Part.ERRORS));
    }

    /** All kinds that suit a network, in the order of the catalogue. */
    public static List<DetectorKind> suiting(ImageShape network) {
        return Detectors.all().stream().filter(kind -> suits(kind, network)).toList();
    }

    /**
     * A detector as it is usual on images.
     *
     * @throws SettingProblem when there is none of this name
     */
    public static Detector usual(String id) {
        return named(Detectors.kind(id).id());
    }

    /**
     * The detector that a text names, {@code one-class-svm:nu=0.2}; what it does not say is as usual on images.
     *
     * @throws SettingProblem when there is none of this name, or a setting is not what it may be
     */
    public static Detector named(String text) {
        int colon = text.indexOf(':');
        String id = colon < 0 ? text : text.substring(0, colon);
        return named(id, ON_IMAGES.get(id), colon < 0 ? "" : text.substring(colon + 1));
    }

    /**
     * A detector as it is usual for such a network.
     *
     * @throws SettingProblem when there is none of this name
     */
    public static Detector usual(String id, ImageShape network) {
        return named(Detectors.kind(id).id(), network);
    }

    /**
     * The detector that a text names; what it does not say is as usual for such a network: the jury of one without a decoder has
     * other jurors.
     *
     * @throws SettingProblem when there is none of this name, or a setting is not what it may be
     */
    public static Detector named(String text, ImageShape network) {
        String settings = text.substring(Math.min(text.length(), JURY.length() + 1));
        return text.split(":", 2)[0].equals(JURY) && !network.reconstructs()
                ? named(JURY, WITHOUT_DECODER, settings)
                : named(text);
    }

    /** A later setting of the same name counts. */
    private static Detector named(String id, String usual, String settings) {
        String all = Stream.of(usual == null ? "" : usual, settings)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(","));
        return Detectors.named(all.isEmpty() ? id : id + ":" + all);
    }

    /** Whether a detector can only be fitted with images of none of the network's classes. */
    public static boolean needsNegatives(Detector detector) {
        return detector.about().id().equals(NEGATIVE_SAMPLES)
                && detector.about().chosen("negatives").filter("given"::equals).isPresent();
    }
}
