package org.penumbra.live.train;

import org.penumbra.course.ImageSnapshot;

/**
 * Where a training run stood: enough to go on from there bit for bit.
 *
 * @param plan what it trains and shows
 * @param run  where it stood
 */
public record TrainingSnapshot(TrainingPlan plan, ImageSnapshot run) {}
