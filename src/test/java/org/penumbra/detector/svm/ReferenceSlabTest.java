package org.penumbra.detector.svm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.ReferenceFolder.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.penumbra.detector.Features;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Opinion;
import org.penumbra.kit.ReferenceFolder;
import org.penumbra.net.Evidence;

/** The planes of the 1-vs-Set machine against an independent search, and a whole machine. */
class ReferenceSlabTest {

    private static JsonNode reference;
    private static double close;

    @BeforeAll
    static void read() throws IOException {
        reference = ReferenceFolder.read("detectors/one_vs_set.json");
        close = reference.get("tolerance").get("fixed_scores").doubleValue();
        assertTrue(reference.get("cases").size() > 0);
    }

    @Test
    void planesAreThoseOfTheLeastRisk() {
        for (JsonNode one : reference.get("cases")) {
            double[] scores = numbers(one, "scores");
            boolean[] positive = positive(one);
            for (JsonNode result : one.get("results")) {
                double beta = result.get("beta").doubleValue();
                String what = one.get("name").asText() + ", beta " + beta;
                SlabPlanes planes = new SlabSearch(scores, positive, beta).planes();
                assertNear(one, "positive_width", planes.needed(), what);
                assertNear(result, "near", planes.near(), what);
                assertNear(result, "far", planes.far(), what);
                assertNear(result, "risk", planes.risk(), what);
                SlabRisk risk = SlabRisk.of(scores, positive, planes.near(), planes.far(), beta);
                assertRisk(result, risk, what);
                assertEquals(result.get("false_negatives").intValue(), risk.falseNegatives(), what);
                assertNear(result, "runner_up_risk", runnerUp(scores, positive, planes, beta), what);
                assertTrue(result.get("with_pressure").size() > 0);
                for (JsonNode shifted : result.get("with_pressure")) {
                    assertShifted(shifted, planes, scores, positive, beta, what);
                }
            }
        }
    }

    private static void assertShifted(
            JsonNode shifted, SlabPlanes planes, double[] scores, boolean[] positive, double beta, String what) {
        double nearPressure = shifted.get("near_pressure").doubleValue();
        double farPressure = shifted.get("far_pressure").doubleValue();
        String which = what + ", pressures " + nearPressure + " and " + farPressure;
        double near = planes.near(nearPressure);
        double far = planes.far(farPressure);
        assertNear(shifted, "near", near, which);
        assertNear(shifted, "far", far, which);
        SlabRisk risk = SlabRisk.of(scores, positive, near, far, beta);
        assertRisk(shifted, risk, which);
        assertNear(shifted, "open_space", planes.openSpace(nearPressure, farPressure), which);
        assertEquals(shifted.get("near_rule").asText(), rule(planes.nearStep(), planes), which);
        assertEquals(shifted.get("far_rule").asText(), rule(planes.farStep(), planes), which);
    }

    private static String rule(double step, SlabPlanes planes) {
        return step == 0 ? "stays" : step == planes.needed() / 2 ? "outwards" : "towards the negative below";
    }

    private static void assertRisk(JsonNode expected, SlabRisk risk, String what) {
        assertEquals(expected.get("true_positives").intValue(), risk.truePositives(), what);
        assertEquals(expected.get("false_positives").intValue(), risk.falsePositives(), what);
        assertNear(expected, "precision", risk.precision(), what);
        assertNear(expected, "recall", risk.recall(), what);
        assertNear(expected, "f_measure", risk.fMeasure(), what);
        assertNear(expected, "generalisation", risk.generalisation(), what);
        assertNear(expected, "specialisation", risk.specialisation(), what);
        assertNear(expected, "open_space", risk.openSpace(), what);
        assertNear(expected, "risk", risk.risk(), what);
    }

    /** The least risk of all other pairs, one by one. */
    private static double runnerUp(double[] scores, boolean[] positive, SlabPlanes best, double beta) {
        double[] sorted = Arrays.stream(scores).distinct().sorted().toArray();
        double least = Double.POSITIVE_INFINITY;
        for (double near : sorted) {
            for (double far : sorted) {
                if (near < far && !(near == best.near() && far == best.far())) {
                    least = Math.min(
                            least,
                            SlabRisk.of(scores, positive, near, far, beta).risk());
                }
            }
        }
        return least;
    }

