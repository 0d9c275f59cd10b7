package org.penumbra.detector.mahalanobis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.penumbra.detector.Conformal;
import org.penumbra.detector.EvidenceException;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.detector.SmoothShare;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.kit.ClusterData;
import org.penumbra.kit.FittedCheck;
import org.penumbra.net.ClassScores;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputObjective;

class MahalanobisTest {

    private static final ClusterData CLUSTERS = new ClusterData(3, 5);
    private static final FitData DATA = CLUSTERS.fitData(300, 300, 1);
    private static final Mahalanobis TIED = new Mahalanobis(Mahalanobis.Kind.TIED, 1e-6);
    private static final Mahalanobis RELATIVE = new Mahalanobis(Mahalanobis.Kind.RELATIVE, 1e-6);

    @Test
    void knownInputsAreAcceptedAndStrangersAreNot() {
        for (Mahalanobis detector : new Mahalanobis[] {TIED, RELATIVE}) {
            Fitted fitted = detector.fit(DATA, FitWatcher.NONE);
            double tau = fitted.about().usualTau();
            Opinion known = fitted.judge(CLUSTERS.inputs(300, 7, 1));
            long accepted =
                    Arrays.stream(known.acceptance()).filter(a -> a >= tau).count();
            assertTrue(accepted > 288, accepted + " of 300");
            Evidence strangers = CLUSTERS.strangers(50, 3);
            int refused = 0;
            for (int row = 0; row < 50; row++) {
                refused += fitted.verdict(strangers, row, tau).known() ? 0 : 1;
            }
            // Where all inputs spread widely, the relative distance gives back much of what a stranger is away.
            assertTrue(refused >= (detector == TIED ? 50 : 25), detector + " refuses " + refused + " of 50 strangers");
        }
    }

    @Test
    void distancesAreInStandardDeviationsOfTheirDirection() {
        // Twice as wide along the first axis: two steps there are as far as one along another.
        Random random = new Random(5);
        float[] points = new float[4000 * 2];
        for (int row = 0; row < 4000; row++) {
            points[2 * row] = (float) (2 * random.nextGaussian());
            points[2 * row + 1] = (float) random.nextGaussian();
        }
        Evidence known = Evidence.of(4000, 2, 1).withCode(points).withOutputs(new float[4000], new float[4000]);
        FittedMahalanobis fitted = (FittedMahalanobis) TIED.fit(known, new int[4000]);
        Evidence two =
                Evidence.of(2, 2, 1).withCode(new float[] {6, 0, 0, 3}).withOutputs(new float[2], new float[] {1, 1});
        double[] distances = fitted.squaredDistances(two);
        assertEquals(9, distances[0], 0.6);
        assertEquals(9, distances[1], 0.6);
        Reason.Distance reason = assertInstanceOf(Reason.Distance.class, fitted.reason(two, 1));
        assertEquals(distances[1], reason.distance());
        assertEquals(0, reason.nearest());
        assertEquals(fitted.judge(two).acceptance()[1], reason.share());
    }

    @Test
    void aBlockOfInputsIsMeasuredAsEachAlone() {
        Fitted fitted = RELATIVE.fit(DATA, FitWatcher.NONE);
        FittedCheck.judgesRowByRow(fitted, CLUSTERS.inputs(71, 3, 2));
    }

    @Test
    void deadFeaturesNeedTheRidge() {
        float[] dead = DATA.train().code().clone();
        for (int row = 0; row < 300; row++) {
            dead[row * 5 + 3] = 0;
        }
        Evidence evidence = DATA.train().withCode(dead);
        Fitted fitted = TIED.fit(evidence, DATA.trainLabels());
        assertTrue(fitted.judge(evidence).acceptance()[0] > 0);
        FitException flat = assertThrows(
                FitException.class, () -> new Mahalanobis(Mahalanobis.Kind.TIED, 0).fit(evidence, DATA.trainLabels()));
        assertTrue(flat.getMessage().contains("feature 3"), flat.getMessage());
        assertTrue(flat.getMessage().contains("ridge"), flat.getMessage());
    }

    @Test
    void slopesAreThoseOfTheSmoothStandIn() {
        for (Mahalanobis detector : new Mahalanobis[] {TIED, RELATIVE}) {
            Fitted fitted = detector.fit(DATA, FitWatcher.NONE);
            InputObjective objective = fitted.objective(new int[] {0, 1});
            assertTrue(objective.readsCode());
            float[] code = CLUSTERS.inputs(2, 11, 2).code();
            float[] slopes = new float[10];
            objective.addCodeSlopes(1, code, 5, slopes);
            SmoothShare smooth = SmoothShare.of(Conformal.of(fitted.form()));
            for (int i = 5; i < 10; i++) {
                float[] up = code.clone();
                up[i] += 0.01f;
                float[] down = code.clone();
                down[i] -= 0.01f;
                double difference =
                        (smooth.log(score(fitted, down)) - smooth.log(score(fitted, up))) / ((double) up[i] - down[i]);
                assertEquals(difference, slopes[i], 1e-3 * Math.max(1, Math.abs(difference)), detector + ", " + i);
            }
            float[] logits = {1, 2, 0.5f, -1, 0, 3};
            float[] atLogits = new float[6];
            float[] plain = new float[6];
            assertEquals(0, objective.slopes(1, logits, 3, 0, atLogits));
            new ClassScores(3, 1).negativeLogScoreGradient(logits, 3, 1, plain);
            assertEquals(Arrays.toString(plain), Arrays.toString(atLogits));
        }
    }

    private static double score(Fitted fitted, float[] code) {
        return fitted.judge(CLUSTERS.evidence(code)).ranking()[1];
    }

    @Test
    void itKeepsWhatEveryDetectorKeeps() {
        for (Mahalanobis detector : new Mahalanobis[] {TIED, RELATIVE}) {
            Fitted fitted = detector.fit(DATA, FitWatcher.NONE);
            FittedCheck.comesBackFromItsForm(fitted, DATA.heldOut());
            FittedCheck.refusesBrokenForms(fitted);
            FittedCheck.tellsAndStops(detector, DATA);
        }
        assertEquals(
                new Mahalanobis(Mahalanobis.Kind.RELATIVE, 0.5),
                Detectors.named("mahalanobis:distance=relative,ridge=0.5"));
    }

    @Test
    void whatCannotBeMeasuredIsRefused() {
        int[] without = DATA.trainLabels().clone();
        for (int row = 0; row < without.length; row++) {
            without[row] = without[row] == 2 && row > 2 ? 1 : without[row];
        }
        FitException few = assertThrows(FitException.class, () -> TIED.fit(DATA.train(), without));
        assertTrue(few.getMessage().contains("class 2: expected at least 2"), few.getMessage());

        Evidence equal = DATA.train().withCode(new float[DATA.train().code().length]);
        FitException alike = assertThrows(FitException.class, () -> TIED.fit(equal, DATA.trainLabels()));
        assertTrue(alike.getMessage().contains("not all alike"), alike.getMessage());

        Fitted fitted = TIED.fit(DATA, FitWatcher.NONE);
        EvidenceException other =
                assertThrows(EvidenceException.class, () -> fitted.judge(new ClusterData(3, 7).inputs(4, 1, 1)));
        assertTrue(other.getMessage().contains("expected 5 numbers of the code"), other.getMessage());
        assertThrows(EvidenceException.class, () -> fitted.judge(new ClusterData(4, 5).inputs(4, 1, 1)));
    }
}
