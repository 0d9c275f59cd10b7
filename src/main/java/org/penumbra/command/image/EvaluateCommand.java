package org.penumbra.command.image;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.penumbra.archive.StoredAnswers;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.OutputFile;
import org.penumbra.command.option.DataOption;
import org.penumbra.command.option.EmnistOption;
import org.penumbra.command.option.FitOption;
import org.penumbra.command.option.ForceOption;
import org.penumbra.command.option.GivenModel;
import org.penumbra.command.option.GuestFacts;
import org.penumbra.command.option.NamedDetector;
import org.penumbra.command.option.Ranges;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Defaults;
import org.penumbra.data.image.ClassNames;
import org.penumbra.data.image.ImageData;
import org.penumbra.detector.model.ImageEvaluation;
import org.penumbra.fitting.OtherImages;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a model on test images and prints the figures as one JSON object. */
@Command(
        name = "evaluate",
        description = {
            "Measures a trained image model on the test images of its data set, or of another.",
            "Prints one JSON object: the accuracy of y and of the scaled outputs at each threshold, with the alpha that was "
                    + "calibrated for it on held-out training images; quantiles of the reconstruction error; the confusion matrix "
                    + "(a row for each true class); the model's provenance. Classes are told by their names. Shares are from 0 to 1."
        },
        footer = {
            "",
            "For example: penumbra evaluate mnist-dae-sym --data ~/data --thresholds 0,0.9,0.99",
            "             penumbra evaluate mnist-cnn --data ~/data --unknown fashion-mnist --unknown noise --detector all --table"
        })
public final class EvaluateCommand implements Callable<Integer> {

