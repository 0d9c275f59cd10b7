package org.penumbra.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Range;

/**
 * One finished cell of an experiment, as it is kept.
 *
 * @param experiment  its name
 * @param fingerprint SHA-256 in lower-case hexadecimal of all that results depend on; two runs share cells only if it is the
 *                    same
 * @param cell        its id
 * @param result      what was found, in the form in which it is read back: equal to the bit
 * @param seconds     that it took by the clock, 0 to 10^9; no part of the result
 * @param machine     that computed it, in words; no part of the result
 */
public record StoredCell(
        String experiment, String fingerprint, String cell, ObjectNode result, double seconds, String machine) {

    static final int LONGEST = 200;
    /** Up to 30 years. */
    static final Range SECONDS = Range.of(0, 1e9);

    /** @throws IllegalArgumentException when the result holds what cannot be kept, such as NaN */
    public StoredCell {
        OutsideText.requireOneLine("experiment", experiment, LONGEST);
        OutsideText.requireOneLine("cell", cell, LONGEST);
        OutsideText.requireOneLine("machine", machine, LONGEST);
        if (!fingerprint.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "fingerprint: expected 64 hexadecimal digits, but found " + OutsideText.quoted(fingerprint));
        }
        SECONDS.require("seconds", seconds);
        result = PlainJson.of(result);
    }
}
