package org.penumbra.preset;

import org.penumbra.data.Problem;

/**
 * A preset that cannot be read, found or written. The message is meant for the person at the screen: it names the
 * file, the key, what was expected, what was found and what to do.
 */
public final class PresetException extends Problem {

    private final String source;
    private final String place;
    private final String complaint;

    /**
     * @param source    the file, or what else the preset is called
     * @param place     where in it ("training.sigma", "line 8, column 3"); empty when the whole of it is meant
     * @param complaint what was expected and found there, and what to do
     */
    PresetException(String source, String place, String complaint) {
        this(source, place, complaint, null);
    }

    /** @param cause for the log */
    PresetException(String source, String place, String complaint, Throwable cause) {
        super(source + ": " + within(place, complaint), cause);
        this.source = source;
        this.place = place;
        this.complaint = complaint;
    }

    /** The file, or what else the preset is called. */
    public String source() {
        return source;
    }

    /** Where in it: a key ("training.sigma") or a line and column; empty when the whole of it is meant. */
    public String place() {
        return place;
    }

    /** The place and what is wrong there, for who names the source himself. */
    public String withoutSource() {
        return within(place, complaint);
    }

    private static String within(String place, String complaint) {
        return place.isEmpty() ? complaint : place + ": " + complaint;
    }
}
