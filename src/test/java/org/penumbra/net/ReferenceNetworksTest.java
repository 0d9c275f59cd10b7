package org.penumbra.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.kit.ReferenceFolder;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseNetwork;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneResponse;

/** Whole networks against the float64 cases of the reference folder (-Dpenumbra.reference=DIR for other ones). */
class ReferenceNetworksTest {

    private static final double RELATIVE = 1e-4;

    @Test
    void fieldsOfThePlaneAgreeWithTheReference() throws IOException {
        JsonNode json = read("fields_2d.json");
        JsonNode weights = json.get("weights");
        int units = weights.get("b1").size();
        int code = weights.get("b2").size();
        int classes = weights.get("by").size();
        try (DenseNetwork network = new DenseNetwork(
                weights.get("w1").size(),
                classes,
                new DenseSettings(List.of(units, code), Activation.TANH),
                Activation.IDENTITY)) {
            network.setParameters(flat(weights, "w1", "b1", "w2", "b2", "wy", "by", "w3", "b3", "w4", "b4"));
            float[] points = flat(json, "x");
            int count = json.get("x").size();
            PlaneResponse response = network.respond(points, count);
            agrees("y", json, response.probabilities());
            agrees("r", json, response.reconstruction());
            agrees("error_l2", json, response.error());
            agrees("gamma", json, response.gamma());
            agrees("jacobian_diagonal", json, network.jacobianDiagonal(points, count));
            agrees("y", json, network.classify(points, count));
        }
    }

    @Test
    void curvatureInTenDimensionsAgreesWithTheReference() throws IOException {
        JsonNode json = read("curvature_10d.json");
        JsonNode weights = json.get("weights");
        try (DenseNetwork network = new DenseNetwork(
                weights.get("w1").size(),
                0,
                new DenseSettings(List.of(weights.get("b1").size()), Activation.RELU),
                Activation.SIGMOID)) {
            network.setParameters(flat(weights, "w1", "b1", "w2", "b2"));
            int count = json.get("x").size();
            float[] points = flat(json, "x");
            agrees("jacobian_diagonal", json, network.jacobianDiagonal(points, count));
            agrees("gamma", json, network.respond(points, count).gamma());
        }
    }

    private static JsonNode read(String name) throws IOException {
        return ReferenceFolder.read(name);
    }

    private static void agrees(String key, JsonNode json, float[] actual) {
        float[] expected = flat(json, key);
        assertTrue(expected.length > 0, key + " has no cases");
        assertEquals(expected.length, actual.length, key);
        // Relative to the number itself, but for numbers near 0 to the largest of the case: float32 has no more to
        // give.
        double scale = 0;
        for (float value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            double allowed = RELATIVE * Math.max(Math.abs(expected[i]), 0.01 * scale);
            assertEquals(expected[i], actual[i], allowed, key + "[" + i + "]");
        }
    }

    private static float[] flat(JsonNode parent, String... keys) {
        var numbers = new ArrayList<Double>();
        for (String key : keys) {
            collect(parent.get(key), numbers);
        }
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i).floatValue();
        }
        return values;
    }

    private static void collect(JsonNode node, List<Double> into) {
        if (node.isNumber()) {
            into.add(node.doubleValue());
        } else {
            node.forEach(child -> collect(child, into));
        }
    }
}
