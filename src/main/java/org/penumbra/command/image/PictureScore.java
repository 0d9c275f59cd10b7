package org.penumbra.command.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Locale;
import org.penumbra.command.option.GuestFacts;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Verdict;
import org.penumbra.data.ink.Fit;

/**
 * The figures of one picture, as they stand in the JSON of "score". Whatever does not apply is null: confidence and what
 * it is made of for a model without a decoder, gamma where nobody asked for it, all but the problem for a picture that
 * cannot be used.
 *
 * @param picture             its file
 * @param fit                 how it became 28 x 28 pixels: digit, whole, as-is
 * @param answer              name of the answered class, or null for "unknown"
 * @param bestClass           the likeliest class, known or not
 * @param score               held against tau: y~ of the likeliest class; without a decoder its y
 * @param tau                 the threshold
 * @param doubt               why the answer is "unknown": reconstruction, curvature, classifier, not_a_number
 * @param y                   one number a class
 * @param confidence          c~
 * @param reconstructionError ||r(x) - x||
 * @param gamma               curvature
 * @param gammaStandardError  of a gamma that was estimated
 * @param curvatureFactor     Gamma
 * @param alpha               sensitivity to the reconstruction error
 * @param beta                sensitivity to the curvature
 * @param problem             why the picture cannot be used
 * @param detectors           what those that were named say; left out where none was
 * @param guest               what is taken for what in a network of DL4J; left out for a model of this program
 */
@JsonNaming(SnakeCaseStrategy.class)
record PictureScore(
        String picture,
        String fit,
        String answer,
        Integer bestClass,
        Double score,
        Double tau,
        String doubt,
        float[] y,
        Double confidence,
        Double reconstructionError,
        Double gamma,
        Double gammaStandardError,
        Double curvatureFactor,
        Double alpha,
        Double beta,
        String problem,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<DetectorFigures> detectors,
        @JsonInclude(JsonInclude.Include.NON_NULL) GuestFacts guest) {

    /** All keys, for the help. */
    static final String KEYS = "picture, fit, answer (null: unknown), best_class, score, tau, doubt, y, confidence, "
            + "reconstruction_error, gamma, gamma_standard_error, curvature_factor, alpha, beta, problem; with --detector also "
            + "detectors, a list of objects with " + DetectorFigures.KEYS
            + "; of a network of DL4J also guest, an object that tells what is taken for what in it";

    static PictureScore of(PictureAnswer answer, Fit fit, ConfidenceSettings settings) {
        Verdict verdict = answer.verdict();
        boolean decoder = answer.error() != null;
        PictureAnswer.Curvature gamma = answer.gamma();
        return new PictureScore(
                answer.picture(),
                fit.id(),
                verdict.known() ? answer.classes().get(verdict.bestClass()) : null,
                verdict.bestClass(),
                verdict.score(),
                verdict.tau(),
                verdict.known() ? null : verdict.doubt().name().toLowerCase(Locale.ROOT),
                answer.y(),
                decoder ? verdict.confidence() : null,
                answer.error(),
                gamma == null ? null : gamma.value(),
                gamma == null ? null : gamma.standardError(),
                gamma == null ? null : verdict.curvatureFactor(),
                decoder ? settings.alpha() : null,
                gamma == null ? null : settings.beta(),
                null,
                answer.detectors().isEmpty() ? null : answer.detectors(),
                null);
    }

    /** A picture that cannot be used. */
    static PictureScore unusable(String picture, Fit fit, String problem) {
        return new PictureScore(
                picture, fit.id(), null, null, null, null, null, null, null, null, null, null, null, null, null,
                problem, null, null);
    }

    /** The same of a network of DL4J; null for another. */
    PictureScore of(GuestFacts network) {
        return new PictureScore(
                picture,
                fit,
                answer,
                bestClass,
                score,
                tau,
                doubt,
                y,
                confidence,
                reconstructionError,
                gamma,
                gammaStandardError,
                curvatureFactor,
                alpha,
                beta,
                problem,
                detectors,
                network);
    }
}
