package org.penumbra.confidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.penumbra.kit.ReferenceFolder;
import org.penumbra.net.plane.PlaneResponse;

/** The formulas alone, fed with what the reference networks gave; the networks have tests of their own. */
class ReferenceCasesTest {

    private static final double TOLERANCE = 1e-4;

    private static JsonNode plane;
    private static JsonNode tenDimensions;

    @BeforeAll
    static void read() throws IOException {
        plane = ReferenceFolder.read("fields_2d.json");
        tenDimensions = ReferenceFolder.read("curvature_10d.json");
    }

    @Test
    void fieldFormAgreesWithEveryReferenceCase() {
        PlaneResponse response = response();
        ConfidenceField field = ConfidenceField.of(response, settings());
        assertAgrees("confidence_without_curvature", field.withoutCurvature());
        assertAgrees("curvature_factor", field.curvatureFactor());
        assertAgrees("confidence", field.confidence());
        double[] scaled = ReferenceFolder.numbers(plane, "scaled_outputs");
        for (int i = 0; i < response.count(); i++) {
            double best = 0;
            for (int k = 0; k < response.classes(); k++) {
                double expected = scaled[i * response.classes() + k];
                best = Math.max(best, expected);
                assertClose(
                        "scaled_outputs",
                        i,
                        expected,
                        field.confidence()[i] * response.probabilities()[i * response.classes() + k]);
            }
            assertClose("greatest of scaled_outputs", i, best, field.bestScaled()[i]);
            assertClose(
                    "scaled_outputs of the best class", i, scaled[i * response.classes() + field.bestClass()[i]], best);
        }
    }

    @Test
    void formulasOfOneInputAgreeWithEveryReferenceCase() {
        PlaneResponse response = response();
        double[] without = ReferenceFolder.numbers(plane, "confidence_without_curvature");
        double[] factor = ReferenceFolder.numbers(plane, "curvature_factor");
        double[] whole = ReferenceFolder.numbers(plane, "confidence");
        for (int i = 0; i < response.count(); i++) {
            float error = response.error()[i];
            float gamma = response.gamma()[i];
            assertClose(
                    "confidence_without_curvature",
                    i,
                    without[i],
                    Confidence.withoutCurvature(
                            error, response.dimensions(), settings().alpha()));
            assertClose(
                    "curvature_factor",
                    i,
                    factor[i],
                    Confidence.curvatureFactor(gamma, settings().beta()));
            assertClose(
                    "confidence", i, whole[i], Confidence.confidence(error, gamma, response.dimensions(), settings()));
        }
    }

    @Test
    void gammaIsTheMeanOfTheJacobianDiagonalLessOne() {
        for (JsonNode cases : new JsonNode[] {plane, tenDimensions}) {
            double[] diagonal = ReferenceFolder.numbers(cases, "jacobian_diagonal");
            double[] gamma = ReferenceFolder.numbers(cases, "gamma");
            assertEquals(cases.get("x").size(), gamma.length);
            int dimensions = diagonal.length / gamma.length;
            float[] single = floats(diagonal);
            for (int i = 0; i < gamma.length; i++) {
                // A sum of numbers near 1 less 1 loses what float32 rounds off the numbers, however small gamma is.
                assertEquals(
                        gamma[i],
                        Confidence.gamma(single, i * dimensions, dimensions),
                        TOLERANCE * Math.max(Math.abs(gamma[i]), 0.01),
                        "gamma of case " + i);
            }
        }
    }

    private static ConfidenceSettings settings() {
        return new ConfidenceSettings(
                plane.get("alpha").doubleValue(), plane.get("beta").doubleValue(), 0.5);
    }

    private static PlaneResponse response() {
        double[] error = ReferenceFolder.numbers(plane, "error_l2");
        double[] y = ReferenceFolder.numbers(plane, "y");
        double[] r = ReferenceFolder.numbers(plane, "r");
        return new PlaneResponse(
                error.length,
                r.length / error.length,
                y.length / error.length,
                floats(y),
                floats(r),
                floats(error),
                floats(ReferenceFolder.numbers(plane, "gamma")));
    }

    private static void assertAgrees(String key, float[] actual) {
        double[] expected = ReferenceFolder.numbers(plane, key);
        assertEquals(expected.length, actual.length, key);
        for (int i = 0; i < expected.length; i++) {
            assertClose(key, i, expected[i], actual[i]);
        }
    }

    /** Relative, down to the smallest numbers that float32 holds with full precision. */
    private static void assertClose(String what, int index, double expected, double actual) {
        assertEquals(expected, actual, TOLERANCE * Math.max(Math.abs(expected), 1e-30), what + " of case " + index);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
