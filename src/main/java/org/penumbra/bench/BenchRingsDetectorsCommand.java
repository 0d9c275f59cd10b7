package org.penumbra.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.Ranges;
import org.penumbra.detector.Detector;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.live.rings.compare.Side;
import org.penumbra.preset.Preset;
import org.penumbra.preset.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the README's table of detectors in the plane. */
@Command(
        name = "rings-detectors",
        description =
                "Fits every detector on networks of the rings lab and prints their AUROC and their mean acceptance far from "
                        + "all data, as a table in Markdown.")
final class BenchRingsDetectorsCommand implements Callable<Integer> {

    private static final int FEWEST_COLUMNS = 20;
    private static final int MOST_COLUMNS = 1000;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--preset",
            paramLabel = "NAME|FILE",
            defaultValue = "rings",
            showDefaultValue = Visibility.ALWAYS,
            description = "What is trained.")
    private String preset;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "6000",
            showDefaultValue = Visibility.ALWAYS,
            description = "Training steps, 1 to " + Preset.MOST_STEPS + ".")
    private int steps;

    @Option(
            names = "--seeds",
            paramLabel = "N,N,...",
            split = ",",
            defaultValue = "1,2,3",
            showDefaultValue = Visibility.ALWAYS,
            description = "Seeds of the runs.")
    private List<Long> seeds;

    @Option(
            names = "--grid",
            paramLabel = "N",
            defaultValue = "200",
            showDefaultValue = Visibility.ALWAYS,
            description = "Measures N x N places, " + FEWEST_COLUMNS + " to " + MOST_COLUMNS + ".")
    private int grid;

    @Option(
            names = "--beside",
            paramLabel = "NAME,NAME",
            split = ",",
            description = "Measures instead what two detectors leave of the speed of a training beside them.")
    private List<String> beside = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "3",
            showDefaultValue = Visibility.ALWAYS,
            description = "With --beside: how long each of ten measurements lasts, 1 to 600.")
    private int seconds;

    BenchRingsDetectorsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Ranges.check(spec, "--steps", steps, 1, Preset.MOST_STEPS);
        Ranges.check(spec, "--grid", grid, FEWEST_COLUMNS, MOST_COLUMNS);
        Ranges.check(spec, "--seconds", seconds, 1, 600);
        if (!beside.isEmpty()) {
            Ranges.require(spec, "--beside", beside.size() == 2, "two detectors", String.join(",", beside));
            Map<Side, Detector> both =
                    Map.of(Side.LEFT, Detectors.named(beside.get(0)), Side.RIGHT, Detectors.named(beside.get(1)));
            console.out().println(new DetectorSpeed(Presets.load(preset), both, seconds).measure());
            return 0;
        }
        DetectorTable table = new DetectorTable(Presets.load(preset), steps, grid, seeds);
        table.measure();
        console.out().print(table.markdown());
        return 0;
    }
}
