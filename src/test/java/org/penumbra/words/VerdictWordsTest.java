package org.penumbra.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Verdict;

class VerdictWordsTest {

    private static final ConfidenceSettings SETTINGS = new ConfidenceSettings(20, 2, 0.5);

    @Test
    void anAnswerIsToldByItsNumber() {
        VerdictWords words = words(Verdict.of(new float[] {0.01f, 0.02f, 0.97f}, 0.004, -0.4, 2, SETTINGS));
        assertEquals("class 2", words.answer());
        assertEquals("score 0.93", words.reason());
        assertEquals("class 2, score 0.93", words.sentence());
    }

    @Test
    void unknownSaysWhy() {
        Verdict far = Verdict.of(new float[] {0, 1}, 0.117, -0.2, 2, SETTINGS);
        assertEquals(
                "unknown: score 0.31 is below tau 0.50, mostly because the reconstruction error is large",
                words(far).sentence());
        assertEquals(
                "unknown: score 0.30 is below tau 0.50, mostly because the curvature gamma is positive, as it is"
                        + " between the data",
                words(Verdict.of(new float[] {0, 1}, 0, 0.6, 2, SETTINGS)).sentence());
        assertEquals(
                "unknown: score 0.40 is below tau 0.50, mostly because the classifier itself is in doubt",
                words(Verdict.of(new float[] {0.3f, 0.3f, 0.4f}, 0, 0, 2, SETTINGS))
                        .sentence());
    }

    @Test
    void theContrastSaysInOneSentenceHowSureYIsAndWhatTheConfidenceMakesOfIt() {
        assertEquals(
                "y says class 1, 100.0 % sure; the confidence says unknown, mostly because the reconstruction error is large",
                words(Verdict.of(new float[] {0, 1}, 0.117, -0.2, 2, SETTINGS)).contrast());
        assertEquals(
                "y says class 2, 97.0 % sure, and the confidence agrees: score 0.93, tau is 0.50",
                words(Verdict.of(new float[] {0.01f, 0.02f, 0.97f}, 0.004, -0.4, 2, SETTINGS))
                        .contrast());
        assertEquals(
                "y says class 2, but only 40.0 % sure: unknown, mostly because the classifier itself is in doubt",
                words(Verdict.of(new float[] {0.3f, 0.3f, 0.4f}, 0, 0, 2, SETTINGS))
                        .contrast());
        assertEquals(
                "the network's answer is not a number",
                words(Verdict.of(new float[] {0, 1}, Double.NaN, 0, 2, SETTINGS))
                        .contrast());
    }

    @Test
    void scoreJustBelowTauReadsDifferently() {
        Verdict verdict = Verdict.of(new float[] {0.4999f, 0.5001f}, 0.00004, 0, 2, SETTINGS);
        assertFalse(verdict.known());
        assertTrue(
                words(verdict).sentence().startsWith("unknown: score 0.4999 is below tau 0.5000"),
                words(verdict).sentence());
    }

    @Test
    void notANumberIsUnknownAndSaysSo() {
        for (Verdict verdict : new Verdict[] {
            Verdict.of(new float[] {0, 1}, Double.NaN, 0, 2, SETTINGS),
            Verdict.of(new float[] {0, 1}, 0, Double.NaN, 2, SETTINGS),
            Verdict.of(new float[] {0, Float.NaN, 1}, 0, 0, 2, SETTINGS)
        }) {
            assertEquals(
                    "unknown: the network's answer is not a number",
                    words(verdict).sentence());
        }
    }

    @Test
    void wordsDoNotDependOnTheCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(
                    "class 0, score 1.00",
                    words(Verdict.of(new float[] {1}, 0, 0, 2, SETTINGS)).sentence());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anAnswerIsToldByTheNameOfItsClassAndHowSureItIs() {
        List<String> classes = List.of("zero", "one");
        assertEquals(
                "one, 99.2 % sure",
                words(new Verdict(1, 0.992, 0.9, 0.992, 1, 1)).sentence(classes));
        assertEquals(
                "one, 99.9 % sure",
                words(new Verdict(1, 0.99999, 0.9, 0.99999, 1, 1)).sentence(classes));
        assertEquals(
                "zero, 100.0 % sure", words(new Verdict(0, 1, 0.9, 1, 1, 1)).sentence(classes));
        assertEquals("zero", words(new Verdict(0, 1, 0.9, 1, 1, 1)).answer(classes));
    }

    @Test
    void aRefusalNamesTheConfidenceAndWhatItSuffersFrom() {
        List<String> classes = List.of("zero", "one");
        assertEquals(
                "unknown: the confidence 0.31 is below 0.90, because the reconstruction error is large",
                words(new Verdict(1, 0.31 * 0.99, 0.9, 0.99, 0.31, 1)).sentence(classes));
        assertEquals(
                "unknown: the confidence 0.40 is below 0.90, because the curvature gamma is positive, as it is"
                        + " between the data",
                words(new Verdict(1, 0.95 * 0.42, 0.9, 1, 0.95, 0.42)).sentence(classes));
        assertEquals("unknown", words(new Verdict(1, 0.3, 0.9, 1, 0.3, 1)).answer(classes));
    }

    @Test
    void aConfidenceThatAloneWouldReachTauIsNotBlamedWithItsNumber() {
        assertEquals(
                "the score 0.88 is below 0.90, because the reconstruction error is large",
                words(new Verdict(0, 0.93 * 0.95, 0.9, 0.95, 0.93, 1)).detail());
        assertEquals(
                "the score 0.55 is below 0.90, because the classifier itself is in doubt",
                words(new Verdict(0, 0.55, 0.9, 0.55, 1, 1)).detail());
        assertEquals(
                "the score 0.42 is below 0.90, because the classifier itself is in doubt",
                words(new Verdict(0, 0.42, 0.9, 0.5, 0.84, 1)).detail());
    }

    @Test
    void aNumberJustBelowTauNeverReadsLikeTau() {
        assertEquals(
                "the confidence 0.8999 is below 0.9000, because the reconstruction error is large",
                words(new Verdict(0, 0.8999, 0.9, 1, 0.8999, 1)).detail());
        for (double tau = 0.01; tau <= 1; tau += 0.01) {
            float below = Math.nextDown((float) tau);
            String detail = words(new Verdict(0, below, tau, 1, below, 1)).detail();
            String[] words = detail.split(" ");
            assertNotEquals(words[2], words[5].replace(",", ""), detail);
        }
        assertEquals(
                "the network's answer is not a number",
                words(new Verdict(0, Double.NaN, 0.9, 1, Double.NaN, 1)).detail());
    }

    private static VerdictWords words(Verdict verdict) {
        return new VerdictWords(verdict);
    }
}
