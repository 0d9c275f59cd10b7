package org.penumbra.view.draw.answer;

import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Verdict;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.live.draw.ModelAnswer;
import org.penumbra.words.VerdictWords;

/**
 * What a model's answer means at some alpha, beta and tau.
 *
 * @param answer   of the network
 * @param settings alpha, beta, tau as they hold for this model
 * @param verdict  the answer, or why there is none. While gamma is not known yet Gamma is taken as 1, which is what it is
 *                 for nearly all images
 */
public record CardReading(ModelAnswer answer, ConfidenceSettings settings, Verdict verdict) {

    /** Reads an answer. */
    static CardReading of(ModelAnswer answer, ConfidenceSettings settings) {
        Verdict verdict = ModelDetectors.of(answer.model(), settings).verdict(answer.evidence(), 0, settings.tau());
        return new CardReading(answer, settings, verdict);
    }

    /** Whether the model has a decoder, without which it cannot doubt. */
    public boolean doubts() {
        return answer.model().doubts();
    }

    /** The answer with its reason: "3, 99.2 % sure". */
    String inWords() {
        return new VerdictWords(verdict).sentence(answer.model().classes());
    }

    /** The answer alone: the name of a class, or "unknown". */
    public String headline() {
        return new VerdictWords(verdict).answer(answer.model().classes());
    }

    /** How sure the answer is, or why there is none. */
    public String detail() {
        return new VerdictWords(verdict).detail();
    }

    /** Whether beta waits for a gamma that is still on its way. */
    public boolean isProvisional() {
        return doubts() && settings.beta() > 0 && answer.gamma().isEmpty();
    }
}
