package org.penumbra.net.plane;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.net.layer.Dense;
import org.penumbra.net.layer.FoldedTangents;
import org.penumbra.net.layer.ReluJacobian;

/**
 * The quickest way to a network's Jacobian diagonal that its shape allows, with what it prepares from the weights: the
 * walk over switching units for two hidden ReLU layers, folded first layers for other deep networks of few inputs,
 * otherwise nothing, and tangents go layer by layer.
 */
final class Derivatives implements AutoCloseable {

    /** Inputs up to which weights are prepared for each. */
    private static final int MOST_INPUTS = 4;

    private final ReluJacobian walked;
    private final FoldedTangents folded;

    Derivatives(DenseNetwork network) {
        List<Dense> chain = new ArrayList<>(network.encoder());
        chain.addAll(network.decoder());
        Dense[] layers = chain.toArray(Dense[]::new);
        boolean few = network.inputs() <= MOST_INPUTS;
        walked = few && ReluJacobian.fits(layers) ? new ReluJacobian(layers) : null;
        folded =
                few && walked == null && network.encoder().size() > 1 ? new FoldedTangents(layers[0], layers[1]) : null;
    }

    /** Null where the network is of another shape. */
    ReluJacobian walked() {
        return walked;
    }

    /** Null where the network is of another shape. */
    FoldedTangents folded() {
        return folded;
    }

    /** Takes over the present weights; before every evaluation. */
    void refresh() {
        if (walked != null) {
            walked.refresh();
        }
        if (folded != null) {
            folded.refresh();
        }
    }

    @Override
    public void close() {
        if (folded != null) {
            folded.close();
        }
    }
}
