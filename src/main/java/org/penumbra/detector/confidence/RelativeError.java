package org.penumbra.detector.confidence;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
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
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;

/**
 * The reconstruction error in proportion to what there is to give back: {@code e / max(||x||, m)^p} with
 * {@code e = ||r(x) - x||}, against those of held-out inputs. An image with much ink has more that can be given back wrong, so the
 * error alone takes a bold digit of a known class for stranger than a thin one of an unknown class. With p = 0 it is the error
 * itself, with p = 1 the error as a share of the image. It is ours; the error is that of Japkowicz, Myers and Gluck, "A Novelty
 * Detection Approach to Classification", IJCAI 1995. Decision 49 says how the usual p was chosen.
 *
 * <p>Our choices: m is the least length of held-out inputs, so that a blank page is measured as the faintest known input and
 * not divided by 0; a conformal acceptance, the share of held-out inputs whose relative error is at least the input's; and
 * {@code s_c = p_c * acceptance}. The ranking is minus the relative error. It is meant for images, whose background is 0; in the
 * plane the length of a point says where the origin lies and nothing else.
 *
 * @param power p, 0 to 1
 */
public record RelativeError(double power) implements Detector {

    /** In files and on the command line. */
    public static final String ID = "relative-error";

    private static final Range POWER = Range.of(0, 1);
    private static final double USUAL_POWER = 0.5;

    /** What the least length is called in a form. */
    private static final String LEAST = "least_length";

    /** For the catalogue. */
    public static final DetectorKind KIND = DetectorKind.of(
            new RelativeError(USUAL_POWER), chosen -> new RelativeError(chosen.number("power")), FittedRelative::of);

    public RelativeError {
        POWER.require("power", power);
    }

    @Override
    public Description about() {
        return new Description(
                ID,
                "relative reconstruction error",
                "P(\u2016r(x) \u2212 x\u2016 / \u2016x\u2016^p)",
                "how well the autoencoder gives the input back for the ink it has, against held-out inputs",
                "this program; the error after Japkowicz, Myers and Gluck, IJCAI 1995",
                Conformal.USUAL_TAU,
                List.of(new Description.Setting(
                        "power",
                        "p",
                        "forgives inputs with much ink more; 0 is the error itself",
                        POWER,
                        Description.Scale.LINEAR,
                        power)));
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.LOGITS, Evidence.Part.ERRORS, Evidence.Part.INPUTS);
    }

    @Override
    public Fitted fit(FitData data, FitWatcher watcher) {
        FitException.require(this, data);
        watcher.at(0);
        Evidence heldOut = data.heldOut();
        FitException.requireFinite(this, "errors of held-out inputs", heldOut.errors());
        FitException.requireFinite(this, "held-out inputs", heldOut.inputs());
        double least = Arrays.stream(lengths(heldOut)).min().orElseThrow();
        if (!(least > 0)) {
            throw FitException.of(
                    this,
                    "held-out inputs: expected some ink in each, but found one that is 0 everywhere; leave blank inputs out");
        }
        FittedRelative fitted = new FittedRelative(
                this, data.dimensions(), data.classes(), heldOut.omega(), least, new Conformal(new double[] {0}));
        FittedRelative known = fitted.with(Conformal.of(fitted.rankings(heldOut)));
        watcher.at(1);
        return known;
    }

    /** {@code ||x||} of each input. */
    private static double[] lengths(Evidence evidence) {
        double[] lengths = new double[evidence.count()];
        for (int row = 0; row < lengths.length; row++) {
            double squares = 0;
            for (int i = row * evidence.dimensions(); i < (row + 1) * evidence.dimensions(); i++) {
                double number = evidence.inputs()[i];
                squares += number * number;
            }
            lengths[row] = Math.sqrt(squares);
        }
        return lengths;
    }

    /**
     * @param least m, above 0
     * @param known rankings of held-out inputs
     */
    private record FittedRelative(
            RelativeError detector, int dimensions, int classes, int omega, double least, Conformal known)
            implements Fitted {

        static Fitted of(FittedForm form) {
            RelativeError detector = (RelativeError) KIND.of(form);
            double least = form.number(LEAST);
            if (!(least > 0)) {
                throw new FormException(form.id(), LEAST, "a number above 0", Double.toString(least));
            }
            return new FittedRelative(
                    detector, form.dimensions(), form.classes(), form.omega(), least, Conformal.of(form));
        }

        FittedRelative with(Conformal other) {
            return new FittedRelative(detector, dimensions, classes, omega, least, other);
        }

        @Override
        public Description about() {
            return detector.about();
        }

        @Override
        public Set<Evidence.Part> needs() {
            return detector.needs();
        }

        double[] rankings(Evidence evidence) {
            double[] rankings = lengths(evidence);
            Arrays.setAll(
                    rankings,
                    row -> -evidence.errors()[row] / Math.pow(Math.max(rankings[row], least), detector.power()));
            return rankings;
        }

        @Override
        public Opinion judge(Evidence evidence) {
            double[] rankings = rankings(evidence);
            return Opinion.ofOutputs(evidence, omega, known.shares(rankings), rankings);
        }

        @Override
        public FittedForm form() {
            return known.addTo(FittedForm.of(about(), dimensions, classes, omega))
                    .with(LEAST, least);
        }

        @Override
        public Reason reason(Evidence evidence, int row) {
            Evidence one = evidence.row(row);
            return new Reason.RelativeReconstruction(one.errors()[0], lengths(one)[0], known.share(rankings(one)[0]));
        }
    }
}
