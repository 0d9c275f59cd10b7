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

        /**
         * The file to write where a person has named this one. Dots and blanks at its end are left out. Where it does not
         * end in the kind's ending, in small letters or capitals, that is put behind it: in "run v1.2" there is no ending.
         *
         * @param proposed the name without an ending for who has named nothing, or nothing but an ending
         */
        public Path completed(Path named, String proposed) {
            String name = withoutEdge(named.getFileName().toString());
            String dotted = "." + ending;
            int stem = name.length() - dotted.length();
            boolean complete = stem >= 0 && name.regionMatches(true, stem, dotted, 0, dotted.length());
            if (name.isEmpty() || complete && stem == 0) {
                return named.resolveSibling(proposed + dotted);
            }
            return named.resolveSibling(complete ? name : name + dotted);
        }

        private static String withoutEdge(String name) {
            int end = name.length();
            while (end > 0 && (name.charAt(end - 1) == '.' || Character.isSpaceChar(name.charAt(end - 1)))) {
                end--;
            }
            return name.substring(0, end);
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
