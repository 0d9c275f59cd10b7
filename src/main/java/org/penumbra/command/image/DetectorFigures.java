package org.penumbra.command.image;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Locale;
import org.penumbra.command.option.NamedDetector;
import org.penumbra.confidence.Verdict;
import org.penumbra.net.Evidence;
import org.penumbra.words.ReasonWords;

/**
 * What one detector says of one picture, as it stands in the JSON of "score".
 *
 * @param detector   its id
 * @param answer     name of the answered class, or null for "unknown"
 * @param bestClass  the likeliest class, known or not
 * @param acceptance held against tau
 * @param tau        the threshold
 * @param ranking    larger for what is better known; it does not saturate
 * @param reason     why the answer is given or withheld, in words
 */
@JsonNaming(SnakeCaseStrategy.class)
record DetectorFigures(
        String detector, String answer, int bestClass, double acceptance, double tau, double ranking, String reason) {

    /** All keys, for the help. */
    static final String KEYS = "detector, answer (null: unknown), best_class, acceptance, tau, ranking, reason";

    /**
     * Asks a detector.
     *
     * @param evidence of one picture, with all that it needs
     * @param given    threshold, or null for the usual one
     */
    static DetectorFigures of(NamedDetector named, Evidence evidence, List<String> classes, Double given) {
        Verdict verdict = named.fitted().verdict(evidence, 0, named.tau(given));
        return new DetectorFigures(
                named.id(),
                verdict.known() ? classes.get(verdict.bestClass()) : null,
                verdict.bestClass(),
                verdict.score(),
                verdict.tau(),
                named.fitted().judge(evidence).ranking()[0],
                ReasonWords.ofImages(classes).why(named.fitted().reason(evidence, 0), verdict));
    }

    /** One line for a person. */
    String inWords(String name) {
        return name + " says " + (answer == null ? "unknown" : answer) + ": " + reason + " (acceptance "
                + String.format(Locale.ROOT, "%.4g", acceptance) + ", tau " + tau + ")";
    }
}
