package org.penumbra.detector.svm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.detector.Features;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;

/** Machines as plain values for files, and back. What comes from a file may be anything, so all of it is looked at. */
final class SvmForms {

    private static final String VECTORS = "vectors";
    private static final String ROWS = "rows";
    private static final String WEIGHTS = "weights";
    private static final String COUNTS = "support-counts";
    private static final String SUPPORT = "support";
    private static final String COEFFICIENTS = "coefficients";
    private static final String RHO = "rho";

    private SvmForms() {}

    static FittedForm with(FittedForm form, DecisionFunctions functions) {
        if (functions instanceof RadialFunctions radial) {
            List<SvmMachine> machines = radial.machines();
            double[] coefficients = machines.stream()
                    .flatMapToDouble(machine -> Arrays.stream(machine.coefficients()))
                    .toArray();
            FeatureRows vectors = radial.vectors();
            return support(form, machines.stream().map(SvmMachine::support).toList())
                    .with(VECTORS, new FormArray.Floats(vectors.values(), vectors.count(), vectors.width()))
                    .with(ROWS, new FormArray.Integers(radial.rows(), radial.rows().length))
                    .with(COEFFICIENTS, new FormArray.Doubles(coefficients, coefficients.length))
                    .with(
                            RHO,
                            doubles(machines.stream()
                                    .mapToDouble(SvmMachine::rho)
                                    .toArray()));
        }
        LinearFunctions linear = (LinearFunctions) functions;
        return support(form, linear.support())
                .with(WEIGHTS, new FormArray.Doubles(linear.weights(), linear.count(), linear.width()))
                .with(RHO, doubles(linear.rho()));
    }

    private static FittedForm support(FittedForm form, List<int[]> support) {
        int[] counts = support.stream().mapToInt(one -> one.length).toArray();
        int[] all = support.stream().flatMapToInt(Arrays::stream).toArray();
        return form.with(COUNTS, new FormArray.Integers(counts, counts.length))
                .with(SUPPORT, new FormArray.Integers(all, all.length));
    }

    static FormArray.Doubles doubles(double[] values) {
        return new FormArray.Doubles(values, values.length);
    }

    /**
     * RBF machines.
     *
     * @param machines how many there must be
     */
    static RadialFunctions radial(FittedForm form, Features features, double gamma, int machines) {
        if (!(gamma > 0 && SvmSettings.GAMMA.contains(gamma))) {
            throw new FormException(
                    form.id(), "gamma", "a number above 0 and at most " + SvmSettings.GAMMA.max(), "" + gamma);
        }
        int width = width(form, features, VECTORS);
        float[] values = form.floats(VECTORS, -1, width);
        int count = values.length / width;
        int[] rows = form.integers(ROWS, 0, Integer.MAX_VALUE, count);
        List<int[]> support = support(form, machines, count);
        double[] coefficients = form.doubles(
                COEFFICIENTS, support.stream().mapToInt(one -> one.length).sum());
        double[] rho = form.doubles(RHO, machines);
        List<SvmMachine> all = new ArrayList<>();
        int from = 0;
        for (int m = 0; m < machines; m++) {
            int to = from + support.get(m).length;
            all.add(new SvmMachine(support.get(m), Arrays.copyOfRange(coefficients, from, to), rho[m]));
            from = to;
        }
        return new RadialFunctions(gamma, new FeatureRows(values, count, width), rows, all);
    }

    /**
     * Linear machines.
     *
     * @param machines how many there must be
     */
    static LinearFunctions linear(FittedForm form, Features features, int machines) {
        int width = width(form, features, WEIGHTS);
        return new LinearFunctions(
                width,
                form.doubles(WEIGHTS, machines, width),
                form.doubles(RHO, machines),
                support(form, machines, Integer.MAX_VALUE));
    }

    /** Support vectors of each machine, whose numbers are below a bound. */
    private static List<int[]> support(FittedForm form, int machines, int below) {
        int[] counts = form.integers(COUNTS, 0, Integer.MAX_VALUE, machines);
        int[] all = form.integers(SUPPORT, 0, below - 1, -1);
        if (Arrays.stream(counts).asLongStream().sum() != all.length) {
            throw new FormException(
                    form.id(),
                    SUPPORT,
                    "as many as " + COUNTS + " says, "
                            + Arrays.stream(counts).asLongStream().sum(),
                    Integer.toString(all.length));
        }
        List<int[]> support = new ArrayList<>();
        int from = 0;
        for (int count : counts) {
            support.add(Arrays.copyOfRange(all, from, from + count));
            from += count;
        }
        return support;
    }

    /** Numbers an input has by an array of two directions: D, or any where the code is compared. */
    private static int width(FittedForm form, Features features, String name) {
        FormArray array = form.arrays().get(name);
        int width = array == null || array.shape().length != 2 ? 0 : array.shape()[1];
        if (width < 1 || features == Features.INPUTS && width != form.dimensions()) {
            throw new FormException(
                    form.id(),
                    name,
                    features == Features.INPUTS
                            ? "rows of " + form.dimensions() + " numbers"
                            : "rows of at least one number",
                    array == null ? "nothing" : "shape " + Arrays.toString(array.shape()));
        }
        return width;
    }

    /** A word that was chosen. */
    static String word(FittedForm form, String name, List<String> options) {
        String word = form.choices().get(name);
        if (word == null || !options.contains(word)) {
            throw new FormException(
                    form.id(), name, "one of " + String.join(", ", options), word == null ? "nothing" : "another word");
        }
        return word;
    }

    static Features features(FittedForm form) {
        return Features.of(word(
                form,
                "features",
                Arrays.stream(Features.values()).map(Features::id).toList()));
    }

    /** A whole number that was chosen. */
    static int whole(FittedForm form, String name) {
        double number = form.number(name);
        if (number != (int) number) {
            throw new FormException(form.id(), name, "a whole number", Double.toString(number));
        }
        return (int) number;
    }
}
