package org.penumbra.net;

import org.penumbra.data.Problem;

/** Training left the range where it can learn; the message says what happened and what to try. */
public final class DivergenceException extends Problem {

    private final long step;

    public DivergenceException(long step, String message) {
        super(message);
        this.step = step;
    }

    /** The training step whose loss was bad, counted from 1. */
    public long step() {
        return step;
    }
}
