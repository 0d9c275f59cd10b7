package org.penumbra.preset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penumbra.data.ShortName;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.ink.Fit;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;

/**
 * The keys of an image preset and what they mean: reading and writing side by side. Model files and checkpoints hold
 * parts of it, too.
 */
public final class ImagePresetFormat {

    /** What the key "format" must hold; the number grows when old files would be misread. */
    static final String VERSION = "penumbra-image-preset/1";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> KEYS =
            List.of("format", "name", "title", "description", "data", "network", "training");
    private static final List<String> TRAINING_KEYS = List.of(
            "seed", "learningRate", "schedule", "sigma", "clutter", "lambda", "dropout", "batch", "epochs", "heldOut");

    /** The preset a tree describes. */
    public ImagePreset read(PresetNode root) {
        root.requireObject("an image preset, an object with the keys " + String.join(", ", KEYS));
        // First of all: a file of another version has a right to other keys.
        root.child("format").choice(Map.of(VERSION, VERSION));
        root.requireKeys(KEYS);
        PresetNode network = root.child("network");
        network.requireKeys(List.of("architecture", "omega"));
        PresetNode description = root.child("description");
        return root.build(() -> new ImagePreset(
                root.child("name").text(ShortName.LONGEST, false),
                root.child("title").text(Preset.LONGEST_TITLE, false),
                description.isMissing() ? "" : description.text(Preset.LONGEST_DESCRIPTION, true),
                readData(root.child("data")),
                readArchitecture(network.child("architecture")),
                readOmega(network.child("omega")),
                readTraining(root.child("training"))));
    }

    /** The architecture a word stands for. */
    public ImageArchitecture readArchitecture(PresetNode word) {
        Map<String, ImageArchitecture> architectures = new LinkedHashMap<>();
        Arrays.stream(ImageArchitecture.values()).forEach(one -> architectures.put(one.id(), one));
        return word.choice(architectures);
    }

    /** Units a class; 1 when it is missing. */
    public int readOmega(PresetNode omega) {
        return omega.isMissing() ? 1 : (int) omega.whole(1, ImageSettings.MOST_OMEGA);
    }

    /** How pictures become images; empty when it is missing. */
    public Optional<Fit> readFit(PresetNode fit) {
        Map<String, Fit> fits = new LinkedHashMap<>();
        Arrays.stream(Fit.values()).forEach(one -> fits.put(one.id(), one));
        return fit.isMissing() ? Optional.empty() : Optional.of(fit.choice(fits));
    }

    private ImageSource readData(PresetNode data) {
        data.requireObject("an object with the key name");
        String name = data.child("name").text(ImageSource.Stored.LONGEST, false);
        if (!name.equals(ImageSource.BuiltIn.NAME)) {
            data.requireKeys(List.of("name", "fit", Emnist.KEY));
            Optional<Fit> fit = readFit(data.child("fit"));
            Emnist emnist = readEmnist(data.child(Emnist.KEY));
            return data.build(() -> new ImageSource.Stored(name, fit, emnist));
        }
        data.requireKeys(List.of("name", "training", "test", "seed"));
        return new ImageSource.BuiltIn(new BuiltInDigits(
                (int) data.child("training").whole(1, BuiltInDigits.MOST),
                (int) data.child("test").whole(1, BuiltInDigits.MOST),
                data.child("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE)));
    }

    /** How four files are understood; they tell it themselves where nothing stands there. */
    private static Emnist readEmnist(PresetNode word) {
        Map<String, Emnist> ways = new LinkedHashMap<>();
        Emnist.all().forEach(one -> ways.put(one.id(), one));
        return word.isMissing() ? new Emnist.Recognised() : word.choice(ways);
    }

    /** How a network is trained; files from before there was clutter do not name it. */
    public ImageTrainingSettings readTraining(PresetNode training) {
        training.requireKeys(TRAINING_KEYS);
        Map<String, LearningRateSchedule> schedules = new LinkedHashMap<>();
        Arrays.stream(LearningRateSchedule.values()).forEach(one -> schedules.put(one.id(), one));
        PresetNode clutter = training.child("clutter");
        return training.build(() -> new ImageTrainingSettings(
                training.child("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE),
                training.child("learningRate").number(ImageTrainingSettings.LEARNING_RATE),
                training.child("schedule").choice(schedules),
                training.child("sigma").number(ImageTrainingSettings.SIGMA),
                clutter.isMissing() ? 0 : clutter.number(ImageTrainingSettings.CLUTTER),
                training.child("lambda").number(ImageTrainingSettings.LAMBDA),
                training.child("dropout").number(ImageTrainingSettings.DROPOUT),
                (int) training.child("batch").whole(1, ImageTrainingSettings.MOST_BATCH),
                (int) training.child("epochs").whole(1, ImageTrainingSettings.MOST_EPOCHS),
                (int) training.child("heldOut").whole(0, ImageTrainingSettings.MOST_HELD_OUT)));
    }

    /** The tree that describes a preset, with every key. */
    public ObjectNode write(ImagePreset preset) {
        ObjectNode root = JSON.objectNode()
                .put("format", VERSION)
                .put("name", preset.name())
                .put("title", preset.title())
                .put("description", preset.description());
        ObjectNode data = root.putObject("data").put("name", preset.data().name());
        if (preset.data() instanceof ImageSource.Stored stored) {
            stored.fit().ifPresent(fit -> data.put("fit", fit.id()));
        }
        if (preset.data() instanceof ImageSource.BuiltIn builtIn) {
            data.put("training", builtIn.digits().training())
                    .put("test", builtIn.digits().test())
                    .put("seed", builtIn.digits().seed());
        }
        if (preset.data() instanceof ImageSource.Stored stored && !(stored.emnist() instanceof Emnist.Recognised)) {
            data.put(Emnist.KEY, stored.emnist().id());
        }
        root.putObject("network")
                .put("architecture", preset.architecture().id())
                .put("omega", preset.omega());
        root.set("training", write(preset.training()));
        return root;
    }

    /** The tree of training settings. */
    public ObjectNode write(ImageTrainingSettings training) {
        return JSON.objectNode()
                .put("seed", training.seed())
                .put("learningRate", training.learningRate())
                .put("schedule", training.schedule().id())
                .put("sigma", training.sigma())
                .put("clutter", training.clutter())
                .put("lambda", training.lambda())
                .put("dropout", training.dropout())
                .put("batch", training.batch())
                .put("epochs", training.epochs())
                .put("heldOut", training.heldOut());
    }
}
