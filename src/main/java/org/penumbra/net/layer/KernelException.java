package org.penumbra.net.layer;

import org.penumbra.data.Problem;

/** The library of matrix products is wrong on this processor, so that no network can be computed. */
public final class KernelException extends Problem {

    KernelException(String message) {
        super(message);
    }
}
