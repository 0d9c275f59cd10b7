package org.penumbra.detector.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * OSCR, the open set classification rate: over all thresholds, the share of unknown inputs that are accepted and the share of
 * known ones that are accepted and answered right. Inputs of equal score are accepted together, so the order in which they come
 * is of no account; the code that many repositories share adds them one by one. Source: Dhamija, Günther and Boult,
 * "Reducing Network Agnostophobia", NeurIPS 2018.
 *
 * @param unknownAccepted from 0 to 1, one for each distinct score from the largest down, after a first 0
 * @param knownRight      from 0 to the accuracy without a threshold, likewise
 */
public record OpenSetCurve(double[] unknownAccepted, double[] knownRight) {

    /**
     * Draws the curve.
     *
     * @param known   scores of inputs of known classes, none NaN, at least one
     * @param right   which of these are answered by their class
     * @param unknown scores of inputs of no known class, none NaN, at least one
     */
    public static OpenSetCurve of(double[] known, boolean[] right, double[] unknown) {
        if (known.length != right.length || known.length == 0 || unknown.length == 0) {
            throw new IllegalArgumentException(
                    "expected at least one score on each side and a mark for each known one, but got " + known.length
                            + ", " + unknown.length + " and " + right.length);
        }
        double[] scores = Arrays.copyOf(known, known.length + unknown.length);
        System.arraycopy(unknown, 0, scores, known.length, unknown.length);
        if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("expected scores that have an order, but found NaN");
        }
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] accepted = new double[scores.length + 1];
        double[] rights = new double[scores.length + 1];
        int points = 1;
        int strangers = 0;
        int answered = 0;
        for (int i = 0; i < order.length; i++) {
            int one = order[i];
            if (one >= known.length) {
                strangers++;
            } else if (right[one]) {
                answered++;
            }
            if (i + 1 == order.length || scores[order[i + 1]] != scores[one]) {
                accepted[points] = (double) strangers / unknown.length;
                rights[points] = (double) answered / known.length;
                points++;
            }
        }
        return new OpenSetCurve(Arrays.copyOf(accepted, points), Arrays.copyOf(rights, points));
    }

    /** The area under it by trapezoids: the chance that a known input is answered right and scores above an unknown one, ties half. */
    public double area() {
        double area = 0;
        for (int i = 1; i < knownRight.length; i++) {
            area += (unknownAccepted[i] - unknownAccepted[i - 1]) * (knownRight[i] + knownRight[i - 1]) / 2;
        }
        return area;
    }

    /** The share of known inputs that are answered right where all are accepted. */
    public double accuracy() {
        return knownRight[knownRight.length - 1];
    }
}
