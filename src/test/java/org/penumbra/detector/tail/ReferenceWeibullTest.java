package org.penumbra.detector.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.ReferenceFolder.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.penumbra.kit.ReferenceFolder;

/** The Weibull distribution against an independent computation in double precision. */
class ReferenceWeibullTest {

    private static JsonNode reference;

    @BeforeAll
    static void read() throws IOException {
        reference = ReferenceFolder.read("detectors/weibull.json");
    }

    private static double tolerance(String name) {
        return reference.get("tolerance").get(name).doubleValue();
    }

    @Test
    void fitsAreTheLikeliest() {
        assertTrue(reference.get("fits").size() > 0);
        for (JsonNode fit : reference.get("fits")) {
            String name = fit.get("name").asText();
            double[] data = numbers(fit, "data");
            Weibull weibull = Weibull.fit(data);
            double tolerance = tolerance("shape_scale");
            assertRelative(fit.get("shape").doubleValue(), weibull.shape(), tolerance, name + ", shape");
            assertRelative(fit.get("scale").doubleValue(), weibull.scale(), tolerance, name + ", scale");
            assertRelative(
                    fit.get("log_likelihood").doubleValue(),
                    weibull.logLikelihood(data),
                    tolerance,
                    name + ", likelihood");
            double[] at = numbers(fit, "at");
            double[] cdf = numbers(fit, "cdf");
            double[] pdf = numbers(fit, "pdf");
            for (int i = 0; i < at.length; i++) {
                assertEquals(cdf[i], weibull.below(at[i]), tolerance("cdf"), name + ", F(" + at[i] + ")");
                assertEquals(1 - cdf[i], weibull.above(at[i]), tolerance("cdf"), name + ", 1 - F(" + at[i] + ")");
                assertRelative(pdf[i], weibull.density(at[i]), 1e-5, name + ", density at " + at[i]);
            }
        }
    }

    @Test
    void tailsLieInTheirFrame() {
        assertTrue(reference.get("tails").size() > 0);
        for (JsonNode tail : reference.get("tails")) {
            String name = tail.get("name").asText() + ", " + tail.get("tail_size") + ", " + tail.get("translate");
            boolean far = tail.get("translate").doubleValue() > 1000;
            double tolerance = tolerance(far ? "shape_scale_at_translate_10000" : "shape_scale");
            WeibullTail fitted = WeibullTail.fit(
                    numbers(reference.get("tail_values"), tail.get("name").asText()),
                    tail.get("tail_size").intValue(),
                    tail.get("sign").intValue(),
                    tail.get("translate").doubleValue());
            assertEquals(tail.get("small_score").doubleValue(), fitted.least(), 1e-12, name);
            assertRelative(tail.get("shape").doubleValue(), fitted.weibull().shape(), tolerance, name + ", shape");
            assertRelative(tail.get("scale").doubleValue(), fitted.weibull().scale(), tolerance, name + ", scale");
            double close = tolerance(far ? "cdf_at_translate_10000" : "cdf");
            double[] at = numbers(tail, "at");
            double[] cdf = numbers(tail, "cdf");
            double[] complement = numbers(tail, "complement");
            for (int i = 0; i < at.length; i++) {
                assertEquals(cdf[i], fitted.beyond(at[i]), close, name + ", at " + at[i]);
                assertEquals(complement[i], fitted.within(at[i]), close, name + ", at " + at[i]);
            }
            double[] shares = numbers(tail, "inverse_at");
            double[] inverse = numbers(tail, "inverse");
            for (int i = 0; i < shares.length; i++) {
                assertRelative(inverse[i], fitted.at(shares[i]), far ? 1e-4 : 1e-6, name + ", where F is " + shares[i]);
            }
        }
    }

    @Test
    void valuesWithoutADistributionAreRefused() {
        assertTrue(reference.get("no_fit").size() > 0);
        for (JsonNode values : reference.get("no_fit")) {
            double[] numbers = new double[values.size()];
            Arrays.setAll(numbers, i -> values.get(i).doubleValue());
            assertThrows(IllegalArgumentException.class, () -> Weibull.fit(numbers), Arrays.toString(numbers));
        }
    }

    private static void assertRelative(double expected, double found, double tolerance, String what) {
        assertEquals(expected, found, tolerance * Math.max(1, Math.abs(expected)), what);
    }
}
