package org.penumbra.command.data;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what is done with image data sets; on its own it is wrong use. */
@Command(
        name = "data",
        description = {
            "Lists, downloads, copies and checks the image data sets.",
            "They are looked for in --data DIR alone, if given; otherwise in the folder in PENUMBRA_DATA, then in the platform's "
                    + "cache folder, then where DL4J keeps them."
        },
        synopsisSubcommandLabel = "COMMAND")
public final class DataCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing what to do: " + String.join(", ", spec.subcommands().keySet()));
    }
}
