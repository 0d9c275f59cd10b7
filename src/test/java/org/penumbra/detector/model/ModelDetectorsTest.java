package org.penumbra.detector.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.CalibrationException;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Defaults;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.confidence.FittedConfidence;
import org.penumbra.kit.SampleModels;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.TrainedModel;

class ModelDetectorsTest {

    private final TrainedModel dae = SampleModels.of(ImageArchitecture.DAE_ASYM, 1);

    @Test
    void everyModelBringsADetectorAlong() {
        assertEquals("max-softmax", id(SampleModels.of(ImageArchitecture.CNN, 1)));
        assertEquals("cool", id(SampleModels.of(ImageArchitecture.COOL, 5)));
        assertEquals("confidence", id(dae));
        assertEquals("confidence", id(SampleModels.of(ImageArchitecture.DAE_SYM, 1)));
        assertEquals("max-softmax", ModelDetectors.outputs(dae).about().id(), "y alone");
    }

    private static String id(TrainedModel model) {
        return ModelDetectors.of(model, Calibration.standard(), Defaults.BETA, Defaults.TAU)
                .about()
                .id();
    }

    @Test
    void alphaIsTheModelsOwn() {
        Fitted fitted = ModelDetectors.of(dae, new Calibration.ByKappa(2), 1, 0.9);
        double alpha = new Calibration.ByKappa(2).alpha(dae, 0.9);
        assertEquals(FittedConfidence.of(784, 10, 1, new ConfidenceSettings(alpha, 1, 0.9)), fitted);
    }

    @Test
    void aModelThatCannotBeCalibratedIsRefused() {
        TrainedModel nothingHeldOut =
                new TrainedModel(dae.settings(), dae.classes(), dae.parameters(), new float[0], dae.provenance());
        assertThrows(
                CalibrationException.class, () -> ModelDetectors.of(nothingHeldOut, Calibration.standard(), 0, 0.9));
        assertEquals(
                5,
                ModelDetectors.of(nothingHeldOut, new Calibration.Fixed(5), 0, 0.9)
                        .about()
                        .value("alpha")
                        .orElseThrow());
    }

    @Test
    void anEvaluationCountsWhatTheDetectorAccepts() {
        float[] scores = new float[3 * 10];
        scores[1] = 1;
        scores[10 + 2] = 0.95f;
        scores[20 + 3] = 0.99f;
        double q = dae.heldOutErrors()[ImageModel.INDEX_OF_99];
        // The second errs so much that c~ is below 0.9 / 0.95; the third is wrong but accepted.
        ImageAnswers answers = new ImageAnswers(10, scores, new float[] {0, (float) q, 0}, new int[] {1, 2, 4});
        ImageEvaluation evaluation = ImageEvaluation.of(answers, dae, List.of(0.0, 0.9), List.of(1.0));
        ImageEvaluation.Row all = evaluation.thresholds().get(0);
        assertEquals(2 / 3.0, all.accuracyScaled());
        assertEquals(1, all.acceptedScaled());
        ImageEvaluation.Row strict = evaluation.thresholds().get(1);
        assertEquals(2 / 3.0, strict.accuracyY());
        assertEquals(1, strict.acceptedY());
        assertEquals(1 / 3.0, strict.accuracyScaled());
        assertEquals(2 / 3.0, strict.acceptedScaled());
        assertEquals(new Calibration.ByKappa(1).alpha(dae, 0.9), strict.alpha());
    }
}
