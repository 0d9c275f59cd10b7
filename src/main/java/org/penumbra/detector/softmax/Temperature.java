package org.penumbra.detector.softmax;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penumbra.confidence.Defaults;
import org.penumbra.data.Range;
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
 * Max softmax of logits that are divided by a temperature T, the one with the least cross-entropy on held-out inputs. T changes
 * no answer, only how sure it is. Source: Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", ICML
 * 2017, who search by gradient; here T is the root of the slope, which is exact.
 *
 * <p>T is looked for in {@link #RANGE}. Where every held-out input is answered right, the loss falls with T for ever, and T is
 * the least of the range; where the network foretells nothing, it is the greatest. The ranking is the log-odds, so it tells
 * inputs apart even then.
 */
public record Temperature() implements Detector {

    /** In files and on the command line, and the name of what is found. */
    public static final String ID = "temperature";

    /** Where T is looked for. */
    public static final Range RANGE = Range.of(0.01, 100);

    /** For the catalogue. */
    public static final DetectorKind KIND =
            DetectorKind.of(new Temperature(), chosen -> new Temperature(), Temperature::restored);

    static Description describe(List<Description.Setting> settings) {
        return new Description(
                ID,
                "max softmax with temperature",
                "y(T)",
                "the classifier's highest output, its logits divided by a temperature that suits held-out inputs",
                "Guo, Pleiss, Sun and Weinberger, ICML 2017",
                Defaults.TAU,
                settings);
    }

    @Override
    public Description about() {
        return describe(List.of());
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.LOGITS);
    }

    @Override
    public Fitted fit(FitData data, FitWatcher watcher) {
        FitException.require(this, data);
        Evidence known = data.heldOut();
        FitException.requireFinite(this, "logits of held-out inputs", known.logits());
        watcher.at(0);
        double[] logits = TemperedOutputs.row(known.logits(), 0, known.logits().length);
        TemperatureLoss loss = new TemperatureLoss(logits, data.heldOutLabels(), known.omega());
        if (!loss.dependsOnTemperature()) {
            throw FitException.of(
                    this,
                    "logits of " + known.count()
                            + " held-out inputs: expected some that differ from class to class, but"
                            + " all are equal; take a network that has been trained");
        }
        double temperature = loss.best(RANGE);
        watcher.at(1);
        return new TemperedOutputs(data.dimensions(), data.classes(), known.omega(), temperature);
    }

    private static Fitted restored(FittedForm form) {
        double temperature = form.number(ID);
        if (!RANGE.contains(temperature)) {
            throw new FormException(ID, ID, RANGE.expectation(), Double.toString(temperature));
        }
        return new TemperedOutputs(form.dimensions(), form.classes(), form.omega(), temperature);
    }
}
