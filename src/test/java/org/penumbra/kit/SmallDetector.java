package org.penumbra.kit;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.penumbra.detector.Description;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;

/**
 * A fitted detector of a test's own: y times an acceptance that the test reckons.
 *
 * @param id         of the detector
 * @param tau        its usual threshold
 * @param acceptance of evidence of one input, 0 to 1
 * @param reason     that it gives for every answer
 */
public record SmallDetector(String id, double tau, ToDoubleFunction<Evidence> acceptance, Reason reason)
        implements Fitted {

    /** One whose reason is an energy. */
    public static SmallDetector of(String id, double tau, ToDoubleFunction<Evidence> acceptance) {
        return new SmallDetector(id, tau, acceptance, new Reason.Energy(4, 0.25));
    }

    @Override
    public Description about() {
        return new Description(id, id, "s", "what the test wants", "this test", tau, List.of());
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.LOGITS);
    }

    @Override
    public Opinion judge(Evidence evidence) {
        double[] accepted = new double[evidence.count()];
        Arrays.setAll(accepted, row -> acceptance.applyAsDouble(evidence.row(row)));
        return Opinion.ofOutputs(evidence, evidence.omega(), accepted, accepted.clone());
    }

    @Override
    public FittedForm form() {
        return FittedForm.of(about(), 1, 1, 1);
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        return reason;
    }
}
