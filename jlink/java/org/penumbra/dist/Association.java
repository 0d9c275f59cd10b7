package org.penumbra.dist;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.penumbra.archive.ModelFile;
import org.penumbra.preset.PresetFile;
import org.penumbra.state.StateFile;

/**
 * A kind of file that the program opens by a double click.
 *
 * @param ending      without the dot
 * @param type        as the desktops of Linux and the web name kinds of files
 * @param description for a person
 */
record Association(String ending, String type, String description) {

    static final List<Association> ALL = List.of(
            new Association(ModelFile.ENDING.substring(1), "application/x-penumbra-model", "Trained Penumbra model"),
            new Association(PresetFile.OWN_ENDING.substring(1), "application/x-penumbra-preset", "Preset of Penumbra"),
            new Association(StateFile.ENDING.substring(1), "application/x-penumbra-state", "Shared state of Penumbra"));

    /** All types, as an entry of a Linux desktop's menu lists them. */
    static String types() {
        return ALL.stream().map(kind -> kind.type() + ";").collect(Collectors.joining());
    }

    /** The name of its file for jpackage. */
    String file() {
        return ending + ".properties";
    }

    /**
     * What jpackage reads, which are properties of Java.
     *
     * @param icon of such files
     */
    byte[] properties(Path icon) {
        return ("extension=" + ending + "\nmime-type=" + type + "\ndescription=" + description + "\nicon="
                        + icon.toString().replace("\\", "\\\\") + "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
