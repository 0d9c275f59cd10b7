package org.penumbra.live.draw;

import org.penumbra.confidence.Verdict;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;

/**
 * What one fitted detector says of one image.
 *
 * @param detector who says it, the very same that was asked
 * @param opinion  of one input: scores, acceptance
 * @param verdict  the answer at the threshold it was asked with, or "unknown"
 * @param reason   why
 * @param millis   that all this took, milliseconds
 */
public record DetectorAnswer(Fitted detector, Opinion opinion, Verdict verdict, Reason reason, double millis) {

    /**
     * Asks a detector, on the thread that calls.
     *
     * @param evidence of one input, with all the detector needs
     * @param tau      threshold on the acceptance, in (0, 1]
     */
    public static DetectorAnswer of(Fitted detector, Evidence evidence, double tau) {
        long from = System.nanoTime();
        Opinion opinion = detector.judge(evidence);
        Verdict verdict = detector.verdict(evidence, 0, tau);
        Reason reason = detector.reason(evidence, 0);
        return new DetectorAnswer(detector, opinion, verdict, reason, (System.nanoTime() - from) / 1e6);
    }

    /** How far the answer is trusted, in [0, 1] on the detector's own scale, or NaN. */
    public double acceptance() {
        return opinion.acceptance()[0];
    }
}
