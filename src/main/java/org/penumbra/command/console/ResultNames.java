package org.penumbra.command.console;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the files are called that a command writes into a folder.
 *
 * @param command that writes them; its name is the beginning of the mark's
 * @param pattern of their names
 */
public record ResultNames(String command, Pattern pattern) {

    /** Files whose names are known. */
    public static ResultNames of(String command, String... names) {
        return new ResultNames(
                command,
                Pattern.compile(Arrays.stream(names).map(Pattern::quote).collect(Collectors.joining("|"))));
    }

    /** The file that lists the others and is there while the folder is whole. */
    public String mark() {
        return command + ".sha256";
    }

    /** The file that lists what may be there while results are put in their places; a killed run leaves it. */
    String unfinished() {
        return mark() + ".unfinished";
    }

    boolean hold(String name) {
        return pattern.matcher(name).matches();
    }

    boolean areOrMark(String name) {
        return hold(name) || name.equals(mark()) || name.equals(unfinished());
    }
}
