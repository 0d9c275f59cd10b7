package org.penumbra.fooling.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.confidence.Confidence;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.detector.confidence.FittedConfidence;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.fooling.descent.AdamDescent;
import org.penumbra.fooling.descent.PlainDescent;
import org.penumbra.fooling.plane.PlaneAttack.Slopes;
import org.penumbra.fooling.victim.DenseVictim;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseNetwork;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneResponse;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneTraining;
import org.penumbra.preset.Presets;

/** A point that the attack moves through the plane of the rings. */
@Timeout(240)
class PlaneAttackTest {

    private static DenseNetwork network;

    /** The rings' preset with tanh, whose Gamma bends, trained far enough for rings to be seen. */
    @BeforeAll
    static void train() {
        PlaneSetup rings = Presets.load("rings").setup();
        DenseSettings shape = new DenseSettings(rings.network().hidden(), Activation.TANH);
        try (PlaneTraining training =
                new PlaneTraining(new PlaneSetup(rings.data(), rings.points(), shape, rings.training(), 1))) {
            while (training.steps() < 2000) {
                training.step();
            }
            network = new DenseNetwork(2, 3, shape, Activation.IDENTITY);
            network.setParameters(training.parameters());
        }
    }

    @AfterAll
    static void free() {
        network.close();
    }

    @Test
    void aPointFarFromTheDataIsTakenForAClassByYAlone() {
        try (DenseVictim victim = new DenseVictim(network, new MaxSoftmax().of(3))) {
            PlaneAttack attack = new PlaneAttack(victim, 2, -2.2, -2, new AdamDescent(0.05), Slopes.GRADIENT, 0.9, 300);
            assertTrue(attack.now().score() < 0.9);
            while (attack.step()) {
                assertEquals(Outcome.RUNNING, attack.outcome());
            }
            assertEquals(Outcome.FOOLED, attack.outcome());
            List<PlanePoint> path = attack.path();
            assertEquals(-2.2, path.get(0).x());
            assertEquals(path.size() - 1, attack.now().step());
            assertTrue(attack.now().score() >= 0.9);
            assertFalse(attack.step());
            assertEquals(path, attack.path());
        }
    }

    @Test
    void everyScoreOnThePathIsTheScaledOutputThereGammaIncluded() {
        ConfidenceSettings settings = new ConfidenceSettings(20, 2, 0.9);
        try (DenseVictim victim = new DenseVictim(network, new FittedConfidence(2, 3, 1, 20, 2))) {
            PlaneAttack attack = new PlaneAttack(victim, 0, -1, 1, new AdamDescent(0.02), Slopes.DIFFERENCES, 0.9, 40);
            while (attack.step()) {
                assertEquals(Outcome.RUNNING, attack.outcome());
            }
            boolean bent = false;
            for (PlanePoint point : attack.path()) {
                PlaneResponse response = network.respond(new float[] {(float) point.x(), (float) point.y()}, 1);
                double confidence = Confidence.confidence(response.error()[0], response.gamma()[0], 2, settings);
                bent |= response.gamma()[0] > 0;
                assertEquals(confidence * response.probabilities()[0], point.score(), 1e-5, point.toString());
            }
            assertTrue(bent, "gamma was never above 0, so Gamma was not tested");
        }
    }

    @Test
    void withoutGammaDifferencesPointWhereTheGradientPoints() {
        try (DenseVictim victim = new DenseVictim(network, new FittedConfidence(2, 3, 1, 20, 0))) {
            for (double[] from : new double[][] {{0.2, 0.3}, {-1.5, -0.4}, {1.3, 1.9}}) {
                PlanePoint gradient = moved(victim, from, Slopes.GRADIENT);
                PlanePoint differences = moved(victim, from, Slopes.DIFFERENCES);
                double length = Math.hypot(gradient.x() - from[0], gradient.y() - from[1]);
                assertTrue(length > 1e-6, "it does not move");
                assertEquals(gradient.x(), differences.x(), 0.02 * length);
                assertEquals(gradient.y(), differences.y(), 0.02 * length);
            }
        }
    }

    @Test
    void gammaTurnsTheDirectionThatDifferencesTakeAndNotTheGradients() {
        double[] nearTheCentre = {-0.9, 1.1};
        try (DenseVictim without = new DenseVictim(network, new FittedConfidence(2, 3, 1, 20, 0));
                DenseVictim with = new DenseVictim(network, new FittedConfidence(2, 3, 1, 20, 5))) {
            PlanePoint plain = moved(without, nearTheCentre, Slopes.GRADIENT);
            PlanePoint constant = moved(with, nearTheCentre, Slopes.GRADIENT);
            PlanePoint whole = moved(with, nearTheCentre, Slopes.DIFFERENCES);
            assertEquals(plain.x(), constant.x(), 0);
            assertEquals(plain.y(), constant.y(), 0);
            assertTrue(Math.hypot(whole.x() - plain.x(), whole.y() - plain.y())
                    > 0.1 * Math.hypot(plain.x() - nearTheCentre[0], plain.y() - nearTheCentre[1]));
        }
    }

    private static PlanePoint moved(DenseVictim victim, double[] from, Slopes slopes) {
        PlaneAttack attack = new PlaneAttack(victim, 0, from[0], from[1], new PlainDescent(1e-3), slopes, 1, 5);
        attack.step();
        return attack.now();
    }

    @Test
    void itFailsAfterItsStepsAndRefusesWhatIsNoAttack() {
        try (DenseVictim victim = new DenseVictim(network, new FittedConfidence(2, 3, 1, 20, 2))) {
            PlaneAttack attack = new PlaneAttack(victim, 0, 2.4, -2.4, new PlainDescent(1e-6), Slopes.GRADIENT, 0.9, 7);
            while (attack.step()) {
                assertEquals(Outcome.RUNNING, attack.outcome());
            }
            assertEquals(Outcome.FAILED, attack.outcome());
            assertEquals(7, attack.now().step());
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new PlaneAttack(victim, 3, 0, 0, new PlainDescent(1), Slopes.GRADIENT, 0.9, 5));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new PlaneAttack(victim, 0, 0, 0, new PlainDescent(1), Slopes.GRADIENT, 0, 5));
        }
    }
}
