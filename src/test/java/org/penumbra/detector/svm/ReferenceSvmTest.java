package org.penumbra.detector.svm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.ReferenceFolder.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.detector.FitWatcher;
import org.penumbra.kit.ReferenceFolder;

/** Support vector machines against a solver in double precision, and against libsvm as scikit-learn has it. */
class ReferenceSvmTest {

    private static final double CLOSE = 1e-7;

    @Test
    void aClassAgainstTheRestIsDecidedAsByTheReference() throws IOException {
        JsonNode reference = ReferenceFolder.read("detectors/svm_binary.json");
        double share = reference.get("tolerance").get("times_largest_decision").doubleValue();
        assertTrue(reference.get("cases").size() > 0);
        for (JsonNode one : reference.get("cases")) {
            FeatureRows points = rows(one, "points");
            double[] labels = numbers(one, "labels");
            boolean[] positive = new boolean[labels.length];
            IntStream.range(0, labels.length).forEach(row -> positive[row] = labels[row] > 0);
            for (JsonNode machine : one.get("machines")) {
                double cost = machine.get("C").doubleValue();
                SvmMachine trained = trainer(machine, points).binary(positive, cost, FitWatcher.NONE);
                String what = machine.get("kernel") + ", C " + cost;
                double close = compare(one, machine, points, trained, share, what);
                assertEquals(machine.get("libsvm_rho").doubleValue(), trained.rho(), close, what);
                assertEquals(
                        objective(machine, points, trained),
                        machine.get("objective").doubleValue(),
                        close,
                        what);
                assertEquals(machine.get("positive_support_vectors").intValue(), trained.positives(cost * 1e-8), what);
                assertEquals(machine.get("negative_support_vectors").intValue(), trained.negatives(cost * 1e-8), what);
            }
        }
    }

    /** {@code 1/2 a'Qa - sum a}, by our own kernel. */
    private static double objective(JsonNode machine, FeatureRows points, SvmMachine trained) {
        double[] f = functions(machine, points, new SvmMachine(trained.support(), trained.coefficients(), 0))
                .of(points.rows(trained.support()));
        double sum = 0;
        for (int i = 0; i < f.length; i++) {
            sum += trained.coefficients()[i] * f[i] / 2 - Math.abs(trained.coefficients()[i]);
        }
        return sum;
    }

    @Test
    void aBoundaryRoundOneClassIsWhereTheReferenceHasIt() throws IOException {
        JsonNode reference = ReferenceFolder.read("detectors/one_class_svm.json");
        double share = reference.get("tolerance").get("times_largest_decision").doubleValue();
        assertTrue(reference.get("cases").size() > 0);
        for (JsonNode one : reference.get("cases")) {
            FeatureRows points = rows(one, "points");
            int[] all = IntStream.range(0, points.count()).toArray();
            for (JsonNode machine : one.get("machines")) {
                double nu = machine.get("nu").doubleValue();
                SvmMachine trained = trainer(machine, points).oneClass(all, nu, FitWatcher.NONE);
                String what = machine.get("kernel") + ", nu " + nu;
                double close = compare(one, machine, points, trained, share, what);
                assertEquals(machine.get("libsvm_rho").doubleValue(), trained.rho(), close, what);
                double sum = Arrays.stream(trained.coefficients()).sum();
                assertEquals(machine.get("sum_alpha").doubleValue(), sum, 1e-9, what);
                assertEquals(machine.get("support_vectors").intValue(), trained.positives(1e-8), what);
                long bound = Arrays.stream(trained.coefficients())
                        .filter(a -> a > 1 - 1e-8)
                        .count();
                assertEquals(machine.get("at_bound").intValue(), bound, what);
                double outside =
                        Arrays.stream(functions(machine, points, trained).of(points))
                                        .filter(f -> f < -close)
                                        .count()
                                / (double) points.count();
                assertEquals(machine.get("share_of_training_outside").doubleValue(), outside, 1e-12, what);
            }
        }
    }

    /** Compares decisions and rho; returns how close they must be. */
    private static double compare(
            JsonNode one, JsonNode machine, FeatureRows points, SvmMachine trained, double share, String what) {
        DecisionFunctions functions = functions(machine, points, trained);
        double[] expected = numbers(machine, "train_decision");
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        double close = share * Math.max(1, largest);
        assertArray(expected, functions.of(points), close, what + ", training");
        double[] queries = functions.of(rows(one, "queries"));
        assertArray(numbers(machine, "decision"), queries, close, what + ", queries");
        assertArray(numbers(machine, "libsvm_decision"), queries, close, what + ", libsvm's queries");
        assertEquals(machine.get("rho").doubleValue(), trained.rho(), close, what);
        return close;
    }

    private static void assertArray(double[] expected, double[] found, double close, String what) {
        assertEquals(expected.length, found.length, what);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], close, what + ", " + i);
        }
    }

    private static SvmTrainer trainer(JsonNode machine, FeatureRows points) {
        return new SvmTrainer(kernel(machine), gamma(machine), CLOSE, points);
    }

    private static SvmKernel kernel(JsonNode machine) {
        return SvmKernel.of(machine.get("kernel").asText());
    }

    private static double gamma(JsonNode machine) {
        return machine.path("gamma").doubleValue();
    }

    private static DecisionFunctions functions(JsonNode machine, FeatureRows points, SvmMachine trained) {
        return kernel(machine) == SvmKernel.RBF
                ? RadialFunctions.of(points, gamma(machine), List.of(trained))
                : LinearFunctions.of(points, List.of(trained));
    }

    private static FeatureRows rows(JsonNode one, String name) {
        double[] numbers = numbers(one, name);
        float[] values = new float[numbers.length];
        IntStream.range(0, values.length).forEach(i -> values[i] = (float) numbers[i]);
        int count = one.get(name).size();
        return new FeatureRows(values, count, values.length / count);
    }
}
