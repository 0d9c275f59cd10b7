package org.penumbra.detector.confidence;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penumbra.detector.Conformal;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;

/**
 * The reconstruction error of the autoencoder alone, {@code e = ||r(x) - x||}, against those of held-out inputs: one factor of the
 * confidence without the classifier's doubt, so that a jury can hear both apart. Source: Japkowicz, Myers and Gluck, "A Novelty
 * Detection Approach to Classification", IJCAI 1995.
 *
 * <p>An error can also be smaller than those of what was learnt: a blank page is given back better than any digit. With
 * {@code sides=both} that is strange, too, as in E. Nalisnick and others, "Detecting Out-of-Distribution Inputs to Deep Generative
 * Models Using Typicality", 2019.
 *
 * <p>Our choices: a conformal acceptance, the share of held-out inputs whose ranking is at most the input's, and
 * {@code s_c = p_c * acceptance}. The ranking is minus the error; with both sides minus its distance from the median error of
 * held-out inputs, in units of the distance between that and the error that five in a hundred of them exceed, or fall below.
 *
 * @param bothSides whether a small error is strange, too
 */
public record ReconstructionError(boolean bothSides) implements Detector {

    /** In files and on the command line. */
    public static final String ID = "reconstruction";

    private static final String SIDES = "sides";
    private static final String LARGE = "large";
    private static final String BOTH = "both";

    /** For the catalogue. */
    public static final DetectorKind KIND = DetectorKind.of(
            new ReconstructionError(false),
            chosen -> new ReconstructionError(chosen.word(SIDES).equals(BOTH)),
            FittedError::of);

    @Override
    public Description about() {
        return new Description(
                ID,
                bothSides ? "reconstruction error, both sides" : "reconstruction error",
                "P(\u2016r(x) \u2212 x\u2016)",
                "how well the autoencoder gives the input back, against held-out inputs",
                bothSides
                        ? "Japkowicz, Myers and Gluck, IJCAI 1995; Nalisnick and others, 2019"
                        : "Japkowicz, Myers and Gluck, IJCAI 1995",
                Conformal.USUAL_TAU,
                List.of(),
                List.of(new Description.Choice(
                        SIDES,
                        "which errors are strange: large ones, or small ones, too",
                        List.of(LARGE, BOTH),
                        bothSides ? BOTH : LARGE)));
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.LOGITS, Evidence.Part.ERRORS);
    }

    @Override
    public Fitted fit(FitData data, FitWatcher watcher) {
        FitException.require(this, data);
        watcher.at(0);
        float[] errors = data.heldOut().errors();
        FitException.requireFinite(this, "errors of held-out inputs", errors);
        ErrorScale scale = bothSides ? ErrorScale.both(errors) : ErrorScale.LARGE;
        Conformal known = Conformal.of(scale.rankings(errors));
        watcher.at(1);
        return new FittedError(
                this, data.dimensions(), data.classes(), data.heldOut().omega(), scale, known);
    }

    /**
     * @param scale what errors are ranked by
     * @param known rankings of held-out inputs
     */
    private record FittedError(
            ReconstructionError detector, int dimensions, int classes, int omega, ErrorScale scale, Conformal known)
            implements Fitted {

        static Fitted of(FittedForm form) {
            ReconstructionError detector = (ReconstructionError) KIND.of(form);
            return new FittedError(
                    detector,
                    form.dimensions(),
                    form.classes(),
                    form.omega(),
                    detector.bothSides() ? ErrorScale.of(form) : ErrorScale.LARGE,
                    Conformal.of(form));
        }

        @Override
        public Description about() {
            return detector.about();
        }

        @Override
        public Set<Evidence.Part> needs() {
            return detector.needs();
        }

        @Override
        public Opinion judge(Evidence evidence) {
            double[] scores = scale.rankings(evidence.errors());
            return Opinion.ofOutputs(evidence, omega, known.shares(scores), scores);
        }

        @Override
        public FittedForm form() {
            FittedForm form = known.addTo(FittedForm.of(about(), dimensions, classes, omega));
            return detector.bothSides() ? scale.addTo(form) : form;
        }

        @Override
        public Reason reason(Evidence evidence, int row) {
            double error = evidence.errors()[row];
            return new Reason.Reconstruction(error, known.share(scale.ranking(error)), detector.bothSides());
        }
    }
}
