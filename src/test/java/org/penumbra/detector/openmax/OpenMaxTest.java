package org.penumbra.detector.openmax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.penumbra.detector.EvidenceException;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.kit.ClusterData;
import org.penumbra.kit.FittedCheck;
import org.penumbra.net.Evidence;

class OpenMaxTest {

    private static final ClusterData CLUSTERS = new ClusterData(3, 4);
    private static final FitData DATA = CLUSTERS.fitData(300, 30, 1);
    private static final OpenMax USUAL = new OpenMax(0, 20, ActivationDistance.EUCLIDEAN, RankWeights.CODE);

    @Test
    void knownInputsAreAcceptedAndOnesFarBeyondTheirClassAreNot() {
        Fitted fitted = USUAL.fit(DATA, FitWatcher.NONE);
        double tau = fitted.about().usualTau();
        long accepted = Arrays.stream(fitted.judge(CLUSTERS.inputs(300, 7, 1)).acceptance())
                .filter(acceptance -> acceptance >= tau)
                .count();
        assertTrue(accepted > 270, accepted + " of 300");
        // Max softmax is certain here: the first logit is huge.
        Evidence beyond = CLUSTERS.evidence(new float[] {40, 0, 0, 0});
        assertFalse(fitted.verdict(beyond, 0, tau).known());
        Reason.Activations reason = assertInstanceOf(Reason.Activations.class, fitted.reason(beyond, 0));
        assertEquals(1, reason.beyond(), 1e-6);
        assertTrue(reason.distance() > 90, reason.toString());
        assertEquals(1 - fitted.judge(beyond).acceptance()[0], reason.unknown(), 1e-9);
    }

    @Test
    void scoresAndTheUnknownMakeOneAndTheRankingDoesNotSaturate() {
        FittedOpenMax fitted = (FittedOpenMax) USUAL.fit(DATA, FitWatcher.NONE);
        Evidence some = CLUSTERS.inputs(40, 3, 3);
        Opinion opinion = fitted.judge(some);
        for (int row = 0; row < 40; row++) {
            double sum = fitted.revision(some, row).unknownProbability();
            for (int c = 0; c < 3; c++) {
                sum += Math.exp(opinion.logScore(row, c));
            }
            assertEquals(1, sum, 1e-9);
        }
        Opinion far = fitted.judge(CLUSTERS.evidence(new float[] {400, 0, 0, 0, 500, 0, 0, 0}));
        assertEquals(far.acceptance()[0], far.acceptance()[1], 1e-12);
        assertTrue(far.ranking()[1] < far.ranking()[0]);
    }

    @Test
    void negativeActivationsRiseWhenAShareIsTaken() {
        FittedOpenMax fitted = (FittedOpenMax) USUAL.fit(DATA, FitWatcher.NONE);
        Revision revision = fitted.revision(CLUSTERS.strangers(1, 3), 0);
        assertTrue(revision.unknown() < 0, "the unknown class sinks with the distance: " + revision.unknown());
        assertTrue(revision.activations()[revision.likeliest()] <= 0);
    }

    @Test
    void theUsualAlphaLeavesOneLogitAlone() {
        assertEquals(2, USUAL.revised(3));
        assertEquals(3, USUAL.revised(10));
        assertEquals(1, USUAL.revised(1));
        assertEquals(3, new OpenMax(7, 20, ActivationDistance.COSINE, RankWeights.CODE).revised(3));
    }

    @Test
    void tailsCanBeDrawn() {
        FittedOpenMax fitted = (FittedOpenMax) USUAL.fit(DATA, FitWatcher.NONE);
        for (int c = 0; c < 3; c++) {
            ClassTail tail = fitted.model().classes().get(c);
            assertEquals(20, tail.distances().length);
            assertEquals(3 * 6 - 9, tail.mean()[c], 0.7);
            assertEquals(0.5, tail.tail().beyond(tail.tail().at(0.5)), 1e-9);
            assertTrue(tail.tail().beyond(tail.distances()[19]) > 0.7);
        }
    }

    @Test
    void itKeepsWhatEveryDetectorKeeps() {
        for (String name : new String[] {"openmax", "openmax:distance=eucos,weights=paper,alpha=2,tail=10"}) {
            Fitted fitted = Detectors.named(name).fit(DATA, FitWatcher.NONE);
            FittedCheck.comesBackFromItsForm(fitted, DATA.heldOut());
            FittedCheck.judgesRowByRow(fitted, DATA.heldOut());
            FittedCheck.refusesBrokenForms(fitted);
            FittedCheck.tellsAndStops(Detectors.named(name), DATA);
        }
        assertFalse(USUAL.fit(DATA, FitWatcher.NONE).hasGradient());
    }

    @Test
    void whatHasNoTailIsRefused() {
        int[] labels = DATA.trainLabels().clone();
        Arrays.setAll(labels, row -> labels[row] == 1 && row > 6 ? 0 : labels[row]);
        FitException few = assertThrows(FitException.class, () -> USUAL.fit(DATA.train(), labels));
        assertTrue(few.getMessage().contains("class 1: expected at least 3"), few.getMessage());
        assertTrue(few.getMessage().contains("found 2"), few.getMessage());

        Evidence equal = CLUSTERS.evidence(new float[] {6, 0, 0, 0, 6, 0, 0, 0, 6, 0, 0, 0, 6, 0, 0, 0});
        FitException alike = assertThrows(
                FitException.class,
                () -> USUAL.fit(Evidence.of(4, 4, 1).withOutputs(new float[] {6, 6, 6, 6}, new float[4]), new int[4]));
        assertTrue(alike.getMessage().contains("class 0: distances"), alike.getMessage());
        assertEquals(4, equal.count());

        Evidence competing = Evidence.of(1, 4, 3).withOutputs(new float[6], new float[3]);
        assertThrows(FitException.class, () -> USUAL.fit(competing, new int[1]));
        Fitted fitted = USUAL.fit(DATA, FitWatcher.NONE);
        assertThrows(EvidenceException.class, () -> fitted.judge(new ClusterData(4, 4).inputs(2, 1, 1)));
    }

    @Test
    void aFormWhoseTailIsNoneIsRefused() {
        Fitted fitted = USUAL.fit(DATA, FitWatcher.NONE);
        double[] equal = new double[60];
        Arrays.fill(equal, 2);
        assertThrows(
                FormException.class,
                () -> Detectors.restore(fitted.form().with("tail_distances", new FormArray.Doubles(equal, 60))));
        double[] falling = new double[60];
        Arrays.setAll(falling, i -> 100 - i);
        FormException wrong = assertThrows(
                FormException.class,
                () -> Detectors.restore(fitted.form().with("tail_distances", new FormArray.Doubles(falling, 60))));
        assertTrue(wrong.getMessage().contains("ascending"), wrong.getMessage());
    }
}
