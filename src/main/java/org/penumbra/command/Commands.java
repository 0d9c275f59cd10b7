package org.penumbra.command;

import java.io.PrintWriter;
import java.util.List;
import org.penumbra.command.console.Console;
import org.penumbra.command.data.DataCommand;
import org.penumbra.command.data.DataFetchCommand;
import org.penumbra.command.data.DataImportCommand;
import org.penumbra.command.data.DataListCommand;
import org.penumbra.command.data.DataVerifyCommand;
import org.penumbra.command.fool.FoolCommand;
import org.penumbra.command.image.EvaluateCommand;
import org.penumbra.command.image.ExportCommand;
import org.penumbra.command.image.ScoreCommand;
import org.penumbra.command.rings.RingsCommand;
import org.penumbra.command.train.TrainCommand;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Puts the command line together: every command with what it needs. */
public final class Commands {

    private Commands() {}

    /**
     * The whole command line.
     *
     * @param window  opens the window
     * @param more    further commands, listed last; they come from rooms this one does not know
     * @param console where commands speak
     * @return its {@code execute} returns the exit code: 0 done, 1 failed, 2 wrong use, 130 stopped by Ctrl-C
     */
    public static CommandLine line(WindowTools window, List<CommandLine> more, Console console) {
        CommandLine line = new CommandLine(new PenumbraCommand(window, console));
        line.addSubcommand(new RingsCommand(console));
        line.addSubcommand(new PresetsCommand(console));
        line.addSubcommand(new TrainCommand(console));
        line.addSubcommand(new EvaluateCommand(console));
        line.addSubcommand(new ScoreCommand(console));
        line.addSubcommand(new FoolCommand(console));
        line.addSubcommand(new ExportCommand(console));
        line.addSubcommand(new CommandLine(new DataCommand())
                .addSubcommand(new DataListCommand(console))
                .addSubcommand(new DataFetchCommand(console))
                .addSubcommand(new DataImportCommand(console))
                .addSubcommand(new DataVerifyCommand(console)));
        more.forEach(line::addSubcommand);
        return line.setAllowSubcommandsAsOptionParameters(true) // "rings" is a preset, too
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.terminal() ? Ansi.AUTO : Ansi.OFF))
                .setParameterExceptionHandler(new WrongUse())
                .setExecutionExceptionHandler(new ErrorLines())
                .setUsageHelpWidth(100);
    }
}
