package org.penumbra.fitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.Seeds;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.data.plane.Rings;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneTraining;
import org.penumbra.net.plane.PlaneTrainingSettings;

/** What detectors of outputs and codes say of a network of the rings. */
@Timeout(120)
class JudgedPlaneTest {

    @Test
    void noneTellsTheRingsBetterThanTheirDensity() {
        PlaneSetup setup = new PlaneSetup(
                Rings.paper(),
                900,
                new DenseSettings(List.of(32, 32), Activation.RELU),
                new PlaneTrainingSettings(3e-3, 0.15, 10, 128),
                1);
        try (PlaneTraining training = new PlaneTraining(setup)) {
            for (int step = 0; step < 1000; step++) {
                training.step();
            }
            FitData data = PlaneFitData.of(
                    training.network(), setup.data(), training.points(), new Seeds(setup.seed()).data());
            JudgedPlane.Places places = JudgedPlane.Places.of(new Grid(PlaneRegion.STANDARD, 60, 60), training);
            JudgedPlane density = judged("density", training, data, places);
            assertEquals(1, density.figures().auroc(), 1e-12);
            assertTrue(density.figures().farAway() < 0.01, density.figures().toString());
            for (String name : new String[] {
                "max-softmax", "temperature", "energy", "mahalanobis", "openmax", "negative-samples:share=3"
            }) {
                JudgedPlane judged = judged(name, training, data, places);
                System.out.println(name + " " + judged.figures());
                assertTrue(judged.figures().auroc() < 1, name + ": " + judged.figures());
            }
            assertTrue(
                    judged("max-softmax", training, data, places).figures().farAway() > 0.8,
                    "a softmax is sure of itself far away");
        }
    }

    private static JudgedPlane judged(String name, PlaneTraining training, FitData data, JudgedPlane.Places places) {
        return JudgedPlane.of(Detectors.named(name), training, data, places, FitWatcher.NONE);
    }
}
