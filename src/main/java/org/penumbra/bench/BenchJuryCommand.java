package org.penumbra.bench;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.penumbra.bench.jury.JuryReport;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.DataOption;
import org.penumbra.command.option.Ranges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries every jury of some detectors on two shipped models. */
@Command(
        name = "jury",
        description = {
            "Tries every jury of some detectors on mnist-dae-sym and fashion-mnist-dae-sym, and prints Markdown: the AUROC of each "
                    + "detector on each set of unknown images, the juries that are best on the sets to choose by and how good they "
                    + "are on the others, and the times for fitting and for one image.",
            "Needs MNIST and Fashion-MNIST, and some minutes."
        },
        footer = {"", "For example: penumbra bench jury --data ~/data > jury.md"})
final class BenchJuryCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(
            names = "--images",
            paramLabel = "N",
            defaultValue = "2000",
            showDefaultValue = Visibility.ALWAYS,
            description = "Images in each set of unknown ones, 100 to 10000.")
    private int images;

    @Option(
            names = "--fit-images",
            paramLabel = "N",
            defaultValue = "10000",
            showDefaultValue = Visibility.ALWAYS,
            description = "Training images that detectors are fitted on at most, 1000 to 60000.")
    private int fitImages;

    BenchJuryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Ranges.check(spec, "--images", images, 100, 10_000);
        Ranges.check(spec, "--fit-images", fitImages, 1000, 60_000);
        PrintStream progress = console.err();
        console.out().print(JuryReport.make(data.home(), images, fitImages, progress));
        return 0;
    }
}