    @Test
    void byTurnsAnOptimumIsFoundThatIsNeverBetterThanTheBest() {
        int equal = 0;
        for (JsonNode one : reference.get("cases")) {
            double[] scores = numbers(one, "scores");
            SlabPlanes exact = new SlabSearch(scores, positive(one), 1).exact();
            SlabPlanes turns = new SlabSearch(scores, positive(one), 1).byTurns();
            assertTrue(turns.risk() >= exact.risk(), one.get("name").asText());
            assertTrue(turns.risk() <= 1.2 * exact.risk(), one.get("name").asText());
            equal += turns.equals(exact) ? 1 : 0;
        }
        assertTrue(equal >= 4, "the same planes in " + equal + " of the cases");
    }

    @Test
    void depthsAreSharesOfTheSlab() {
        for (JsonNode one : reference.get("cases")) {
            double[] planes = numbers(one, "query_planes");
            double[] scores = numbers(one, "query_scores");
            double[] distances = numbers(one, "query_distance");
            for (int i = 0; i < scores.length; i++) {
                assertEquals(
                        distances[i],
                        SlabPlanes.depth(scores[i], planes[0], planes[1]),
                        close,
                        one.get("name").asText() + ", " + scores[i]);
            }
        }
    }

    @Test
    void aWholeMachineAnswersAsTheReference() {
        JsonNode machine = reference.get("machine");
        double tolerance = reference.get("tolerance").get("machine").doubleValue();
        int classes = machine.get("classes").size();
        Evidence points = evidence(machine, "points", classes);
        int[] labels = Arrays.stream(numbers(machine, "labels"))
                .mapToInt(label -> (int) label)
                .toArray();
        FittedOneVsSet fitted =
                new OneVsSet(Features.INPUTS, 1, 0.15, 0.15, 5000).fit(FitData.of(points, labels), FitWatcher.NONE);
        Evidence queries = evidence(machine, "queries", classes);
        double[] depths = fitted.depths(queries);
        for (JsonNode expected : machine.get("classes")) {
            int label = expected.get("target").intValue();
            String what = "class " + label;
            SlabPlanes planes = fitted.slabs().get(label);
            assertColumn(numbers(expected, "train_decision"), fitted.decisions(points), label, tolerance, what);
            assertColumn(numbers(expected, "query_decision"), fitted.decisions(queries), label, tolerance, what);
            assertColumn(numbers(expected, "query_distance"), depths, label, tolerance, what);
            assertEquals(expected.get("near_before").doubleValue(), planes.near(), tolerance, what);
            assertEquals(expected.get("far_before").doubleValue(), planes.far(), tolerance, what);
            assertEquals(expected.get("near").doubleValue(), fitted.near(label), tolerance, what);
            assertEquals(expected.get("far").doubleValue(), fitted.far(label), tolerance, what);
            assertEquals(expected.get("risk").doubleValue(), planes.risk(), tolerance, what);
        }
        double[] all = numbers(machine, "distances");
        double[] answers = numbers(machine, "answer");
        Opinion opinion = fitted.judge(queries);
        assertEquals(all.length, depths.length);
        for (int i = 0; i < all.length; i++) {
            assertEquals(all[i], depths[i], tolerance, "distance " + i);
        }
        for (int row = 0; row < answers.length; row++) {
            boolean known = opinion.acceptance()[row] >= fitted.about().usualTau();
            assertEquals((int) answers[row], known ? opinion.answer(row) : -1, "query " + row);
        }
    }

    private static void assertColumn(double[] expected, double[] found, int column, double tolerance, String what) {
        int columns = found.length / expected.length;
        for (int row = 0; row < expected.length; row++) {
            assertEquals(expected[row], found[row * columns + column], tolerance, what + ", row " + row);
        }
    }

    private static Evidence evidence(JsonNode machine, String name, int classes) {
        double[] numbers = numbers(machine, name);
        float[] values = new float[numbers.length];
        IntStream.range(0, values.length).forEach(i -> values[i] = (float) numbers[i]);
        int count = machine.get(name).size();
        return Evidence.of(count, values.length / count, classes).withInputs(values);
    }

    private static boolean[] positive(JsonNode one) {
        double[] labels = numbers(one, "labels");
        boolean[] positive = new boolean[labels.length];
        IntStream.range(0, labels.length).forEach(i -> positive[i] = labels[i] > 0);
        return positive;
    }

    private static void assertNear(JsonNode node, String name, double found, String what) {
        double expected = node.get(name).doubleValue();
        assertEquals(expected, found, close * Math.max(1, Math.abs(expected)), what + ", " + name);
    }
}
