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
import org.penumbra.net.Evidence;

/**
 * A fitted 1-vs-Set machine. For pictures of it: the slab of class c is {@code near(c) <= w . x - rho <= far(c)} with w and rho
 * of {@link #functions}, which also tells the support vectors. {@link #withPressures} moves the planes at once.
 *
 * @param detector   with the pressures that move the planes
 * @param dimensions D, numbers an input
 * @param classes    k
 * @param omega      units a class in the logits
 * @param functions  one linear machine a class
 * @param slabs      of each class
 */
public record FittedOneVsSet(
        OneVsSet detector, int dimensions, int classes, int omega, LinearFunctions functions, List<SlabPlanes> slabs)
        implements FittedBy {

    private static final String PLANES = "planes";
    private static final int PLANE_NUMBERS = 6;

    public FittedOneVsSet {
        slabs = List.copyOf(slabs);
        if (functions.count() != classes || slabs.size() != classes) {
            throw new IllegalArgumentException("expected " + classes + " machines and slabs, but got "
                    + functions.count() + " and " + slabs.size());
        }
    }

    /** The same machines with their planes moved by other pressures, -1 to 2; nothing is trained or searched anew. */
    public FittedOneVsSet withPressures(double near, double far) {
        return new FittedOneVsSet(detector.withPressures(near, far), dimensions, classes, omega, functions, slabs);
    }

    /** The score of the plane towards the other classes, under the pressure. */
    public double near(int label) {
        return slabs.get(label).near(detector.nearPressure());
    }

    /** The score of the plane beyond the class, under the pressure. */
    public double far(int label) {
        return slabs.get(label).far(detector.farPressure());
    }

    /** The open-space risk of a class's slab under the pressures, {@code w/d+ + d+/w}, at least 2. */
    public double openSpace(int label) {
        return slabs.get(label).openSpace(detector.nearPressure(), detector.farPressure());
    }

    /** Scores {@code w . x - rho} of some inputs, inputs x classes, row-major. */
    public double[] decisions(Evidence evidence) {
        return functions.of(FeatureRows.of(evidence, detector.features(), about(), classes, functions.width()));
    }

    /** How far inside each slab some inputs lie, inputs x classes, row-major: above 0 inside, at most 1/2. */
    public double[] depths(Evidence evidence) {
        double[] depths = decisions(evidence);
        for (int i = 0; i < depths.length; i++) {
            depths[i] = SlabPlanes.depth(depths[i], near(i % classes), far(i % classes));
        }
        return depths;
    }

    @Override
    public Opinion judge(Evidence evidence) {
        double[] depths = depths(evidence);
        Opinion opinion = Opinion.empty(evidence.count(), classes);
        for (int row = 0; row < evidence.count(); row++) {
            double best = depths[row * classes + deepest(depths, row)];
            for (int at = row * classes; at < (row + 1) * classes; at++) {
                opinion.logScores()[at] = Math.log(score(depths[at]));
            }
            opinion.ranking()[row] = best;
            opinion.acceptance()[row] = score(best);
            opinion.factors()[row] = 1;
        }
        return opinion;
    }

    private static double score(double depth) {
        return Math.max(0, Math.min(1, 2 * depth));
    }

    private int deepest(double[] depths, int row) {
        int best = 0;
        for (int label = 1; label < classes; label++) {
            best = depths[row * classes + label] > depths[row * classes + best] ? label : best;
        }
        return best;
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        Evidence one = evidence.row(row);
        int best = deepest(depths(one), 0);
        return new Reason.Slab(best, decisions(one)[best], near(best), far(best));
    }

    /** Outside of all slabs all scores are 0; the class whose slab is the least far is named all the same. */
    @Override
    public Verdict verdict(Evidence evidence, int row, double tau) {
        Evidence one = evidence.row(row);
        double[] depths = depths(one);
        int best = deepest(depths, 0);
        double probability = one.scores()[best];
        double acceptance = score(depths[best]);
        return new Verdict(best, acceptance, tau, probability, acceptance / probability, 1);
    }

    @Override
    public FittedForm form() {
        double[] planes = slabs.stream()
                .flatMapToDouble(slab -> DoubleStream.of(
                        slab.near(), slab.far(), slab.nearStep(), slab.farStep(), slab.needed(), slab.risk()))
                .toArray();
        return SvmForms.with(FittedForm.of(about(), dimensions, classes, omega), functions)
                .with(PLANES, new FormArray.Doubles(planes, classes, PLANE_NUMBERS));
    }

    /** From its form. */
    static FittedOneVsSet of(FittedForm form) {
        OneVsSet detector = new OneVsSet(
                SvmForms.features(form),
                form.number("C"),
                form.number("near"),
                form.number("far"),
                SvmForms.whole(form, "images"));
        LinearFunctions functions = SvmForms.linear(form, detector.features(), form.classes());
        double[] planes = form.doubles(PLANES, form.classes(), PLANE_NUMBERS);
        List<SlabPlanes> slabs = new ArrayList<>();
        for (int at = 0; at < planes.length; at += PLANE_NUMBERS) {
            slabs.add(new SlabPlanes(
                    planes[at], planes[at + 1], planes[at + 2], planes[at + 3], planes[at + 4], planes[at + 5]));
        }
        return new FittedOneVsSet(detector, form.dimensions(), form.classes(), form.omega(), functions, slabs);
    }
}
