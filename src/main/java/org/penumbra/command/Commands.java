package org.penumbra.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.penumbra.command.console.Console;
import org.penumbra.command.data.DataCommand;
import org.penumbra.command.data.DataFetchCommand;
import org.penumbra.command.data.DataImportCommand;
import org.penumbra.command.data.DataListCommand;
import org.penumbra.command.data.DataVerifyCommand;
import org.penumbra.command.detect.DetectorsCommand;
import org.penumbra.command.detect.FitCommand;
import org.penumbra.command.experiment.ExperimentCommand;
import org.penumbra.command.fool.FoolCommand;
import org.penumbra.command.guest.GuestCommand;
import org.penumbra.command.image.EvaluateCommand;
import org.penumbra.command.image.ExportCommand;
import org.penumbra.command.image.ScoreCommand;
import org.penumbra.command.rings.RingsCommand;
import org.penumbra.command.train.TrainCommand;
import org.penumbra.data.OutsideText;
import org.penumbra.data.TypedNumber;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.experiment.catalogue.Experiments;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.TypeConversionException;

/** Puts the command line together: every command with what it needs. */
public final class Commands {

    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    private Commands() {}

    /**
     * Runs a command line; what goes wrong outside of every command, such as a part of the program that is missing, is
     * told in one line as well.
     *
     * @param line makes it
     * @return the exit code
     */
    public static int run(Supplier<CommandLine> line, Console console, String... arguments) {
        try {
            return line.get().execute(arguments);
        } catch (Error | RuntimeException failure) {
            return new ErrorLines(console).tell(failure, List.of(arguments).contains("--debug"));
        }
    }

    /**
     * The whole command line.
     *
     * @param window  opens the window
     * @param more    further commands, listed last; they come from rooms this one does not know
     * @param console where commands speak
     * @return its {@code execute} returns the exit code: 0 done, 1 failed, 2 wrong use, 130 stopped by Ctrl-C
     */
    public static CommandLine line(WindowTools window, List<CommandLine> more, Console console) {
        return line(window, more, Experiments.ALL, console);
    }

    /** The same with other experiments. */
    public static CommandLine line(
            WindowTools window, List<CommandLine> more, List<ExperimentKind> experiments, Console console) {
        ErrorLines errors = new ErrorLines(console);
        CommandLine line = new CommandLine(new PenumbraCommand(window, console));
        line.addSubcommand(new OpenCommand(window, console));
        line.addSubcommand(new RingsCommand(console));
        line.addSubcommand(new PresetsCommand(console));
        line.addSubcommand(new TrainCommand(console));
        line.addSubcommand(new EvaluateCommand(console));
        line.addSubcommand(new ScoreCommand(console));
        line.addSubcommand(new GuestCommand(console));
        line.addSubcommand(new DetectorsCommand(console));
        line.addSubcommand(new FitCommand(console));
        line.addSubcommand(new FoolCommand(console));
        line.addSubcommand(new ExperimentCommand(console, experiments));
        line.addSubcommand(new ExportCommand(console));
        line.addSubcommand(new CommandLine(new DataCommand())
                .addSubcommand(new DataListCommand(console))
                .addSubcommand(new DataFetchCommand(console))
                .addSubcommand(new DataImportCommand(console))
                .addSubcommand(new DataVerifyCommand(console)));
        more.forEach(line::addSubcommand);
        line.registerConverter(double.class, Commands::number).registerConverter(Double.class, Commands::number);
        return line.setAllowSubcommandsAsOptionParameters(true) // "rings" is a preset, too
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.bars(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.terminal() ? Ansi.AUTO : Ansi.OFF))
                .setParameterExceptionHandler(new WrongUse(console))
                .setExecutionExceptionHandler(errors)
                .setExecutionStrategy(errors)
                .setUsageHelpWidth(100);
    }

    /** A number with a decimal point or comma, as the fields of the window read it. */
    private static double number(String text) {
        if (NOT_FINITE.contains(text)) {
            // The option's range is the better answer to these.
            return Double.parseDouble(text);
        }
        try {
            return TypedNumber.of(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(wrong.getMessage() + ", but got " + OutsideText.quoted(text));
        }
    }
}
