package org.penumbra.detector.svm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.Verdict;
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

class OneVsSetTest {

    private static final long SEED = 4;

    private static FittedOneVsSet fit(String settings, FitData data) {
        return (FittedOneVsSet) Detectors.named("one-vs-set" + settings).fit(data, FitWatcher.NONE);
    }

    @Test
    void slabsHoldTheirClassAndNotWhatLiesBehindIt() {
        FitData data = Clouds.of(SEED, 60, 60, 60);
        FittedOneVsSet fitted = fit("", data);
        double tau = fitted.about().usualTau();
        Opinion known = fitted.judge(data.train());
        long accepted = Arrays.stream(known.acceptance()).filter(a -> a >= tau).count();
        assertTrue(accepted > 160, "of 180 known, " + accepted + " are accepted");
        for (int label = 0; label < 3; label++) {
            Evidence middle = Clouds.evidence(3, Clouds.centre(label));
            assertEquals(label, fitted.judge(middle).answer(0));
            Reason.Slab reason = (Reason.Slab) fitted.reason(middle, 0);
            assertEquals(label, reason.nearest());
            assertTrue(reason.near() < reason.score() && reason.score() < reason.far());
            float[] behind = Clouds.centre(label);
            behind[0] *= 9;
            behind[1] *= 9;
            Evidence far = Clouds.evidence(3, behind);
            assertEquals(0, fitted.judge(far).acceptance()[0], "behind class " + label);
            assertTrue(fitted.decisions(far)[label] > fitted.far(label), "beyond the far plane of class " + label);
        }
    }

    @Test
    void theScoreIsTwiceTheDepth() {
        FitData data = Clouds.of(SEED, 60, 60, 60);
        FittedOneVsSet fitted = fit("", data);
        double[] depths = fitted.depths(data.train());
        Opinion opinion = fitted.judge(data.train());
        for (int row = 0; row < 180; row++) {
            double best = Arrays.stream(depths, row * 3, row * 3 + 3).max().orElseThrow();
            assertTrue(best <= 0.5);
            assertEquals(best, opinion.ranking()[row]);
            assertEquals(Math.max(0, 2 * best), opinion.acceptance()[row], 1e-12);
            assertEquals(Math.max(0, 2 * depths[row * 3 + 1]), Math.exp(opinion.logScore(row, 1)), 1e-12);
        }
    }

    @Test
    void pressuresMoveThePlanesOfTheSameMachine() {
        FitData data = Clouds.of(SEED, 60, 60, 60);
        FittedOneVsSet fitted = fit(":near=0.5,far=0.2", data);
        FittedOneVsSet moved = fitted.withPressures(-0.5, 1);
        assertSame(fitted.functions(), moved.functions());
        FittedOneVsSet anew = fit(":near=-0.5,far=1", data);
        assertEquals(anew.about(), moved.about());
        for (int label = 0; label < 3; label++) {
            assertEquals(anew.near(label), moved.near(label), 1e-12);
            assertEquals(anew.far(label), moved.far(label), 1e-12);
            SlabPlanes planes = fitted.slabs().get(label);
            assertEquals(planes.far() + planes.needed() / 2, moved.far(label), 1e-12);
            double width = moved.far(label) - moved.near(label);
            assertEquals(width / planes.needed() + planes.needed() / width, moved.openSpace(label), 1e-12);
        }
    }

    @Test
    void planesThatArePushedPastEachOtherHoldNothing() {
        FitData data = Clouds.of(SEED, 60, 60, 60);
        FittedOneVsSet fitted = fit(":near=-1,far=-1", data);
        assertTrue(fitted.far(0) < fitted.slabs().get(0).far());
        assertTrue(SlabPlanes.depth(1, 2, 0.5) < 0);
        assertEquals(0, SlabPlanes.depth(1, 1, 1));
        for (double acceptance : fitted.judge(data.train()).acceptance()) {
            assertTrue(acceptance >= 0 && acceptance <= 1);
        }
    }

    @Test
    void outsideOfAllSlabsTheVerdictNamesTheLeastFar() {
        FittedOneVsSet fitted = fit("", Clouds.of(SEED, 60, 60, 60));
        float[] behind = {0, 9};
        Verdict verdict = fitted.verdict(Clouds.evidence(3, behind), 0, 0.001);
        Reason.Slab reason = (Reason.Slab) fitted.reason(Clouds.evidence(3, behind), 0);
        assertEquals(reason.nearest(), verdict.bestClass());
        assertEquals(0, verdict.score());
        assertFalse(verdict.score() >= verdict.tau());
    }

