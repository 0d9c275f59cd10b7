package org.penumbra.data.plane;

import org.penumbra.data.Problem;

/** A file of points that cannot be read. The message names the file, the line, what was expected, what is there and what to do. */
public final class PointsFileProblem extends Problem {

    private final long line;

    /**
     * @param source    the file
     * @param line      in it, from 1; 0 when the whole of it is meant
     * @param complaint what was expected and found there, and what to do
     * @param cause     for the log, or null
     */
    PointsFileProblem(String source, long line, String complaint, Throwable cause) {
        super(source + (line > 0 ? ", line " + line : "") + ": " + complaint, cause);
        this.line = line;
    }

    /** The line that is wrong, from 1; 0 when the whole file is meant. */
    public long line() {
        return line;
    }
}
