package org.penumbra.archive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.penumbra.course.BestWeights;
import org.penumbra.course.ImagePlan;
import org.penumbra.course.ImageSnapshot;
import org.penumbra.data.Range;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.KnownImages;
import org.penumbra.data.image.SomeClasses;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.StepEngine;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresetFormat;
import org.penumbra.preset.ImageSource;
import org.penumbra.preset.PresetException;
import org.penumbra.preset.PresetNode;

/**
 * A training run that was interrupted: enough to go on as if it had not been. A run without patience is written as it was
 * before there was any; one with patience has a format of its own, as it also keeps its best weights so far, and so has one
 * of DL4J's layers, which must not go on by others.
 *
 * @param preset    what it trains
 * @param patience  so many epochs without a lower validation loss end it; 0: it never ends early
 * @param classes   k
 * @param checksums of the images, as {@link ImageData} has them
 * @param engine    whose layers take the steps
 * @param run       where it stood
 */
public record Checkpoint(
        ImagePreset preset,
        int patience,
        int classes,
        Map<String, String> checksums,
        StepEngine engine,
        ImageSnapshot run) {

    private static final String PLAIN = "penumbra-checkpoint/1";
    private static final String PATIENT = "penumbra-checkpoint/2";
    private static final String OF_ENGINE = "penumbra-checkpoint/3";
    private static final List<String> KEYS = List.of("format", "preset", "classes", "checksums", "lanes", "steps");
    private static final List<String> PATIENT_KEYS =
            List.of("format", "preset", "classes", "checksums", "lanes", "steps", "patience", "best");
    private static final List<String> OF_ENGINE_KEYS = List.of(
            "format", "preset", "classes", "checksums", "lanes", "steps", StepEngineFormat.KEY, "patience", "best");
    private static final Map<String, List<String>> FORMATS =
            Map.of(PLAIN, KEYS, PATIENT, PATIENT_KEYS, OF_ENGINE, OF_ENGINE_KEYS);
    private static final List<String> BEST_KEYS = List.of("steps", "epoch", "loss");
    private static final Range LOSSES = Range.of(0, Double.MAX_VALUE);
    private static final int MOST_CHECKSUMS = 100;
    private static final int LONGEST = 1000;
    private static final int MOST_LANES = 1024;

    public Checkpoint {
        checksums = Map.copyOf(checksums);
        if (patience == 0 && run.best().isPresent()) {
            throw new IllegalArgumentException("best weights: expected none of a run without patience");
        }
    }

    /** Of a run of our own layers. */
    public Checkpoint(ImagePreset preset, int patience, int classes, Map<String, String> checksums, ImageSnapshot run) {
        this(preset, patience, classes, checksums, StepEngine.PENUMBRA, run);
    }

    /**
     * The checkpoint of a run.
     *
     * @param preset what the plan was made from
     */
    public static Checkpoint of(ImagePreset preset, ImagePlan plan, ImageSnapshot run) {
        return new Checkpoint(
                preset,
                plan.patience(),
                plan.data().classes().size(),
                plan.data().checksums(),
                plan.engine(),
                run);
    }

    /** Whether the run was trained on these images; on others it cannot go on. */
    public boolean isOf(ImageData data) {
        return checksums.equals(data.checksums()) && classes == data.classes().size();
    }

    /** Where its images come from, to be understood as they were when it began. */
    public ImageSource source() {
        boolean known = KnownImages.all().stream()
                .anyMatch(one -> one.name().equals(preset.data().name()));
        return known ? preset.data() : preset.data().read(Emnist.recorded(checksums));
    }

    /**
     * The images with the classes that the run has. A run that was begun when labels without an image counted as classes
     * has more than there are now, called by their numbers; it goes on with them. One of some of the classes gets the images of
     * these.
     *
     * @param found images that were found now; they come back as they are where they are others than the run's
     */
    public ImageData arranged(ImageData found) {
        Optional<SomeClasses> some = SomeClasses.recorded(checksums);
        ImageData data =
                some.isPresent() && found.classes().containsAll(some.get().names())
                        ? some.get().of(found)
                        : found;
        List<String> numbers =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return checksums.equals(data.checksums())
                        && classes > data.classes().size()
                        && numbers.containsAll(data.classes())
                ? data.withClasses(numbers)
                : data;
    }

    /**
     * Sees that a run of this plan can have stood where the checkpoint says.
     *
     * @param plan its preset with the images it {@linkplain #isOf is of}
     * @param file it was read from, for the message
     * @throws ModelException when it says more steps than there are, or best weights of a later epoch than it is at
     */
    public void requireWithin(ImagePlan plan, Path file) {
        int images = plan.images().count();
        long all = plan.training().steps(images);
        if (run.steps() > all) {
            throw impossible(file, "it says that " + run.steps() + " steps were taken, but the whole run has " + all);
        }
        run.best().ifPresent(best -> {
            // Of a run that exists, so that nothing overflows.
            long epoch = best.step() * plan.training().batch() / images;
            if (best.epoch() > epoch) {
                throw impossible(
                        file,
                        "its best weights are said to be those after epoch " + best.epoch() + ", but step "
                                + best.step() + " is in epoch " + epoch);
            }
        });
    }

    private static ModelException impossible(Path file, String why) {
        return new ModelException(
                ModelException.Kind.DAMAGED, file + ": the checkpoint is damaged: " + why + "; begin the run anew");
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
            List<String> keys = root.child("format").choice(FORMATS);
            root.requireKeys(keys);
            boolean patient = keys != KEYS;
            ImagePreset preset = new ImagePresetFormat().read(root.child("preset"));
            int classes = (int) root.child("classes").whole(2, ImageSettings.MOST_CLASSES);
            Map<String, String> checksums = root.child("checksums").texts(MOST_CHECKSUMS, LONGEST);
            int lanes = (int) root.child("lanes").whole(1, MOST_LANES);
            long steps = root.child("steps").whole(0, Long.MAX_VALUE);
            StepEngine engine = StepEngineFormat.read(root);
            int patience = patient
                    ? (int) root.child("patience").whole(keys == PATIENT_KEYS ? 1 : 0, ImagePlan.MOST_PATIENCE)
                    : 0;
            Optional<BestWeights> best = patient ? best(root.child("best"), steps) : Optional.empty();
            if (patience > 0 && preset.training().heldOut() == 0) {
                throw root.child("patience").wrong("no patience, as no images are held out");
            }
            int count = ImageNetwork.parameterCount(preset.network(classes));
            float[] parameters = numbers(reader, count);
            float[] mean = numbers(reader, count);
            float[] variance = numbers(reader, count);
            best = best.map(told -> new BestWeights(told.step(), told.epoch(), told.loss(), numbers(reader, count)));
            reader.finish();
            return new Checkpoint(
                    preset,
                    patience,
                    classes,
                    checksums,
                    engine,
                    new ImageSnapshot(lanes, steps, parameters, mean, variance, best));
        } catch (PresetException wrong) {
            throw reader.damaged(wrong);
        }
    }

    private static float[] numbers(SealedReader reader, int count) {
        return reader.numbers(count, WeightType.FLOAT32);
    }

    /** When the weights were best, as the header has it; the weights themselves stand behind it. */
    private static Optional<BestWeights> best(PresetNode node, long steps) {
        if (node.isMissing()) {
            return Optional.empty();
        }
        node.requireKeys(BEST_KEYS);
        return Optional.of(new BestWeights(
                node.child("steps").whole(1, steps),
                node.child("epoch").whole(1, Long.MAX_VALUE),
                node.child("loss").number(LOSSES),
                new float[0]));
    }

    /**
     * Writes the checkpoint, replacing the file if there is one.
     *
     * @throws ModelException when the file cannot be written
     */
    public void write(Path file) {
        boolean ours = engine == StepEngine.PENUMBRA;
        ObjectNode root =
                JsonNodeFactory.instance.objectNode().put("format", !ours ? OF_ENGINE : patience > 0 ? PATIENT : PLAIN);
        root.set("preset", new ImagePresetFormat().write(preset));
        root.put("classes", classes);
        ObjectNode sums = root.putObject("checksums");
        new TreeMap<>(checksums).forEach(sums::put);
        root.put("lanes", run.lanes()).put("steps", run.steps());
        StepEngineFormat.write(engine, root);
        if (patience > 0 || !ours) {
            root.put("patience", patience);
        }
        List<float[]> numbers = new ArrayList<>(List.of(run.parameters(), run.mean(), run.variance()));
        run.best().ifPresent(best -> {
            root.putObject("best")
                    .put("steps", best.step())
                    .put("epoch", best.epoch())
                    .put("loss", best.loss());
            numbers.add(best.parameters());
        });
        ModelFile.write(file, "checkpoint", root, WeightType.FLOAT32, numbers.toArray(float[][]::new));
    }
}
