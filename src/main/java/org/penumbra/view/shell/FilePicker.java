package org.penumbra.view.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a person for a file; empty when the person decides against it. */
public interface FilePicker {

    /**
     * What files are asked for.
     *
     * @param name    of the kind of file, "Preset"
     * @param ending  without the dot, "json"; files to write get it
     * @param besides other endings that files to open may have
     */
    record Kind(String name, String ending, List<String> besides) {

        public Kind {
            besides = List.copyOf(besides);
        }

        /** A kind with one ending. */
        public Kind(String name, String ending) {
            this(name, ending, List.of());
        }
    }

    /** What a file is called, without its ending. */
    static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** An existing file. */
    Optional<Path> toOpen(String title, Kind kind);

    /** A file to write; it ends in the kind's ending. The person has agreed if it exists. */
    Optional<Path> toSave(String title, Kind kind, String proposedName);

    /** An existing folder, to write into or to read from. */
    Optional<Path> folder(String title);
}
