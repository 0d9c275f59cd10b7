package org.penumbra.experiment;

import org.penumbra.data.Problem;

/** A cell was ended by whoever watched it; nothing of it is kept, and it can be computed again. */
public final class CellStopped extends Problem {

    public CellStopped() {
        super("the cell was stopped before it was done; nothing of it was kept");
    }
}