    /** Many points in little time: the widths alone rule out nearly all pairs. */
    @Test
    void thePrunedSearchFindsWhatAllPairsHave() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 60; round++) {
            int count = 2 + random.nextInt(40);
            double[] scores = new double[count];
            boolean[] positive = new boolean[count];
            for (int i = 0; i < count; i++) {
                // Few different ones, so that some are equal.
                scores[i] = random.nextInt(25) / 4.0 * (round % 3 == 0 ? 1e-5 : 1);
                positive[i] = random.nextInt(3) == 0;
            }
            positive[0] = true;
            scores[0] = -1;
            SlabPlanes found = new SlabSearch(scores, positive, 1).exact();
            SlabPlanes best = plain(scores, positive);
            String what = "seed " + SEED + ", round " + round;
            assertEquals(best.risk(), found.risk(), 1e-12, what);
            assertEquals(best.near(), found.near(), what);
            assertEquals(best.far(), found.far(), what);
        }
    }

    private static SlabPlanes plain(double[] scores, boolean[] positive) {
        double[] sorted = Arrays.stream(scores).distinct().sorted().toArray();
        SlabPlanes best = null;
        for (double near : sorted) {
            for (double far : sorted) {
                if (near < far) {
                    double risk = SlabRisk.of(scores, positive, near, far, 1).risk();
                    boolean better = best == null
                            || risk < best.risk() - 1e-12
                            || risk < best.risk() + 1e-12 && far - near < best.far() - best.near();
                    best = better ? new SlabPlanes(near, far, 0, 0, 1, risk) : best;
                }
            }
        }
        return best;
    }

    @Test
    void formsMakeTheSameAgainAndDamagedOnesNone() {
        FitData data = Clouds.of(SEED, 30, 30, 30);
        for (String settings : List.of("", ":features=code,near=-0.2")) {
            FittedOneVsSet fitted = fit(settings, data);
            FittedCheck.comesBackFromItsForm(fitted, data.train());
            FittedCheck.judgesRowByRow(fitted, data.train());
            FittedCheck.refusesBrokenForms(fitted);
            FittedCheck.tellsAndStops(fitted.detector(), data);
            DamagedForms.assertRefused(fitted);
        }
    }

    @Test
    void whatCannotBeLearntFromIsRefusedWithWords() {
        assertRefused(
                Clouds.of(SEED, 30),
                "classes: expected at least 2, as each is held against the others, but there is 1");
        assertRefused(Clouds.of(SEED, 30, 2), "class 1: expected at least 3 known inputs, but there are 2;");
        Evidence equal = Clouds.evidence(2, 1, 2, 1, 2, 1, 2, 5, 6, 7, 8, 9, 1);
        assertRefused(
                FitData.of(equal, new int[] {0, 0, 0, 1, 1, 1}),
                "class 0: expected known inputs that differ, but all 3 are the same;");
        IllegalArgumentException same = assertThrows(
                IllegalArgumentException.class,
                () -> new SlabSearch(new double[] {1, 1, 1}, new boolean[] {true, false, true}, 1));
        assertTrue(same.getMessage().contains("those of all 3 known inputs are the same"), same.getMessage());
    }

    private static void assertRefused(FitData data, String words) {
        FitException refused = assertThrows(FitException.class, () -> fit("", data));
        assertTrue(refused.getMessage().startsWith("the 1-vs-Set machine: " + words), refused.getMessage());
    }

    @Test
    void theFitCanBeEnded() {
        FitData data = Clouds.of(SEED, 30, 30, 30);
        assertThrows(FitStopped.class, () -> OneVsSet.KIND.usual().fit(data, share -> share < 0.4));
        assertThrows(FitStopped.class, () -> OneVsSet.KIND.usual().fit(data, share -> share < 0.8));
    }

    @Test
    void settingsHaveTheirRanges() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "C", "0", "near", "-1.1", "far", "2.1", "images", "5", "features", "?")
                .entrySet()) {
            SettingProblem refused = assertThrows(
                    SettingProblem.class, () -> OneVsSet.KIND.with(Map.of(wrong.getKey(), wrong.getValue())));
            assertEquals(wrong.getKey(), refused.setting());
        }
    }
}
