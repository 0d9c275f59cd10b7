package org.penumbra.archive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Range;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageProvenance;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.preset.ImagePresetFormat;
import org.penumbra.preset.PresetNode;

/** The header of a model file: everything of a model but its weights. */
final class ModelFormat {

    static final String VERSION = "penumbra-model/1";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> KEYS = List.of("format", "network", "weights", "heldOutErrors", "provenance");
    private static final List<String> PROVENANCE_KEYS = List.of(
            "preset",
            "data",
            "checksums",
            "fit",
            "folder",
            "training",
            "steps",
            "lanes",
            "engine",
            "program",
            "date",
            "platform");
    private static final int LONGEST = 1000;
    private static final int LONGEST_PATH = 10_000;
    private static final int MOST_CHECKSUMS = 100;
    private static final int MOST_LANES = 1024;
    private static final Range ERROR = Range.of(0, 1e6);

    private final ImagePresetFormat presets = new ImagePresetFormat();

    /**
     * What a header says.
     *
     * @param settings      the network's shape
     * @param classes       their names
     * @param type          how the weights that follow are stored
     * @param heldOutErrors quantiles, see {@link TrainedModel}
     * @param provenance    where the model comes from
     */
    record Header(
            ImageSettings settings,
            List<String> classes,
            WeightType type,
            float[] heldOutErrors,
            ImageProvenance provenance) {}

    Header read(PresetNode root) {
        root.requireObject("a model's header");
        root.child("format").choice(Map.of(VERSION, VERSION));
        root.requireKeys(KEYS);
        PresetNode network = root.child("network");
        network.requireKeys(List.of("architecture", "omega", "classes"));
        List<String> classes = network.child("classes").elements(2, ImageSettings.MOST_CLASSES, "names").stream()
                .map(name -> OutsideText.shown(name.line(LONGEST)))
                .toList();
        ImageSettings settings = network.build(() -> new ImageSettings(
                presets.readArchitecture(network.child("architecture")),
                classes.size(),
                presets.readOmega(network.child("omega"))));
        PresetNode weights = root.child("weights");
        weights.requireKeys(List.of("type", "count"));
        int count = ImageNetwork.parameterCount(settings);
        weights.child("count").whole(count, count);
        WeightType type = weights.child("type")
                .choice(Map.of(
                        WeightType.FLOAT16.id(), WeightType.FLOAT16, WeightType.FLOAT32.id(), WeightType.FLOAT32));
        return new Header(
                settings,
                classes,
                type,
                readErrors(root.child("heldOutErrors")),
                readProvenance(root.child("provenance"), classes));
    }

    private static float[] readErrors(PresetNode errors) {
        List<PresetNode> elements = errors.elements(0, ImageModel.QUANTILES, "quantiles");
        float[] values = new float[elements.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) elements.get(i).number(ERROR);
            if (i > 0 && values[i] < values[i - 1]) {
                throw elements.get(i).wrong("quantiles that ascend");
            }
        }
        return values;
    }

    private ImageProvenance readProvenance(PresetNode provenance, List<String> classes) {
        provenance.requireKeys(PROVENANCE_KEYS);
        String data = provenance.child("data").line(LONGEST);
        Map<String, String> checksums = provenance.child("checksums").texts(MOST_CHECKSUMS, LONGEST);
        PresetNode folder = provenance.child("folder");
        return provenance.build(() -> new ImageProvenance(
                provenance.child("preset").line(LONGEST),
                data,
                checksums,
                presets.readFit(provenance.child("fit"))
                        .orElseGet(() -> ImageProvenance.derivedFit(data, checksums, classes)),
                folder.isMissing() ? "" : folder.text(LONGEST_PATH, true),
                presets.readTraining(provenance.child("training")),
                provenance.child("steps").whole(0, Long.MAX_VALUE),
                (int) provenance.child("lanes").whole(1, MOST_LANES),
                StepEngineFormat.read(provenance),
                provenance.child("program").line(LONGEST),
                provenance.child("date").line(LONGEST),
                provenance.child("platform").line(LONGEST)));
    }

    ObjectNode write(TrainedModel model, WeightType type) {
        ObjectNode root = JSON.objectNode().put("format", VERSION);
        ObjectNode network = root.putObject("network")
                .put("architecture", model.settings().architecture().id())
                .put("omega", model.shape().omega());
        ArrayNode classes = network.putArray("classes");
        model.classes().forEach(classes::add);
        root.putObject("weights").put("type", type.id()).put("count", model.parameters().length);
        ArrayNode errors = root.putArray("heldOutErrors");
        for (float error : model.heldOutErrors()) {
            errors.add(error);
        }
        root.set("provenance", write(model.provenance()));
        return root;
    }

    /** The tree of a provenance; also what commands print of it. */
    ObjectNode write(ImageProvenance provenance) {
        ObjectNode node = JSON.objectNode().put("preset", provenance.preset()).put("data", provenance.data());
        ObjectNode checksums = node.putObject("checksums");
        new TreeMap<>(provenance.checksums()).forEach(checksums::put);
        node.put("fit", provenance.fit().id());
        if (!provenance.folder().isEmpty()) {
            node.put("folder", provenance.folder());
        }
        node.set("training", presets.write(provenance.training()));
        node.put("steps", provenance.steps()).put("lanes", provenance.lanes());
        StepEngineFormat.write(provenance.engine(), node);
        return node.put("program", provenance.programVersion())
                .put("date", provenance.date())
                .put("platform", provenance.platform());
    }
}
