package org.penumbra.detector.mahalanobis;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.penumbra.data.Range;
import org.penumbra.detector.Conformal;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.net.Evidence;

/**
 * How far the code of an input is from the mean of the nearest class, {@code min_c (f - mu_c)' S^-1 (f - mu_c)}, with one
 * covariance S for all classes: that of training codes f about the means of their classes, divided by n. Source: Lee, Lee, Lee
 * and Shin, "A Simple Unified Framework for Detecting Out-of-Distribution Samples and Adversarial Attacks", NeurIPS 2018, of
 * which this is the distance in the last layer, without their step of the input and their regression over layers.
 *
 * <p>The relative distance subtracts the squared distance under one Gaussian of all inputs: Ren, Fort, Liu, Roy, Padhy and
 * Lakshminarayanan, "A Simple Fix to Mahalanobis Distance for Improving Near-OOD Detection", 2021.
 *
 * <p>Features that are always 0, as ReLUs make them, leave S without an inverse. Our choice is a ridge: a share of the mean
 * variance is added to every variance. The acceptance is the share of held-out inputs that are at least as far, which is our
 * choice too.
 *
 * @param distance which of the two
 * @param ridge    share of the mean variance that is added to all, 0 to 1
 */
public record Mahalanobis(Kind distance, double ridge) implements Detector {

    /** What is measured. */
    public enum Kind {
        /** The distance to the nearest class. */
        TIED,
        /** The same less the distance under one Gaussian of all inputs. */
        RELATIVE;

        /** In files and on the command line. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In files and on the command line. */
    public static final String ID = "mahalanobis";

    static final Range RIDGE = Range.of(0, 1);

    /** With this ridge no direction is empty, and distances change by a millionth where all have spread. */
    private static final double USUAL_RIDGE = 1e-6;

    /** Of a class, without which it has no spread. */
    private static final int LEAST = 2;

    /** For the catalogue. */
    public static final DetectorKind KIND = DetectorKind.of(
            new Mahalanobis(Kind.TIED, USUAL_RIDGE),
            chosen -> new Mahalanobis(
                    Kind.valueOf(chosen.word("distance").toUpperCase(Locale.ROOT)), chosen.number("ridge")),
            FittedMahalanobis::of);

    public Mahalanobis {
        RIDGE.require("ridge", ridge);
    }

    @Override
    public Description about() {
        return new Description(
                ID,
                "the Mahalanobis distance",
                "d\u00b2",
                "how far the code is from the nearest class, in the classes' own spread",
                "Lee, Lee, Lee and Shin, NeurIPS 2018",
                Conformal.USUAL_TAU,
                List.of(new Description.Setting(
                        "ridge",
                        "\u03b5",
                        "counts directions less in which the codes hardly spread, as a share of the mean variance",
                        RIDGE,
                        Description.Scale.LOGARITHMIC,
                        ridge)),
                List.of(new Description.Choice(
                        "distance",
                        "whether the distance under one Gaussian of all inputs is subtracted (relative) or not (tied)",
                        List.of(Kind.TIED.id(), Kind.RELATIVE.id()),
                        distance.id())));
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.LOGITS, Evidence.Part.CODE);
    }

    @Override
    public Fitted fit(FitData data, FitWatcher watcher) {
        FitException.require(this, data);
        FitException.requireFinite(
                this, "codes of training inputs", data.train().code());
        FitException.requireFinite(
                this, "codes of held-out inputs", data.heldOut().code());
        for (int c = 0; c < data.classes(); c++) {
            int count = data.rowsOf(c).length;
            if (count < LEAST) {
                throw FitException.of(
                        this,
                        "class " + c + ": expected at least " + LEAST + " training inputs, but found " + count
                                + "; take more inputs of it");
            }
        }
        Scatter scatter = Scatter.of(data.train().code(), data.trainLabels(), data.classes(), watcher.part(0, 0.8));
        FittedMahalanobis fitted =
                FittedMahalanobis.of(this, data, gaussians(scatter, false), gaussians(scatter, true));
        watcher.at(0.9);
        FittedMahalanobis known = fitted.with(Conformal.of(fitted.scores(data.heldOut())));
        watcher.at(1);
        return known;
    }

    /** Those of the classes, or the one of all inputs where it is wanted. */
    private List<TiedGaussians> gaussians(Scatter scatter, boolean all) {
        if (all && distance == Kind.TIED) {
            return List.of();
        }
        try {
            return List.of(all ? TiedGaussians.ofAll(scatter, ridge) : TiedGaussians.ofClasses(scatter, ridge));
        } catch (IllegalArgumentException flat) {
            throw FitException.of(
                    this,
                    "covariance of the code, " + flat.getMessage()
                            + (ridge > 0
                                    ? "; take inputs that are not all alike"
                                    : "; set the ridge above 0, usually to " + USUAL_RIDGE));
        }
    }
}
