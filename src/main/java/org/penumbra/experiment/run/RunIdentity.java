package org.penumbra.experiment.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.penumbra.archive.Origin;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Sha256;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Workshop;
import org.penumbra.preset.PresetException;
import org.penumbra.preset.PresetPrinter;
import org.penumbra.preset.PresetText;

/**
 * All that results depend on: the experiment's name and settings, the checksums of its data and models, and the version of the
 * program. Two runs may share cells only where it is the same.
 */
final class RunIdentity {

    private static final String VERSION = "penumbra-experiment/1";
    private static final String SETTINGS = "settings";
    /** Checksums of what results depend on besides. */
    private static final List<String> SUMS = List.of("data", "models", "unknown");

    private final String text;
    private final ObjectNode tree;

    private RunIdentity(ObjectNode node) {
        text = new PresetPrinter().print(node);
        // As it is read back, so that trees can be compared.
        tree = (ObjectNode) new PresetText().parse(text, ResultsFolder.IDENTITY);
    }

    /**
     * That of an experiment. Reads all it needs.
     *
     * @throws org.penumbra.data.Problem when something it needs is missing or wrong
     */
    static RunIdentity of(Experiment experiment, Workshop workshop) {
        ExperimentSettings settings = experiment.settings();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("format", VERSION)
                .put("experiment", experiment.about().name());
        node.set(SETTINGS, settings.json());
        ObjectNode data = node.putObject("data");
        experiment
                .needs()
                .data()
                .forEach(name -> put(data.putObject(name), workshop.data(name).checksums()));
        ObjectNode models = node.putObject("models");
        experiment
                .needs()
                .models()
                .forEach(name -> models.put(name, workshop.model(name).weights()));
        put(node.putObject("unknown"), FolderSums.of(settings.unknown()));
        node.put("program", Origin.programVersion());
        return new RunIdentity(node);
    }

    private static void put(ObjectNode to, Map<String, String> sums) {
        new TreeMap<>(sums).forEach(to::put);
    }

    /** What the file of a results folder holds. */
    String text() {
        return text;
    }

    /** The same as a tree; belongs to whoever asks. */
    ObjectNode json() {
        return tree.deepCopy();
    }

    /** SHA-256 of {@link #text}, in lower-case hexadecimal. */
    String fingerprint() {
        Sha256 sum = new Sha256();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sum.update(bytes, 0, bytes.length);
        return sum.hex();
    }

    /** Whether a text is that of this identity. */
    boolean is(String other) {
        return text.equals(other);
    }

    /**
     * In what another run differs from this one, for a person: the end of a sentence that begins with the folder it is in.
     *
     * @param other what its file holds
     */
    String difference(String other, Path file) {
        try {
            return difference(new PresetText().parse(other, file.toString()))
                    .orElse("its " + file.getFileName() + " was changed by hand");
        } catch (PresetException noJson) {
            return "its " + file.getFileName()
                    + " cannot be understood, it is damaged or from another version of the program";
        }
    }

    private Optional<String> difference(JsonNode other) {
        if (!other.path("format").equals(tree.get("format"))) {
            return Optional.of("it is no results folder of this version of the program");
        }
        if (!other.path("experiment").equals(tree.get("experiment"))) {
            return Optional.of("the results there are of the experiment " + shown(other.path("experiment"))
                    + " and not of " + shown(tree.get("experiment")));
        }
        for (Map.Entry<String, JsonNode> setting : tree.get(SETTINGS).properties()) {
            JsonNode found = other.path(SETTINGS).path(setting.getKey());
            if (!found.equals(setting.getValue())) {
                return Optional.of("the results there were computed with the setting " + setting.getKey() + " = "
                        + shown(found) + " and not " + shown(setting.getValue()));
            }
        }
        if (!other.path("program").equals(tree.get("program"))) {
            return Optional.of("the results there were computed by version " + shown(other.path("program"))
                    + " of the program, and this is " + shown(tree.get("program")));
        }
        return SUMS.stream()
                .filter(key -> !other.path(key).equals(tree.get(key)))
                .findFirst()
                .map(key -> "the results there were computed with other " + words(key));
    }

    private static String words(String key) {
        return switch (key) {
            case "data" -> "images of a data set";
            case "models" -> "models";
            default -> "unknown images";
        };
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "nothing" : OutsideText.shown(OutsideText.shortened(value.toString()));
    }
}
