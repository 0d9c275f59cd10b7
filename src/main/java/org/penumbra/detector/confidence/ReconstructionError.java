package org.penumbra.detector.confidence;

import java.util.Arrays;
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
 * The reconstruction error of the autoencoder alone, {@code ||r(x) - x||}, against those of held-out inputs: one factor of the
 * confidence without the classifier's doubt, so that a jury can hear both apart. Source: Japkowicz, Myers and Gluck, "A Novelty
 * Detection Approach to Classification", IJCAI 1995.
 *
 * <p>Our choice: a conformal acceptance, the share of held-out inputs whose error is at least as large, and
 * {@code s_c = p_c * acceptance}. The ranking is minus the error.
 */
public record ReconstructionError() implements Detector {

    /** In files and on the command line. */
    public static final String ID = "reconstruction";

    /** For the catalogue. */
    public static final DetectorKind KIND = DetectorKind.of(
            new ReconstructionError(),
            chosen -> new ReconstructionError(),
            form -> new FittedError(form.dimensions(), form.classes(), form.omega(), Conformal.of(form)));

    @Override
    public Description about() {
        return new Description(
                ID,
                "reconstruction error",
                "P(\u2016r(x) \u2212 x\u2016)",
                "how well the autoencoder gives the input back, against held-out inputs",
                "Japkowicz, Myers and Gluck, IJCAI 1995",
                Conformal.USUAL_TAU,
                List.of());
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.LOGITS, Evidence.Part.ERRORS);
    }

    @Override
    public Fitted fit(FitData data, FitWatcher watcher) {
        FitException.require(this, data);
        watcher.at(0);
        FitException.requireFinite(
                this, "errors of held-out inputs", data.heldOut().errors());
        Conformal known = Conformal.of(minus(data.heldOut().errors()));
        watcher.at(1);
        return new FittedError(data.dimensions(), data.classes(), data.heldOut().omega(), known);
    }

    private static double[] minus(float[] errors) {
        double[] scores = new double[errors.length];
        Arrays.setAll(scores, i -> -errors[i]);
        return scores;
    }

    /** @param known minus the errors of held-out inputs */
    private record FittedError(int dimensions, int classes, int omega, Conformal known) implements Fitted {

        @Override
        public Description about() {
            return new ReconstructionError().about();
        }

        @Override
        public Set<Evidence.Part> needs() {
            return new ReconstructionError().needs();
        }

        @Override
        public Opinion judge(Evidence evidence) {
            double[] scores = minus(evidence.errors());
            return Opinion.ofOutputs(evidence, omega, known.shares(scores), scores);
        }

        @Override
        public FittedForm form() {
            return known.addTo(FittedForm.of(about(), dimensions, classes, omega));
        }

        @Override
        public Reason reason(Evidence evidence, int row) {
            double error = evidence.errors()[row];
            return new Reason.Reconstruction(error, known.share(-error));
        }
    }
}
