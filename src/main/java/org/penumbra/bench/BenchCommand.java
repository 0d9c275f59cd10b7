package org.penumbra.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the benchmarks; on its own it is wrong use. */
@Command(
        name = "bench",
        description = "Measures how fast the program is on this machine, and whether its window has room for all.",
        synopsisSubcommandLabel = "COMMAND")
final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing what to measure: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
