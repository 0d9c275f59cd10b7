package org.penumbra.command.detect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.penumbra.archive.DetectorFile;
import org.penumbra.archive.FileKind;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.ShippedDetectors;
import org.penumbra.archive.guest.GuestFile;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.OutputFile;
import org.penumbra.command.option.DataOption;
import org.penumbra.command.option.ForceOption;
import org.penumbra.command.option.GivenModel;
import org.penumbra.command.option.Ranges;
import org.penumbra.data.SettingProblem;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.model.ImageDetectors;
import org.penumbra.fitting.ImageFitData;
import org.penumbra.fitting.OtherImages;
import org.penumbra.net.image.ImageModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fits detectors to a trained image model and writes them to files. */
@Command(
        name = "fit",
        description = {
            "Fits a detector, a way to say \"I don't know\", to a trained image model and writes it to a file, which score, evaluate "
                    + "and fool take with --detector. \"penumbra detectors\" lists all of them with their settings.",
            "It is fitted on what the model says of the images it was trained on, which are found again, and of those that were "
                    + "held out then. Progress goes to standard error; one JSON object for each detector, in an array where there are "
                    + "several, to standard output. Ctrl-C ends it and leaves nothing of the detector that is being fitted."
        },
        footer = {
            "",
            "For example: penumbra fit mnist-cnn --detector openmax --data ~/data",
            "             penumbra fit mnist-dae-sym --detector knn:k=3,features=code --detector energy"
        })
public final class FitCommand implements Callable<Integer> {

    private static final String ALL = "all";
    private static final String USUAL_NEGATIVES = "clutter";
    private static final int MOST_IMAGES = 1_000_000;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            description = "A model that ships (see: penumbra presets), a file, or a network of DL4J.")
    private String model;

    @Option(
            names = "--detector",
            required = true,
            paramLabel = "NAME[:SETTING=VALUE,...]",
            description = "What to fit; several by repeating it. \"" + ALL + "\": all that suit the model.")
    private List<String> named;

    @Mixin
    private DataOption data;

    @Option(
            names = "--images",
            paramLabel = "NAME|DIR",
            description =
                    "Images to fit on in place of those the model was trained on: mnist, fashion-mnist, built-in-digits or a "
                            + "folder. Their classes are found by name, and the last sixth of the training images is held out.")
    private String images;

    @Option(
            names = "--count",
            paramLabel = "N",
            description =
                    "Training images that the model is asked about at most, of each class its share; otherwise all. A "
                            + "detector that takes fewer says so by its setting \"images\".")
    private Integer count;

    @Option(
            names = "--negatives",
            paramLabel = "SET|DIR",
            description =
                    "Images of none of the classes, as many as a class has, for a detector that learns from such: "
                            + OtherImages.NAMES + ". " + USUAL_NEGATIVES + " where it needs some and nothing is named.")
    private String negatives;

    @Option(
            names = "--out",
            paramLabel = "FILE|DIR",
            description = "The file of the detector, or a folder; otherwise MODEL.NAME" + DetectorFile.ENDING
                    + " in this folder. A detector that is there is replaced.")
    private Path out;

    @Mixin
    private ForceOption force;

    public FitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if (count != null) {
            Ranges.check(spec, "--count", count, 1, MOST_IMAGES);
        }
        ImageModel loaded = GivenModel.load(model, console);
        List<Detector> detectors = detectors(loaded);
        List<FitPlan.Job> jobs = jobs(detectors);
        ModelTrainingImages learnt = ModelTrainingImages.of(model, loaded, images, data.home());
        learnt.notes().forEach(console.err()::println);
        String others = others(detectors);
        int most = count == null ? MOST_IMAGES : count;
        int known = Math.min(most, learnt.images().learnt().count());
        FitRun run = new FitRun(console);
        run.run(new FitPlan(
                model,
                loaded,
                jobs,
                learnt.name(),
                learnt.images(),
                most,
                others.isEmpty()
                        ? null
                        : new OtherImages(data.home(), loaded)
                                .load(
                                        others,
                                        OtherImages.Part.TRAINING,
                                        Math.max(1, known / loaded.classes().size()),
                                        ImageFitData.SEED),
                others,
                named.contains(ALL)));
        print(run.reports());
        return run.stopped() ? Console.STOPPED : run.failed() ? 1 : 0;
    }

    private void print(List<FitReport> reports) throws JsonProcessingException {
        if (!reports.isEmpty()) {
            console.out()
                    .println(new ObjectMapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(named.size() == 1 && !named.contains(ALL) ? reports.get(0) : reports));
        }
    }

    private List<Detector> detectors(ImageModel loaded) {
        if (named.contains(ALL)) {
            if (named.size() > 1) {
                throw wrong("--detector: \"" + ALL + "\" means every one; leave out the others");
            }
            return ImageDetectors.suiting(loaded.shape()).stream()
                    .map(kind -> ImageDetectors.usual(kind.id(), loaded.shape()))
                    .toList();
        }
        List<Detector> detectors =
                named.stream().map(text -> detector(text, loaded)).toList();
        Set<String> ids = new HashSet<>();
        for (Detector detector : detectors) {
            String id = detector.about().id();
            if (!suits(loaded, id)) {
                throw wrong("--detector: " + id + " does not suit " + model + "; expected one of "
                        + ImageDetectors.suiting(loaded.shape()).stream()
                                .map(DetectorKind::id)
                                .collect(Collectors.joining(", ")));
            }
            if (!ids.add(id) && out == null) {
                throw wrong("--detector: " + id + " came twice, and both would go to the same file; fit one after the "
                        + "other, each with --out");
            }
        }
        return detectors;
    }

    private static boolean suits(ImageModel loaded, String id) {
        return ImageDetectors.suiting(loaded.shape()).stream()
                .anyMatch(kind -> kind.id().equals(id));
    }

    private Detector detector(String text, ImageModel loaded) {
        try {
            return ImageDetectors.named(text, loaded.shape());
        } catch (SettingProblem problem) {
            throw wrong("--detector: " + problem.getMessage() + "; \"penumbra detectors\" lists them all");
        }
    }

    private List<FitPlan.Job> jobs(List<Detector> detectors) {
        boolean folder = out != null && Files.isDirectory(out);
        if (detectors.size() > 1 && out != null && !folder) {
            throw wrong("--out: expected a folder that exists for " + detectors.size() + " detectors, but got " + out);
        }
        List<FitPlan.Job> jobs = new ArrayList<>();
        for (Detector detector : detectors) {
            Path file = Path.of(ShippedDetectors.file(
                    stem(Path.of(model).getFileName().toString()),
                    detector.about().id()));
            Path target = out == null ? file : folder ? out.resolve(file) : out;
            OutputFile.prepare(target, "--out", FileKind.DETECTOR, force.given());
            jobs.add(new FitPlan.Job(detector, target));
        }
        return jobs;
    }

    /** The name of a model without the ending of its file. */
    private static String stem(String name) {
        return Stream.of(ModelFile.ENDING, GuestFile.ENDING)
                .filter(name::endsWith)
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .orElse(name);
    }

    /** What the images of no class are; empty for none. */
    private String others(List<Detector> detectors) {
        if (negatives != null) {
            return negatives;
        }
        return detectors.stream().anyMatch(ImageDetectors::needsNegatives) ? USUAL_NEGATIVES : "";
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
