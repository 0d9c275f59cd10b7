package org.penumbra.experiment.run;

import org.penumbra.data.OutsideText;
import org.penumbra.data.Problem;

/** Why a cell could not be computed, in one line. */
public final class FailureWords {

    private static final int LONGEST = 600;

    private FailureWords() {}

    /** Problems say it themselves; for the rest it is told what kind of failure it was. */
    public static String of(Throwable why) {
        String line = line(why.getMessage() == null ? "" : why.getMessage());
        if (why instanceof Problem && !line.isBlank()) {
            return line;
        }
        String kind = why.getClass().getSimpleName() + (line.isBlank() ? "" : ": " + line);
        if (why instanceof OutOfMemoryError) {
            return "not enough memory (" + kind + "); let fewer cells be computed at once, or give Java more";
        }
        return "a fault of the program (" + kind + "); the log says where it happened";
    }

    private static String line(String message) {
        String line = OutsideText.shown(message.strip().replaceAll("\\s*\\R\\s*", " "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
