package org.penumbra.preset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.ShortName;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.net.plane.PlaneTrainingSettings;

/**
 * The keys of a preset and what they mean: reading and writing side by side. Only four may be missing: "description"
 * (empty), "view" ([-2.5, 2.5] both ways), "stop" (it never ends by itself) and, for painted data, "points" (as many as
 * were painted). "stop" is written only where there is an end, so that earlier versions read all other presets.
 */
final class PresetFormat {

    /** What the key "format" must hold; the number grows when old files would be misread. */
    static final String VERSION = "penumbra-preset/1";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> KEYS = List.of(
            "format",
            "name",
            "title",
            "description",
            "seed",
            "steps",
            "data",
            "points",
            "network",
            "training",
            "confidence",
            "view",
            "stop");

    private final DataFormat dataFormat = new DataFormat();

    /** The preset a tree describes. */
    Preset read(PresetNode root) {
        root.requireObject("a preset, an object with the keys " + String.join(", ", KEYS));
        // First of all: a file of another version has a right to other keys.
        root.child("format").choice(Map.of(VERSION, VERSION));
        root.requireKeys(KEYS);
        PresetNode description = root.child("description");
        PresetNode view = root.child("view");
        return root.build(() -> new Preset(
                root.child("name").text(ShortName.LONGEST, false),
                root.child("title").text(Preset.LONGEST_TITLE, false),
                description.isMissing() ? "" : description.text(Preset.LONGEST_DESCRIPTION, true),
                readSetup(root),
                (int) root.child("steps").whole(1, Preset.MOST_STEPS),
                readConfidence(root.child("confidence")),
                view.isMissing() ? PlaneRegion.STANDARD : readView(view),
                readStop(root.child("stop"))));
    }

    private PlaneSetup readSetup(PresetNode root) {
        PlaneData data = dataFormat.read(root.child("data"));
        PresetNode points = root.child("points");
        int count = points.isMissing() && data instanceof PaintedPoints painted
                ? painted.points().size()
                : (int) points.whole(1, PlaneSetup.MOST_POINTS);
        return new PlaneSetup(
                data,
                count,
                readNetwork(root.child("network")),
                readTraining(root.child("training")),
                root.child("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static DenseSettings readNetwork(PresetNode network) {
        network.requireKeys(List.of("hidden", "activation"));
        Map<String, Activation> activations = new LinkedHashMap<>();
        Arrays.stream(Activation.values()).forEach(activation -> activations.put(word(activation), activation));
        List<Integer> hidden = network.child("hidden").elements(1, DenseSettings.MOST_LAYERS, "layers").stream()
                .map(units -> (int) units.whole(1, DenseSettings.MOST_UNITS))
                .toList();
        return network.build(
                () -> new DenseSettings(hidden, network.child("activation").choice(activations)));
    }

    private static PlaneTrainingSettings readTraining(PresetNode training) {
        training.requireKeys(List.of("learningRate", "sigma", "lambda", "batch"));
        return training.build(() -> new PlaneTrainingSettings(
                training.child("learningRate").number(PlaneTrainingSettings.LEARNING_RATE),
                training.child("sigma").number(PlaneTrainingSettings.SIGMA),
                training.child("lambda").number(PlaneTrainingSettings.LAMBDA),
                (int) training.child("batch").whole(1, PlaneTrainingSettings.MOST_BATCH)));
    }

    private static ConfidenceSettings readConfidence(PresetNode confidence) {
        confidence.requireKeys(List.of("alpha", "beta", "tau"));
        return confidence.build(() -> new ConfidenceSettings(
                confidence.child("alpha").number(ConfidenceSettings.ALPHA),
                confidence.child("beta").number(ConfidenceSettings.BETA),
                confidence.child("tau").number(ConfidenceSettings.TAU)));
    }

    private static PlaneStop readStop(PresetNode stop) {
        if (stop.isMissing()) {
            return PlaneStop.NEVER;
        }
        stop.requireKeys(List.of("steps", "patience"));
        PresetNode steps = stop.child("steps");
        PresetNode patience = stop.child("patience");
        return new PlaneStop(
                steps.isMissing() ? 0 : (int) steps.whole(1, PlaneStop.MOST_STEPS),
                patience.isMissing() ? 0 : (int) patience.whole(PlaneStop.LEAST_PATIENCE, PlaneStop.MOST_PATIENCE));
    }

    private static PlaneRegion readView(PresetNode view) {
        view.requireKeys(List.of("xMin", "xMax", "yMin", "yMax"));
        return view.build(() -> new PlaneRegion(
                view.child("xMin").number(Preset.EDGE), view.child("xMax").number(Preset.EDGE),
                view.child("yMin").number(Preset.EDGE), view.child("yMax").number(Preset.EDGE)));
    }

    /** The tree that describes a preset. */
    ObjectNode write(Preset preset) {
        PlaneSetup setup = preset.setup();
        ObjectNode root = JSON.objectNode()
                .put("format", VERSION)
                .put("name", preset.name())
                .put("title", preset.title())
                .put("description", preset.description())
                .put("seed", setup.seed())
                .put("steps", preset.steps());
        root.set("data", dataFormat.write(setup.data()));
        root.put("points", setup.points());
        ObjectNode network = root.putObject("network");
        ArrayNode hidden = network.putArray("hidden");
        setup.network().hidden().forEach(hidden::add);
        network.put("activation", word(setup.network().activation()));
        root.putObject("training")
                .put("learningRate", setup.training().learningRate())
                .put("sigma", setup.training().sigma())
                .put("lambda", setup.training().lambda())
                .put("batch", setup.training().batch());
        root.putObject("confidence")
                .put("alpha", preset.confidence().alpha())
                .put("beta", preset.confidence().beta())
                .put("tau", preset.confidence().tau());
        root.putObject("view")
                .put("xMin", preset.region().xMin())
                .put("xMax", preset.region().xMax())
                .put("yMin", preset.region().yMin())
                .put("yMax", preset.region().yMax());
        write(preset.stop(), root);
        return root;
    }

    private static void write(PlaneStop stop, ObjectNode root) {
        if (stop.equals(PlaneStop.NEVER)) {
            return;
        }
        ObjectNode ends = root.putObject("stop");
        if (stop.steps() > 0) {
            ends.put("steps", stop.steps());
        }
        if (stop.patience() > 0) {
            ends.put("patience", stop.patience());
        }
    }

    private static String word(Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT);
    }
}
