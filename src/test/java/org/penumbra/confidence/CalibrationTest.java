package org.penumbra.confidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.Calibration.ByKappa;
import org.penumbra.confidence.Calibration.Fixed;
import org.penumbra.confidence.CalibrationException.Lack;
import org.penumbra.kit.SampleModels;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.TrainedModel;

class CalibrationTest {

    private static final int D = 784;

    private final TrainedModel model = SampleModels.of(ImageArchitecture.DAE_SYM, 1);
    private final TrainedModel plain = SampleModels.of(ImageArchitecture.CNN, 1);

    @Test
    void alphaIsThatOfTheReferenceRun() {
        // q = 3.31 and kappa 1 and 2 gave 25.0 and 12.5 at tau 90 %, 2.38 and 1.19 at 99 %.
        assertEquals(25.0, new ByKappa(1).alpha(3.31, D, 0.9), 0.05);
        assertEquals(12.5, new ByKappa(2).alpha(3.31, D, 0.9), 0.05);
        assertEquals(2.38, new ByKappa(1).alpha(3.31, D, 0.99), 0.005);
        assertEquals(1.19, new ByKappa(2).alpha(3.31, D, 0.99), 0.005);
        assertEquals(0, new ByKappa(2).alpha(3.31, D, 1));
    }

    @Test
    void anErrorOfKappaTimesTheQuantileJustReachesTau() {
        double alpha = new ByKappa(1.5).alpha(3, D, 0.9);
        assertEquals(0.9, Confidence.withoutCurvature(4.5, D, alpha), 1e-12);
    }

    @Test
    void theErrorLimitIsTheInverse() {
        double q = model.heldOutErrors()[ImageModel.INDEX_OF_99];
        for (double kappa : new double[] {1, 1.5, 7}) {
            ConfidenceSettings settings = new ByKappa(kappa).of(model, 2, 0.9);
            assertEquals(kappa * q, Calibration.errorLimit(settings, D), 1e-9);
        }
        assertEquals(
                Double.POSITIVE_INFINITY,
                Calibration.errorLimit(new Fixed(0).of(model, 0, 0.9), D),
                "alpha 0 accepts all");
        assertEquals(0, Calibration.errorLimit(new Fixed(5).of(model, 0, 1), D));
    }

    @Test
    void aModelIsCalibratedByItsOwnErrors() {
        double q = model.heldOutErrors()[ImageModel.INDEX_OF_99];
        assertEquals(new ByKappa(1).alpha(q, D, 0.9), Calibration.standard().alpha(model, Defaults.TAU));
        assertEquals(7, new Fixed(7).alpha(model, 0.5));
        assertEquals(new ConfidenceSettings(7, 2, 0.5), new Fixed(7).of(model, 2, 0.5));
    }

    @Test
    void aModelWithoutADecoderHasNoConfidence() {
        assertEquals(new ConfidenceSettings(0, 0, 0.9), Calibration.standard().of(plain, 2, 0.9));
        assertEquals(new ConfidenceSettings(0, 0, 0.9), new Fixed(7).of(plain, 2, 0.9));
        assertTrue(Calibration.standard().suits(plain));
        assertEquals(
                Lack.DECODER,
                assertThrows(
                                CalibrationException.class,
                                () -> Calibration.standard().alpha(plain, 0.9))
                        .lack());
    }

    @Test
    void aModelThatCannotBeCalibratedTakesAFixedAlphaOnly() {
        TrainedModel nothingHeldOut = withErrors(new float[0]);
        TrainedModel perfect = withErrors(new float[ImageModel.QUANTILES]);
        assertEquals(Lack.HELD_OUT_IMAGES, lack(nothingHeldOut));
        assertEquals(Lack.ERRORS, lack(perfect));
        float[] tiny = new float[ImageModel.QUANTILES];
        Arrays.fill(tiny, 0.01f);
        assertEquals(Lack.ERRORS, lack(withErrors(tiny)), "alpha would leave its range at low thresholds");
        for (TrainedModel one : new TrainedModel[] {nothingHeldOut, perfect}) {
            assertFalse(Calibration.standard().suits(one));
            assertTrue(new Fixed(3).suits(one));
            assertEquals(3, new Fixed(3).of(one, 0, 0.9).alpha());
        }
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThrows(IllegalArgumentException.class, () -> new ByKappa(1).alpha(3, D, 0));
        assertThrows(IllegalArgumentException.class, () -> new ByKappa(1).alpha(3, D, 1.1));
        assertThrows(IllegalArgumentException.class, () -> new ByKappa(1).alpha(0, D, 0.9));
        for (double kappa : new double[] {0.5, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new ByKappa(kappa), "kappa " + kappa);
        }
        for (double alpha : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new Fixed(alpha), "alpha " + alpha);
        }
    }

    @Test
    void aThresholdNearZeroAsksForMoreThanAlphaMayBe() {
        assertEquals(
                Lack.ERRORS,
                assertThrows(CalibrationException.class, () -> new ByKappa(1).of(withSmallErrors(), 0, 1e-300))
                        .lack());
        assertTrue(new ByKappa(1).of(withSmallErrors(), 0, 1e-6).alpha() <= 1e6);
    }

    private TrainedModel withSmallErrors() {
        float[] small = new float[ImageModel.QUANTILES];
        Arrays.fill(small, 0.021f);
        return withErrors(small);
    }

    private static Lack lack(TrainedModel model) {
        return assertThrows(
                        CalibrationException.class, () -> Calibration.standard().of(model, 0, 0.9))
                .lack();
    }

    private TrainedModel withErrors(float[] errors) {
        return new TrainedModel(model.settings(), model.classes(), model.parameters(), errors, model.provenance());
    }
}
