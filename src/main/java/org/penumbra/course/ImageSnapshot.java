package org.penumbra.course;

import java.util.Optional;

/**
 * Where an image run stood: together with its plan, enough to go on from there bit for bit.
 *
 * @param lanes      parts each batch is cut into
 * @param steps      steps taken
 * @param parameters weights and biases
 * @param mean       Adam's running means of the gradient
 * @param variance   Adam's running means of the squared gradient
 * @param best       the weights with the lowest validation loss so far; empty without patience, and while no loss was a
 *                   number
 */
public record ImageSnapshot(
        int lanes, long steps, float[] parameters, float[] mean, float[] variance, Optional<BestWeights> best) {}
