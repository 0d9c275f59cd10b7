package org.penumbra.detector.confidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.Confidence;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Verdict;
import org.penumbra.detector.Description;
import org.penumbra.detector.FitException;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.net.Evidence;
import org.penumbra.net.Evidence.Part;
import org.penumbra.net.InputObjective;

class ConfidenceDetectorTest {

    private static final int D = 4;
    private static final float[] NONE = {};

    @Test
    void alphaIsCalibratedByTheErrorsItWasFittedOn() {
        float[] errors = new float[101];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = i / 10f;
        }
        Evidence known =
                Evidence.of(101, D, 2).withOutputs(new float[202], NONE).withErrors(errors);
        Calibration.ByKappa calibration = new Calibration.ByKappa(1.5);
        FittedConfidence fitted =
                (FittedConfidence) new ConfidenceDetector(calibration, 2, 0.9).fit(known, new int[101]);
        assertEquals(calibration.alpha(9.9, D, 0.9), fitted.alpha(), 1e-6);
        assertEquals(fitted.alpha(), fitted.about().value("alpha").orElseThrow());
        assertEquals(2, fitted.about().value("beta").orElseThrow());
        assertEquals(
                7,
                new ConfidenceDetector(new Calibration.Fixed(7), 0, 0.9)
                        .fit(known, new int[101])
                        .about()
                        .value("alpha")
                        .orElseThrow());
    }

    @Test
    void beforeItIsFittedItTellsHowAlphaWillBeFound() {
        Description byKappa = new ConfidenceDetector(new Calibration.ByKappa(1.5), 2, 0.9).about();
        assertEquals(1.5, byKappa.value("kappa").orElseThrow());
        assertEquals(0.9, byKappa.value("tau").orElseThrow());
        assertTrue(byKappa.value("alpha").isEmpty(), "not known yet");
        Description fixed = new ConfidenceDetector(new Calibration.Fixed(7), 2, 0.9).about();
        assertEquals(7, fixed.value("alpha").orElseThrow());
        assertTrue(fixed.value("kappa").isEmpty());
    }

    @Test
    void theScoreIsTheProductOfYAndTheConfidence() {
        FittedConfidence fitted = new FittedConfidence(D, 2, 1, 3, 2);
        Evidence evidence = one(0.8f, 0.25);
        double y = 1 / (1 + Math.exp(-1));
        double c = Confidence.confidence(0.8f, 0.25f, D, new ConfidenceSettings(3, 2, 0.5));
        Opinion opinion = fitted.judge(evidence);
        assertEquals(c * y, opinion.acceptance()[0], 1e-7);
        assertEquals(Math.log(c * (1 - y)), opinion.logScore(0, 1), 1e-6);
        assertEquals(Confidence.withoutCurvature(0.8f, D, 3), opinion.factors()[0], 1e-12);
    }

    @Test
    void gammaCountsWhereItIsKnownAndBetaIsAboveZero() {
        Evidence bent = one(0.8f, 0.25);
        Evidence unknown = bent.withGamma(new double[0]);
        double without = new FittedConfidence(D, 2, 1, 3, 0).judge(bent).acceptance()[0];
        assertEquals(without, new FittedConfidence(D, 2, 1, 3, 2).judge(unknown).acceptance()[0]);
        assertEquals(
                without * Math.exp(-0.5),
                new FittedConfidence(D, 2, 1, 3, 2).judge(bent).acceptance()[0],
                1e-9);
        assertEquals(
                without,
                new FittedConfidence(D, 2, 1, 3, 2).judge(one(0.8f, -0.9)).acceptance()[0]);
        assertTrue(new FittedConfidence(D, 2, 1, 3, 2).needs().contains(Part.GAMMA));
        assertFalse(new FittedConfidence(D, 2, 1, 3, 0).needs().contains(Part.GAMMA));
    }

    @Test
    void theVerdictTellsWhichFactorKeptTheAnswerBack() {
        FittedConfidence fitted = new FittedConfidence(D, 2, 1, 3, 2);
        Evidence far = one(5, -1).withOutputs(new float[] {9, 0}, new float[] {0.99f, 0.01f});
        assertEquals(Verdict.Doubt.RECONSTRUCTION, fitted.verdict(far, 0, 0.9).doubt());
        Evidence hollow = one(0, 1).withOutputs(new float[] {9, 0}, new float[] {0.99f, 0.01f});
        assertEquals(Verdict.Doubt.CURVATURE, fitted.verdict(hollow, 0, 0.9).doubt());
        assertEquals(
                Verdict.of(new float[] {0.99f, 0.01f}, 5, -1, D, new ConfidenceSettings(3, 2, 0.9)),
                fitted.verdict(far, 0, 0.9));
    }

    @Test
    void theSlopeAtTheErrorIsAlphaByD() {
        Fitted fitted = new FittedConfidence(D, 2, 1, 3, 2);
        InputObjective objective = fitted.objective(new int[] {1});
        float[] slopes = new float[2];
        assertEquals(3.0 / D, objective.slopes(0, new float[] {1, 0}, 0, 0.8, slopes));
        double y = 1 / (1 + Math.exp(1));
        assertEquals(1 - y, slopes[0], 1e-6);
        assertEquals(y - 1, slopes[1], 1e-6);
    }

    @Test
    void withoutADecoderItCannotBeFitted() {
        Evidence plain = Evidence.of(2, D, 2).withOutputs(new float[4], NONE);
        FitException refused = assertThrows(
                FitException.class,
                () -> new ConfidenceDetector(Calibration.standard(), 0, 0.9).fit(plain, new int[2]));
        assertEquals(EnumSet.of(Part.ERRORS), refused.missing());
    }

    private static Evidence one(float error, double gamma) {
        return Evidence.of(1, D, 2)
                .withOutputs(new float[] {1, 0}, NONE)
                .withErrors(new float[] {error})
                .withGamma(new double[] {gamma});
    }
}
