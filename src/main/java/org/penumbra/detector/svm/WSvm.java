package org.penumbra.detector.svm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penumbra.data.Range;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.Features;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.net.Evidence;

/**
 * The Weibull-calibrated support vector machine: the score of a class is {@code iota P_eta P_psi}. P_eta says that an input is
 * like the class and P_psi that it is unlike the others, both by a binary RBF machine of the class against the rest; iota is 1
 * where a one-class machine says that it lies near the class at all, {@code P_O > delta_tau}, else 0. Source: Scheirer, Jain and
 * Boult, "Probability Models for Open Set Recognition", PAMI 2014.
 *
 * <p>Far away f is the constant {@code -rho}, so P_eta P_psi stays above 0 there; it is iota alone that refuses.
 *
 * <p>Choices of ours: both machines have the same gamma, 0 standing for 1 / (D * variance), so that they share kernel values;
 * nu is 0.1 (with the program's 0.5 half of the class lies outside its boundary, which refuses nobody, as iota asks the tail and
 * not the sign). delta_R is 0.09, half of the openness {@code 1 - sqrt(2 train / (target + test))} where as many classes again
 * are met as were learnt; tails of fewer than 3 support vectors take 3 values. The ranking is the highest score; inputs that iota
 * refuses for all classes come below all others, in the order of their highest P_O.
 *
 * @param features what inputs are compared by
 * @param cost     C of the binary machines
 * @param gamma    of all machines, 1 / squared units of the features; 0 for 1 / (D * variance)
 * @param nu       share of a class that may lie outside its boundary, in (0, 1]
 * @param deltaTau what P_O must be above, in [0, 1)
 * @param deltaR   the usual threshold on the highest score, in (0, 1]
 * @param images   known inputs that are taken at most, of each class its share
 */
public record WSvm(Features features, double cost, double gamma, double nu, double deltaTau, double deltaR, int images)
        implements Detector {

    /** In files and on the command line. */
    public static final String ID = "w-svm";

    /** For the catalogue. */
    public static final DetectorKind KIND = DetectorKind.of(
            new WSvm(Features.INPUTS, 1, 0, 0.1, 0.001, 0.09, SvmSettings.USUAL_IMAGES),
            chosen -> new WSvm(
                    Features.of(chosen.word("features")),
                    chosen.number("C"),
                    chosen.number("gamma"),
                    chosen.number("nu"),
                    chosen.number("delta_tau"),
                    chosen.number("delta_R"),
                    chosen.whole("images")),
            FittedWSvm::of);

    /** Coefficients that are smaller, as a share of their bound, are no support vectors. */
    private static final double NOTHING = 1e-8;

    public WSvm {
        SvmSettings.COST.require("C", cost);
        SvmSettings.GAMMA.require("gamma", gamma);
        SvmSettings.NU.require("nu", nu);
        SvmSettings.DELTA_TAU.require("delta_tau", deltaTau);
        SvmSettings.DELTA_R.require("delta_R", deltaR);
        SvmSettings.IMAGES.require("images", images);
    }

    @Override
    public Description about() {
        return new Description(
                ID,
                "the W-SVM",
                "\u03b9 P\u03b7 P\u03c8",
                "how likely it is of the class, none of the others, and near the class at all",
                "Scheirer, Jain and Boult, PAMI 2014",
                deltaR,
                List.of(
                        SvmSettings.cost(cost),
                        SvmSettings.gamma(gamma),
                        SvmSettings.nu(nu),
                        delta("delta_tau", "\u03b4_\u03c4", "nearness", SvmSettings.DELTA_TAU, deltaTau),
                        delta("delta_R", "\u03b4_R", "probability", SvmSettings.DELTA_R, deltaR),
                        SvmSettings.images(images)),
                List.of(SvmSettings.features(features)));
    }

    private static Description.Setting delta(String name, String symbol, String of, Range range, double value) {
        return new Description.Setting(
                name, symbol, "asks for more " + of + " of what is accepted", range, Description.Scale.LINEAR, value);
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(features.part());
    }

    private WSvm with(double found) {
        return new WSvm(features, cost, found, nu, deltaTau, deltaR, images);
    }

    /** Trains two machines a class, one after the other; the held-out inputs are of no account. */
    @Override
    public FittedWSvm fit(FitData data, FitWatcher watcher) {
        SvmData taken = SvmData.of(this, data, features, images);
        taken.requireClasses(2);
        double found = taken.gamma(gamma);
        RadialFunctions functions = train(taken, found, watcher);
        return new FittedWSvm(
                with(found),
                data.dimensions(),
                data.classes(),
                Math.max(1, data.train().omega()),
                functions.withRows(taken.rows()),
                tails(taken, functions));
    }

    /** First the binary machines of all classes, then their boundaries. */
    private RadialFunctions train(SvmData taken, double found, FitWatcher watcher) {
        SvmTrainer trainer = new SvmTrainer(SvmKernel.RBF, found, SvmTrainer.TOLERANCE, taken.points());
        int classes = taken.classes();
        List<SvmMachine> machines = new ArrayList<>();
        for (int m = 0; m < 2 * classes; m++) {
            FitWatcher own = watcher.part(m / (2.0 * classes), (m + 1) / (2.0 * classes));
            machines.add(
                    m < classes
                            ? trainer.binary(taken.are(m), cost, own)
                            : trainer.oneClass(taken.places(m - classes), nu, own));
        }
        return RadialFunctions.of(taken.points(), found, machines);
    }

    private List<WSvmTails> tails(SvmData taken, RadialFunctions functions) {
        int classes = taken.classes();
        double[] all = functions.of(taken.points());
        List<WSvmTails> tails = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            SvmMachine binary = functions.machines().get(label);
            SvmMachine boundary = functions.machines().get(classes + label);
            double[] own = decisions(all, taken, label, label, true);
            double[] others = decisions(all, taken, label, label, false);
            WSvmTails.Sizes sizes = WSvmTails.Sizes.of(
                    binary.positives(NOTHING * cost),
                    binary.negatives(NOTHING * cost),
                    boundary.positives(NOTHING),
                    own.length,
                    others.length,
                    classes);
            try {
                tails.add(WSvmTails.fit(own, others, decisions(all, taken, classes + label, label, true), sizes));
            } catch (IllegalArgumentException none) {
                throw FitException.of(
                        this, "class " + label + ", " + none.getMessage() + "; choose another C, gamma or nu");
            }
        }
        return tails;
    }

    /** What a machine decides of the inputs that are of a class, or of those that are not. */
    private static double[] decisions(double[] all, SvmData taken, int machine, int label, boolean own) {
        double[] some = new double[taken.labels().length];
        int count = 0;
        for (int place = 0; place < some.length; place++) {
            if (taken.labels()[place] == label == own) {
                some[count++] = all[place * 2 * taken.classes() + machine];
            }
        }
        return Arrays.copyOf(some, count);
    }
}
