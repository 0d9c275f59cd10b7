package org.penumbra.detector.svm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penumbra.data.SettingProblem;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.EvidenceException;
import org.penumbra.detector.Features;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitStopped;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.kit.FittedCheck;
import org.penumbra.net.Evidence;

class OneClassSvmTest {

    private static final long SEED = 3;

    private static FittedOneClassSvm fit(String settings, FitData data) {
        return (FittedOneClassSvm) Detectors.named("one-class-svm" + settings).fit(data, FitWatcher.NONE);
    }

    @Test
    void whatIsKnownIsAcceptedAndWhatIsFarIsNot() {
        FitData data = Clouds.of(SEED, 60, 60, 60);
        FittedOneClassSvm fitted = fit("", data);
        double tau = fitted.about().usualTau();
        Opinion known = fitted.judge(data.train());
        double refused = Arrays.stream(known.acceptance()).filter(a -> a < tau).count() / 180.0;
        assertTrue(refused > 0.02 && refused < 0.15, "nu is 0.1, and of the known " + refused + " are refused");
        for (int label = 0; label < 3; label++) {
            Evidence middle = Clouds.evidence(3, Clouds.centre(label));
            Opinion opinion = fitted.judge(middle);
            assertEquals(label, opinion.answer(0));
            assertTrue(opinion.acceptance()[0] > tau, "class " + label + ": " + opinion.acceptance()[0]);
            Reason.Boundary reason = (Reason.Boundary) fitted.reason(middle, 0);
            assertEquals(label, reason.nearest());
            assertTrue(reason.decision() > 0);
        }
        Opinion far = fitted.judge(Clouds.evidence(3, 0, 0, 9, 9, -50, 0));
        for (int row = 0; row < 3; row++) {
            assertTrue(far.acceptance()[row] < tau, "row " + row + ": " + far.acceptance()[row]);
        }
    }

    @Test
    void theScoreIsTheLogisticOfTheDecisionByItsSpread() {
        FitData data = Clouds.of(SEED, 40, 80);
        FittedOneClassSvm fitted = fit(":gamma=0.7,nu=0.2", data);
        double[] decisions = fitted.decisions(data.train());
        double mean = 0;
        double square = 0;
        for (int row = 0; row < 40; row++) {
            mean += decisions[2 * row] / 40;
            square += decisions[2 * row] * decisions[2 * row] / 40;
        }
        assertEquals(Math.sqrt(square - mean * mean), fitted.spreads()[0], 1e-9);
        Opinion opinion = fitted.judge(data.train());
        for (int row = 0; row < 120; row++) {
            double first = decisions[2 * row] / fitted.spreads()[0];
            double second = decisions[2 * row + 1] / fitted.spreads()[1];
            assertEquals(Math.max(first, second), opinion.ranking()[row], 1e-12);
            assertEquals(1 / (1 + Math.exp(-first)), Math.exp(opinion.logScore(row, 0)), 1e-12);
            assertEquals(1 / (1 + Math.exp(-Math.max(first, second))), opinion.acceptance()[row], 1e-12);
        }
        assertEquals(0.7, fitted.about().value("gamma").orElseThrow());
    }

    @Test
    void gammaIsFoundFromTheVariance() {
        FitData data = Clouds.of(SEED, 40, 80);
        double variance = FeatureRows.of(data.train(), Features.INPUTS).variance();
        assertEquals(1 / (2 * variance), fit("", data).detector().gamma(), 1e-12);
        double threefold = fit(":features=code", data).detector().gamma();
        assertEquals(1 / (6 * variance), threefold, 1e-9, "the code is the point three times");
    }