    private static final String ALL = "all";

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            description = "A model that ships (see: penumbra presets), a file, or a network of DL4J.")
    private String model;

    @Mixin
    private DataOption data;

    @Option(
            names = "--images",
            paramLabel = "NAME|DIR",
            description = "Test images: mnist, fashion-mnist, built-in-digits, a "
                    + "folder with the four files of a data set, or one with a folder of pictures for each class, of which those are taken "
                    + "that a training would set apart: about 15 %%, or those in its folder \"test\" (or \"val\"). Otherwise those of "
                    + "the set the model was trained on, which is found again by its path and checksums.")
    private String images;

    @Mixin
    private EmnistOption emnist;

    @Option(names = "--all", description = "Take all pictures of the folder that --images names.")
    private boolean all;

    @Mixin
    private FitOption fit;

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

    @Option(
            names = "--unknown",
            paramLabel = "SET|DIR",
            description =
                    "Also measure how well detectors tell the test images from these of none of the model's classes; several by "
                            + "repeating it: " + OtherImages.NAMES
                            + ". Of the set the model was trained on those classes are taken that it has "
                            + "not learnt.")
    private List<String> unknown = List.of();

    @Option(
            names = "--detector",
            paramLabel = "NAME|FILE",
            description = "Which to measure with --unknown: " + NamedDetector.HELP + "; several by repeating it, or \""
                    + ALL + "\" for all that there are. The model's own unless told otherwise.")
    private List<String> detectors = List.of();

    @Option(
            names = "--tau",
            paramLabel = "T",
            description = "Threshold of macro F1 for all detectors; otherwise the usual one of each.")
    private Double tau;

    @Option(
            names = "--count",
            paramLabel = "N",
            description =
                    "With --unknown: images of each set at most, a sample in which every class has its share; otherwise "
                            + OpenSetMeasure.MOST + ".")
    private Integer count;

    @Option(names = "--table", description = "With --unknown: print a table in Markdown in place of the JSON.")
    private boolean table;

    @Mixin
    private ForceOption force;

    public EvaluateCommand(Console console) {
        this.console = console;
    }

    /**
     * What is printed.
     *
     * @param classes       of the model, in its order
     * @param fit           how pictures became images; null where no pictures were read
     * @param absentClasses of the model, of which there was no image
     * @param openSet       how well detectors tell the images from others; left out where no others were named
     * @param guest         what is taken for what in a network of DL4J; left out for a model of this program
     */
    record Answer(
            String model,
            String data,
            List<String> classes,
            String fit,
            List<String> absentClasses,
            @JsonUnwrapped ImageEvaluation evaluation,
            JsonNode provenance,
            @JsonInclude(JsonInclude.Include.NON_NULL) OpenSetReport openSet,
            @JsonInclude(JsonInclude.Include.NON_NULL) GuestFacts guest) {}

    @Override
    public Integer call() throws JsonProcessingException {
        check();
        if (answersFile != null) {
            OutputFile.prepare(answersFile, "--answers", FileKind.ANSWERS, force.given());
        }
        ImageModel loaded = GivenModel.load(model, console);
        EvaluatedImages choice = new EvaluatedImages(model, images, all, fit, emnist, data.home(), spec, console);
        ImageData set = choice.read(loaded);
        ClassNames.Match match = choice.matched(loaded, set);
        set.notes().forEach(console.err()::println);
        if (loaded.doubts() && loaded.heldOutErrors().length == 0) {
            throw new CommandFailure(model + ": this model cannot be calibrated, as "
                    + (GuestFacts.of(model, loaded).isPresent()
                            ? "nobody has measured its errors yet; do so with \"penumbra guest " + model + " --images "
                                    + set.name() + "\""
                            : "no images were held out when it was trained; train it with --held-out"));
        }
        List<NamedDetector> asked = unknown.isEmpty() ? List.of() : asked(loaded);
        ImageEvaluation evaluation;
        OpenSetReport openSet = null;
        try (ImageClassifier network = loaded.network()) {
            ImageAnswers answers = ImageAnswers.of(network, match.images());
            evaluation = ImageEvaluation.of(answers, loaded, thresholds, kappas);
            if (!unknown.isEmpty()) {
                openSet = new OpenSetMeasure(console, network, new OtherImages(data.home(), loaded), tau)
                        .of(asked, set.title(), match.images(), unknown, count == null ? OpenSetMeasure.MOST : count);
            }
            if (answersFile != null) {
                AnswersFile.write(
                        StoredAnswers.of(loaded, ModelPopulations.of(network, set, answers, data.home())), answersFile);
            }
        }
        if (table) {
            console.out().println(openSet.markdown());
            return 0;
        }
        console.out()
                .println(new ObjectMapper()
                        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new Answer(
                                model,
                                set.name(),
                                loaded.classes(),
                                NamedImages.arePictures(set) ? set.fit().id() : null,
                                match.absent(),
                                evaluation,
                                ModelFile.provenance(loaded),
                                openSet,
                                GuestFacts.of(model, loaded).orElse(null))));
        return 0;
    }

    private void check() {
        thresholds.forEach(
                tau -> Ranges.require(spec, "--thresholds", tau >= 0 && tau <= 1, "numbers from 0 to 1", tau));
        kappas.forEach(kappa -> Ranges.require(spec, "--kappa", kappa >= 1, "numbers of at least 1", kappa));
        if (unknown.isEmpty() && (!detectors.isEmpty() || table || tau != null || count != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    (table ? "--table" : tau != null ? "--tau" : count != null ? "--count" : "--detector")
                            + ": detectors are measured against images of none of the model's classes; name some with "
                            + "--unknown");
        }
        if (tau != null) {
            Ranges.require(spec, "--tau", ConfidenceSettings.TAU.contains(tau), "a number above 0 and up to 1", tau);
        }
        if (count != null) {
            Ranges.check(spec, "--count", count, 1, OpenSetMeasure.MOST);
        }
        if (all && images == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--all: it tells of the folder that --images names; without it the model is measured on the "
                            + "pictures it has not learnt");
        }
    }

    /** The detectors that are to be measured. */
    private List<NamedDetector> asked(ImageModel loaded) {
        NamedDetector.Model of = new NamedDetector.Model(
                model,
                loaded,
                loaded.doubts()
                        ? new Calibration.ByKappa(kappas.get(0)).of(loaded, Defaults.WITHOUT_GAMMA, Defaults.TAU)
                        : new ConfidenceSettings(0, 0, Defaults.TAU));
        if (detectors.contains(ALL)) {
            return NamedDetector.all(of);
        }
        return detectors.isEmpty()
                ? List.of(NamedDetector.own(of))
                : detectors.stream().map(named -> NamedDetector.of(named, of)).toList();
    }
}
