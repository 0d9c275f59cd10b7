package org.penumbra.detector;

import java.util.Set;
import org.penumbra.net.Evidence;

/** A fitted detector that is set as the detector was that fitted it, and judges by what that one was fitted on. */
public interface FittedBy extends Fitted {

    /** Who fitted it. */
    Detector detector();

    @Override
    default Description about() {
        return detector().about();
    }

    @Override
    default Set<Evidence.Part> needs() {
        return detector().needs();
    }
}
