package org.penumbra.live.train;

import org.penumbra.course.ImageResult;

/**
 * The result of a run, or of its present state.
 *
 * @param plan   what was trained
 * @param result its weights and their figures, those of the weights as they are, with 32 bits
 */
public record TrainedWeights(TrainingPlan plan, ImageResult result) {}
