package org.penumbra.detector.density;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penumbra.data.plane.PlaneData;
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
 * The density by which the points of a data set of the plane are drawn: nothing is estimated, so no detector can tell known
 * places from unknown ones better, and all may be measured by it. It is made by whoever knows the data; the catalogue's kind
 * knows none and refuses to be fitted.
 *
 * <p>The acceptance is the share of held-out points that lie no more densely, our choice as for all scores without bounds. Where
 * the density is 0, a place ranks below all others, by its distance from the data.
 *
 * @param data whose density it is; at most one, none for the catalogue
 */
public record TrueDensity(List<PlaneData> data) implements Detector {

    /** In files and on the command line. */
    public static final String ID = "density";

    /** For the catalogue: without data, as words name none. */
    public static final DetectorKind KIND =
            DetectorKind.of(new TrueDensity(List.of()), chosen -> new TrueDensity(List.of()), FittedDensity::of);

    public TrueDensity {
        data = List.copyOf(data);
    }

    /** Of a data set. */
    public TrueDensity(PlaneData data) {
        this(List.of(data));
    }

    static Description describe(List<Description.Choice> choices) {
        return new Description(
                ID,
                "the true density",
                "p(x)",
                "how densely the data lie at a place, where that is known",
                "the data set itself",
                Conformal.USUAL_TAU,
                List.of(),
                choices);
    }

    @Override
    public Description about() {
        return describe(List.of());
    }

    /** The classifier's logits give the answer; the density says how far to trust it. */
    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.INPUTS, Evidence.Part.LOGITS);
    }

    @Override
    public Fitted fit(FitData given, FitWatcher watcher) {
        if (data.isEmpty() || given.dimensions() != 2) {
            throw FitException.of(
                    this,
                    "data: expected a data set of the plane, but found "
                            + (given.dimensions() == 2
                                    ? "none that goes with these points"
                                    : "inputs of " + given.dimensions() + " numbers, whose density nobody knows")
                            + "; choose it in the Rings lab, and another detector elsewhere");
        }
        PlaneData known = data.get(0);
        if (!known.knowsDensity()) {
            throw FitException.of(
                    this,
                    "data: expected points whose density is known (rings, moons, blobs), but found "
                            + known.getClass().getSimpleName() + "; choose other data, or another detector");
        }
        FitException.require(this, given);
        watcher.at(0);
        FitException.requireFinite(this, "held-out points", given.heldOut().inputs());
        FittedDensity fitted = FittedDensity.of(known, given);
        if (fitted.least() == Double.POSITIVE_INFINITY) {
            throw FitException.of(
                    this,
                    "held-out points: expected points that these data draw, but their density is 0 at all "
                            + given.heldOut().count() + " of them; take points of the same data");
        }
        watcher.at(1);
        return fitted;
    }
}
