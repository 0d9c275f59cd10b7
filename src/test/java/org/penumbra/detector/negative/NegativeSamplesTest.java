package org.penumbra.detector.negative;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.Roc;
import org.penumbra.data.plane.PointSet;
import org.penumbra.data.plane.Rings;
import org.penumbra.detector.EvidenceException;
import org.penumbra.detector.Features;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.negative.NegativeSamples.Negatives;
import org.penumbra.kit.ClusterData;
import org.penumbra.kit.FittedCheck;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputObjective;

class NegativeSamplesTest {

    private static final ClusterData CLUSTERS = new ClusterData(3, 4);
    private static final FitData DATA = CLUSTERS.fitData(300, 30, 1).withNegatives(CLUSTERS.strangers(200, 5));
    private static final NegativeSamples GIVEN = new NegativeSamples(Features.CODE, Negatives.GIVEN, 1);

    private static Evidence points(float[] points) {
        int count = points.length / 2;
        float[] scores = new float[3 * count];
        Arrays.fill(scores, 1f / 3);
        return Evidence.of(count, 2, 3).withInputs(points).withOutputs(new float[3 * count], scores);
    }

    @Test
    void inThePlaneItRefusesMostOfTheWindow() {
        PointSet rings = Rings.paper().sample(600, 1);
        NegativeSamples usual = (NegativeSamples) Detectors.named("negative-samples:share=3");
        Fitted fitted = usual.fit(points(rings.points()), rings.labels());
        PointSet fresh = Rings.paper().sample(300, 2);
        Opinion on = fitted.judge(points(fresh.points()));
        float[] window = new float[600];
        Random random = new Random(3);
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) (6 * random.nextDouble() - 3);
        }
        Opinion anywhere = fitted.judge(points(window));
        int right = 0;
        for (int row = 0; row < 300; row++) {
            right += on.answer(row) == fresh.labels()[row] ? 1 : 0;
        }
        assertTrue(right > 285, right + " of 300 right");
        double auroc = Roc.auroc(on.ranking(), anywhere.ranking());
        assertTrue(auroc > 0.85, "AUROC " + auroc);
    }

    @Test
    void itRefusesItsNegativesAndNotWhatIsUnlikeThem() {
        Fitted fitted = GIVEN.fit(DATA, FitWatcher.NONE);
        for (double acceptance : fitted.judge(CLUSTERS.strangers(50, 9)).acceptance()) {
            assertTrue(acceptance < 0.1, "like a negative: " + acceptance);
        }
        Opinion known = fitted.judge(CLUSTERS.inputs(60, 8, 1));
        for (int row = 0; row < 60; row++) {
            assertTrue(known.acceptance()[row] > 0.5, "row " + row);
            assertEquals(row % 3, known.answer(row));
        }
        // On the other side of the clusters than the negatives, and farther away.
        Evidence opposite = CLUSTERS.evidence(new float[] {30, 30, 30, 30});
        assertTrue(fitted.judge(opposite).acceptance()[0] > 0.9, "a kind held out");
        Reason.Background reason = assertInstanceOf(Reason.Background.class, fitted.reason(opposite, 0));
        assertTrue(reason.probability() < 0.1);
    }

    @Test
    void scoresAndTheBackgroundMakeOne() {
        Fitted fitted = GIVEN.fit(DATA, FitWatcher.NONE);
        Evidence some = CLUSTERS.inputs(20, 3, 4);
        Opinion opinion = fitted.judge(some);
        for (int row = 0; row < 20; row++) {
            double sum = ((Reason.Background) fitted.reason(some, row)).probability();
            for (int c = 0; c < 3; c++) {
                sum += Math.exp(opinion.logScore(row, c));
            }
            assertEquals(1, sum, 1e-6);
        }
    }

    @Test
    void theSameDataMakeTheSameFit() {
        Opinion one = GIVEN.fit(DATA, FitWatcher.NONE).judge(DATA.heldOut());
        Opinion other = GIVEN.fit(DATA, FitWatcher.NONE).judge(DATA.heldOut());
        assertArrayEquals(one.logScores(), other.logScores());
    }

    @Test
    void slopesOnTheCodeAreThoseOfTheLogScore() {
        Fitted fitted = GIVEN.fit(DATA, FitWatcher.NONE);
        InputObjective objective = fitted.objective(new int[] {0, 2});
        float[] code = CLUSTERS.inputs(2, 4, 3).code();
        float[] slopes = new float[8];
        objective.addCodeSlopes(1, code, 4, slopes);
        for (int i = 4; i < 8; i++) {
            float[] up = code.clone();
            up[i] += 1e-3f;
            float[] down = code.clone();
            down[i] -= 1e-3f;
            double difference = (fitted.judge(CLUSTERS.evidence(down)).logScore(1, 2)
                            - fitted.judge(CLUSTERS.evidence(up)).logScore(1, 2))
                    / ((double) up[i] - down[i]);
            assertEquals(difference, slopes[i], 5e-3 * Math.max(1, Math.abs(difference)), "feature " + i);
        }
        float[] atLogits = {9, 9, 9, 9, 9, 9};
        assertEquals(0, objective.slopes(1, new float[6], 3, 0, atLogits));
        assertArrayEquals(new float[] {9, 9, 9, 0, 0, 0}, atLogits);
    }

    @Test
    void itKeepsWhatEveryDetectorKeeps() {
        NegativeSamples uniform = new NegativeSamples(Features.INPUTS, Negatives.UNIFORM, 0.5);
        for (NegativeSamples detector : new NegativeSamples[] {GIVEN, uniform}) {
            Fitted fitted = detector.fit(DATA, FitWatcher.NONE);
            FittedCheck.comesBackFromItsForm(fitted, DATA.heldOut());
            FittedCheck.judgesRowByRow(fitted, DATA.heldOut());
            FittedCheck.refusesBrokenForms(fitted);
            FittedCheck.tellsAndStops(detector, DATA);
        }
        assertFalse(uniform.fit(DATA, FitWatcher.NONE).hasGradient());
    }

    @Test
    void whatCannotBeLearntIsRefused() {
        FitException none = assertThrows(FitException.class, () -> GIVEN.fit(DATA.train(), DATA.trainLabels()));
        assertTrue(none.getMessage().contains("negatives: expected at least one"), none.getMessage());
        FitException few = assertThrows(FitException.class, () -> GIVEN.fit(DATA.train(), new int[300]));
        assertTrue(few.getMessage().contains("class 1: expected at least 2"), few.getMessage());
        NegativeSamples uniform = new NegativeSamples(Features.CODE, Negatives.UNIFORM, 1);
        Evidence equal = DATA.train().withCode(new float[1200]);
        FitException alike = assertThrows(FitException.class, () -> uniform.fit(equal, DATA.trainLabels()));
        assertTrue(alike.getMessage().contains("all are equal"), alike.getMessage());
        float[] broken = DATA.train().code().clone();
        broken[7] = Float.NaN;
        assertThrows(FitException.class, () -> uniform.fit(DATA.train().withCode(broken), DATA.trainLabels()));
        Fitted fitted = GIVEN.fit(DATA, FitWatcher.NONE);
        assertThrows(EvidenceException.class, () -> fitted.judge(new ClusterData(3, 6).inputs(2, 1, 1)));
        assertThrows(
                FormException.class,
                () -> Detectors.restore(fitted.form()
                        .with("widths", new FormArray.Integers(new int[] {4, 9999, 4}, 3))));
    }
}
