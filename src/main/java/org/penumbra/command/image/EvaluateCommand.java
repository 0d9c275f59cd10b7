package org.penumbra.command.image;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.penumbra.archive.AnswersFile;
import org.penumbra.archive.FileKind;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.Models;
import org.penumbra.archive.StoredAnswers;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.OutputFile;
import org.penumbra.command.option.DataOption;
import org.penumbra.command.option.EmnistOption;
import org.penumbra.command.option.ForceOption;
import org.penumbra.command.option.Ranges;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.model.ImageEvaluation;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.preset.ImageSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a model on test images and prints the figures as one JSON object. */
@Command(
        name = "evaluate",
        description = {
            "Measures a trained image model on the test images of its data set, or of another.",
            "Prints one JSON object: the accuracy of y and of the scaled outputs at each threshold, with the alpha that was "
                    + "calibrated for it on held-out training images; quantiles of the reconstruction error; the confusion matrix "
                    + "(a row for each true class, in the order of the classes); the model's provenance. Shares are from 0 to 1."
        },
        footer = {"", "For example: penumbra evaluate mnist-dae-sym --data ~/data --thresholds 0,0.9,0.99"})
public final class EvaluateCommand implements Callable<Integer> {

    /** Test images that are made where no files are read. */
    private static final int BUILT_IN_DIGITS = 10_000;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "A model that ships (see: penumbra presets), or a file.")
    private String model;

    @Mixin
    private DataOption data;

    @Option(
            names = "--images",
            paramLabel = "NAME|DIR",
            description = "Test images: mnist, fashion-mnist, built-in-digits, a "
                    + "folder with the four files of a data set, or one with a folder of pictures for each class; otherwise those of the "
                    + "set the model was trained on.")
    private String images;

    @Mixin
    private EmnistOption emnist;

    @Option(
            names = "--thresholds",
            paramLabel = "TAU",
            split = ",",
            defaultValue = "0,0.9,0.99",
            showDefaultValue = Visibility.ALWAYS,
            description = "Scores an answer must reach, from 0 to 1.")
    private List<Double> thresholds;

    @Option(
            names = "--kappa",
            paramLabel = "K",
            split = ",",
            defaultValue = "1,2",
            showDefaultValue = Visibility.ALWAYS,
            description =
                    "Alpha is such that an image with K times the 99 %% quantile of the held-out errors just reaches the "
                            + "threshold when y is 1; at least 1. Several give several rows; the first is what the other commands and the window take.")
    private List<Double> kappas;

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description =
                    "Also keep the highest score and the error of each image "
                            + "in this file, as well as those of the test images of another data set and of noise, for histograms without data.")
    private Path answersFile;

    @Mixin
    private ForceOption force;

    public EvaluateCommand(Console console) {
        this.console = console;
    }

    /** What is printed. */
    record Answer(
            String model,
            String data,
            List<String> classes,
            @JsonUnwrapped ImageEvaluation evaluation,
            JsonNode provenance) {}

    @Override
    public Integer call() throws JsonProcessingException {
        thresholds.forEach(
                tau -> Ranges.require(spec, "--thresholds", tau >= 0 && tau <= 1, "numbers from 0 to 1", tau));
        kappas.forEach(kappa -> Ranges.require(spec, "--kappa", kappa >= 1, "numbers of at least 1", kappa));
        if (answersFile != null) {
            OutputFile.prepare(answersFile, "--answers", FileKind.ANSWERS, force.given());
        }
        ImageModel loaded = Models.load(model);
        ImageData set = images != null
                ? load(images, new Emnist.Recognised())
                : load(
                        loaded.provenance().data(),
                        Emnist.recorded(loaded.provenance().checksums()));
        String remedy = "choose other images with --images"
                + (set.checksums().containsKey(Emnist.KEY) ? ", or say with --emnist how they are to be read" : "");
        ImageSet test = set.ofSide(ImageSettings.SIDE).testFor(loaded.classes(), remedy);
        set.notes().forEach(console.err()::println);
        if (loaded.doubts() && loaded.heldOutErrors().length == 0) {
            throw new CommandFailure(
                    model + ": this model cannot be calibrated, as no images were held out when it was "
                            + "trained; train it with --held-out");
        }
        ImageEvaluation evaluation;
        try (ImageNetwork network = loaded.network()) {
            ImageAnswers answers = ImageAnswers.of(network, test);
            evaluation = ImageEvaluation.of(answers, loaded, thresholds, kappas);
            if (answersFile != null) {
                AnswersFile.write(
                        StoredAnswers.of(loaded, ModelPopulations.of(network, set, answers, data.home())), answersFile);
            }
        }
        console.out()
                .println(new ObjectMapper()
                        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new Answer(
                                model,
                                set.name(),
                                loaded.classes(),
                                evaluation,
                                ModelFile.provenance(loaded.provenance()))));
        return 0;
    }

    private ImageData load(String name, Emnist usual) {
        Emnist way = emnist.or(usual, name);
        return name.equals(ImageSource.BuiltIn.NAME)
                ? new BuiltInDigits(1, BUILT_IN_DIGITS, 1).make()
                : data.home().load(name, way);
    }
}
