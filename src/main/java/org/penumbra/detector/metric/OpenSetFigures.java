package org.penumbra.detector.metric;

import java.util.Arrays;

/**
 * How right answers are at one threshold, where "unknown" is an answer and the truth of some inputs.
 *
 * @param f1OfClasses             of each class, {@code 2 TP / (2 TP + FP + FN)}, 0 for a class that is neither a truth nor an
 *                                answer; an unknown input that is answered by a class is a false positive of it
 * @param f1OfUnknown             the same of "unknown"
 * @param precisionOfClasses      share of the answers of a class that are right; 0 where it is never answered
 * @param recallOfClasses         share of a class's inputs that are answered by it; 0 where there are none
 * @param accuracy                share of all inputs that are answered right, "unknown" for unknown ones included
 * @param knownAcceptedAndRight   share of the known inputs that are answered by their class; NaN where there are none
 * @param unknownAccepted         share of the unknown inputs that are answered by a class; NaN where there are none
 */
public record OpenSetFigures(
        double[] f1OfClasses,
        double f1OfUnknown,
        double[] precisionOfClasses,
        double[] recallOfClasses,
        double accuracy,
        double knownAcceptedAndRight,
        double unknownAccepted) {

    /** The truth of an input of no known class, and the answer that is withheld. */
    public static final int UNKNOWN = -1;

    /**
     * Answers at a threshold.
     *
     * @param best   the likeliest class of each input
     * @param scores what is held against the threshold; one that is NaN does not reach it
     * @return the class where the score is at least tau, else {@link #UNKNOWN}
     */
    public static int[] answers(int[] best, double[] scores, double tau) {
        int[] answers = new int[best.length];
        Arrays.setAll(answers, i -> scores[i] >= tau ? best[i] : UNKNOWN);
        return answers;
    }

    /**
     * Counts.
     *
     * @param truths  of each input its class, 0 to {@code classes - 1}, or {@link #UNKNOWN}
     * @param answers of each input likewise
     */
    public static OpenSetFigures of(int classes, int[] truths, int[] answers) {
        if (truths.length != answers.length) {
            throw new IllegalArgumentException(
                    truths.length + " inputs need as many answers, but there are " + answers.length);
        }
        // "Unknown" is counted behind the last class.
        int[] right = new int[classes + 1];
        int[] ofTruth = new int[classes + 1];
        int[] ofAnswer = new int[classes + 1];
        for (int i = 0; i < truths.length; i++) {
            int truth = place(classes, truths[i]);
            int answer = place(classes, answers[i]);
            ofTruth[truth]++;
            ofAnswer[answer]++;
            right[truth] += truth == answer ? 1 : 0;
        }
        double[] f1 = new double[classes + 1];
        double[] precision = new double[classes];
        double[] recall = new double[classes];
        for (int k = 0; k <= classes; k++) {
            f1[k] = share(2.0 * right[k], ofTruth[k] + ofAnswer[k]);
            if (k < classes) {
                precision[k] = share(right[k], ofAnswer[k]);
                recall[k] = share(right[k], ofTruth[k]);
            }
        }
        int known = truths.length - ofTruth[classes];
        int knownRight = Arrays.stream(right).limit(classes).sum();
        return new OpenSetFigures(
                Arrays.copyOf(f1, classes),
                f1[classes],
                precision,
                recall,
                share(knownRight + right[classes], truths.length),
                (double) knownRight / known,
                1 - (double) right[classes] / ofTruth[classes]);
    }

    private static int place(int classes, int answer) {
        if (answer < UNKNOWN || answer >= classes) {
            throw new IllegalArgumentException("expected a class from 0 to " + (classes - 1) + " or " + UNKNOWN
                    + " for unknown, but got " + answer);
        }
        return answer == UNKNOWN ? classes : answer;
    }

    private static double share(double part, int all) {
        return all == 0 ? 0 : part / all;
    }

    /** Macro F1 with "unknown" as a class: the mean over all classes and it. */
    public double macroF1() {
        return (Arrays.stream(f1OfClasses).sum() + f1OfUnknown) / (f1OfClasses.length + 1);
    }

    /** Macro F1 of the known classes alone; unknown inputs still count as false positives of them. */
    public double macroF1OfKnown() {
        return Arrays.stream(f1OfClasses).average().orElse(Double.NaN);
    }

    /** F of the mean precision and the mean recall of the known classes, as some papers on open sets report it. */
    public double fOfMacroPrecisionAndRecall() {
        double precision = Arrays.stream(precisionOfClasses).average().orElse(Double.NaN);
        double recall = Arrays.stream(recallOfClasses).average().orElse(Double.NaN);
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** Youden's index: known inputs that are accepted and right, less unknown ones that are accepted, shares. */
    public double youden() {
        return knownAcceptedAndRight - unknownAccepted;
    }
}
