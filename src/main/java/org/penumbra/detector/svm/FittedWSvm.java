package org.penumbra.detector.svm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.penumbra.confidence.Verdict;
import org.penumbra.detector.FittedBy;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.detector.tail.Weibull;
import org.penumbra.detector.tail.WeibullTail;
import org.penumbra.net.Evidence;

/**
 * A fitted W-SVM. For pictures of it: {@link #values} has every value on the way to a score; machine c of {@link #functions} is
 * the binary one of class c, machine k + c its boundary.
 *
 * @param detector   with the gamma that was found
 * @param dimensions D, numbers an input
 * @param classes    k
 * @param omega      units a class in the logits
 * @param functions  2 k machines: of each class against the others, then the boundary of each
 * @param tails      of each class
 */
public record FittedWSvm(
        WSvm detector, int dimensions, int classes, int omega, RadialFunctions functions, List<WSvmTails> tails)
        implements FittedBy {

    private static final String TAILS = "tails";
    private static final int TAILS_A_CLASS = 3;
    private static final int TAIL_NUMBERS = 4;

    public FittedWSvm {
        tails = List.copyOf(tails);
        if (functions.count() != 2 * classes || tails.size() != classes) {
            throw new IllegalArgumentException("expected " + 2 * classes + " machines and " + classes
                    + " tails, but got " + functions.count() + " and " + tails.size());
        }
    }

    /** All that is computed of some inputs. */
    public WSvmValues values(Evidence evidence) {
        double[] all = functions.of(FeatureRows.of(evidence, detector.features(), about(), classes, functions.width()));
        WSvmValues values = WSvmValues.empty(evidence.count(), classes);
        for (int row = 0; row < evidence.count(); row++) {
            for (int label = 0; label < classes; label++) {
                int at = row * classes + label;
                double f = all[row * 2 * classes + label];
                double boundary = all[row * 2 * classes + classes + label];
                WSvmTails tail = tails.get(label);
                values.decisions()[at] = f;
                values.boundary()[at] = boundary;
                values.included()[at] = tail.included(f);
                values.notOthers()[at] = tail.notOthers(f);
                values.near()[at] = tail.near(boundary);
                values.iota()[at] = values.near()[at] > detector.deltaTau();
            }
        }
        return values;
    }

    @Override
    public Opinion judge(Evidence evidence) {
        WSvmValues values = values(evidence);
        Opinion opinion = Opinion.empty(evidence.count(), classes);
        for (int row = 0; row < evidence.count(); row++) {
            double nearest = 0;
            for (int label = 0; label < classes; label++) {
                opinion.logScores()[row * classes + label] = Math.log(values.score(row, label));
                nearest = Math.max(nearest, values.near()[row * classes + label]);
            }
            double best = values.score(row, values.likeliest(row));
            opinion.acceptance()[row] = best;
            // Between -1 and 0 where all scores are 0.
            opinion.ranking()[row] = best > 0 ? best : nearest - 1;
            opinion.factors()[row] = 1;
        }
        return opinion;
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        WSvmValues values = values(evidence.row(row));
        int best = values.likeliest(0);
        return new Reason.Tails(best, values.included()[best], values.notOthers()[best], values.near()[best]);
    }

    /** Where iota refuses an input for all classes, all scores are 0; the nearest class is named all the same. */
    @Override
    public Verdict verdict(Evidence evidence, int row, double tau) {
        Evidence one = evidence.row(row);
        WSvmValues values = values(one);
        int best = values.likeliest(0);
        double probability = one.scores()[best];
        double acceptance = values.score(0, best);
        return new Verdict(best, acceptance, tau, probability, acceptance / probability, 1);
    }

    @Override
    public FittedForm form() {
        double[] numbers = tails.stream()
                .flatMap(one -> List.of(one.inclusion(), one.exclusion(), one.near()).stream())
                .flatMapToDouble(tail -> DoubleStream.of(
                        tail.translate(),
                        tail.least(),
                        tail.weibull().shape(),
                        tail.weibull().scale()))
                .toArray();
        return SvmForms.with(FittedForm.of(about(), dimensions, classes, omega), functions)
                .with(TAILS, new FormArray.Doubles(numbers, classes, TAILS_A_CLASS, TAIL_NUMBERS));
    }

    /** From its form. */
    static FittedWSvm of(FittedForm form) {
        WSvm detector = new WSvm(
                SvmForms.features(form),
                form.number("C"),
                form.number("gamma"),
                form.number("nu"),
                form.number("delta_tau"),
                form.number("delta_R"),
                SvmForms.whole(form, "images"));
        double[] numbers = form.doubles(TAILS, form.classes(), TAILS_A_CLASS, TAIL_NUMBERS);
        RadialFunctions functions =
                SvmForms.radial(form, detector.features(), detector.gamma(), Math.multiplyExact(2, form.classes()));
        List<WSvmTails> tails = new ArrayList<>();
        for (int label = 0; label < form.classes(); label++) {
            int at = label * TAILS_A_CLASS * TAIL_NUMBERS;
            tails.add(new WSvmTails(
                    tail(numbers, at, -1),
                    tail(numbers, at + TAIL_NUMBERS, 1),
                    tail(numbers, at + 2 * TAIL_NUMBERS, -1)));
        }
        return new FittedWSvm(detector, form.dimensions(), form.classes(), form.omega(), functions, tails);
    }

    private static WeibullTail tail(double[] numbers, int at, int sign) {
        return new WeibullTail(sign, numbers[at], numbers[at + 1], new Weibull(numbers[at + 2], numbers[at + 3]));
    }
}
