package org.penumbra.net;

import java.io.Serializable;

/**
 * How training left the range where it can learn: when, by which loss, and the settings that may be to blame.
 *
 * @param step         the training step whose loss was bad, counted from 1
 * @param loss         of that step's mini-batch, the reconstruction's share included; may be NaN or infinite
 * @param firstLoss    of the first mini-batch of the run, in the same unit
 * @param learningRate of Adam in that step, positive
 * @param sigma        standard deviation of the noise, units of the input
 * @param lambda       weight of the reconstruction error
 */
public record Divergence(long step, double loss, double firstLoss, double learningRate, double sigma, double lambda)
        implements Serializable {}
