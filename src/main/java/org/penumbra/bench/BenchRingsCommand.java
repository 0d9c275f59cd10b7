package org.penumbra.bench;

import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.Ranges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the rings lab. */
@Command(
        name = "rings",
        description = {
            "Measures the rings lab and prints: steps a second with and without the fields, the time of one set of fields, "
                    + "the longest hold of the window's thread, the time of a repaint, and the ratio to the stock layers.",
            "Needs no display."
        })
final class BenchRingsCommand implements Callable<Integer> {

    private final MakersTools tools;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "5",
            showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS,
            description = "How long each measurement lasts, 1 to 600.")
    private int seconds;

    BenchRingsCommand(MakersTools tools, Console console) {
        this.tools = tools;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Ranges.check(spec, "--seconds", seconds, 1, 600);
        console.err()
                .println("Measuring for a minute or so. The first time, ND4J unpacks about 440 MB below your home "
                        + "folder for the comparison with its stock layers.");
        tools.measureRings(console.out(), seconds);
        return 0;
    }
}
