package org.penumbra.live.rings.compare;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.penumbra.detector.Description;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;

/** Accepts what lies at the right of x = 0, and looks at nothing else. */
record RightHalf(Description about) implements Fitted {

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.INPUTS);
    }

    @Override
    public Opinion judge(Evidence evidence) {
        Opinion opinion = Opinion.empty(evidence.count(), evidence.classes());
        Arrays.setAll(opinion.acceptance(), row -> evidence.inputs()[2 * row] > 0 ? 1 : 0);
        Arrays.setAll(opinion.ranking(), row -> evidence.inputs()[2 * row]);
        return opinion;
    }

    @Override
    public FittedForm form() {
        return FittedForm.of(about, 2, 3, 1);
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        return new Reason.Outputs(1);
    }
}
