package org.penumbra.detector;

import org.penumbra.data.Problem;
import org.penumbra.net.Evidence;

/** A fitted detector was asked about what another network says. */
public final class EvidenceException extends Problem {

    private EvidenceException(String message) {
        super(message);
    }

    /**
     * Refuses evidence of another size than the detector was fitted on.
     *
     * @param detector that is asked
     * @param what     that has a size: "numbers of the code"
     * @param expected as it was fitted
     * @param found    in the evidence
     * @throws EvidenceException when the two differ
     */
    public static void require(Description detector, String what, int expected, int found) {
        if (expected != found) {
            throw new EvidenceException(detector.name() + ": expected " + expected + " " + what
                    + ", as it was fitted on, but found " + found
                    + "; it belongs to another network, so fit it on this one");
        }
    }

    /**
     * Refuses evidence of another number of classes or units.
     *
     * @param omega units a class
     * @throws EvidenceException when they are others
     */
    public static void requireLogits(Description detector, Evidence evidence, int classes, int omega) {
        if (evidence.count() > 0) {
            require(detector, "classes", classes, evidence.classes());
            require(detector, "logits an input", classes * omega, evidence.logits().length / evidence.count());
        }
    }
}
