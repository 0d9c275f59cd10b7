package org.penumbra.command.rings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.ForceOption;
import org.penumbra.command.option.Ranges;
import org.penumbra.data.OutsideText;
import org.penumbra.data.SettingProblem;
import org.penumbra.data.plane.FilePoints;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.data.plane.PointsFile;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.fitting.PlaneDetectors;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.preset.Preset;
import org.penumbra.preset.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a preset of the rings lab without a window and prints its figures as one JSON object. */
@Command(
        name = "rings",
        description = {
            "Trains a preset of the rings lab without a window.",
            "Prints one JSON object to standard output, and progress to standard error.",
            "Writes y.png, confidence.png, gamma.png, scaled.png, fields.csv and report.md; with --detector also a picture of "
                    + "each and detectors.csv. rings.sha256 lists them, for "
                    + "\"sha256sum -c\", and is there only while all of them are.",
            "Ctrl-C stops it; then nothing is written."
        },
        footer = {
            "",
            "For example: penumbra rings --preset moons --steps 3000 --seed 7 --out moons",
            "             penumbra rings --detector max-softmax --detector confidence:kappa=1,beta=2",
            "             penumbra rings --points mine.csv --steps 10000 --settled 1000 --out mine"
        })
public final class RingsCommand implements Callable<Integer> {

    private static final String ALL = "all";

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--preset",
            paramLabel = "NAME|FILE",
            defaultValue = "rings",
            showDefaultValue = Visibility.ALWAYS,
            description = "A preset that ships (see: penumbra presets), or a file saved by the window.")
    private String preset;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Training steps, 1 to " + Preset.MOST_STEPS + "; otherwise what the preset says.")
    private Long steps;

    @Option(
            names = "--settled",
            paramLabel = "N",
            description = "Ends earlier, when the mean loss of N steps is not 1 %% below the lowest before, "
                    + PlaneStop.LEAST_PATIENCE + " to " + PlaneStop.MOST_PATIENCE
                    + "; 0: never. Otherwise what the preset says.")
    private Integer settled;

    @Option(
            names = "--points",
            paramLabel = "FILE",
            description =
                    "Trains on the points of a table instead of the preset's data: x, y and class in a line, at most "
                            + PaintedPoints.MOST_POINTS + ", parted by commas, semicolons or tabs.")
    private Path points;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of weights, data, batches and noise; otherwise the preset's.")
    private Long seed;

    @Option(
            names = "--grid",
            paramLabel = "N",
            defaultValue = "" + RingsOptions.COLUMNS,
            showDefaultValue = Visibility.ALWAYS,
            description =
                    "Evaluates N x N places, " + RingsOptions.FEWEST_COLUMNS + " to " + RingsOptions.MOST_COLUMNS + ".")
    private int grid;

    @Option(
            names = "--detector",
            paramLabel = "NAME[:SETTING=VALUE,...]",
            description = {
                "Also fits this detector on the trained network, and adds its picture, its AUROC and its mean acceptance far "
                        + "away. May be given several times; \"all\" is all of them.",
                "See: penumbra detectors."
            })
    private List<String> detectors = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            showDefaultValue = Visibility.ALWAYS,
            description = "Folder of the results; made if missing, those of an earlier run are replaced.")
    private Path out;

    @Mixin
    private ForceOption force;

    public RingsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Optional<RingsResult> result = new RingsJob(console).run(options());
        if (result.isEmpty()) {
            return Console.STOPPED;
        }
        console.out()
                .println(new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(result.get().summary()));
        return 0;
    }

    private RingsOptions options() {
        Ranges.check(spec, "--grid", grid, RingsOptions.FEWEST_COLUMNS, RingsOptions.MOST_COLUMNS);
        if (steps != null) {
            Ranges.check(spec, "--steps", steps, 1, Preset.MOST_STEPS);
        }
        if (settled != null && settled != 0) {
            Ranges.check(spec, "--settled", settled, PlaneStop.LEAST_PATIENCE, PlaneStop.MOST_PATIENCE);
        }
        List<Detector> wanted = detectors();
        RingsOptions options = RingsOptions.of(trained(), out)
                .withColumns(grid)
                .withDetectors(wanted)
                .withForce(force.given());
        if (settled != null) {
            options = options.withSettled(settled);
        }
        if (steps != null) {
            options = options.withSteps(steps);
        }
        return seed == null ? options : options.withSeed(seed);
    }

    private List<Detector> detectors() {
        return detectors.stream()
                .flatMap(text -> text.equals(ALL)
                        ? PlaneDetectors.all().stream().map(DetectorKind::usual)
                        : Stream.of(named(text)))
                .toList();
    }

    private Detector named(String text) {
        try {
            return Detectors.named(text);
        } catch (SettingProblem wrong) {
            throw new ParameterException(spec.commandLine(), "--detector: " + wrong.getMessage(), wrong);
        }
    }

    /** The preset, with the points of a file where one was given. */
    private Preset trained() {
        Preset named = Presets.load(preset);
        if (points == null) {
            return named;
        }
        FilePoints read = PointsFile.read(points);
        console.err().println(OutsideText.shown(points + ": " + read.summary()));
        return named.withPoints(read.points(), points.getFileName().toString());
    }
}
