package org.penumbra.command.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Ranges of the numbers an option takes. */
public final class Ranges {

    private Ranges() {}

    /**
     * Refuses a number outside its range as wrong use (exit code 2).
     *
     * @param option as it is typed, for the message
     */
    public static void check(CommandSpec spec, String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + ": expected " + least + " to " + most + ", but got " + value);
        }
    }

    /**
     * Refuses a value as wrong use (exit code 2).
     *
     * @param good     whether it is right
     * @param expected in words, for the message
     */
    public static void require(CommandSpec spec, String option, boolean good, String expected, Object value) {
        if (!good) {
            throw new ParameterException(spec.commandLine(), option + ": expected " + expected + ", but got " + value);
        }
    }
}
