package org.penumbra.detector.softmax;

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
import org.penumbra.net.Evidence;

/**
 * The energy score {@code T ln sum_c exp(v_c / T)} of the logits v, larger for what is better known. Source: Liu, Wang, Owens
 * and Li, "Energy-based Out-of-distribution Detection", NeurIPS 2020, whose energy is its negative.
 *
 * <p>The score has no bounds. Our choice is a conformal acceptance: the share of held-out inputs that have at most this score.
 *
 * @param temperature T; the authors find 1 good enough
 */
public record Energy(double temperature) implements Detector {

    /** In files and on the command line. */
    public static final String ID = "energy";

    private static final String TEMPERATURE = "temperature";
    private static final Range RANGE = Range.of(0.01, 1000);

    /** For the catalogue. */
    public static final DetectorKind KIND =
            DetectorKind.of(new Energy(1), chosen -> new Energy(chosen.number(TEMPERATURE)), Energy::restored);

    public Energy {
        RANGE.require(TEMPERATURE, temperature);
    }

    @Override
    public Description about() {
        return new Description(
                ID,
                "energy",
                "T ln \u03a3 exp(v/T)",
                "how large the classifier's logits are all together, against those of held-out inputs",
                "Liu, Wang, Owens and Li, NeurIPS 2020",
                Conformal.USUAL_TAU,
                List.of(new Description.Setting(
                        TEMPERATURE,
                        "T",
                        "counts all logits rather than the largest alone",
                        RANGE,
                        Description.Scale.LOGARITHMIC,
                        temperature)));
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.LOGITS);
    }

    @Override
    public Fitted fit(FitData data, FitWatcher watcher) {
        FitException.require(this, data);
        FitException.requireFinite(
                this, "logits of held-out inputs", data.heldOut().logits());
        watcher.at(0);
        double[] scores = FittedEnergy.scores(data.heldOut(), temperature);
        watcher.at(1);
        return new FittedEnergy(
                this, data.dimensions(), data.classes(), data.heldOut().omega(), Conformal.of(scores));
    }

    private static Fitted restored(FittedForm form) {
        double temperature = form.number(TEMPERATURE);
        if (!RANGE.contains(temperature)) {
            throw new FormException(ID, TEMPERATURE, RANGE.expectation(), Double.toString(temperature));
        }
        return new FittedEnergy(
                new Energy(temperature), form.dimensions(), form.classes(), form.omega(), Conformal.of(form));
    }
}
