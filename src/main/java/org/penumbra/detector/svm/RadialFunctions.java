package org.penumbra.detector.svm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Machines with an RBF kernel of one gamma over support vectors they share: a kernel value is computed once for all machines
 * that have its support vector. Vectors are in single precision, all sums in double.
 */
public final class RadialFunctions implements DecisionFunctions {

    /** Inputs and support vectors of which all pairs are multiplied at once, so that each number read serves four times. */
    private static final int TILE = 4;
    /** Where the plane is looked at by a raster, a kernel value is a product of two that many cells share. */
    private static final int RASTER_WIDTH = 2;

    private final double gamma;
    private final FeatureRows vectors;
    private final int[] rows;
    private final List<SvmMachine> machines;
    private final double[] squares;

    /**
     * @param gamma    1 / squared units of the inputs, above 0
     * @param vectors  m support vectors
     * @param rows     m, which training inputs they are
     * @param machines whose support is among the m
     */
    public RadialFunctions(double gamma, FeatureRows vectors, int[] rows, List<SvmMachine> machines) {
        if (rows.length != vectors.count()) {
            throw new IllegalArgumentException(vectors.count() + " support vectors, but " + rows.length + " rows");
        }
        this.gamma = gamma;
        this.vectors = vectors;
        this.rows = rows;
        this.machines = List.copyOf(machines);
        squares = new double[vectors.count()];
        Arrays.setAll(squares, vector -> square(vectors, vector));
    }

    /** Of machines whose support vectors are rows of some points. */
    public static RadialFunctions of(FeatureRows points, double gamma, List<SvmMachine> machines) {
        int[] place = new int[points.count()];
        for (SvmMachine machine : machines) {
            for (int row : machine.support()) {
                place[row] = 1;
            }
        }
        int[] rows = new int[Arrays.stream(place).sum()];
        for (int row = 0, next = 0; row < place.length; row++) {
            if (place[row] == 1) {
                rows[next] = row;
                place[row] = next++;
            }
        }
        List<SvmMachine> moved = new ArrayList<>();
        for (SvmMachine machine : machines) {
            int[] support = new int[machine.support().length];
            Arrays.setAll(support, s -> place[machine.support()[s]]);
            moved.add(new SvmMachine(support, machine.coefficients(), machine.rho()));
        }
        return new RadialFunctions(gamma, points.rows(rows), rows, moved);
    }

    /** 1 / squared units of the inputs. */
    public double gamma() {
        return gamma;
    }

    /** The support vectors of all machines, each once; not to be written to. */
    public FeatureRows vectors() {
        return vectors;
    }

    /** Which training inputs the support vectors are; not to be written to. */
    public int[] rows() {
        return rows;
    }

    /** The machines; their support is the places of {@link #vectors}. */
    public List<SvmMachine> machines() {
        return machines;
    }

    @Override
    public int[] support(int machine) {
        return Arrays.stream(machines.get(machine).support())
                .map(place -> rows[place])
                .toArray();
    }

    @Override
    public RadialFunctions withRows(int[] others) {
        return new RadialFunctions(
                gamma, vectors, Arrays.stream(rows).map(place -> others[place]).toArray(), machines);
    }

    @Override
    public int width() {
        return vectors.width();
    }

    @Override
    public int count() {
        return machines.size();
    }

    @Override
    public double[] of(FeatureRows inputs) {
        Optional<PlaneRaster> raster =
                inputs.width() == RASTER_WIDTH ? PlaneRaster.of(inputs.values()) : Optional.empty();
        if (raster.isPresent()) {
            return raster.get().decisions(this);
        }
        double[] decisions = new double[inputs.count() * count()];
        double[] kernels = new double[TILE * vectors.count()];
        for (int from = 0; from < inputs.count(); from += TILE) {
            int many = Math.min(TILE, inputs.count() - from);
            kernels(inputs, from, many, kernels);
            for (int row = 0; row < many; row++) {
                for (int m = 0; m < count(); m++) {
                    decisions[(from + row) * count() + m] = weighed(machines.get(m), kernels, row * vectors.count());
                }
            }
        }
        return decisions;
    }

    private static double weighed(SvmMachine machine, double[] kernels, int at) {
        int[] support = machine.support();
        double[] coefficients = machine.coefficients();
        double sum = 0;
        for (int s = 0; s < support.length; s++) {
            sum += coefficients[s] * kernels[at + support[s]];
        }
        return sum - machine.rho();
    }

    /** Kernel values of up to four inputs and all support vectors, by {@code |x|^2 + |v|^2 - 2 x.v}. */
    private void kernels(FeatureRows inputs, int from, int many, double[] kernels) {
        int all = vectors.count();
        double[] products = new double[TILE * TILE];
        double[] own = new double[many];
        Arrays.setAll(own, row -> square(inputs, from + row));
        for (int first = 0; first < all; first += TILE) {
            int tile = Math.min(TILE, all - first);
            if (many == TILE && tile == TILE) {
                fourByFour(inputs.values(), from * width(), first * width(), products);
            } else {
                oneByOne(inputs.values(), from, many, first, tile, products);
            }
            for (int row = 0; row < many; row++) {
                for (int v = 0; v < tile; v++) {
                    double distance = own[row] + squares[first + v] - 2 * products[row * TILE + v];
                    kernels[row * all + first + v] = Math.exp(-gamma * Math.max(0, distance));
                }
            }
        }
    }

    private void oneByOne(float[] inputs, int from, int many, int first, int tile, double[] products) {
        for (int row = 0; row < many; row++) {
            for (int v = 0; v < tile; v++) {
                products[row * TILE + v] = product(inputs, (from + row) * width(), (first + v) * width());
            }
        }
    }

    private double product(float[] inputs, int x, int v) {
        double sum = 0;
        for (int i = 0; i < width(); i++) {
            sum += (double) inputs[x + i] * vectors.values()[v + i];
        }
        return sum;
    }

    /** Sixteen sums that do not wait for each other; written out, as only so they stay in registers. */
    private void fourByFour(float[] x, int at, int first, double[] products) {
        float[] v = vectors.values();
        int width = width();
        for (int row = 0; row < TILE; row += 2) {
            int x0 = at + row * width;
            int x1 = x0 + width;
            double a0 = 0;
            double a1 = 0;
            double a2 = 0;
            double a3 = 0;
            double b0 = 0;
            double b1 = 0;
            double b2 = 0;
            double b3 = 0;
            for (int i = 0; i < width; i++) {
                double a = x[x0 + i];
                double b = x[x1 + i];
                double v0 = v[first + i];
                double v1 = v[first + width + i];
                double v2 = v[first + 2 * width + i];
                double v3 = v[first + 3 * width + i];
                a0 += a * v0;
                a1 += a * v1;
                a2 += a * v2;
                a3 += a * v3;
                b0 += b * v0;
                b1 += b * v1;
                b2 += b * v2;
                b3 += b * v3;
            }
            int to = row * TILE;
            products[to] = a0;
            products[to + 1] = a1;
            products[to + 2] = a2;
            products[to + 3] = a3;
            products[to + TILE] = b0;
            products[to + TILE + 1] = b1;
            products[to + TILE + 2] = b2;
            products[to + TILE + 3] = b3;
        }
    }

    private static double square(FeatureRows rows, int row) {
        double sum = 0;
        for (int i = row * rows.width(); i < (row + 1) * rows.width(); i++) {
            sum += (double) rows.values()[i] * rows.values()[i];
        }
        return sum;
    }
}
