package org.penumbra.command.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.WeightType;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.DataOption;
import org.penumbra.command.option.ForceOption;
import org.penumbra.command.option.Ranges;
import org.penumbra.course.ImagePlan;
import org.penumbra.data.image.SomeClasses;
import org.penumbra.net.image.ImageTraining;
import org.penumbra.net.image.StepEngine;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains an image model and prints its figures as one JSON object. */
@Command(
        name = "train",
        description = {
            "Trains an image model and writes it to a file.",
            "Prints one JSON object to standard output, and progress to standard error.",
            "Ctrl-C keeps a checkpoint beside the file; --resume goes on from it to the same result as an unbroken run."
        },
        footer = {
            "",
            "For example: penumbra train --preset built-in-cnn --out digits.penumbra",
            "             penumbra train --preset mnist-dae-sym --data ~/data --epochs 20",
            "             penumbra train --preset built-in-cnn --engine dl4j --epochs 1"
        })
public final class TrainCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--preset",
            paramLabel = "NAME|FILE",
            required = true,
            description =
                    "What to train: an image preset that ships (see: penumbra presets), or a JSON file like them.")
    private String preset;

    @Mixin
    private DataOption data;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The model file; otherwise the preset's name with \"" + ModelFile.ENDING
                    + "\" in this folder. A model that was trained with the same settings is replaced.")
    private Path out;

    @Option(
            names = "--resume",
            description = "Go on from the checkpoint beside the model file. All settings are the " + "checkpoint's.")
    private boolean resume;

    @Option(
            names = "--weights",
            paramLabel = "16|32",
            defaultValue = "32",
            showDefaultValue = Visibility.ALWAYS,
            description = "Bits of each weight in the file. With 16 the file is half as large.")
    private int weights;

    @Option(
            names = "--lanes",
            paramLabel = "N",
            description = "Parts each batch is cut into, 1 to " + MOST_LANES
                    + "; otherwise the number of cores, up to 8. The last bits of a run depend on it.")
    private Integer lanes;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description =
                    "Whose layers take the training steps: penumbra, as without this option, or dl4j, the stock layers of "
                            + "Deeplearning4j. All else is the same: architecture, initial weights, batches, noise, validation, the "
                            + "model file. DL4J is slower and takes a batch whole.")
    private String engine;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "End after N epochs without a lower validation loss, with the weights of the lowest, 0 to "
                    + ImagePlan.MOST_PATIENCE + "; 0, as without this option: train all epochs.")
    private Integer patience;

    @Option(
            names = "--classes",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Train on these classes alone, at least two, so that all others are unknown to the model; otherwise on all.")
    private List<String> classes;

    @Mixin
    private TrainingOverrides overrides;

    @Mixin
    private ForceOption force;

    private static final int MOST_LANES = 64;

    public TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Optional<TrainSummary> summary = new TrainJob(console).run(options());
        if (summary.isEmpty()) {
            return Console.STOPPED;
        }
        console.out()
                .println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(summary.get()));
        return 0;
    }

    private TrainOptions options() {
        List<String> given = given();
        if (resume && !given.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--resume goes on as the run began; leave out " + given.get(0));
        }
        if (lanes != null) {
            Ranges.check(spec, "--lanes", lanes, 1, MOST_LANES);
        }
        if (weights != 16 && weights != 32) {
            throw new ParameterException(spec.commandLine(), "--weights: expected 16 or 32, but got " + weights);
        }
        StepEngine chosen = engine();
        ImagePreset whole = overrides.applied(ImagePresets.load(preset), spec);
        checkPatience(whole);
        Path file = out != null ? out : Path.of(whole.name() + ModelFile.ENDING);
        return new TrainOptions(
                whole,
                data.home(),
                file,
                weights == 16 ? WeightType.FLOAT16 : WeightType.FLOAT32,
                Optional.ofNullable(classes).map(SomeClasses::new),
                lanes != null ? lanes : ImageTraining.defaultLanes(),
                chosen,
                patience != null ? patience : 0,
                resume,
                force.given());
    }

    private StepEngine engine() {
        if (engine == null) {
            return StepEngine.PENUMBRA;
        }
        StepEngine chosen = Arrays.stream(StepEngine.values())
                .filter(one -> one.id().equals(engine))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--engine: expected penumbra or dl4j, but got \"" + engine + "\""));
        if (chosen == StepEngine.DL4J && lanes != null) {
            throw new ParameterException(
                    spec.commandLine(), "--lanes: DL4J takes a batch whole; leave it out, or --engine " + engine);
        }
        return chosen;
    }

    /** The options that were given and belong to the run, so that one that goes on cannot have others. */
    private List<String> given() {
        List<String> given = new ArrayList<>(overrides.given());
        if (classes != null) {
            given.add("--classes");
        }
        if (lanes != null) {
            given.add("--lanes");
        }
        if (engine != null) {
            given.add("--engine");
        }
        if (patience != null) {
            given.add("--patience");
        }
        return given;
    }

    private void checkPatience(ImagePreset whole) {
        if (patience == null) {
            return;
        }
        Ranges.check(spec, "--patience", patience, 0, ImagePlan.MOST_PATIENCE);
        Ranges.require(
                spec,
                "--patience",
                patience == 0 || whole.training().heldOut() > 0,
                "0, as no images are held out to see by them when to stop (hold some out with --held-out)",
                patience);
    }
}
