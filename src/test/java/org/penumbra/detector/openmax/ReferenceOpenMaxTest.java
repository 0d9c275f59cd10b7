package org.penumbra.detector.openmax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.ReferenceFolder.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitWatcher;
import org.penumbra.kit.ReferenceFolder;
import org.penumbra.net.Evidence;

/** OpenMax with every intermediate value against an independent computation in double precision. */
class ReferenceOpenMaxTest {

    private static JsonNode reference;
    private static List<double[][]> members;
    private static double[][] queries;

    @BeforeAll
    static void read() throws IOException {
        reference = ReferenceFolder.read("detectors/openmax.json");
        queries = rows(reference, "queries");
        members = members();
    }

    private static double[][] rows(JsonNode node, String key) {
        double[][] rows = new double[node.get(key).size()][];
        Arrays.setAll(rows, row -> {
            double[] numbers = new double[node.get(key).get(row).size()];
            Arrays.setAll(numbers, i -> node.get(key).get(row).get(i).doubleValue());
            return numbers;
        });
        return rows;
    }

    private static List<double[][]> members() {
        double[][] activations = rows(reference, "activations");
        double[] labels = numbers(reference, "labels");
        List<double[][]> classes = new ArrayList<>();
        for (int c = 0; c < reference.get("classes").intValue(); c++) {
            List<double[]> some = new ArrayList<>();
            for (int row = 0; row < labels.length; row++) {
                double[] v = activations[row];
                boolean right = v[(int) labels[row]] == Arrays.stream(v).max().orElseThrow();
                assertEquals(reference.get("correct").get(row).booleanValue(), right, "row " + row);
                if (labels[row] == c && right) {
                    some.add(v);
                }
            }
            classes.add(some.toArray(new double[0][]));
        }
        return classes;
    }

    private static double tolerance(JsonNode run) {
        boolean far = run.get("translate").doubleValue() > 1000;
        return reference
                .get("tolerance")
                .get(far ? "translate_10000" : "translate_1")
                .doubleValue();
    }

    private static ActivationModel model(JsonNode run) {
        return ActivationModel.of(
                ActivationDistance.valueOf(run.get("distance").asText().toUpperCase(Locale.ROOT)),
                members,
                run.get("tail_size").intValue(),
                run.get("translate").doubleValue());
    }

    private static String name(JsonNode run) {
        return run.get("distance") + ", tail " + run.get("tail_size") + ", translate " + run.get("translate");
    }

    private static void assertClose(double[] expected, double[] found, double tolerance, String what) {
        assertEquals(expected.length, found.length, what);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], tolerance * Math.max(1, Math.abs(expected[i])), what + ", " + i);
        }
    }

    @Test
    void classesAreThoseOfTheCase() {
        assertTrue(reference.get("runs").size() > 0);
        for (JsonNode run : reference.get("runs")) {
            ActivationModel model = model(run);
            double tolerance = tolerance(run);
            for (int c = 0; c < members.size(); c++) {
                ClassTail tail = model.classes().get(c);
                String what = name(run) + ", class " + c;
                assertClose(rows(reference, "mav")[c], tail.mean(), tolerance, what + ", mean");
                JsonNode distances = run.get("class_distances");
                if (distances.size() > 0) {
                    double[] found = ActivationModel.distances(model.distance(), members.get(c), tail.mean());
                    assertClose(rows(run, "class_distances")[c], found, tolerance, what + ", distance");
                }
                JsonNode weibull = run.get("weibull").get(c);
                assertEquals(weibull.get("sign").intValue(), tail.tail().sign(), what);
                assertEquals(weibull.get("tail_size").intValue(), tail.distances().length, what);
                assertEquals(weibull.get("translate").doubleValue(), tail.tail().translate(), what);
                assertEquals(
                        weibull.get("small_score").doubleValue(), tail.tail().least(), tolerance, what);
                double shape = weibull.get("shape").doubleValue();
                assertEquals(shape, tail.tail().weibull().shape(), tolerance * shape, what + ", shape");
                double scale = weibull.get("scale").doubleValue();
                assertEquals(scale, tail.tail().weibull().scale(), tolerance * scale, what + ", scale");
            }
        }
    }

    @Test
    void queriesAreRevisedAsInTheCase() {
        double threshold = reference.get("threshold").doubleValue();
        for (JsonNode run : reference.get("runs")) {
            ActivationModel model = model(run);
            assertTrue(run.get("results").size() > 0);
            for (JsonNode result : run.get("results")) {
                for (int row = 0; row < queries.length; row++) {
                    check(run, result, model, row, threshold);
                }
            }
        }
    }

    private static void check(JsonNode run, JsonNode result, ActivationModel model, int row, double threshold) {
        String what = name(run) + ", alpha " + result.get("alpha") + ", " + result.get("weights") + ", query " + row;
        double tolerance = tolerance(run);
        Revision revision = model.revise(
                queries[row],
                result.get("alpha").intValue(),
                RankWeights.valueOf(result.get("weights").asText().toUpperCase(Locale.ROOT)));
        assertClose(rows(run, "query_distance")[row], revision.distances(), tolerance, what + ", distance");
        assertClose(rows(run, "w_score")[row], revision.beyond(), tolerance, what + ", w");
        assertClose(rows(result, "omega")[row], revision.kept(), tolerance, what + ", omega");
        assertClose(rows(result, "revised")[row], revision.activations(), tolerance, what + ", revised");
        double unknown = result.get("unknown_activation").get(row).doubleValue();
        assertEquals(unknown, revision.unknown(), tolerance * Math.max(1, Math.abs(unknown)), what + ", unknown");
        assertClose(rows(result, "probability")[row], revision.probabilities(), tolerance, what + ", probability");
        assertEquals(result.get("answer").get(row).intValue(), revision.answer(threshold), what);
    }

    @Test
    void theDetectorSaysTheSameInSinglePrecision() {
        JsonNode run = reference.get("runs").get(0);
        JsonNode result = run.get("results").get(0);
        int alpha = result.get("alpha").intValue();
        OpenMax detector =
                new OpenMax(alpha, run.get("tail_size").intValue(), ActivationDistance.EUCLIDEAN, RankWeights.CODE);
        int[] labels = Arrays.stream(numbers(reference, "labels"))
                .mapToInt(label -> (int) label)
                .toArray();
        FittedOpenMax fitted =
                (FittedOpenMax) detector.fit(FitData.of(evidence("activations"), labels), FitWatcher.NONE);
        Evidence asked = evidence("queries");
        for (int row = 0; row < asked.count(); row++) {
            double[] expected = rows(result, "probability")[row];
            double unknown = expected[expected.length - 1];
            assertEquals(1 - unknown, fitted.judge(asked).acceptance()[row], 1e-5, "query " + row);
            for (int c = 0; c < expected.length - 1; c++) {
                assertEquals(expected[c], Math.exp(fitted.judge(asked).logScore(row, c)), 1e-5, "query " + row);
            }
        }
    }

    private static Evidence evidence(String key) {
        double[] numbers = numbers(reference, key);
        float[] logits = new float[numbers.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) numbers[i];
        }
        int classes = reference.get("classes").intValue();
        return Evidence.of(logits.length / classes, 2, classes).withOutputs(logits, new float[0]);
    }
}
