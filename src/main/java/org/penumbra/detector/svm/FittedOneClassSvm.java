package org.penumbra.detector.svm;

import org.penumbra.detector.EvidenceException;
import org.penumbra.detector.FittedBy;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;

/**
 * A fitted one-class SVM. For pictures of it: {@link #functions} tells which training inputs are support vectors and, with the
 * RBF kernel, their coordinates; {@link #decisions} tells f of any inputs, whose contour at 0 is the boundary.
 *
 * @param detector   with the gamma that was found
 * @param dimensions D, numbers an input
 * @param classes    k
 * @param omega      units a class in the logits
 * @param functions  one machine a class, or one for all
 * @param spreads    of each machine, standard deviation of its training decisions, above 0
 */
public record FittedOneClassSvm(
        OneClassSvm detector, int dimensions, int classes, int omega, DecisionFunctions functions, double[] spreads)
        implements FittedBy {

    private static final String SPREADS = "spreads";

    public FittedOneClassSvm {
        int machines = detector.scope() == SvmScope.CLASS ? classes : 1;
        if (functions.count() != machines || spreads.length != machines) {
            throw new IllegalArgumentException("expected " + machines + " machines and spreads, but got "
                    + functions.count() + " and " + spreads.length);
        }
    }

    /** f of some inputs, inputs x machines, row-major: above 0 inside. The raw values of libsvm's scaling. */
    public double[] decisions(Evidence evidence) {
        return functions.of(FeatureRows.of(evidence, detector.features(), about(), classes, functions.width()));
    }

    @Override
    public Opinion judge(Evidence evidence) {
        if (detector.scope() == SvmScope.ALL) {
            EvidenceException.requireLogits(about(), evidence, classes, omega);
        }
        double[] decisions = decisions(evidence);
        Opinion opinion = Opinion.empty(evidence.count(), classes);
        int machines = functions.count();
        for (int row = 0; row < evidence.count(); row++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int m = 0; m < machines; m++) {
                double relative = decisions[row * machines + m] / spreads[m];
                best = Math.max(best, relative);
                if (machines == classes) {
                    opinion.logScores()[row * classes + m] = logLogistic(relative);
                }
            }
            opinion.ranking()[row] = best;
            opinion.acceptance()[row] = Math.exp(logLogistic(best));
            opinion.factors()[row] = 1;
        }
        return detector.scope() == SvmScope.CLASS
                ? opinion
                : Opinion.ofOutputs(evidence, omega, opinion.acceptance(), opinion.ranking());
    }

    /** {@code ln(1 / (1 + exp(-x)))}, exact also where the logistic function is as good as 0. */
    private static double logLogistic(double x) {
        return x < 0 ? x - Math.log1p(Math.exp(x)) : -Math.log1p(Math.exp(-x));
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        double[] decisions = decisions(evidence.row(row));
        int best = 0;
        for (int m = 1; m < decisions.length; m++) {
            best = decisions[m] / spreads[m] > decisions[best] / spreads[best] ? m : best;
        }
        return new Reason.Boundary(detector.scope() == SvmScope.CLASS ? best : -1, decisions[best]);
    }

    @Override
    public FittedForm form() {
        return SvmForms.with(FittedForm.of(about(), dimensions, classes, omega), functions)
                .with(SPREADS, SvmForms.doubles(spreads));
    }

    /** From its form. */
    static FittedOneClassSvm of(FittedForm form) {
        OneClassSvm detector = new OneClassSvm(
                SvmKernel.of(SvmForms.word(form, "kernel", SvmKernel.ids())),
                SvmScope.of(SvmForms.word(form, "scope", SvmScope.ids())),
                SvmForms.features(form),
                form.number("nu"),
                form.number("gamma"),
                SvmForms.whole(form, "images"));
        int machines = detector.scope() == SvmScope.CLASS ? form.classes() : 1;
        DecisionFunctions functions = detector.kernel() == SvmKernel.RBF
                ? SvmForms.radial(form, detector.features(), detector.gamma(), machines)
                : SvmForms.linear(form, detector.features(), machines);
        double[] spreads = form.doubles(SPREADS, machines);
        for (double spread : spreads) {
            if (!(spread > 0)) {
                throw new FormException(form.id(), SPREADS, "numbers above 0", Double.toString(spread));
            }
        }
        return new FittedOneClassSvm(detector, form.dimensions(), form.classes(), form.omega(), functions, spreads);
    }
}
