package org.penumbra.detector;

import org.penumbra.data.Problem;

/** Values of a fitted detector, mostly from a file, that make none. */
public final class FormException extends Problem {

    /**
     * @param id       of the detector
     * @param where    which value
     * @param expected what it may be
     * @param got      what it is
     */
    public FormException(String id, String where, String expected, String got) {
        this(id, where, expected, got, null);
    }

    /** The same of a value that something else refused; the cause is for the log and may be null. */
    public FormException(String id, String where, String expected, String got, Throwable cause) {
        super(
                "fitted detector \"" + id + "\", " + where + ": expected " + expected + ", but found " + got
                        + "; fit it again",
                cause);
    }
}
