package org.penumbra.command;

import java.io.PrintWriter;
import org.penumbra.command.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers wrong use: what was wrong, how the command is called, where to read more; exit code 2. */
final class WrongUse implements IParameterExceptionHandler {

    private final Console console;

    WrongUse(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        String name = line.getCommandSpec().qualifiedName();
        PrintWriter err = line.getErr();
        console.err().println(name + ": " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println(line.getHelp().fullSynopsis().strip());
        err.println("\"" + name + " --help\" tells what each option means.");
        return ExitCode.USAGE;
    }
}