    @Test
    void oneBoundaryForAllTakesTheAnswerFromTheClassifier() {
        FitData data = Clouds.of(SEED, 60, 60, 60);
        FittedOneClassSvm fitted = fit(":scope=all", data);
        assertTrue(fitted.needs().contains(Evidence.Part.LOGITS));
        Evidence middle = Clouds.evidence(3, Clouds.centre(2));
        Opinion opinion = fitted.judge(middle);
        assertEquals(0, opinion.answer(0), "the network is sure of class 0 everywhere");
        assertEquals(opinion.acceptance()[0], Math.exp(opinion.logScore(0, 0)), 1e-8);
        assertEquals(-1, ((Reason.Boundary) fitted.reason(middle, 0)).nearest());
        assertTrue(fitted.judge(Clouds.evidence(3, 30, 30)).acceptance()[0] < 0.5);
    }

    @Test
    void aPlaneAcceptsAllOnItsFarSide() {
        FitData data = Clouds.of(SEED, 60, 60);
        FittedOneClassSvm fitted = fit(":kernel=linear", data);
        Opinion far = fitted.judge(Clouds.evidence(2, -300, -200, 30, 300));
        assertTrue(far.acceptance()[0] > 0.99, "overgeneralizes behind class 0: " + far.acceptance()[0]);
        assertTrue(far.acceptance()[1] < 0.01, "but not before it: " + far.acceptance()[1]);
    }

    @Test
    void supportVectorsAreRowsOfTheTrainingInputs() {
        FitData data = Clouds.of(SEED, 150, 90);
        FittedOneClassSvm fitted = fit(":images=100", data);
        RadialFunctions functions = (RadialFunctions) fitted.functions();
        for (int i = 0; i < functions.rows().length; i++) {
            int row = functions.rows()[i];
            assertEquals(data.train().inputs()[2 * row], functions.vectors().values()[2 * i]);
            assertEquals(data.train().inputs()[2 * row + 1], functions.vectors().values()[2 * i + 1]);
        }
        for (int label = 0; label < 2; label++) {
            int[] support = functions.support(label);
            assertTrue(support.length >= 3 && support.length < 30, "class " + label + ": " + support.length);
            for (int row : support) {
                assertEquals(label, data.trainLabels()[row]);
            }
        }
        int[] plane = fit(":images=100,kernel=linear", data).functions().support(1);
        assertTrue(Arrays.stream(plane).allMatch(row -> row >= 150 && row < 240), Arrays.toString(plane));
    }

    @Test
    void aSampleHasOfEachClassItsShare() {
        FitData data = Clouds.of(SEED, 900, 300, 4);
        SvmData taken = SvmData.of(OneClassSvm.KIND.usual(), data, Features.INPUTS, 200);
        assertEquals(150, taken.places(0).length);
        assertEquals(50, taken.places(1).length);
        assertEquals(3, taken.places(2).length, "not fewer than can be learnt from");
        assertArrayEquals(new int[] {0, 6, 12}, Arrays.copyOf(taken.rows(), 3));
        assertEquals(data.train().inputs()[24], taken.points().values()[4]);
    }

    @Test
    void theSameDataMakeTheSameFit() {
        FitData data = Clouds.of(SEED, 50, 50);
        assertArrayEquals(
                fit("", data).judge(data.train()).ranking(),
                fit("", data).judge(data.train()).ranking());
    }

    @Test
    void formsMakeTheSameAgainAndDamagedOnesNone() {
        FitData data = Clouds.of(SEED, 30, 30, 30);
        for (String settings : List.of("", ":kernel=linear", ":scope=all", ":features=code,nu=0.3")) {
            FittedOneClassSvm fitted = fit(settings, data);
            FittedCheck.comesBackFromItsForm(fitted, data.train());
            FittedCheck.judgesRowByRow(fitted, data.train());
            FittedCheck.tellsAndStops(fitted.detector(), data);
            FittedCheck.refusesBrokenForms(fitted);
            if (!settings.contains("all")) {
                DamagedForms.assertRefused(fitted);
            }
        }
    }

