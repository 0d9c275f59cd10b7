package org.penumbra.detector.svm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.Features;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.net.Evidence;

/**
 * A boundary round each class, or one round all known inputs, drawn by a one-class support vector machine. Source: Schoelkopf,
 * Platt, Shawe-Taylor, Smola and Williamson, "Estimating the Support of a High-Dimensional Distribution", Neural Computation
 * 2001; solved by libsvm.
 *
 * <p>With the RBF kernel f falls to {@code -rho} far away, so what is far from all known inputs is always refused. With the
 * linear kernel the boundary is a plane, and everything on its far side is accepted.
 *
 * <p>Choices of ours: the score of a class is {@code 1 / (1 + exp(-f / spread))}, spread being the standard deviation of the
 * class's own training decisions, as f grows with the number of inputs and raw values of classes of different size do not
 * compare; so an acceptance of 0.5 is the boundary itself. gamma 0 stands for 1 / (D * variance) of all inputs taken, one
 * gamma for all classes. nu is 0.1 (libsvm's own default of 0.5 leaves half of the known inputs outside). With one boundary
 * for all, the score of a class is the classifier's output times the acceptance.
 *
 * @param kernel   how two inputs are compared
 * @param scope    what a boundary is drawn round
 * @param features what inputs are compared by
 * @param nu       share of known inputs that may lie outside, in (0, 1]
 * @param gamma    of the RBF kernel, 1 / squared units of the features; 0 for 1 / (D * variance)
 * @param images   known inputs that are taken at most, of each class its share
 */
public record OneClassSvm(SvmKernel kernel, SvmScope scope, Features features, double nu, double gamma, int images)
        implements Detector {

    /** In files and on the command line. */
    public static final String ID = "one-class-svm";

    /** For the catalogue. */
    public static final DetectorKind KIND = DetectorKind.of(
            new OneClassSvm(SvmKernel.RBF, SvmScope.CLASS, Features.INPUTS, 0.1, 0, SvmSettings.USUAL_IMAGES),
            chosen -> new OneClassSvm(
                    SvmKernel.of(chosen.word("kernel")),
                    SvmScope.of(chosen.word("scope")),
                    Features.of(chosen.word("features")),
                    chosen.number("nu"),
                    chosen.number("gamma"),
                    chosen.whole("images")),
            FittedOneClassSvm::of);

    /** On the boundary. */
    private static final double BOUNDARY = 0.5;

    public OneClassSvm {
        SvmSettings.NU.require("nu", nu);
        SvmSettings.GAMMA.require("gamma", gamma);
        SvmSettings.IMAGES.require("images", images);
    }

    @Override
    public Description about() {
        return new Description(
                ID,
                "the one-class SVM",
                "f",
                "on which side of a boundary round the known inputs it lies",
                "Schoelkopf et al., Neural Computation 2001",
                BOUNDARY,
                List.of(SvmSettings.nu(nu), SvmSettings.gamma(gamma), SvmSettings.images(images)),
                List.of(
                        new Description.Choice(
                                "kernel",
                                "how two inputs are compared: by their distance, or by a plane",
                                SvmKernel.ids(),
                                kernel.id()),
                        new Description.Choice(
                                "scope",
                                "one boundary round each class, or one round all known inputs",
                                SvmScope.ids(),
                                scope.id()),
                        SvmSettings.features(features)));
    }

    @Override
    public Set<Evidence.Part> needs() {
        Set<Evidence.Part> parts = EnumSet.of(features.part());
        if (scope == SvmScope.ALL) {
            parts.add(Evidence.Part.LOGITS);
        }
        return parts;
    }

    /** The same with the gamma that 0 stood for. */
    private OneClassSvm with(double found) {
        return new OneClassSvm(kernel, scope, features, nu, found, images);
    }

    /** Trains one machine after the other; the held-out inputs are of no account. */
    @Override
    public Fitted fit(FitData data, FitWatcher watcher) {
        SvmData taken = SvmData.of(this, data, features, images);
        List<int[]> groups = groups(taken);
        double found = kernel == SvmKernel.RBF ? taken.gamma(gamma) : gamma;
        SvmTrainer trainer = new SvmTrainer(kernel, found, SvmTrainer.TOLERANCE, taken.points());
        List<SvmMachine> machines = new ArrayList<>();
        for (int m = 0; m < groups.size(); m++) {
            FitWatcher own = watcher.part((double) m / groups.size(), (m + 1.0) / groups.size());
            machines.add(trainer.oneClass(groups.get(m), nu, own));
        }
        DecisionFunctions functions = kernel == SvmKernel.RBF
                ? RadialFunctions.of(taken.points(), found, machines)
                : LinearFunctions.of(taken.points(), machines);
        double[] spreads = new double[groups.size()];
        for (int m = 0; m < spreads.length; m++) {
            spreads[m] = spread(functions, taken, groups.get(m), m);
        }
        return new FittedOneClassSvm(
                with(found),
                data.dimensions(),
                data.classes(),
                Math.max(1, data.train().omega()),
                functions.withRows(taken.rows()),
                spreads);
    }

    private List<int[]> groups(SvmData taken) {
        if (scope == SvmScope.CLASS) {
            taken.requireClasses(1);
            return IntStream.range(0, taken.classes()).mapToObj(taken::places).toList();
        }
        int[] all = IntStream.range(0, taken.points().count()).toArray();
        taken.require("all classes together", all);
        return List.of(all);
    }

    /** Standard deviation of a machine's decisions of the inputs it was trained on. */
    private double spread(DecisionFunctions functions, SvmData taken, int[] places, int machine) {
        double[] all = functions.of(taken.points().rows(places));
        double mean = 0;
        for (int i = machine; i < all.length; i += functions.count()) {
            mean += all[i] / places.length;
        }
        double sum = 0;
        for (int i = machine; i < all.length; i += functions.count()) {
            sum += (all[i] - mean) * (all[i] - mean);
        }
        double spread = Math.sqrt(sum / places.length);
        if (!(spread > 0)) {
            throw FitException.of(
                    this,
                    (scope == SvmScope.CLASS ? "class " + machine : "all classes together")
                            + ": expected decisions that differ, but those of all " + places.length
                            + " known inputs are the same; choose another gamma or nu");
        }
        return spread;
    }
}
