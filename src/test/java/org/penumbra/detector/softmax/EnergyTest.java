package org.penumbra.detector.softmax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penumbra.data.SettingProblem;
import org.penumbra.detector.Conformal;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.detector.SmoothShare;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.kit.ClusterData;
import org.penumbra.kit.FittedCheck;
import org.penumbra.net.ClassScores;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputObjective;

class EnergyTest {

    private static final ClusterData CLUSTERS = new ClusterData(3, 4);
    private static final FitData DATA = CLUSTERS.fitData(60, 400, 1);

    @Test
    void knownInputsAreAcceptedAndStrangersAreNot() {
        Fitted fitted = new Energy(1).fit(DATA, FitWatcher.NONE);
        double tau = fitted.about().usualTau();
        Opinion known = fitted.judge(CLUSTERS.inputs(400, 7, 1));
        int accepted = 0;
        for (double acceptance : known.acceptance()) {
            accepted += acceptance >= tau ? 1 : 0;
        }
        assertTrue(accepted > 380, accepted + " of 400");
        Evidence strangers = CLUSTERS.strangers(50, 3);
        for (int row = 0; row < 50; row++) {
            assertTrue(!fitted.verdict(strangers, row, tau).known(), "stranger " + row);
        }
    }

    @Test
    void scoresAreTheClassifiersTimesTheShare() {
        Fitted fitted = new Energy(2).fit(DATA, FitWatcher.NONE);
        Evidence some = CLUSTERS.inputs(20, 9, 2);
        Opinion opinion = fitted.judge(some);
        ClassScores outputs = new ClassScores(3, 1);
        for (int row = 0; row < 20; row++) {
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                sum += Math.exp(some.logits()[3 * row + c] / 2.0);
                assertEquals(
                        outputs.logScore(some.logits(), 3 * row, c) + Math.log(opinion.acceptance()[row]),
                        opinion.logScore(row, c),
                        1e-9);
            }
            assertEquals(2 * Math.log(sum), opinion.ranking()[row], 1e-9);
            Reason.Energy reason = assertInstanceOf(Reason.Energy.class, fitted.reason(some, row));
            assertEquals(opinion.ranking()[row], reason.score());
            assertEquals(opinion.acceptance()[row], reason.share());
        }
    }

    @Test
    void slopesAreThoseOfTheSmoothStandIn() {
        FittedEnergy fitted = (FittedEnergy) new Energy(2).fit(DATA, FitWatcher.NONE);
        InputObjective objective = fitted.objective(new int[] {1});
        for (float[] logits : new float[][] {{1, 2, -1}, {-30, -28, -29}, {9, 1, 0}}) {
            float[] slopes = new float[3];
            objective.slopes(0, logits, 0, 0, slopes);
            for (int c = 0; c < 3; c++) {
                float[] up = logits.clone();
                up[c] += 0.01f;
                float[] down = logits.clone();
                down[c] -= 0.01f;
                double difference = (standIn(fitted, up) - standIn(fitted, down)) / ((double) up[c] - down[c]);
                assertEquals(difference, slopes[c], 1e-4, "logit " + c);
            }
        }
    }

    private static double standIn(FittedEnergy fitted, float[] logits) {
        double[] values = TemperedOutputs.row(logits, 0, 3);
        double score = new Tempered(2).energyScore(values);
        return -new ClassScores(3, 1).logScore(logits, 0, 1)
                - SmoothShare.of(fitted.known()).log(score);
    }

    @Test
    void theStandInFollowsTheShareAndNeverStandsStill() {
        Conformal known = ((FittedEnergy) new Energy(1).fit(DATA, FitWatcher.NONE)).known();
        SmoothShare smooth = SmoothShare.of(known);
        for (double score = -40; score < 40; score += 0.5) {
            assertTrue(smooth.logSlope(score) > 0);
            assertEquals(known.share(score), Math.exp(smooth.log(score)), 0.1, "at " + score);
        }
        assertEquals(1 / smooth.spread(), smooth.logSlope(-1e9), 1e-9);
        assertEquals(1, SmoothShare.of(Conformal.of(new double[] {2, 2, 2})).spread());
    }

    @Test
    void itKeepsWhatEveryDetectorKeeps() {
        Fitted fitted = new Energy(1.5).fit(DATA, FitWatcher.NONE);
        FittedCheck.comesBackFromItsForm(fitted, DATA.heldOut());
        FittedCheck.judgesRowByRow(fitted, DATA.heldOut());
        FittedCheck.refusesBrokenForms(fitted);
        FittedCheck.tellsAndStops(new Energy(1), DATA);
    }

    @Test
    void settingsAndScoresThatAreNoneAreRefused() {
        assertEquals(new Energy(3), Detectors.named("energy:temperature=3"));
        assertThrows(SettingProblem.class, () -> Energy.KIND.with(Map.of("temperature", "0")));
        Fitted fitted = new Energy(1).fit(DATA, FitWatcher.NONE);
        FormException falling = assertThrows(
                FormException.class,
                () -> Detectors.restore(fitted.form()
                        .with("held_out_scores", new FormArray.Doubles(new double[] {2, 1}, 2))));
        assertTrue(falling.getMessage().contains("ascending"), falling.getMessage());
        Evidence broken = Evidence.of(1, 4, 3).withOutputs(new float[] {1, Float.POSITIVE_INFINITY, 0}, new float[0]);
        assertThrows(FitException.class, () -> new Energy(1).fit(broken, new int[1]));
    }
}
