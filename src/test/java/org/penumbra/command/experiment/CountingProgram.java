package org.penumbra.command.experiment;

import java.util.List;
import org.penumbra.command.Commands;
import org.penumbra.command.console.Console;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.kit.CountingExperiment;
import org.penumbra.kit.Terminal;

/** Penumbra with no other experiments than sums of numbers, in a process of its own. */
public final class CountingProgram {

    private static final int CELLS = 30;

    private CountingProgram() {}

    /** The kind of them. @param millis a cell takes */
    static ExperimentKind kind(int failing, int millis) {
        return new ExperimentKind(
                new CountingExperiment(ExperimentSettings.USUAL, 1, -1, 0).about(),
                settings -> of(settings, failing, millis));
    }

    private static Experiment of(ExperimentSettings settings, int failing, int millis) {
        return new CountingExperiment(settings, settings.quick() ? CELLS / 5 : CELLS, failing, millis);
    }

    /** A command line. */
    public static void main(String[] arguments) {
        System.exit(Commands.line(new Terminal.NoWindow(), List.of(), List.of(kind(-1, 100)), Console.ofProcess())
                .execute(arguments));
    }
}
