package org.penumbra.live.train;

/**
 * The result of a run, or of its present state.
 *
 * @param plan          what was trained
 * @param lanes         parts each batch was cut into
 * @param step          steps after which the weights were these
 * @param parameters    weights and biases
 * @param heldOutErrors quantiles as in {@link org.penumbra.net.image.ImageModel#heldOutErrors}; empty without a decoder or
 *                      held-out images
 * @param accuracy      over the held-out images, 0 to 1; NaN when there are none
 */
public record TrainedWeights(
        TrainingPlan plan, int lanes, long step, float[] parameters, float[] heldOutErrors, double accuracy) {}
