package org.penumbra.data.image;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was read from a folder of pictures.
 *
 * @param data    the images, called like the folder
 * @param refused what could not be used, and why; whoever reads decides whether to go on without it
 */
public record OwnImages(ImageData data, List<Refused> refused) {

    private static final int NAMED = 3;

    public OwnImages {
        refused = List.copyOf(refused);
    }

    /**
     * A file that gave no image.
     *
     * @param file   where it is
     * @param reason what was wrong and what to do, one line that names the file
     */
    public record Refused(Path file, String reason) {}

    /** How many were refused, with the reasons of the first three; empty when none was. */
    public String refusedWords() {
        return words(refused);
    }

    static String words(List<Refused> refused) {
        if (refused.isEmpty()) {
            return "";
        }
        String first = refused.stream().limit(NAMED).map(Refused::reason).collect(Collectors.joining(" "));
        return (refused.size() == 1 ? "1 file cannot be used: " : refused.size() + " files cannot be used: ")
                + first
                + (refused.size() > NAMED ? " And " + (refused.size() - NAMED) + " more." : "");
    }
}
