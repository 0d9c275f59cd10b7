package org.penumbra.command.rings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.ForceOption;
import org.penumbra.command.option.Ranges;
import org.penumbra.preset.Preset;
import org.penumbra.preset.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a preset of the rings lab without a window and prints its figures as one JSON object. */
@Command(
        name = "rings",
        description = {
            "Trains a preset of the rings lab without a window.",
            "Prints one JSON object to standard output, and progress to standard error.",
            "Writes y.png, confidence.png, gamma.png, scaled.png, fields.csv and report.md. rings.sha256 lists them, for "
                    + "\"sha256sum -c\", and is there only while all of them are.",
            "Ctrl-C stops it; then nothing is written."
        },
        footer = {"", "For example: penumbra rings --preset moons --steps 3000 --seed 7 --out moons"})
public final class RingsCommand implements Callable<Integer> {

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
        RingsOptions options =
                RingsOptions.of(Presets.load(preset), out).withColumns(grid).withForce(force.given());
        if (steps != null) {
            options = options.withSteps(steps);
        }
        return seed == null ? options : options.withSeed(seed);
    }
}
