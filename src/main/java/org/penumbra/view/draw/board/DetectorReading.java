package org.penumbra.view.draw.board;

import java.util.List;
import java.util.Locale;
import org.penumbra.confidence.Verdict;
import org.penumbra.live.draw.JudgedAnswer;
import org.penumbra.view.widget.ScoreText;
import org.penumbra.words.ReasonWords;
import org.penumbra.words.VerdictWords;

/**
 * What a detector's answer means to a person.
 *
 * @param answer  of the detector
 * @param classes names of the model's classes, by label
 */
public record DetectorReading(JudgedAnswer answer, List<String> classes) {

    /** Digits that count in a number that is told. */
    private static final int DIGITS = 3;
    /** More would tell nothing to anybody. */
    private static final int MOST_DIGITS = 9;

    /** Below it a number is told by its first digit and a power of ten. */
    private static final double SMALL = 1e-4;

    /** What is less than 1 by so little that it would read 1. */
    private static final String NEARLY_ONE = "0.999";

    public DetectorReading {
        classes = List.copyOf(classes);
    }

    /** The answer or "unknown". */
    public Verdict verdict() {
        return answer.verdict();
    }

    /** The answer alone: the name of a class, or "unknown". */
    public String headline() {
        return new VerdictWords(verdict()).answer(classes);
    }

    /** What speaks for the answer or against it, a sentence. */
    public String why() {
        String clause = ReasonWords.ofImages(classes).why(answer.reason(), verdict());
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
    }

    /** The acceptance against its threshold, behind the symbol: "0.003 < 0.01". */
    public String scale() {
        double tau = verdict().tau();
        double acceptance = answer.acceptance();
        if (Double.isNaN(acceptance)) {
            return "not a number";
        }
        String sign = acceptance < tau ? " < " : " \u2265 ";
        int digits = DIGITS;
        while (digits < MOST_DIGITS
                && acceptance != tau
                && text(acceptance, digits).equals(text(tau, digits))) {
            digits++;
        }
        String told = text(acceptance, digits);
        return (told.equals("1") && acceptance < 1 ? NEARLY_ONE : told) + sign + text(tau, DIGITS);
    }

    /** A number with so many digits that count, without zeros at its end; a small one as scores are written elsewhere. */
    private static String text(double value, int digits) {
        if (value < SMALL) {
            return ScoreText.of(value, 1);
        }
        int places = Math.max(0, digits - 1 - (int) Math.floor(Math.log10(Math.abs(value))));
        String text = String.format(Locale.ROOT, "%." + places + "f", value);
        return text.indexOf('.') < 0 ? text : text.replaceAll("\\.?0+$", "");
    }
}
