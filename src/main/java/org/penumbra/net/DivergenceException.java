package org.penumbra.net;

import java.util.Optional;
import org.penumbra.data.Problem;

/** Training left the range where it can learn; the message says what happened and what to try. */
public final class DivergenceException extends Problem {

    private final Divergence divergence;

    /**
     * @param divergence what happened
     * @param message    the same in words, and what to try
     */
    public DivergenceException(Divergence divergence, String message) {
        super(message);
        this.divergence = divergence;
    }

    /** What happened. */
    public Divergence divergence() {
        return divergence;
    }

    /** The divergence a failure tells of; empty when it is a failure of another kind. */
    public static Optional<Divergence> in(Throwable failure) {
        return failure instanceof DivergenceException diverged ? Optional.of(diverged.divergence) : Optional.empty();
    }
}
