package org.penumbra.view.train;

import java.util.List;
import org.penumbra.live.train.TrainingPoint;
import org.penumbra.live.train.TrainingSnapshot;

/**
 * A checkpoint in memory.
 *
 * @param setup    what was trained
 * @param data     on which images
 * @param snapshot where the run stood
 * @param points   its curves up to there
 */
record Milestone(TrainSetup setup, TrainData data, TrainingSnapshot snapshot, List<TrainingPoint> points) {}
