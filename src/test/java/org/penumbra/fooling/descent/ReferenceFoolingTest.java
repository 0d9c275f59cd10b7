package org.penumbra.fooling.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.detector.confidence.FittedConfidence;
import org.penumbra.fooling.FoolingRun;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.GradientRun;
import org.penumbra.fooling.victim.DenseVictim;
import org.penumbra.kit.ReferenceFolder;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseNetwork;
import org.penumbra.net.plane.DenseSettings;

/** The paper's attack against the float64 cases of the reference folder, step by step. */
class ReferenceFoolingTest {

    private static final double RELATIVE = 1e-4;

    @ParameterizedTest
    @ValueSource(strings = {"classifier", "denoising_autoencoder"})
    void everyStepOfTheAttackAgreesWithTheReference(String run) throws IOException {
        JsonNode json = ReferenceFolder.read("fooling.json");
        JsonNode weights = json.get("victim");
        int dimensions = weights.get("w1").size();
        int target = json.get("target").asInt();
        double alpha = run.equals("classifier") ? 0 : json.get("alpha").asDouble();
        JsonNode steps = json.get("runs").get(run);
        assertTrue(steps.size() > 1, "the run has no steps");
        try (DenseNetwork network = new DenseNetwork(
                dimensions,
                weights.get("by").size(),
                new DenseSettings(List.of(weights.get("b1").size()), Activation.RELU),
                Activation.SIGMOID)) {
            network.setParameters(parameters(weights));
            try (DenseVictim victim =
                    new DenseVictim(network, new FittedConfidence(network.inputs(), network.classes(), 1, alpha, 0))) {
                FoolingGenerator generator = new FoolingGenerator(
                        ReferenceFolder.numbers(json, "z"),
                        ReferenceFolder.numbers(json, "W0"),
                        ReferenceFolder.numbers(json, "b0"),
                        new PlainDescent(json.get("learning_rate").asDouble()));
                FoolingRun attack = new GradientRun(
                        victim, new FoolingSettings(List.of(target), 1, 1, steps.size() - 1, 0), List.of(generator));
                for (JsonNode expected : steps) {
                    agrees(expected, attack);
                }
                assertEquals(0, attack.running());
            }
        }
    }

    private static void agrees(JsonNode expected, FoolingRun attack) {
        String step = "step " + expected.get("step");
        double[] image = ReferenceFolder.numbers(expected, "image");
        float[] present = attack.present(0);
        assertEquals(image.length, present.length);
        for (int i = 0; i < image.length; i++) {
            assertEquals(image[i], present[i], RELATIVE * Math.abs(image[i]), step + ", pixel " + i);
        }
        attack.step();
        double score = expected.get("target_score").asDouble();
        double loss = expected.get("loss").asDouble();
        assertEquals(score, attack.trial(0).score(), RELATIVE * score, step);
        assertEquals(loss, -Math.log(attack.trial(0).score()), RELATIVE * loss, step);
        assertEquals(expected.get("step").asInt(), attack.trial(0).steps());
    }

    private static float[] parameters(JsonNode weights) {
        double[] numbers = Stream.of("w1", "b1", "wy", "by", "wr", "br")
                .flatMapToDouble(key -> DoubleStream.of(ReferenceFolder.numbers(weights, key)))
                .toArray();
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers[i];
        }
        return values;
    }
}
