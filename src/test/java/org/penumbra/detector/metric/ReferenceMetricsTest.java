package org.penumbra.detector.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.ReferenceFolder.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.penumbra.kit.ReferenceFolder;

/** All figures against an independent computation. */
class ReferenceMetricsTest {

    private static JsonNode reference;
    private static double tolerance;

    @BeforeAll
    static void read() throws IOException {
        reference = ReferenceFolder.read("detectors/metrics.json");
        tolerance = reference.get("tolerance").doubleValue();
        assertTrue(reference.get("cases").size() > 0);
    }

    @Test
    void figuresOverAllThresholdsAgree() {
        for (JsonNode one : reference.get("cases")) {
            Separation separation = new Separation(numbers(one, "known_scores"), numbers(one, "unknown_scores"));
            assertValue(one, "auroc", separation.auroc());
            assertValue(one, "average_precision_known", separation.averagePrecisionOfKnown());
            assertValue(one, "average_precision_unknown", separation.averagePrecisionOfUnknown());
            assertValue(one, "aupr_trapezoid_known", separation.trapezoidAuprOfKnown());
            assertValue(one, "aupr_trapezoid_unknown", separation.trapezoidAuprOfUnknown());
            Separation.RateAt known = separation.unknownAcceptedWhere95PercentOfKnownAre();
            assertValue(one, "threshold_known_95", known.threshold());
            assertValue(one, "fpr_at_95_tpr_known", known.rate());
            Separation.RateAt unknown = separation.knownRefusedWhere95PercentOfUnknownAre();
            assertValue(one, "threshold_unknown_95", unknown.threshold());
            assertValue(one, "fpr_at_95_tpr_unknown", unknown.rate());
        }
    }

    @Test
    void theOpenSetCurveAgrees() {
        for (JsonNode one : reference.get("cases")) {
            int[] labels = whole(one, "known_labels");
            int[] answers = whole(one, "known_predictions");
            boolean[] right = new boolean[labels.length];
            for (int i = 0; i < right.length; i++) {
                right[i] = labels[i] == answers[i];
            }
            OpenSetCurve curve = OpenSetCurve.of(numbers(one, "known_scores"), right, numbers(one, "unknown_scores"));
            assertValue(one, "oscr", curve.area());
            assertValue(one, "closed_set_accuracy", curve.accuracy());
            assertArrayEquals(numbers(one, "oscr_curve_fpr"), curve.unknownAccepted(), tolerance, name(one));
            assertArrayEquals(numbers(one, "oscr_curve_ccr"), curve.knownRight(), tolerance, name(one));
        }
    }

    @Test
    void figuresAtAThresholdAgree() {
        for (JsonNode one : reference.get("cases")) {
            assertTrue(one.get("at_threshold").size() > 0);
            for (JsonNode at : one.get("at_threshold")) {
                double tau = at.get("tau").doubleValue();
                int[] answers = IntStream.concat(
                                Arrays.stream(OpenSetFigures.answers(
                                        whole(one, "known_predictions"), numbers(one, "known_scores"), tau)),
                                Arrays.stream(OpenSetFigures.answers(
                                        whole(one, "unknown_predictions"), numbers(one, "unknown_scores"), tau)))
                        .toArray();
                assertArrayEquals(whole(at, "answers"), answers, name(one));
                int[] known = whole(one, "known_labels");
                int[] truths = Arrays.copyOf(known, answers.length);
                Arrays.fill(truths, known.length, truths.length, OpenSetFigures.UNKNOWN);
                OpenSetFigures figures = OpenSetFigures.of(one.get("classes").intValue(), truths, answers);
                assertArrayEquals(numbers(at, "f1_per_class"), figures.f1OfClasses(), tolerance, name(one));
                assertValue(at, "f1_unknown", figures.f1OfUnknown());
                assertValue(at, "macro_f1", figures.macroF1());
                assertValue(at, "macro_f1_known_only", figures.macroF1OfKnown());
                assertValue(at, "f_of_macro_precision_recall_known_only", figures.fOfMacroPrecisionAndRecall());
                assertValue(at, "accuracy", figures.accuracy());
                assertValue(at, "known_accepted_and_right", figures.knownAcceptedAndRight());
                assertValue(at, "unknown_accepted", figures.unknownAccepted());
                assertValue(at, "youden", figures.youden());
            }
        }
    }

    @Test
    void opennessAgrees() {
        assertTrue(reference.get("openness").size() > 0);
        for (JsonNode one : reference.get("openness")) {
            int train = one.get("train").intValue();
            int test = one.get("test").intValue();
            assertValue(one, "openness", Openness.of(train, one.get("target").intValue(), test));
            assertValue(one, "openness_survey", Openness.ofSurvey(train, test));
        }
    }

    private static int[] whole(JsonNode node, String name) {
        return Arrays.stream(numbers(node, name))
                .mapToInt(number -> (int) number)
                .toArray();
    }

    private static String name(JsonNode one) {
        return one.path("name").asText("tau " + one.path("tau"));
    }

    private static void assertValue(JsonNode node, String name, double found) {
        assertTrue(node.has(name), name);
        assertEquals(node.get(name).doubleValue(), found, tolerance, name(node) + ", " + name);
    }
}
