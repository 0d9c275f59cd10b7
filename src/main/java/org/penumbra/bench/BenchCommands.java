package org.penumbra.bench;

import java.util.List;
import org.penumbra.bench.soak.BenchSoakCommand;
import org.penumbra.command.console.Console;
import picocli.CommandLine;

/** The commands by which the makers measure the program and make its pictures, ready to be hung below the root command. */
public final class BenchCommands {

    private BenchCommands() {}

    /** {@code bench} with all it measures, and {@code pictures}. */
    public static List<CommandLine> all(MakersTools tools, Console console) {
        return List.of(
                new CommandLine(new BenchCommand())
                        .addSubcommand(new BenchRingsCommand(tools, console))
                        .addSubcommand(new BenchRingsDetectorsCommand(console))
                        .addSubcommand(new BenchDrawCommand(console))
                        .addSubcommand(new BenchTrainCommand(console))
                        .addSubcommand(new BenchEnginesCommand(console))
                        .addSubcommand(new BenchJuryCommand(console))
                        .addSubcommand(new BenchKernelsCommand(console, new KernelTrials()))
                        .addSubcommand(new BenchStartCommand(console, new StartTrial(), new PageCache()))
                        .addSubcommand(new BenchWindowCommand(console, WindowWalk::take))
                        .addSubcommand(new BenchSoakCommand(console)),
                new CommandLine(new PicturesCommand(tools, console)));
    }
}
