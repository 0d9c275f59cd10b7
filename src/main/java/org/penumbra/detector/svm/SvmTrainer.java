package org.penumbra.detector.svm;

import java.util.Arrays;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;
import org.penumbra.detector.FitWatcher;

/**
 * Trains support vector machines on some inputs, by libsvm 3.25 (Chang and Lin, "LIBSVM: A Library for Support Vector
 * Machines", ACM TIST 2011), which decomposes the quadratic problem by sequential minimal optimisation. The time is quadratic
 * in the number of inputs. libsvm keeps kernel values in single precision, so decisions are right to about a millionth of the
 * largest one, whatever the tolerance.
 */
public final class SvmTrainer {

    /** The tolerance of detectors. */
    public static final double TOLERANCE = 1e-4;

    private static final double BYTES_A_MEGABYTE = 1 << 20;

    private final SvmKernel kernel;
    private final double gamma;
    private final double tolerance;
    private final svm_node[][] nodes;

    /**
     * @param gamma     of the RBF kernel, 1 / squared units of the inputs, above 0; of no account to a linear one
     * @param tolerance by which the optimality conditions may be missed, above 0: libsvm's eps
     * @param points    of which every machine takes all or some
     */
    public SvmTrainer(SvmKernel kernel, double gamma, double tolerance, FeatureRows points) {
        this.kernel = kernel;
        this.gamma = gamma;
        this.tolerance = tolerance;
        nodes = new svm_node[points.count()][];
        for (int row = 0; row < nodes.length; row++) {
            nodes[row] = nodes(points, row);
        }
    }

    /** As libsvm has them: the numbers that are not 0, by their places from 1 on. */
    private static svm_node[] nodes(FeatureRows points, int row) {
        svm_node[] all = new svm_node[points.width()];
        int count = 0;
        for (int i = 0; i < points.width(); i++) {
            float value = points.values()[row * points.width() + i];
            if (value != 0) {
                svm_node node = new svm_node();
                node.index = i + 1;
                node.value = value;
                all[count++] = node;
            }
        }
        return Arrays.copyOf(all, count);
    }

    /**
     * A class against the rest (C-SVC): minimises {@code 1/2 a'Qa - sum a}, {@code Q_ij = y_i y_j K(x_i, x_j)}, under
     * {@code 0 <= a_i <= C} and {@code sum y_i a_i = 0}. The class itself is where f is above 0.
     *
     * @param positive whether each row is of the class; some must be and some not
     * @param cost     C, above 0
     * @return with rows of the points
     * @throws org.penumbra.detector.FitStopped when the watcher ends it
     */
    public SvmMachine binary(boolean[] positive, double cost, FitWatcher watcher) {
        svm_parameter parameter = parameter(svm_parameter.C_SVC);
        parameter.C = cost;
        svm_problem problem = new svm_problem();
        problem.l = nodes.length;
        problem.x = nodes;
        problem.y = new double[nodes.length];
        Arrays.setAll(problem.y, row -> positive[row] ? 1 : -1);
        svm_model model = train(problem, parameter, watcher);
        // libsvm takes the label it meets first as positive, though of 1 and -1 always 1; looked at all the same.
        int sign = model.label[0] == 1 ? 1 : -1;
        int[] support = new int[model.l];
        double[] coefficients = new double[model.l];
        sorted(model, sign, support, coefficients);
        return new SvmMachine(support, coefficients, sign * model.rho[0]);
    }

    /**
     * A boundary round some of the points (Schoelkopf et al. 2001): minimises {@code 1/2 a'Ka} under
     * {@code 0 <= a_i <= 1} and {@code sum a_i = nu n}. This is libsvm's scaling; the paper divides by {@code nu n}. Inside f
     * is above 0.
     *
     * @param rows which of the points, at least one
     * @param nu   the largest share of them that may lie outside, and the least that are support vectors, in (0, 1]
     * @return with rows of the points
     * @throws org.penumbra.detector.FitStopped when the watcher ends it
     */
    public SvmMachine oneClass(int[] rows, double nu, FitWatcher watcher) {
        svm_parameter parameter = parameter(svm_parameter.ONE_CLASS);
        parameter.nu = nu;
        svm_problem problem = new svm_problem();
        problem.l = rows.length;
        problem.x = new svm_node[rows.length][];
        Arrays.setAll(problem.x, i -> nodes[rows[i]]);
        problem.y = new double[rows.length];
        Arrays.fill(problem.y, 1);
        svm_model model = train(problem, parameter, watcher);
        int[] support = new int[model.l];
        double[] coefficients = new double[model.l];
        sorted(model, 1, support, coefficients);
        Arrays.setAll(support, i -> rows[support[i]]);
        return new SvmMachine(support, coefficients, model.rho[0]);
    }

    private svm_model train(svm_problem problem, svm_parameter parameter, FitWatcher watcher) {
        watcher.at(0);
        parameter.cache_size = megabytes(problem.l);
        svm_model model = SolverWatch.over(watcher, () -> svm.svm_train(problem, parameter));
        watcher.at(1);
        return model;
    }

    /** For all kernel values, or a quarter of the memory where they are more. */
    private static double megabytes(int rows) {
        double all = (double) rows * rows * Float.BYTES;
        return 1 + Math.min(all, Runtime.getRuntime().maxMemory() / 4.0) / BYTES_A_MEGABYTE;
    }

    /** Support vectors by their rows, which libsvm counts from 1 and puts in the order of labels. */
    private static void sorted(svm_model model, int sign, int[] support, double[] coefficients) {
        Integer[] order = new Integer[model.l];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Integer.compare(model.sv_indices[one], model.sv_indices[other]));
        for (int i = 0; i < order.length; i++) {
            support[i] = model.sv_indices[order[i]] - 1;
            coefficients[i] = sign * model.sv_coef[0][order[i]];
        }
    }

    private svm_parameter parameter(int type) {
        svm_parameter parameter = new svm_parameter();
        parameter.svm_type = type;
        parameter.kernel_type = kernel == SvmKernel.RBF ? svm_parameter.RBF : svm_parameter.LINEAR;
        parameter.gamma = gamma;
        parameter.eps = tolerance;
        parameter.shrinking = 1;
        parameter.probability = 0;
        parameter.nr_weight = 0;
        parameter.weight_label = new int[0];
        parameter.weight = new double[0];
        return parameter;
    }
}