    @Test
    void whatCannotBeLearntFromIsRefusedWithWords() {
        assertRefused("", Clouds.of(SEED, 30, 2), "class 1: expected at least 3 known inputs, but there are 2;");
        assertRefused("", Clouds.of(SEED, 30, 1), "class 1: expected at least 3 known inputs, but there is 1;");
        assertRefused("", Clouds.of(SEED, 0, 9), "class 0: expected at least 3 known inputs, but there are 0;");
        FitData equal = FitData.of(Clouds.evidence(1, 1, 2, 1, 2, 1, 2, 1, 2), new int[4]);
        String same = "expected known inputs that differ, but all 4 are the same;";
        assertRefused("", equal, "class 0: " + same);
        assertRefused(":scope=all", equal, "all classes together: " + same);
        FitData diverged = FitData.of(Clouds.evidence(1, 1, 2, 1, Float.NaN, 0, 0), new int[3]);
        assertRefused("", diverged, "inputs of training inputs: expected finite numbers, but found NaN;");
        FitData close = FitData.of(Clouds.evidence(1, 1e-6f, 0, 0, 0, 0, 1e-6f), new int[3]);
        assertRefused("", close, "choose gamma");
        Evidence bare = Evidence.of(3, 2, 1).withInputs(new float[] {1, 2, 3, 4, 5, 6});
        FitException missing = assertThrows(
                FitException.class,
                () -> Detectors.named("one-class-svm:features=code").fit(bare, new int[3]));
        assertEquals(java.util.Set.of(Evidence.Part.CODE), missing.missing());
    }

    private static void assertRefused(String settings, FitData data, String words) {
        FitException refused = assertThrows(FitException.class, () -> fit(settings, data));
        assertTrue(refused.getMessage().startsWith("the one-class SVM: "), refused.getMessage());
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    @Test
    void anotherNetworkIsRefused() {
        FittedOneClassSvm fitted = fit(":features=code", Clouds.of(SEED, 30, 30));
        Evidence other = Evidence.of(1, 2, 2).withInputs(new float[2]).withCode(new float[5]);
        EvidenceException refused = assertThrows(EvidenceException.class, () -> fitted.judge(other));
        assertTrue(
                refused.getMessage().contains("expected 6 numbers an input, code, as it was fitted on, but found 5;"),
                refused.getMessage());
        Evidence more = Clouds.evidence(3, 0, 0);
        EvidenceException classes = assertThrows(EvidenceException.class, () -> fitted.reason(more, 0));
        assertTrue(classes.getMessage().contains("expected 2 classes"), classes.getMessage());
        FittedOneClassSvm all = fit(":scope=all", Clouds.of(SEED, 30, 30));
        Evidence bare = Evidence.of(1, 2, 2).withInputs(new float[2]);
        assertThrows(EvidenceException.class, () -> all.judge(bare));
        assertEquals(0, fitted.judge(Evidence.of(0, 2, 2)).count());
    }

    @Test
    void theWatcherSeesEveryMachineAndMayEndTheFit() {
        FitData data = Clouds.of(SEED, 30, 30, 30);
        List<Double> shares = new ArrayList<>();
        Detector detector = OneClassSvm.KIND.usual();
        detector.fit(data, shares::add);
        assertTrue(shares.contains(1 / 3.0) && shares.contains(1.0), shares.toString());
        List<Double> rising = new ArrayList<>(shares);
        rising.sort(null);
        assertEquals(rising, shares);
        assertThrows(FitStopped.class, () -> detector.fit(data, share -> share < 0.5));
    }

    @Test
    void settingsHaveTheirRanges() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "nu", "0", "gamma", "-1", "images", "99", "kernel", "cubic", "scope", "none", "features", "?")
                .entrySet()) {
            SettingProblem refused = assertThrows(
                    SettingProblem.class, () -> OneClassSvm.KIND.with(Map.of(wrong.getKey(), wrong.getValue())));
            assertEquals(wrong.getKey(), refused.setting());
        }
        Description about = OneClassSvm.KIND.about();
        assertEquals("one-class-svm", about.id());
        assertEquals(0.5, about.usualTau());
    }
}
