package org.penumbra.live.train;

/**
 * Where a training run stood: enough to go on from there bit for bit.
 *
 * @param plan       what it trains
 * @param lanes      parts each batch is cut into
 * @param step       steps taken
 * @param parameters weights and biases
 * @param mean       Adam's running means of the gradient
 * @param variance   Adam's running means of the squared gradient
 */
public record TrainingSnapshot(
        TrainingPlan plan, int lanes, long step, float[] parameters, float[] mean, float[] variance) {}
