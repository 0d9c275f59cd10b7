package org.penumbra.detector.confidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.data.SettingProblem;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.metric.Separation;
import org.penumbra.kit.ClusterData;
import org.penumbra.kit.FittedCheck;
import org.penumbra.net.Evidence;

/** The reconstruction error in proportion to what there is to give back. */
class RelativeErrorTest {

    private static final ClusterData DATA = new ClusterData(3, 5);

    /** Errors of one tenth to three tenths of the inputs' lengths. */
    private static Evidence errors(Evidence evidence, long seed) {
        Random random = new Random(seed);
        float[] errors = new float[evidence.count()];
        for (int row = 0; row < errors.length; row++) {
            errors[row] = (float) ((0.1 + 0.2 * random.nextDouble()) * length(evidence, row));
        }
        return evidence.withErrors(errors);
    }

    private static double length(Evidence evidence, int row) {
        double squares = 0;
        for (int i = 0; i < evidence.dimensions(); i++) {
            squares += Math.pow(evidence.inputs()[row * evidence.dimensions() + i], 2);
        }
        return Math.sqrt(squares);
    }

    private static FitData data() {
        FitData data = DATA.fitData(30, 99, 1);
        return new FitData(
                errors(data.train(), 1), data.trainLabels(), errors(data.heldOut(), 2), data.heldOutLabels());
    }

    private static Evidence of(float[] inputs, float... errors) {
        return DATA.evidence(inputs).withErrors(errors);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void whatHoldsForEveryDetectorHolds(double power) {
        Fitted fitted = new RelativeError(power).fit(data(), FitWatcher.NONE);
        Evidence asked = errors(DATA.inputs(30, 4, 1), 5);
        FittedCheck.comesBackFromItsForm(fitted, asked);
        FittedCheck.judgesRowByRow(fitted, asked);
        FittedCheck.refusesBrokenForms(fitted);
        FittedCheck.tellsAndStops(new RelativeError(power), data());
        assertThrows(
                RuntimeException.class,
                () -> Detectors.restore(fitted.form().with("least_length", 0)),
                "a length that divides by nothing");
    }

    @Test
    void theRankingIsTheErrorOverThePowerOfTheLength() {
        // Held out are lengths of 1 and 16, and both errors are as large for their length as the other: 2 / sqrt(1), 8
        // / sqrt(16).
        Evidence known = of(new float[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 16}, 2, 8);
        Fitted fitted = RelativeError.KIND.usual().fit(known, new int[2]);
        Opinion opinion = fitted.judge(known);
        assertArrayEquals(new double[] {-2, -2}, opinion.ranking(), 1e-6);
        assertArrayEquals(new double[] {1, 1}, opinion.acceptance(), 1e-12);
        // Of an input of length 4 it takes an error of 4; and what is fainter than all known is measured as the
        // faintest.
        Evidence asked =
                of(new float[] {0, 0, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0.25f, 0, 0, 0, 0}, 3.9f, 4.1f, 0, 3);
        Opinion others = fitted.judge(asked);
        assertArrayEquals(new double[] {-1.95, -2.05, 0, -3}, others.ranking(), 1e-6);
        assertArrayEquals(new double[] {1, 1 / 3.0, 1, 1 / 3.0}, others.acceptance(), 1e-12);
        Reason.RelativeReconstruction reason = (Reason.RelativeReconstruction) fitted.reason(asked, 1);
        assertEquals(4.1, reason.error(), 1e-6);
        assertEquals(4, reason.length(), 1e-6);
        assertEquals(1 / 3.0, reason.share(), 1e-12);
    }

    @Test
    void withThePowerZeroItRanksAsTheErrorDoes() {
        Evidence asked = errors(DATA.inputs(50, 4, 1), 5);
        assertArrayEquals(
                ReconstructionError.KIND
                        .usual()
                        .fit(data(), FitWatcher.NONE)
                        .judge(asked)
                        .ranking(),
                new RelativeError(0).fit(data(), FitWatcher.NONE).judge(asked).ranking());
    }

    @Test
    void boldKnownInputsAreToldFromFaintUnknownOnes() {
        // Known ones have an error of a fifth of their length, whatever that is; unknown ones of four tenths, but are
        // faint.
        long seed = 3;
        Random random = new Random(seed);
        Evidence known = ofLengths(random, 400, 4, 12, 0.2);
        Evidence fresh = ofLengths(random, 400, 4, 12, 0.2);
        Evidence unknown = ofLengths(random, 400, 3, 5, 0.4);
        double[] auroc = new double[2];
        for (int power = 0; power < 2; power++) {
            Fitted fitted = new RelativeError(power).fit(known, new int[400]);
            auroc[power] = new Separation(
                            fitted.judge(fresh).ranking(), fitted.judge(unknown).ranking())
                    .auroc();
        }
        assertTrue(auroc[0] < 0.6 && auroc[1] > 0.99, Arrays.toString(auroc) + " with the seed " + seed);
    }

    private static Evidence ofLengths(Random random, int count, double least, double most, double share) {
        float[] inputs = new float[count * 5];
        float[] errors = new float[count];
        for (int row = 0; row < count; row++) {
            double length = least + (most - least) * random.nextDouble();
            inputs[row * 5 + row % 5] = (float) length;
            errors[row] = (float) (share * length * (0.9 + 0.2 * random.nextDouble()));
        }
        return of(inputs, errors);
    }

    @Test
    void anInputThatIsNoNumberIsNeitherKnownNorStrange() {
        Fitted fitted = RelativeError.KIND.usual().fit(data(), FitWatcher.NONE);
        Opinion opinion = fitted.judge(of(new float[] {0, Float.NaN, 0, 0, 0}, 1));
        assertTrue(Double.isNaN(opinion.acceptance()[0]));
    }

    @Test
    void whatCannotBeFittedIsRefused() {
        assertThrows(SettingProblem.class, () -> RelativeError.KIND.with(Map.of("power", "2")));
        FitException blind = assertThrows(
                FitException.class, () -> RelativeError.KIND.usual().fit(DATA.fitData(9, 9, 1), FitWatcher.NONE));
        assertEquals(EnumSet.of(Evidence.Part.ERRORS), blind.missing());
        Evidence broken = of(new float[] {1, 0, 0, 0, 0}, Float.NaN);
        FitException none = assertThrows(
                FitException.class, () -> RelativeError.KIND.usual().fit(broken, new int[1]));
        assertTrue(none.getMessage().contains("errors of held-out inputs: expected finite numbers"), none.getMessage());
        Evidence blank = of(new float[10], 1, 2);
        FitException ink = assertThrows(
                FitException.class, () -> RelativeError.KIND.usual().fit(blank, new int[2]));
        assertTrue(ink.getMessage().contains("expected some ink in each"), ink.getMessage());
    }
}
