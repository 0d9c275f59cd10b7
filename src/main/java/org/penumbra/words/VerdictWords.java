package org.penumbra.words;

import java.util.List;
import java.util.Locale;
import org.penumbra.confidence.RoundedScore;
import org.penumbra.confidence.Verdict;
import org.penumbra.confidence.Verdict.Doubt;

/**
 * What a person is told of a verdict, in the window and on the command line alike. Points of the plane have classes
 * without names and are told by numbers; pictures are told by the names of their classes.
 */
public record VerdictWords(Verdict verdict) {

    private static final String UNKNOWN = "unknown";

    /** The answer by its number: "class 2" or "unknown". */
    public String answer() {
        return verdict.known() ? "class " + verdict.bestClass() : UNKNOWN;
    }

    /** What speaks for {@link #answer()}: "score 0.93" or "score 0.31 is below tau 0.50, mostly because ...". */
    public String reason() {
        return switch (verdict.doubt()) {
            case NONE -> "score " + number(verdict.score(), 2);
            case NOT_A_NUMBER -> because(Doubt.NOT_A_NUMBER);
            default -> {
                int digits = digitsTellingApart(verdict.score());
                yield "score " + number(verdict.score(), digits) + " is below tau " + number(verdict.tau(), digits)
                        + ", mostly because " + because(verdict.doubt());
            }
        };
    }

    /** Both: "class 2, score 0.93" or "unknown: score 0.31 is below tau 0.50, mostly because ...". */
    public String sentence() {
        return sentence(answer(), reason());
    }

    /**
     * What y alone says beside what the confidence makes of it, by numbers: "y says class 2, 99.9 % sure; the confidence says
     * unknown, mostly because ...".
     */
    public String contrast() {
        if (verdict.doubt() == Doubt.NOT_A_NUMBER) {
            return because(Doubt.NOT_A_NUMBER);
        }
        String claim = "y says class " + verdict.bestClass() + ", "
                + (verdict.doubt() == Doubt.CLASSIFIER ? "but only " : "")
                + RoundedScore.percent(verdict.probability()) + " % sure";
        return switch (verdict.doubt()) {
            case NONE -> claim + ", and the confidence agrees: " + reason() + ", tau is " + number(verdict.tau(), 2);
            case CLASSIFIER -> claim + ": " + UNKNOWN + ", mostly because " + because(verdict.doubt());
            default -> claim + "; the confidence says " + UNKNOWN + ", mostly because " + because(verdict.doubt());
        };
    }

    /**
     * The answer by its name: a class, or "unknown".
     *
     * @param classes their names, one for each class
     */
    public String answer(List<String> classes) {
        return verdict.known() ? classes.get(verdict.bestClass()) : UNKNOWN;
    }

    /**
     * What is to be said of {@link #answer(List)}: how sure it is, rounded down, so that "100.0 %" means it; or which
     * number is below tau, and why.
     */
    public String detail() {
        return switch (verdict.doubt()) {
            case NONE -> RoundedScore.percent(verdict.score()) + " % sure";
            case NOT_A_NUMBER -> because(Doubt.NOT_A_NUMBER);
            default -> tooLow() + ", because " + because(verdict.doubt());
        };
    }

    /** Both: "3, 99.2 % sure", or "unknown: the confidence 0.31 is below 0.90, because ...". */
    public String sentence(List<String> classes) {
        return sentence(answer(classes), detail());
    }

    private String sentence(String answer, String why) {
        return answer + (verdict.known() ? ", " : ": ") + why;
    }

    /** The second half of a sentence that starts with "because". */
    private static String because(Doubt doubt) {
        return switch (doubt) {
            case NONE -> "nothing speaks against it";
            case RECONSTRUCTION -> "the reconstruction error is large";
            case CURVATURE -> "the curvature gamma is positive, as it is between the data";
            case CLASSIFIER -> "the classifier itself is in doubt";
            case NOT_A_NUMBER -> "the network's answer is not a number";
        };
    }

    /** The confidence where it alone keeps the answer back, otherwise its product with y. */
    private String tooLow() {
        boolean confidenceAlone = verdict.doubt() != Doubt.CLASSIFIER && verdict.confidence() < verdict.tau();
        double low = confidenceAlone ? verdict.confidence() : verdict.score();
        int digits = digitsTellingApart(low);
        return (confidenceAlone ? "the confidence " : "the score ") + number(low, digits) + " is below "
                + number(verdict.tau(), digits);
    }

    /** Two digits after the point, more where a number would read like tau. */
    private int digitsTellingApart(double value) {
        int digits = 2;
        while (digits < 9 && number(value, digits).equals(number(verdict.tau(), digits))) {
            digits++;
        }
        return digits;
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
