package org.penumbra.detector.svm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Machines with a linear kernel, each collapsed to {@code f(x) = w . x - rho} with {@code w = sum a_i x_i}, so that an input
 * costs as little as in a layer of a network.
 *
 * @param width   numbers an input
 * @param weights machines x width, row-major
 * @param rho     one a machine
 * @param support of each machine, rows of the training inputs; nothing is computed from them
 */
public record LinearFunctions(int width, double[] weights, double[] rho, List<int[]> support)
        implements DecisionFunctions {

    public LinearFunctions {
        support = List.copyOf(support);
        if (width < 1 || weights.length != (long) rho.length * width || support.size() != rho.length) {
            throw new IllegalArgumentException(
                    weights.length + " weights do not fit " + rho.length + " machines of width " + width);
        }
    }

    /** Of machines whose support vectors are rows of some points. */
    public static LinearFunctions of(FeatureRows points, List<SvmMachine> machines) {
        int width = points.width();
        double[] weights = new double[machines.size() * width];
        double[] rho = new double[machines.size()];
        for (int m = 0; m < rho.length; m++) {
            SvmMachine machine = machines.get(m);
            rho[m] = machine.rho();
            for (int s = 0; s < machine.support().length; s++) {
                int at = machine.support()[s] * width;
                for (int i = 0; i < width; i++) {
                    weights[m * width + i] += machine.coefficients()[s] * points.values()[at + i];
                }
            }
        }
        return new LinearFunctions(
                width, weights, rho, machines.stream().map(SvmMachine::support).toList());
    }

    @Override
    public int[] support(int machine) {
        return support.get(machine);
    }

    @Override
    public LinearFunctions withRows(int[] rows) {
        List<int[]> moved = new ArrayList<>();
        for (int[] places : support) {
            moved.add(Arrays.stream(places).map(place -> rows[place]).toArray());
        }
        return new LinearFunctions(width, weights, rho, moved);
    }

    @Override
    public int count() {
        return rho.length;
    }

    @Override
    public double[] of(FeatureRows inputs) {
        double[] decisions = new double[inputs.count() * count()];
        for (int row = 0; row < inputs.count(); row++) {
            for (int m = 0; m < count(); m++) {
                double sum = 0;
                for (int i = 0; i < width; i++) {
                    sum += weights[m * width + i] * inputs.values()[row * width + i];
                }
                decisions[row * count() + m] = sum - rho[m];
            }
        }
        return decisions;
    }
}
