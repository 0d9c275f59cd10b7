package org.penumbra.detector.confidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.kit.ClusterData;
import org.penumbra.kit.FittedCheck;
import org.penumbra.net.Evidence;

/** The reconstruction error alone, as a share of held-out inputs. */
class ReconstructionErrorTest {

    private static final ClusterData DATA = new ClusterData(3, 5);

    private static FitData data() {
        FitData data = DATA.fitData(30, 99, 1);
        return new FitData(
                errors(data.train(), 0), data.trainLabels(), errors(data.heldOut(), 1), data.heldOutLabels());
    }

    /** Errors that count up from a number. */
    private static Evidence errors(Evidence evidence, float from) {
        float[] errors = new float[evidence.count()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = from + i;
        }
        return evidence.withErrors(errors);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatHoldsForEveryDetectorHolds(boolean bothSides) {
        Fitted fitted = new ReconstructionError(bothSides).fit(data(), FitWatcher.NONE);
        Evidence asked = errors(DATA.inputs(30, 4, 1), 0.5f);
        FittedCheck.comesBackFromItsForm(fitted, asked);
        FittedCheck.judgesRowByRow(fitted, asked);
        FittedCheck.refusesBrokenForms(fitted);
        FittedCheck.tellsAndStops(new ReconstructionError(bothSides), data());
    }

    @Test
    void theAcceptanceIsTheShareOfLargerErrors() {
        Fitted fitted = ReconstructionError.KIND.usual().fit(data(), FitWatcher.NONE);
        Opinion opinion = fitted.judge(errors(DATA.inputs(2, 4, 1), 49.5f));
        // Held out are errors of 1 to 99: 50 of them are larger than 49.5, 49 larger than 50.5.
        assertEquals(51 / 100.0, opinion.acceptance()[0], 1e-12);
        assertEquals(50 / 100.0, opinion.acceptance()[1], 1e-12);
        assertEquals(-50.5, opinion.ranking()[1]);
        Reason.Reconstruction reason = (Reason.Reconstruction) fitted.reason(errors(DATA.inputs(2, 4, 1), 49.5f), 1);
        assertEquals(50.5, reason.error());
        assertEquals(0.5, reason.share(), 1e-12);
    }

    @Test
    void withBothSidesASmallErrorIsStrangeToo() {
        Fitted fitted = new ReconstructionError(true).fit(data(), FitWatcher.NONE);
        // Held out are errors of 1 to 99: the middle one is 50, five in a hundred are below 6 and above 94.
        Opinion opinion = fitted.judge(errors(DATA.inputs(3, 4, 1), 0));
        assertEquals(-50 / 44.0, opinion.ranking()[0], 1e-6);
        assertEquals(1 / 100.0, opinion.acceptance()[0], 1e-12);
        assertEquals(
                opinion.ranking()[1],
                fitted.judge(errors(DATA.inputs(1, 4, 1), 99)).ranking()[0],
                1e-6);
        assertEquals(1, fitted.judge(errors(DATA.inputs(1, 4, 1), 50)).acceptance()[0], 1e-12);
        assertTrue(((Reason.Reconstruction) fitted.reason(errors(DATA.inputs(1, 4, 1), 0), 0)).bothSides());
    }

    @Test
    void whatCannotBeFittedIsRefused() {
        FitException blind = assertThrows(
                FitException.class, () -> ReconstructionError.KIND.usual().fit(DATA.fitData(9, 9, 1), FitWatcher.NONE));
        assertEquals(EnumSet.of(Evidence.Part.ERRORS), blind.missing());
        FitData broken = new FitData(
                data().train(), data().trainLabels(), errors(data().heldOut(), Float.NaN), data().heldOutLabels());
        FitException none = assertThrows(
                FitException.class, () -> ReconstructionError.KIND.usual().fit(broken, FitWatcher.NONE));
        assertTrue(none.getMessage().contains("errors of held-out inputs: expected finite numbers"), none.getMessage());
    }
}
