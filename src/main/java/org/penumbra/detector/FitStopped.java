package org.penumbra.detector;

import org.penumbra.data.Problem;

/** A fit was ended by whoever watched it; nothing of it is kept. */
public final class FitStopped extends Problem {

    public FitStopped() {
        super("the fit was stopped before it was done; nothing of it was kept");
    }
}
