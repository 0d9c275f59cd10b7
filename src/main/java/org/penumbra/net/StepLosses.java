package org.penumbra.net;

/**
 * The losses of one mini-batch, before the step it caused.
 *
 * @param classification mean cross-entropy, nats
 * @param reconstruction mean squared reconstruction error, squared data units, not weighted
 */
public record StepLosses(double classification, double reconstruction) {

    /** The loss that is minimised: classification + lambda * reconstruction. */
    public double total(double lambda) {
        return classification + lambda * reconstruction;
    }
}
