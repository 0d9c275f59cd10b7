package org.penumbra.detector.softmax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.Verdict;
import org.penumbra.detector.FitException;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.cool.Cool;
import org.penumbra.net.ClassScores;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputObjective;

/** The two detectors that take the classifier's outputs as they are. */
class OutputScoresTest {

    private static final float[] NONE = {};

    @Test
    void maxSoftmaxIsTheHighestProbability() {
        Evidence evidence = evidence(3, 1, 1, 2, 0.5f, -40, 0, 0);
        Opinion opinion = new MaxSoftmax().fit(evidence, new int[2]).judge(evidence);
        double sum = Math.exp(1) + Math.exp(2) + Math.exp(0.5);
        assertEquals(Math.exp(2) / sum, opinion.acceptance()[0], 1e-7);
        assertEquals(1, opinion.answer(0));
        assertEquals(Math.log(Math.exp(0.5) / sum), opinion.logScore(0, 2), 1e-7);
        assertEquals(0.5, opinion.acceptance()[1], 1e-9);
        assertEquals(1, opinion.factors()[0]);
    }

    @Test
    void theRankingDoesNotSaturateWhereTheAcceptanceDoes() {
        Evidence evidence = evidence(2, 1, 20, 0, 25, 0);
        Opinion opinion = new MaxSoftmax().of(2).judge(evidence);
        assertEquals(
                (float) opinion.acceptance()[0], (float) opinion.acceptance()[1], "single precision is at its end");
        assertTrue(opinion.ranking()[1] > opinion.ranking()[0]);
    }

    @Test
    void theRankingDoesNotSaturateWhereEvenTheLogarithmIsNothing() {
        Evidence evidence = evidence(3, 1, 90, 0, -5, 100, 0, -5, 60, 59, -5);
        Opinion opinion = new MaxSoftmax().of(3).judge(evidence);
        assertEquals(0, opinion.logScore(0, 0));
        assertEquals(0, opinion.logScore(1, 0));
        assertTrue(opinion.ranking()[1] > opinion.ranking()[0]);
        assertEquals(opinion.logScore(2, 0), opinion.ranking()[2], 1e-12, "elsewhere it is the logarithm");
        float[] broken = {Float.NaN, 1, 2, 1, Float.NaN, 2};
        Opinion none = new MaxSoftmax().of(3).judge(evidence(3, 1, broken));
        assertTrue(Double.isNaN(none.ranking()[0]) && Double.isNaN(none.ranking()[1]), "no number");
    }

    @Test
    void coolMultipliesAClassesUnits() {
        Evidence evidence = evidence(2, 2, 3, 1, 0, 0);
        Opinion opinion = new Cool().fit(evidence, new int[1]).judge(evidence);
        double sum = Math.exp(3) + Math.exp(1) + 2;
        assertEquals(2 * Math.exp(3) / sum * 2 * Math.exp(1) / sum, opinion.acceptance()[0], 1e-7);
        // Both units at one half each is as sure as COOL gets; rounding must not make it more.
        assertEquals(1, new Cool().of(2, 2).judge(evidence(2, 2, 30, 30, 0, 0)).acceptance()[0], 1e-9);
        assertTrue(new Cool().of(2, 2).judge(evidence(2, 2, 30, 30, 0, 0)).acceptance()[0] <= 1);
    }

    @Test
    void theVerdictIsWithheldBelowTau() {
        Evidence evidence = evidence(3, 1, 1, 2, 0.5f);
        float[] scores = new float[3];
        new ClassScores(3, 1).scores(evidence.logits(), 0, scores, 0);
        Fitted fitted = new MaxSoftmax().of(3);
        Verdict refused = fitted.verdict(evidence.withOutputs(evidence.logits(), scores), 0, 0.9);
        assertFalse(refused.known());
        assertEquals(Verdict.Doubt.CLASSIFIER, refused.doubt());
        assertEquals(scores[1], refused.score());
        assertTrue(
                fitted.verdict(evidence.withOutputs(NONE, scores), 0, scores[1]).known());
    }

    @Test
    void theSlopesAreThoseOfTheLogScore() {
        for (int omega : new int[] {1, 3}) {
            float[] logits = new float[2 * 3 * omega];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) Math.sin(3 * i + 1);
            }
            Fitted fitted = omega == 1 ? new MaxSoftmax().of(3) : new Cool().of(3, omega);
            assertTrue(fitted.hasGradient());
            InputObjective objective = fitted.objective(new int[] {0, 2});
            float[] slopes = new float[logits.length];
            assertEquals(0, objective.slopes(1, logits, 3 * omega, 0, slopes));
            for (int i = 3 * omega; i < 6 * omega; i++) {
                double h = 1e-2;
                double difference =
                        (minusLogScore(fitted, logits, i, h) - minusLogScore(fitted, logits, i, -h)) / (2 * h);
                assertEquals(difference, slopes[i], 1e-3, "logit " + i + " of omega " + omega);
            }
        }
    }

    private static double minusLogScore(Fitted fitted, float[] logits, int at, double by) {
        float[] moved = logits.clone();
        moved[at] += by;
        return -fitted.judge(Evidence.of(2, 5, 3).withOutputs(moved, NONE)).logScore(1, 2);
    }

    @Test
    void withoutLogitsNothingIsFitted() {
        Evidence blind = Evidence.of(2, 5, 3).withErrors(new float[2]);
        FitException refused = assertThrows(FitException.class, () -> new MaxSoftmax().fit(blind, new int[2]));
        assertEquals(EnumSet.of(Evidence.Part.LOGITS), refused.missing());
        assertTrue(
                refused.getMessage().startsWith("max softmax: expected evidence with [LOGITS]"), refused.getMessage());
    }

    private static Evidence evidence(int classes, int omega, float... logits) {
        return Evidence.of(logits.length / (classes * omega), 5, classes).withOutputs(logits, NONE);
    }
}
