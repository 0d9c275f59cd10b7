package org.penumbra.detector.mahalanobis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.penumbra.kit.ReferenceFolder.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitWatcher;
import org.penumbra.kit.ReferenceFolder;
import org.penumbra.net.Evidence;

/** Distances in features against an independent computation in double precision. */
class ReferenceDistancesTest {

    private static JsonNode features;
    private static double tolerance;
    private static int width;
    private static int classes;

    @BeforeAll
    static void read() throws IOException {
        JsonNode reference = ReferenceFolder.read("detectors/scores.json");
        tolerance = reference.get("tolerance").doubleValue();
        features = reference.get("features");
        classes = features.get("W").size();
        width = features.get("W").get(0).size();
    }

    private static float[] single(String key) {
        double[] numbers = numbers(features, key);
        float[] single = new float[numbers.length];
        for (int i = 0; i < single.length; i++) {
            single[i] = (float) numbers[i];
        }
        return single;
    }

    private static int[] labels() {
        return Arrays.stream(numbers(features, "labels"))
                .mapToInt(label -> (int) label)
                .toArray();
    }

    private static void assertClose(double[] expected, double[] found, double within, String what) {
        assertEquals(expected.length, found.length, what);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], within * Math.max(1, Math.abs(expected[i])), what + " " + i);
        }
    }

    private static double[][] rows(String key) {
        double[] all = numbers(features, key);
        double[][] rows = new double[features.get(key).size()][];
        int each = all.length / rows.length;
        Arrays.setAll(rows, row -> Arrays.copyOfRange(all, row * each, (row + 1) * each));
        return rows;
    }

    /** The case's numbers have more digits than single precision, in which networks speak. */
    private static final double SINGLE = 2e-6;

    @Test
    void distancesAreThoseOfTheCase() {
        double[] points = numbers(features, "points");
        double[] queries = numbers(features, "queries");
        Scatter scatter = Scatter.of((int i) -> points[i], width, labels(), classes, FitWatcher.NONE);
        assertClose(numbers(features, "class_means"), scatter.means(), tolerance, "mean");
        assertClose(numbers(features, "covariance"), scatter.covariance(), tolerance, "covariance");
        int count = queries.length / width;
        double[] distances = TiedGaussians.ofClasses(scatter, 0).squaredDistances((int i) -> queries[i], count);
        assertClose(numbers(features, "squared_distances"), distances, tolerance, "squared distance");
        double[] away = TiedGaussians.ofAll(scatter, 0).squaredDistances((int i) -> queries[i], count);
        double[] scores = new double[count];
        Arrays.setAll(
                scores,
                row -> -Arrays.stream(distances, row * classes, (row + 1) * classes)
                        .min()
                        .orElseThrow());
        assertClose(numbers(features, "mahalanobis"), scores, tolerance, "score");
        Arrays.setAll(scores, row -> scores[row] + away[row]);
        assertClose(numbers(features, "relative_mahalanobis"), scores, tolerance, "relative");
    }

    @Test
    void aDetectorSaysTheSameInSinglePrecision() {
        FitData data = FitData.of(evidence("points"), labels());
        FittedMahalanobis tied =
                (FittedMahalanobis) new Mahalanobis(Mahalanobis.Kind.TIED, 0).fit(data, FitWatcher.NONE);
        FittedMahalanobis relative =
                (FittedMahalanobis) new Mahalanobis(Mahalanobis.Kind.RELATIVE, 0).fit(data, FitWatcher.NONE);
        Evidence queries = evidence("queries");
        assertClose(numbers(features, "squared_distances"), tied.squaredDistances(queries), SINGLE, "squared distance");
        assertClose(numbers(features, "mahalanobis"), tied.judge(queries).ranking(), SINGLE, "score");
        assertClose(
                numbers(features, "relative_mahalanobis"),
                relative.judge(queries).ranking(),
                SINGLE,
                "relative");
    }

    private static Evidence evidence(String key) {
        float[] code = single(key);
        int count = code.length / width;
        return Evidence.of(count, width, classes)
                .withCode(code)
                .withOutputs(new float[count * classes], new float[count * classes]);
    }

    @Test
    void theVirtualLogitIsThatOfTheCase() {
        JsonNode vim = features.get("vim");
        double[][] points = rows("points");
        double[][] queries = rows("queries");
        VirtualLogit found = VirtualLogit.of(
                rows("W"), numbers(features, "b"), points, vim.get("principal").intValue());
        assertClose(numbers(vim, "u"), found.origin(), tolerance, "origin");
        assertEquals(vim.get("alpha").doubleValue(), found.alpha(), tolerance);
        double[] residuals = Arrays.stream(queries).mapToDouble(found::residual).toArray();
        double[] scores = Arrays.stream(queries).mapToDouble(found::score).toArray();
        assertClose(numbers(vim, "residual"), residuals, tolerance, "residual");
        assertClose(numbers(vim, "score"), scores, tolerance, "score");
    }
}
