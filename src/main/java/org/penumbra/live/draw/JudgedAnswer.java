package org.penumbra.live.draw;

import java.util.List;
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
 * @param recalled the nearest training images of {@link Reason.Neighbours}, 784 pixels each, as the detector remembers them or
 *                 as the network makes them again of the codes it remembers; empty where neither is possible
 * @param millis   that all this took, milliseconds
 */
public record JudgedAnswer(
        Fitted detector, Opinion opinion, Verdict verdict, Reason reason, List<float[]> recalled, double millis) {

    public JudgedAnswer {
        recalled = List.copyOf(recalled);
    }

    /**
     * Asks a detector, on the thread that calls.
     *
     * @param evidence of one input, with all the detector needs
     * @param tau      threshold on the acceptance, in (0, 1]
     */
    public static JudgedAnswer of(Fitted detector, Evidence evidence, double tau) {
        long from = System.nanoTime();
        Opinion opinion = detector.judge(evidence);
        Verdict verdict = detector.verdict(evidence, 0, tau);
        Reason reason = detector.reason(evidence, 0);
        return new JudgedAnswer(detector, opinion, verdict, reason, List.of(), (System.nanoTime() - from) / 1e6);
    }

    /** The same with pictures of the neighbours. */
    JudgedAnswer recalling(List<float[]> images) {
        return new JudgedAnswer(detector, opinion, verdict, reason, images, millis);
    }

    /** How far the answer is trusted, in [0, 1] on the detector's own scale, or NaN. */
    public double acceptance() {
        return opinion.acceptance()[0];
    }
}
