package org.penumbra.detector.svm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.ReferenceFolder.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.penumbra.detector.Features;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.tail.WeibullTail;
import org.penumbra.kit.ReferenceFolder;
import org.penumbra.net.Evidence;

/** The W-SVM and every value on its way against an independent computation. */
class ReferenceWSvmTest {

    private static JsonNode reference;
    private static int[] labels;
    private static int classes;

    @BeforeAll
    static void read() throws IOException {
        reference = ReferenceFolder.read("detectors/w_svm.json");
        labels = Arrays.stream(numbers(reference, "labels"))
                .mapToInt(label -> (int) label)
                .toArray();
        classes = reference.get("classes").size();
        assertTrue(classes > 1);
        assertEquals(WSvmTails.TRANSLATE, reference.get("translate").doubleValue());
    }

    private static double tolerance(String name) {
        return reference.get("tolerance").get(name).doubleValue();
    }

    /** From the reference's own decisions on, so that no solver comes between. */
    @Test
    void givenDecisionsBecomeTheSameProbabilities() {
        double close = tolerance("given_decisions");
        int queries = reference.get("queries").size();
        WSvmValues values = WSvmValues.empty(queries, classes);
        for (JsonNode one : reference.get("classes")) {
            int label = one.get("target").intValue();
            double[] train = numbers(one.get("binary"), "train_decision");
            WSvmTails tails = WSvmTails.fit(
                    IntStream.range(0, train.length)
                            .filter(i -> labels[i] == label)
                            .mapToDouble(i -> train[i])
                            .toArray(),
                    IntStream.range(0, train.length)
                            .filter(i -> labels[i] != label)
                            .mapToDouble(i -> train[i])
                            .toArray(),
                    numbers(one.get("one_class"), "train_decision"),
                    new WSvmTails.Sizes(
                            size(one, "weibull_positive"),
                            size(one, "weibull_negative"),
                            size(one, "weibull_one_class")));
            assertTail(one.get("weibull_positive"), tails.inclusion(), close, "class " + label + ", eta");
            assertTail(one.get("weibull_negative"), tails.exclusion(), close, "class " + label + ", psi");
            assertTail(one.get("weibull_one_class"), tails.near(), close, "class " + label + ", O");
            double[] f = numbers(one.get("binary"), "query_decision");
            double[] boundary = numbers(one.get("one_class"), "query_decision");
            for (int row = 0; row < queries; row++) {
                int at = row * classes + label;
                values.included()[at] = tails.included(f[row]);
                values.notOthers()[at] = tails.notOthers(f[row]);
                values.near()[at] = tails.near(boundary[row]);
                values.iota()[at] =
                        values.near()[at] > reference.get("delta_tau").doubleValue();
            }
        }
        assertValues(values, close);
    }

    private static int size(JsonNode one, String tail) {
        return one.get(tail).get("tail_size").intValue();
    }

    private static void assertTail(JsonNode expected, WeibullTail found, double close, String what) {
        assertEquals(expected.get("sign").intValue(), found.sign(), what);
        assertEquals(expected.get("translate").doubleValue(), found.translate(), what);
        assertEquals(expected.get("small_score").doubleValue(), found.least(), 1e-12, what);
        double shape = expected.get("shape").doubleValue();
        assertEquals(shape, found.weibull().shape(), close * Math.max(1, shape), what + ", shape");
        assertEquals(expected.get("scale").doubleValue(), found.weibull().scale(), close, what + ", scale");
    }

    /** Probabilities, products, scores and answers. */
    private static void assertValues(WSvmValues values, double close) {
        double[] answers = numbers(reference, "answer");
        double[] scores = numbers(reference, "scores");
        double least = reference.get("delta_R").doubleValue();
        for (JsonNode one : reference.get("classes")) {
            int label = one.get("target").intValue();
            double[] included = numbers(one, "p_eta");
            double[] notOthers = numbers(one, "p_psi");
            double[] near = numbers(one, "p_one_class");
            double[] iota = numbers(one, "iota");
            double[] products = numbers(one, "product");
            double[] own = numbers(one, "score");
            for (int row = 0; row < answers.length; row++) {
                int at = row * classes + label;
                String what = "class " + label + ", query " + row;
                assertEquals(included[row], values.included()[at], close, what + ", P_eta");
                assertEquals(notOthers[row], values.notOthers()[at], close, what + ", P_psi");
                assertEquals(near[row], values.near()[at], close, what + ", P_O");
                assertEquals(iota[row] > 0, values.iota()[at], what + ", iota");
                assertEquals(products[row], values.product(row, label), close, what + ", product");
                assertEquals(own[row], values.score(row, label), close, what + ", score");
                assertEquals(scores[at], values.score(row, label), close, what + ", scores");
            }
        }
        for (int row = 0; row < answers.length; row++) {
            int best = values.likeliest(row);
            assertEquals((int) answers[row], values.score(row, best) >= least ? best : -1, "query " + row);
        }
    }

