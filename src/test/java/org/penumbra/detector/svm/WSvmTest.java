package org.penumbra.detector.svm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penumbra.data.SettingProblem;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitStopped;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.kit.FittedCheck;
import org.penumbra.net.Evidence;

class WSvmTest {

    private static final long SEED = 6;

    private static FittedWSvm fit(String settings, FitData data) {
        return (FittedWSvm) Detectors.named("w-svm" + settings).fit(data, FitWatcher.NONE);
    }

    @Test
    void whatIsKnownIsAcceptedAndFarAwayIotaRefuses() {
        FitData data = Clouds.of(SEED, 60, 60, 60);
        FittedWSvm fitted = fit(":gamma=1", data);
        Opinion known = fitted.judge(data.train());
        double tau = fitted.about().usualTau();
        assertEquals(0.09, tau);
        long accepted = Arrays.stream(known.acceptance()).filter(a -> a >= tau).count();
        assertTrue(accepted > 150, "of 180 known, " + accepted + " are accepted");
        for (int label = 0; label < 3; label++) {
            Evidence middle = Clouds.evidence(3, Clouds.centre(label));
            assertEquals(label, fitted.judge(middle).answer(0));
            Reason.Tails reason = (Reason.Tails) fitted.reason(middle, 0);
            assertEquals(label, reason.likeliest());
            assertTrue(reason.near() > 0.5, "class " + label + ": " + reason);
        }
        Evidence far = Clouds.evidence(3, 40, 40, 90, -40);
        WSvmValues values = fitted.values(far);
        for (int at = 0; at < 6; at++) {
            assertFalse(values.iota()[at]);
        }
        Opinion refused = fitted.judge(far);
        assertEquals(0, refused.acceptance()[0]);
        assertTrue(refused.ranking()[0] < 0 && refused.ranking()[0] >= -1);
        assertEquals(0, fitted.verdict(far, 0, tau).score());
    }

    @Test
    void theScoreIsTheProductOfItsParts() {
        FitData data = Clouds.of(SEED, 40, 40);
        FittedWSvm fitted = fit("", data);
        WSvmValues values = fitted.values(data.train());
        Opinion opinion = fitted.judge(data.train());
        double deltaTau = fitted.detector().deltaTau();
        for (int row = 0; row < 80; row++) {
            double best = 0;
            for (int label = 0; label < 2; label++) {
                int at = row * 2 + label;
                double iota = values.near()[at] > deltaTau ? 1 : 0;
                double score = iota * values.included()[at] * values.notOthers()[at];
                assertEquals(score, Math.exp(opinion.logScore(row, label)), 1e-12);
                best = Math.max(best, score);
            }
            assertEquals(best, opinion.acceptance()[row], 1e-12);
        }
    }

    @Test
    void theThresholdIsDeltaR() {
        FittedWSvm fitted = fit(":delta_R=0.3,delta_tau=0.2", Clouds.of(SEED, 40, 40));
        assertEquals(0.3, fitted.about().usualTau());
        assertEquals(0.2, fitted.detector().deltaTau());
    }

    @Test
    void tailsAreNeverShorterThanThreeNorLongerThanTheClass() {
        assertEquals(new WSvmTails.Sizes(3, 3, 3), WSvmTails.Sizes.of(1, 1, 1, 50, 50, 2));
        assertEquals(new WSvmTails.Sizes(15, 8, 10), WSvmTails.Sizes.of(10, 11, 7, 24, 48, 3));
        assertEquals(new WSvmTails.Sizes(20, 25, 20), WSvmTails.Sizes.of(20, 50, 20, 24, 30, 3));
        double[] two = {1, 2};
        double[] three = {1, 2, 3};
        IllegalArgumentException few = assertThrows(
                IllegalArgumentException.class, () -> WSvmTails.fit(three, two, three, new WSvmTails.Sizes(3, 3, 3)));
        assertTrue(few.getMessage().contains("the others' highest decisions"), few.getMessage());
        IllegalArgumentException equal = assertThrows(
                IllegalArgumentException.class,
                () -> WSvmTails.fit(three, three, new double[] {1, 1, 1, 2}, new WSvmTails.Sizes(3, 3, 3)));
        assertTrue(equal.getMessage().contains("lowest decisions at its boundary"), equal.getMessage());
    }

    @Test
    void formsMakeTheSameAgainAndDamagedOnesNone() {
        FitData data = Clouds.of(SEED, 30, 30, 30);
        for (String settings : List.of("", ":features=code,nu=0.3")) {
            FittedWSvm fitted = fit(settings, data);
            FittedCheck.comesBackFromItsForm(fitted, data.train());
            FittedCheck.judgesRowByRow(fitted, data.train());
            FittedCheck.refusesBrokenForms(fitted);
            FittedCheck.tellsAndStops(fitted.detector(), data);
            DamagedForms.assertRefused(fitted);
        }
    }

    @Test
    void whatCannotBeLearntFromIsRefusedWithWords() {
        assertRefused("", Clouds.of(SEED, 30), "classes: expected at least 2");
        assertRefused("", Clouds.of(SEED, 2, 30), "class 0: expected at least 3 known inputs, but there are 2;");
        // Two places, so that the lowest decisions of a class are all the same.
        Evidence doubled = Clouds.evidence(2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 5, 5, 5, 5, 5, 5, 5, 6, 5, 6, 5, 6);
        FitData twice = FitData.of(doubled, new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1});
        FitException refused = assertThrows(FitException.class, () -> fit(":nu=0.1", twice));
        assertTrue(
                refused.getMessage().startsWith("the W-SVM: class 0, ")
                        && refused.getMessage().contains("tail: expected values that differ")
                        && refused.getMessage().endsWith("choose another C, gamma or nu"),
                refused.getMessage());
    }

    private static void assertRefused(String settings, FitData data, String words) {
        FitException refused = assertThrows(FitException.class, () -> fit(settings, data));
        assertTrue(refused.getMessage().startsWith("the W-SVM: " + words), refused.getMessage());
    }

    @Test
    void theWatcherSeesEveryMachineAndMayEndTheFit() {
        FitData data = Clouds.of(SEED, 30, 30, 30);
        List<Double> shares = new ArrayList<>();
        WSvm.KIND.usual().fit(data, shares::add);
        assertTrue(shares.contains(1 / 6.0) && shares.contains(1.0), shares.toString());
        assertThrows(FitStopped.class, () -> WSvm.KIND.usual().fit(data, share -> share < 0.9));
    }

    @Test
    void settingsHaveTheirRanges() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "C", "0", "gamma", "-1", "nu", "1.5", "delta_tau", "1", "delta_R", "0", "features", "?")
                .entrySet()) {
            SettingProblem refused =
                    assertThrows(SettingProblem.class, () -> WSvm.KIND.with(Map.of(wrong.getKey(), wrong.getValue())));
            assertEquals(wrong.getKey(), refused.setting());
        }
    }
}
