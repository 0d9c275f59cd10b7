package org.penumbra.detector.softmax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.kit.ClusterData;
import org.penumbra.kit.FittedCheck;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputObjective;

class TemperatureTest {

    private static final ClusterData CLUSTERS = new ClusterData(3, 4);
    private static final float[] NONE = {};

    /** One label in ten is wrong, so that there is a best temperature. */
    private static FitData doubtful() {
        FitData data = CLUSTERS.fitData(60, 300, 1);
        int[] labels = data.heldOutLabels();
        for (int row = 0; row < labels.length; row += 10) {
            labels[row] = (labels[row] + 1) % 3;
        }
        return new FitData(data.train(), data.trainLabels(), data.heldOut(), labels);
    }

    @Test
    void outputsBecomeLessSureButAnswersStay() {
        FitData data = doubtful();
        Fitted fitted = new Temperature().fit(data, FitWatcher.NONE);
        double temperature = fitted.about().value("temperature").orElseThrow();
        assertTrue(temperature > 2, "a tenth of the labels is wrong, yet T is " + temperature);
        Opinion with = fitted.judge(data.heldOut());
        Opinion without = new MaxSoftmax().of(3).judge(data.heldOut());
        double sure = 0;
        for (int row = 0; row < data.heldOut().count(); row++) {
            assertEquals(without.answer(row), with.answer(row));
            sure += with.acceptance()[row] / data.heldOut().count();
        }
        assertEquals(0.9, sure, 0.05, "the mean confidence is the accuracy");
    }

    @Test
    void whereAllIsRightTheLeastTemperatureStillTellsInputsApart() {
        FitData data = CLUSTERS.fitData(60, 60, 2);
        Fitted fitted = new Temperature().fit(data, FitWatcher.NONE);
        assertEquals(
                Temperature.RANGE.min(), fitted.about().value("temperature").orElseThrow());
        Evidence two = Evidence.of(2, 4, 3).withOutputs(new float[] {9, 0, 0, 12, 0, 0}, NONE);
        Opinion opinion = fitted.judge(two);
        assertEquals(1, opinion.acceptance()[0]);
        assertEquals(1, opinion.acceptance()[1]);
        assertTrue(opinion.ranking()[1] > opinion.ranking()[0]);
    }

    @Test
    void slopesAreThoseOfTheLogScore() {
        for (int omega : new int[] {1, 2}) {
            Fitted fitted = new TemperedOutputs(4, 3, omega, 2.5);
            float[] logits = new float[2 * 3 * omega];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) (3 * Math.sin(3 * i + 1));
            }
            InputObjective objective = fitted.objective(new int[] {0, 2});
            float[] slopes = new float[logits.length];
            assertEquals(0, objective.slopes(1, logits, 3 * omega, 0, slopes));
            for (int i = 3 * omega; i < 6 * omega; i++) {
                float[] up = logits.clone();
                up[i] += 0.01f;
                float[] down = logits.clone();
                down[i] -= 0.01f;
                double difference = (logScore(fitted, down) - logScore(fitted, up)) / ((double) up[i] - down[i]);
                assertEquals(difference, slopes[i], 1e-4, "logit " + i + " of omega " + omega);
            }
        }
    }

    private static double logScore(Fitted fitted, float[] logits) {
        return fitted.judge(Evidence.of(2, 4, 3).withOutputs(logits, NONE)).logScore(1, 2);
    }

    @Test
    void itKeepsWhatEveryDetectorKeeps() {
        FitData data = doubtful();
        Fitted fitted = new Temperature().fit(data, FitWatcher.NONE);
        FittedCheck.comesBackFromItsForm(fitted, data.heldOut());
        FittedCheck.judgesRowByRow(fitted, data.heldOut());
        FittedCheck.refusesBrokenForms(fitted);
        FittedCheck.tellsAndStops(new Temperature(), data);
        assertTrue(fitted.verdict(data.heldOut(), 0, 0.5).known());
    }

    @Test
    void equalLogitsAndLogitsThatAreNoNumbersAreRefused() {
        Evidence equal = Evidence.of(2, 4, 3).withOutputs(new float[] {1, 1, 1, 2, 2, 2}, NONE);
        FitException alike = assertThrows(FitException.class, () -> new Temperature().fit(equal, new int[] {0, 1}));
        assertTrue(alike.getMessage().contains("all are equal"), alike.getMessage());
        Evidence broken = Evidence.of(1, 4, 3).withOutputs(new float[] {1, Float.NaN, 0}, NONE);
        FitException none = assertThrows(FitException.class, () -> new Temperature().fit(broken, new int[1]));
        assertTrue(none.getMessage().contains("found NaN"), none.getMessage());
    }
}