    @Test
    void tailsAreAsLongAsTheReferenceHasThem() {
        for (JsonNode one : reference.get("classes")) {
            int label = one.get("target").intValue();
            int own = (int) Arrays.stream(labels).filter(l -> l == label).count();
            JsonNode binary = one.get("binary");
            WSvmTails.Sizes sizes = WSvmTails.Sizes.of(
                    binary.get("positive_support_vectors").intValue(),
                    binary.get("negative_support_vectors").intValue(),
                    one.get("one_class").get("support_vectors").intValue(),
                    own,
                    labels.length - own,
                    classes);
            assertEquals(size(one, "weibull_positive"), sizes.own());
            assertEquals(size(one, "weibull_negative"), sizes.others());
            assertEquals(size(one, "weibull_one_class"), sizes.boundary());
        }
    }

    /** Machines of our own, and the reference's tail sizes, as support vectors hang on the last digits of a solver. */
    @Test
    void aWholeMachineAnswersAsTheReference() {
        double close = tolerance("whole_machine");
        Evidence points = evidence("points");
        Evidence queries = evidence("queries");
        WSvm detector = new WSvm(
                Features.INPUTS,
                reference.get("C").doubleValue(),
                reference.get("gamma").doubleValue(),
                reference.get("nu").doubleValue(),
                reference.get("delta_tau").doubleValue(),
                reference.get("delta_R").doubleValue(),
                5000);
        assertEquals(
                reference.get("gamma").doubleValue(), reference.get("cap_gamma").doubleValue());
        FittedWSvm fitted = detector.fit(FitData.of(points, labels), FitWatcher.NONE);
        WSvmValues train = fitted.values(points);
        WSvmValues asked = fitted.values(queries);
        List<WSvmTails> tails = new ArrayList<>();
        for (JsonNode one : reference.get("classes")) {
            int label = one.get("target").intValue();
            double[] boundary = column(train.boundary(), label, label, true);
            tails.add(WSvmTails.fit(
                    column(train.decisions(), label, label, true),
                    column(train.decisions(), label, label, false),
                    boundary,
                    new WSvmTails.Sizes(
                            size(one, "weibull_positive"),
                            size(one, "weibull_negative"),
                            size(one, "weibull_one_class"))));
            String what = "class " + label;
            assertColumn(numbers(one.get("binary"), "train_decision"), train.decisions(), label, close, what);
            assertColumn(numbers(one.get("binary"), "query_decision"), asked.decisions(), label, close, what);
            assertColumn(numbers(one.get("one_class"), "query_decision"), asked.boundary(), label, close, what);
            double[] expected = numbers(one.get("one_class"), "train_decision");
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], boundary[i], close, what + ", boundary, " + i);
            }
            List<SvmMachine> machines = fitted.functions().machines();
            assertEquals(
                    one.get("binary").get("rho").doubleValue(),
                    machines.get(label).rho(),
                    close,
                    what);
            assertEquals(
                    one.get("one_class").get("rho").doubleValue(),
                    machines.get(classes + label).rho(),
                    close,
                    what);
        }
        FittedWSvm withSizes = new FittedWSvm(detector, 2, classes, 1, fitted.functions(), tails);
        assertValues(withSizes.values(queries), close);
        double[] answers = numbers(reference, "answer");
        Opinion opinion = withSizes.judge(queries);
        for (int row = 0; row < answers.length; row++) {
            boolean known = opinion.acceptance()[row] >= withSizes.about().usualTau();
            assertEquals((int) answers[row], known ? opinion.answer(row) : -1, "query " + row);
        }
    }

    /** One class's column of the inputs that are of a class, or are not. */
    private static double[] column(double[] all, int column, int label, boolean own) {
        return IntStream.range(0, labels.length)
                .filter(row -> labels[row] == label == own)
                .mapToDouble(row -> all[row * classes + column])
                .toArray();
    }

    private static void assertColumn(double[] expected, double[] found, int column, double close, String what) {
        assertEquals(expected.length * classes, found.length, what);
        for (int row = 0; row < expected.length; row++) {
            assertEquals(expected[row], found[row * classes + column], close, what + ", row " + row);
        }
    }

    private static Evidence evidence(String name) {
        double[] numbers = numbers(reference, name);
        float[] values = new float[numbers.length];
        IntStream.range(0, values.length).forEach(i -> values[i] = (float) numbers[i]);
        int count = reference.get(name).size();
        return Evidence.of(count, values.length / count, classes).withInputs(values);
    }
}
