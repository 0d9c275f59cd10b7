package org.penumbra.detector.svm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.Features;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.net.Evidence;

/**
 * The 1-vs-Set machine: a linear support vector machine holds each class against the others, and the class gets the slab
 * between two planes parallel to its boundary, one near the others and one beyond the class. A slab keeps the open space
 * behind the class out, which a half-space takes in; along its planes it still has no end. Source: Scheirer, Rocha, Sapkota and
 * Boult, "Toward Open Set Recognition", PAMI 2013.
 *
 * <p>The risk is that of the authors' program: {@code max(1, w/d+) + max(1, d+/w) + 2/F}, w being the distance of the planes,
 * d+ what all inputs of the class need, F the F-measure of the slab on the training inputs. The printed one has terms that are
 * not defined closely enough to be computed. Pressures are not in the risk; they move the planes that were found.
 *
 * <p>Choices of ours: the planes are the best of all pairs of training scores up to 10 000 of them, beyond that a local optimum
 * ({@link SlabSearch}); F weighs precision and recall alike; pressures are 0.15, as in the program's example, since with 0 the
 * outermost training inputs lie on the planes and are refused. The score of a class is {@code 2 d} between 0 and 1, d being how
 * far inside the slab an input lies as a share of its width; the usual threshold 0.001 is as good as d above 0.
 *
 * @param features     what inputs are compared by
 * @param cost         C of the machines
 * @param nearPressure moves the plane towards the others, -1 to 2: above 0 generalizes, below 0 specializes
 * @param farPressure  moves the plane beyond the class, -1 to 2
 * @param images       known inputs that are taken at most, of each class its share
 */
public record OneVsSet(Features features, double cost, double nearPressure, double farPressure, int images)
        implements Detector {

    /** In files and on the command line. */
    public static final String ID = "one-vs-set";

    /** For the catalogue. */
    public static final DetectorKind KIND = DetectorKind.of(
            new OneVsSet(Features.INPUTS, 1, 0.15, 0.15, SvmSettings.USUAL_IMAGES),
            chosen -> new OneVsSet(
                    Features.of(chosen.word("features")),
                    chosen.number("C"),
                    chosen.number("near"),
                    chosen.number("far"),
                    chosen.whole("images")),
            FittedOneVsSet::of);

    private static final double INSIDE = 0.001;
    private static final double BETA = 1;

    public OneVsSet {
        SvmSettings.COST.require("C", cost);
        SvmSettings.PRESSURE.require("near", nearPressure);
        SvmSettings.PRESSURE.require("far", farPressure);
        SvmSettings.IMAGES.require("images", images);
    }

    @Override
    public Description about() {
        return new Description(
                ID,
                "the 1-vs-Set machine",
                "d",
                "how far inside a slab between two planes it lies, which keeps the open-space risk small",
                "Scheirer et al., PAMI 2013",
                INSIDE,
                List.of(
                        SvmSettings.cost(cost),
                        pressure("near", "p_A", "moves the plane towards the other classes outwards", nearPressure),
                        pressure("far", "p_\u03a9", "moves the plane beyond the class outwards", farPressure),
                        SvmSettings.images(images)),
                List.of(SvmSettings.features(features)));
    }

    private static Description.Setting pressure(String name, String symbol, String meaning, double value) {
        return new Description.Setting(
                name,
                symbol,
                meaning + ", so that more is accepted",
                SvmSettings.PRESSURE,
                Description.Scale.LINEAR,
                value);
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(features.part());
    }

    /** The same with other pressures. */
    public OneVsSet withPressures(double near, double far) {
        return new OneVsSet(features, cost, near, far, images);
    }

    /** Trains one machine a class and finds its planes; the held-out inputs are of no account. */
    @Override
    public FittedOneVsSet fit(FitData data, FitWatcher watcher) {
        SvmData taken = SvmData.of(this, data, features, images);
        taken.requireClasses(2);
        SvmTrainer trainer = new SvmTrainer(SvmKernel.LINEAR, 0, SvmTrainer.TOLERANCE, taken.points());
        int classes = data.classes();
        List<SvmMachine> machines = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            FitWatcher own = watcher.part(label / (classes + 1.0), (label + 1) / (classes + 1.0));
            machines.add(trainer.binary(taken.are(label), cost, own));
        }
        LinearFunctions functions = LinearFunctions.of(taken.points(), machines);
        double[] all = functions.of(taken.points());
        List<SlabPlanes> slabs = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            watcher.at((classes + (double) label / classes) / (classes + 1));
            double[] scores = new double[taken.labels().length];
            for (int row = 0; row < scores.length; row++) {
                scores[row] = all[row * classes + label];
            }
            slabs.add(planes(scores, taken.are(label), label));
        }
        watcher.at(1);
        return new FittedOneVsSet(
                this,
                data.dimensions(),
                classes,
                Math.max(1, data.train().omega()),
                functions.withRows(taken.rows()),
                slabs);
    }

    private SlabPlanes planes(double[] scores, boolean[] positive, int label) {
        try {
            return new SlabSearch(scores, positive, BETA).planes();
        } catch (IllegalArgumentException equal) {
            throw FitException.of(this, "class " + label + ": " + equal.getMessage() + "; choose a larger C");
        }
    }
}
