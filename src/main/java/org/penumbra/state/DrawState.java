package org.penumbra.state;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Defaults;
import org.penumbra.data.Range;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.ImageChange.Half;

/**
 * What the drawing lab is set to.
 *
 * @param models   on the cards, from left to right, at least one
 * @param selected number of the card that is looked at, from 1 on; 0 for the one that the lab picks
 * @param judging  whether several detectors of one network are compared, and which
 * @param sliders  alpha, beta, tau and kappa
 * @param picture  what is on the pad
 * @param drawn    how it is drawn and what is changed about it
 */
public record DrawState(
        List<ModelRef> models, int selected, Judging judging, Sliders sliders, DrawnPicture picture, Changes drawn) {

    /** In a state, {@link LabState#lab}. */
    public static final String LAB = "draw";
    /** Most models, which the window has no room for more of. */
    public static final int MOST_MODELS = 6;
    /** Widths of the brush, pad units. */
    public static final Range BRUSH = Range.of(2, 25);

    private static final int MOST_DETECTORS = 50;
    private static final List<ModelRef> FIRST =
            List.of("mnist-cnn", "mnist-cool", "mnist-dae-sym", "mnist-dae-asym").stream()
                    .map(ModelRef::shipped)
                    .toList();
    private static final Range TURN = Range.of(-180, 180);
    private static final Range SHARE = Range.of(0, 1);

    /**
     * Which detectors judge.
     *
     * @param detectors whether detectors of one network are compared, rather than networks
     * @param shown     their ids; empty for those of the first start
     * @param selected  id of the one that is looked at; empty for the first
     */
    public record Judging(boolean detectors, Optional<List<String>> shown, Optional<String> selected) {}

    /**
     * What turns answers into verdicts.
     *
     * @param alpha one for all models; empty where each is calibrated
     * @param kappa allowance of the calibration
     */
    public record Sliders(Optional<Double> alpha, double kappa, double beta, double tau) {

        /** What the lab starts with. */
        public static final Sliders USUAL = new Sliders(Optional.empty(), Defaults.KAPPA, Defaults.BETA, Defaults.TAU);
    }

    /**
     * How the picture is drawn and changed.
     *
     * @param brush    width, pad units
     * @param fit      how every model sees it; empty: each as it was trained
     * @param blend    another image that is blended in; empty for none
     * @param half     what is blanked; empty for nothing
     * @param rotation degrees clockwise
     * @param inverted whether ink and background change places
     * @param noise    added; empty for none
     */
    public record Changes(
            double brush,
            Optional<Fit> fit,
            Optional<Blend> blend,
            Optional<Half> half,
            double rotation,
            boolean inverted,
            Optional<DrawnPicture.Noise> noise) {

        /** Width of the brush that draws as thick as MNIST's digits are. */
        public static final double USUAL_BRUSH = 9;
        /** None. */
        public static final Changes NONE = new Changes(
                USUAL_BRUSH, Optional.empty(), Optional.empty(), Optional.empty(), 0, false, Optional.empty());
    }

    /**
     * A test image that is blended in.
     *
     * @param share of it, 0 to 1
     */
    public record Blend(double share, DrawnPicture.TestImage image) {}

    public DrawState {
        models = List.copyOf(models);
    }

    /** The state as words. */
    public LabState state() {
        StateWriter writer = new StateWriter(LAB)
                .raw("models", texts(models), texts(FIRST))
                .whole("card", selected, 0)
                .word("compare", judging.detectors() ? "detectors" : "networks", "networks");
        judging.shown().ifPresent(shown -> writer.words("detectors", shown, null));
        judging.selected().ifPresent(one -> writer.word("judge", one, ""));
        sliders.alpha().ifPresent(alpha -> writer.raw("alpha", StateValue.number(alpha)));
        writer.number("kappa", sliders.kappa(), Sliders.USUAL.kappa())
                .number("beta", sliders.beta(), Sliders.USUAL.beta())
                .number("tau", sliders.tau(), Sliders.USUAL.tau())
                .raw("picture", picture.text(), DrawnPicture.BLANK.text())
                .number("brush", drawn.brush(), Changes.USUAL_BRUSH);
        drawn.fit().ifPresent(fit -> writer.word("fit", fit.id(), ""));
        drawn.blend()
                .ifPresent(blend -> writer.raw(
                        "blend",
                        StateValue.number(blend.share()) + ":" + blend.image().text()));
        drawn.half().ifPresent(half -> writer.word("half", word(half), ""));
        writer.number("rotate", drawn.rotation(), 0).flag("invert", drawn.inverted(), false);
        drawn.noise().ifPresent(noise -> writer.raw("noise", StateValue.number(noise.strength()) + "," + noise.seed()));
        return writer.state();
    }

    private static String texts(List<ModelRef> models) {
        return models.stream().map(ModelRef::text).collect(Collectors.joining(","));
    }

    /** The settings of a state of this lab. */
    public static Told<DrawState> read(LabState state) {
        StateReader reader = new StateReader(state);
        List<ModelRef> models = reader.read("models", DrawState::models, FIRST);
        int selected = (int) reader.whole("card", 1, models.size(), 0);
        Judging judging = new Judging(
                reader.word("compare", Map.of("networks", false, "detectors", true), false),
                reader.read("detectors", DrawState::detectors),
                reader.read("judge", DetectorText::id));
        Sliders sliders = new Sliders(
                reader.read("alpha", text -> StateReader.number(text, ConfidenceSettings.ALPHA)),
                reader.number("kappa", Calibration.ByKappa.KAPPA, Sliders.USUAL.kappa()),
                reader.number("beta", ConfidenceSettings.BETA, Sliders.USUAL.beta()),
                reader.number("tau", ConfidenceSettings.TAU, Sliders.USUAL.tau()));
        DrawnPicture picture = reader.read("picture", DrawnPicture::read, DrawnPicture.BLANK);
        Changes changes = new Changes(
                reader.number("brush", BRUSH, Changes.USUAL_BRUSH),
                reader.read("fit", text -> StateReader.meaning(text, fits())),
                reader.read("blend", DrawState::blend),
                reader.read("half", text -> StateReader.meaning(text, halves())),
                reader.number("rotate", TURN, 0),
                reader.flag("invert", false),
                reader.read("noise", text -> (DrawnPicture.Noise) DrawnPicture.read("noise(" + text + ")")));
        return new Told<>(new DrawState(models, selected, judging, sliders, picture, changes), reader.remarks());
    }

    private static List<ModelRef> models(String text) {
        List<String> names = StateValue.parts(text, ',');
        if (names.isEmpty() || names.size() > MOST_MODELS) {
            throw new IllegalArgumentException("expected 1 to " + MOST_MODELS + " models, but found " + names.size());
        }
        List<ModelRef> models = names.stream().map(ModelRef::read).toList();
        if (models.stream().distinct().count() < models.size()) {
            throw new IllegalArgumentException(StateReader.expected("models that differ", text));
        }
        return models;
    }

    private static List<String> detectors(String text) {
        List<String> ids = StateValue.parts(text, ',');
        if (ids.size() > MOST_DETECTORS) {
            throw new IllegalArgumentException(
                    "expected at most " + MOST_DETECTORS + " detectors, but found " + ids.size());
        }
        return ids.stream().map(DetectorText::id).distinct().toList();
    }

    private static Blend blend(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || !(DrawnPicture.read(text.substring(colon + 1)) instanceof DrawnPicture.TestImage image)) {
            throw new IllegalArgumentException(
                    StateReader.expected("a share and a test image, as in 0.5:test(digits,3)", text));
        }
        return new Blend(StateReader.number(text.substring(0, colon), SHARE), image);
    }

    private static Map<String, Fit> fits() {
        return Arrays.stream(Fit.values()).collect(Collectors.toMap(Fit::id, fit -> fit));
    }

    private static Map<String, Half> halves() {
        Map<String, Half> halves = new LinkedHashMap<>();
        Arrays.stream(Half.values()).forEach(half -> halves.put(word(half), half));
        return halves;
    }

    private static String word(Half half) {
        return half.name().toLowerCase(Locale.ROOT);
    }
}
