package org.penumbra.command.image;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.penumbra.confidence.RoundedScore;
import org.penumbra.confidence.Verdict;
import org.penumbra.data.OutsideText;
import org.penumbra.words.VerdictWords;

/**
 * What a model answers for one picture.
 *
 * @param picture its file
 * @param classes their names
 * @param y       one number a class
 * @param verdict the answer, or why there is none
 * @param error   ||r(x) - x||, or null for a model without a decoder, which has no confidence
 * @param gamma   or null where nobody asked for it
 * @param detectors what others say that were asked besides
 */
record PictureAnswer(
        String picture,
        List<String> classes,
        float[] y,
        Verdict verdict,
        Double error,
        Curvature gamma,
        List<DetectorFigures> detectors) {

    /** Where no other detectors were asked. */
    PictureAnswer(String picture, List<String> classes, float[] y, Verdict verdict, Double error, Curvature gamma) {
        this(picture, classes, y, verdict, error, gamma, List.of());
    }

    private static final String NEXT_LINE = "\n    ";
    /** What reads as 0.000 is left out of y. */
    private static final float LEAST = 0.001f;

    /**
     * gamma of one image.
     *
     * @param value         it
     * @param standardError of an estimate, or null for an exact one
     */
    record Curvature(double value, Double standardError) {}

    /** Several lines for a person: the answer, and below it what it rests on. */
    String inWords() {
        StringBuilder words = new StringBuilder(OutsideText.shown(picture))
                .append(": ")
                .append(answer())
                .append(NEXT_LINE)
                .append(likeliest());
        if (error != null) {
            words.append(NEXT_LINE)
                    .append("confidence c~ ")
                    .append(RoundedScore.text(verdict.confidence(), 3))
                    .append(", from the reconstruction error ")
                    .append(number(error, 3))
                    .append(curvature())
                    .append("; score y~ ")
                    .append(RoundedScore.text(verdict.score(), 3));
        }
        return words.toString();
    }

    private String answer() {
        if (!verdict.known()) {
            return new VerdictWords(verdict).sentence();
        }
        return classes.get(verdict.bestClass()) + ", " + RoundedScore.percent(verdict.score()) + " % sure";
    }

    private String curvature() {
        if (gamma == null) {
            return "";
        }
        String spread = gamma.standardError() == null ? "" : " +- " + number(gamma.standardError(), 4);
        return " and gamma " + number(gamma.value(), 4) + spread + " (Gamma "
                + RoundedScore.text(verdict.curvatureFactor(), 3) + ")";
    }

    private String likeliest() {
        return IntStream.range(0, y.length)
                .boxed()
                .filter(k -> !(y[k] < LEAST) || k == verdict.bestClass())
                .sorted(Comparator.comparingDouble(k -> -y[k]))
                .map(k -> "y(" + classes.get(k) + ") " + RoundedScore.text(y[k], 3))
                .collect(Collectors.joining(", "));
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
