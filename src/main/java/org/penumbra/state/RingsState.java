package org.penumbra.state;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.ShortName;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.detector.Detector;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.net.plane.PlaneTrainingSettings;
import org.penumbra.preset.Preset;
import org.penumbra.preset.Presets;

/**
 * What the rings lab is set to. A state names a preset that ships and what differs from it.
 *
 * @param base   name of the preset that ships; empty for one of somebody's own
 * @param preset all that is trained and how it is looked at
 * @param look   what lies over the pictures
 * @param left   the detector that is compared at the left
 * @param right  the one at the right
 */
public record RingsState(
        Optional<String> base, Preset preset, Look look, Optional<Detector> left, Optional<Detector> right) {

    /** In a state, {@link LabState#lab}. */
    public static final String LAB = "rings";

    /** Where points or the contour lie, in the order of the window's key. */
    public static final List<String> SPREADS = List.of("on-y", "everywhere", "off");
    /** The picture that can be alone, in the order of the window; the last two are those of detectors. */
    public static final List<String> PICTURES = List.of("prediction", "confidence", "gamma", "scaled", "left", "right");

    private static final String USUAL_BASE = "rings";
    private static final String OWN = "own";
    private static final MathContext DIGITS = new MathContext(6);
    /** A region is rounded where it is larger than this part of its place. */
    private static final double LEAST_ROUNDED = 0.01;

    /**
     * What lies over the pictures, and which is seen.
     *
     * @param points  one of {@link #SPREADS}
     * @param contour likewise
     * @param arrows  whether there are arrows of r(x) - x
     * @param alone   one of {@link #PICTURES}; empty for all
     */
    public record Look(String points, String contour, boolean arrows, Optional<String> alone) {

        /** What the lab starts with. */
        public static final Look USUAL = new Look(SPREADS.get(0), SPREADS.get(0), false, Optional.empty());
    }

    public RingsState {
        Objects.requireNonNull(preset, "preset");
        Objects.requireNonNull(look, "look");
    }

    /** The state as words. */
    public LabState state() {
        Preset usual = base.map(Presets::find).orElseGet(() -> Presets.find(USUAL_BASE));
        PlaneSetup run = preset.setup();
        PlaneSetup usualRun = usual.setup();
        StateWriter writer = new StateWriter(LAB)
                .word("preset", base.orElse(OWN), "")
                .raw("data", PlaneDataText.of(run.data()), PlaneDataText.of(usualRun.data()));
        if (!(run.data() instanceof PaintedPoints)) {
            writer.whole("points", run.points(), usualRun.points());
        }
        writer.raw("hidden", hidden(run.network()), hidden(usualRun.network()))
                .word(
                        "activation",
                        word(run.network().activation()),
                        word(usualRun.network().activation()))
                .number(
                        "rate",
                        run.training().learningRate(),
                        usualRun.training().learningRate())
                .number("sigma", run.training().sigma(), usualRun.training().sigma())
                .number("lambda", run.training().lambda(), usualRun.training().lambda())
                .whole("batch", run.training().batch(), usualRun.training().batch())
                .whole("seed", run.seed(), usualRun.seed())
                .number("alpha", preset.confidence().alpha(), usual.confidence().alpha())
                .number("beta", preset.confidence().beta(), usual.confidence().beta())
                .number("tau", preset.confidence().tau(), usual.confidence().tau())
                .raw("view", view(preset.region()), view(usual.region()))
                .whole("stop", preset.stop().steps(), usual.stop().steps())
                .whole("patience", preset.stop().patience(), usual.stop().patience())
                .whole("steps", preset.steps(), usual.steps());
        if (base.isEmpty()) {
            writer.word("title", preset.title(), "");
        }
        left.ifPresent(detector -> writer.raw("left", DetectorText.of(detector)));
        right.ifPresent(detector -> writer.raw("right", DetectorText.of(detector)));
        return writer.word("show-points", look.points(), Look.USUAL.points())
                .word("show-contour", look.contour(), Look.USUAL.contour())
                .flag("show-arrows", look.arrows(), Look.USUAL.arrows())
                .word("alone", look.alone().orElse(""), "")
                .state();
    }

    /** The settings of a state of this lab. */
    public static Told<RingsState> read(LabState state) {
        StateReader reader = new StateReader(state);
        Map<String, String> names = new LinkedHashMap<>();
        Presets.names().forEach(name -> names.put(name, name));
        names.put(OWN, OWN);
        String named = reader.word("preset", names, USUAL_BASE);
        boolean own = named.equals(OWN);
        Preset usual = Presets.find(own ? USUAL_BASE : named);
        String title = reader.read("title", text -> StateReader.line(text, Preset.LONGEST_TITLE))
                .orElse(own ? "A state" : usual.title());
        boolean renamed = own || !title.equals(usual.title());
        Preset preset = new Preset(
                renamed ? ShortName.nearest(title, "state") : usual.name(),
                title,
                renamed ? "" : usual.description(),
                setup(reader, usual.setup()),
                (int) reader.whole("steps", 1, Preset.MOST_STEPS, usual.steps()),
                confidence(reader, usual.confidence()),
                reader.read("view", RingsState::view, usual.region()),
                stop(reader, usual.stop()));
        Look look = new Look(
                reader.word("show-points", same(SPREADS), Look.USUAL.points()),
                reader.word("show-contour", same(SPREADS), Look.USUAL.contour()),
                reader.flag("show-arrows", Look.USUAL.arrows()),
                reader.read("alone", text -> StateReader.meaning(text, same(PICTURES))));
        RingsState read = new RingsState(
                own ? Optional.empty() : Optional.of(named),
                preset,
                look,
                reader.read("left", DetectorText::read),
                reader.read("right", DetectorText::read));
        return new Told<>(read, reader.remarks());
    }

    private static PlaneSetup setup(StateReader reader, PlaneSetup usual) {
        PlaneData data = reader.read("data", PlaneDataText::read, usual.data());
        int points = data instanceof PaintedPoints painted
                ? painted.points().size()
                : (int) reader.whole("points", 1, PlaneSetup.MOST_POINTS, usual.points());
        DenseSettings network = usual.network();
        List<Integer> hidden = reader.read("hidden", RingsState::hidden, network.hidden());
        PlaneTrainingSettings training = usual.training();
        return new PlaneSetup(
                data,
                points,
                new DenseSettings(hidden, reader.word("activation", activations(), network.activation())),
                new PlaneTrainingSettings(
                        reader.number("rate", PlaneTrainingSettings.LEARNING_RATE, training.learningRate()),
                        reader.number("sigma", PlaneTrainingSettings.SIGMA, training.sigma()),
                        reader.number("lambda", PlaneTrainingSettings.LAMBDA, training.lambda()),
                        (int) reader.whole("batch", 1, PlaneTrainingSettings.MOST_BATCH, training.batch())),
                reader.seed("seed", usual.seed()));
    }

    private static ConfidenceSettings confidence(StateReader reader, ConfidenceSettings usual) {
        return new ConfidenceSettings(
                reader.number("alpha", ConfidenceSettings.ALPHA, usual.alpha()),
                reader.number("beta", ConfidenceSettings.BETA, usual.beta()),
                reader.number("tau", ConfidenceSettings.TAU, usual.tau()));
    }

    private static PlaneStop stop(StateReader reader, PlaneStop usual) {
        return new PlaneStop(
                (int) reader.whole("stop", 0, PlaneStop.MOST_STEPS, usual.steps()),
                reader.read(
                        "patience",
                        text -> text.equals("0")
                                ? 0
                                : (int) StateReader.whole(text, PlaneStop.LEAST_PATIENCE, PlaneStop.MOST_PATIENCE),
                        usual.patience()));
    }

    private static String hidden(DenseSettings network) {
        return network.hidden().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Integer> hidden(String text) {
        List<String> layers = StateValue.parts(text, ',');
        if (layers.isEmpty() || layers.size() > DenseSettings.MOST_LAYERS) {
            throw new IllegalArgumentException(
                    StateReader.expected("1 to " + DenseSettings.MOST_LAYERS + " layers, as in 64,64", text));
        }
        return layers.stream()
                .map(units -> (int) StateReader.whole(units, 1, DenseSettings.MOST_UNITS))
                .toList();
    }

    private static String view(PlaneRegion region) {
        PlaneRegion shown = rounded(region);
        return StateValue.number(shown.xMin()) + "," + StateValue.number(shown.xMax()) + ","
                + StateValue.number(shown.yMin()) + "," + StateValue.number(shown.yMax());
    }

    /** Edges of six digits, which nobody tells from the whole ones, unless the region is so small that it needs them. */
    private static PlaneRegion rounded(PlaneRegion region) {
        double left = rounded(region.xMin());
        double right = rounded(region.xMax());
        double low = rounded(region.yMin());
        double high = rounded(region.yMax());
        double least = LEAST_ROUNDED * Math.max(1, Math.max(Math.abs(left), Math.abs(low)));
        return right - left > least && high - low > least ? new PlaneRegion(left, right, low, high) : region;
    }

    private static double rounded(double edge) {
        return new BigDecimal(edge).round(DIGITS).doubleValue();
    }

    private static PlaneRegion view(String text) {
        List<String> edges = StateValue.parts(text, ',');
        if (edges.size() != 4) {
            throw new IllegalArgumentException(StateReader.expected("four edges, as in -2.5,2.5,-2.5,2.5", text));
        }
        double[] at = edges.stream()
                .mapToDouble(edge -> StateReader.number(edge, Preset.EDGE))
                .toArray();
        return new PlaneRegion(at[0], at[1], at[2], at[3]);
    }

    private static Map<String, Activation> activations() {
        return Arrays.stream(Activation.values()).collect(Collectors.toMap(RingsState::word, one -> one));
    }

    private static String word(Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT);
    }

    static Map<String, String> same(List<String> words) {
        return words.stream().collect(Collectors.toMap(word -> word, word -> word));
    }
}
