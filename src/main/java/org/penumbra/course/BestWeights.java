package org.penumbra.course;

/**
 * The weights of a run when its validation loss was lowest.
 *
 * @param step       steps after which they were these
 * @param epoch      whole epochs after which they were these
 * @param loss       cross-entropy + lambda * reconstruction over the held-out images, with them
 * @param parameters weights and biases
 */
public record BestWeights(long step, long epoch, double loss, float[] parameters) {}
