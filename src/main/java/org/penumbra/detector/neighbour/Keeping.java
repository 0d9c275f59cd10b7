package org.penumbra.detector.neighbour;

import java.util.Locale;

/** How the numbers of remembered inputs are kept, in memory and in files. */
public enum Keeping {
    /** As they are. */
    FLOATS,
    /** Each as one of 256 levels between the least and the greatest at its place, which takes a quarter of the room. */
    BYTES;

    /** In files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is called so, which must exist. */
    static Keeping of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
