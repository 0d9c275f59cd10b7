package org.penumbra.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.penumbra.archive.ModelFile;
import org.penumbra.preset.PresetFile;
import org.penumbra.state.StateFile;

/** What a desktop calls the program with when somebody opens a file by a double click: the file's name and nothing else. */
public final class FileArgument {

    private FileArgument() {}

    /**
     * Puts the command before the name of a file that stands alone. The name of a command is none, as files of models, presets and states
     * have endings.
     *
     * @return the arguments as they are where they are anything else
     */
    public static String[] spelledOut(String... arguments) {
        if (arguments.length != 1) {
            return arguments;
        }
        String name = arguments[0].toLowerCase(Locale.ROOT);
        boolean known =
                name.endsWith(ModelFile.ENDING) || name.endsWith(StateFile.ENDING) || PresetFile.isNamedAsOne(name);
        return known && isFile(arguments[0]) ? new String[] {"open", arguments[0]} : arguments;
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
