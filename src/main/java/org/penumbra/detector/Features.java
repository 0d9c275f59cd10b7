package org.penumbra.detector;

import java.util.Locale;
import org.penumbra.net.Evidence;

/** What a detector compares inputs by, where more than one thing would do. */
public enum Features {
    /** The numbers of the input itself. */
    INPUTS(Evidence.Part.INPUTS),
    /** The network's code, what its class head sees. */
    CODE(Evidence.Part.CODE);

    private final Evidence.Part part;

    Features(Evidence.Part part) {
        this.part = part;
    }

    /** In files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is called so, which must exist. */
    public static Features of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** The part of the evidence. */
    public Evidence.Part part() {
        return part;
    }

    /** The numbers of all inputs, row-major; not to be written to. */
    public float[] of(Evidence evidence) {
        return this == INPUTS ? evidence.inputs() : evidence.code();
    }

    /** Numbers an input has, of evidence with at least one. */
    public int width(Evidence evidence) {
        return of(evidence).length / evidence.count();
    }
}
