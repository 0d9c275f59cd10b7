package org.penumbra.archive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresetFormat;
import org.penumbra.preset.PresetException;
import org.penumbra.preset.PresetNode;

/**
 * A training run that was interrupted: enough to go on as if it had not been.
 *
 * @param preset     what it trains
 * @param classes    k
 * @param checksums  of the images, as {@link org.penumbra.data.image.ImageData} has them
 * @param lanes      parts each batch is cut into
 * @param steps      steps taken
 * @param parameters weights and biases
 * @param mean       Adam's running means of the gradient
 * @param variance   Adam's running means of the squared gradient
 */
public record Checkpoint(
        ImagePreset preset,
        int classes,
        Map<String, String> checksums,
        int lanes,
        long steps,
        float[] parameters,
        float[] mean,
        float[] variance) {

    private static final String VERSION = "penumbra-checkpoint/1";
    private static final List<String> KEYS = List.of("format", "preset", "classes", "checksums", "lanes", "steps");
    private static final int MOST_CHECKSUMS = 100;
    private static final int LONGEST = 1000;
    private static final int MOST_LANES = 1024;

    public Checkpoint {
        checksums = Map.copyOf(checksums);
    }

    /**
     * Reads a checkpoint.
     *
     * @throws ModelException when there is none or the file is wrong
     */
    public static Checkpoint read(Path file) {
        return ModelFile.opened(file, "checkpoint", stream -> read(new SealedReader(stream, file.toString())));
    }

    private static Checkpoint read(SealedReader reader) {
        PresetNode root = reader.header();
        try {
            root.requireObject("a checkpoint's header");
            root.child("format").choice(Map.of(VERSION, VERSION));
            root.requireKeys(KEYS);
            ImagePreset preset = new ImagePresetFormat().read(root.child("preset"));
            int classes = (int) root.child("classes").whole(2, ImageSettings.MOST_CLASSES);
            Map<String, String> checksums = root.child("checksums").texts(MOST_CHECKSUMS, LONGEST);
            int lanes = (int) root.child("lanes").whole(1, MOST_LANES);
            long steps = root.child("steps").whole(0, Long.MAX_VALUE);
            int count = ImageNetwork.parameterCount(preset.network(classes));
            Checkpoint checkpoint = new Checkpoint(
                    preset,
                    classes,
                    checksums,
                    lanes,
                    steps,
                    reader.numbers(count, WeightType.FLOAT32),
                    reader.numbers(count, WeightType.FLOAT32),
                    reader.numbers(count, WeightType.FLOAT32));
            reader.finish();
            return checkpoint;
        } catch (PresetException wrong) {
            throw reader.damaged(wrong);
        }
    }

    /**
     * Writes the checkpoint, replacing the file if there is one.
     *
     * @throws ModelException when the file cannot be written
     */
    public void write(Path file) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("format", VERSION);
        root.set("preset", new ImagePresetFormat().write(preset));
        root.put("classes", classes);
        ObjectNode sums = root.putObject("checksums");
        new TreeMap<>(checksums).forEach(sums::put);
        root.put("lanes", lanes).put("steps", steps);
        ModelFile.write(file, "checkpoint", root, WeightType.FLOAT32, parameters, mean, variance);
    }
}
