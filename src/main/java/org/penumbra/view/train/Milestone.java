package org.penumbra.view.train;

import java.time.Duration;
import java.util.List;
import org.penumbra.live.train.TrainingPoint;
import org.penumbra.live.train.TrainingSnapshot;
import org.penumbra.view.lab.PlayedTime;

/**
 * A checkpoint in memory.
 *
 * @param setup    what was trained
 * @param data     on which images
 * @param snapshot where the run stood
 * @param points   its curves up to there
 * @param time     how long the run had been played, as far as that is known
 * @param saved    how much of that time is in a file
 * @param byHand   whether a person asked for it, or opened it; otherwise it was kept by itself before another run began
 */
record Milestone(
        TrainSetup setup,
        TrainData data,
        TrainingSnapshot snapshot,
        List<TrainingPoint> points,
        Duration time,
        Duration saved,
        boolean byHand) {

    /** Steps the run had taken. */
    long step() {
        return snapshot.run().steps();
    }

    /** What would have to be waited for once more if this were lost. */
    Duration unsaved() {
        return time.minus(saved);
    }

    /** Whether a person would miss it. */
    boolean isMuch() {
        return PlayedTime.isMuch(unsaved());
    }

    /** The same when it is in a file. */
    Milestone inFile() {
        return new Milestone(setup, data, snapshot, points, time, time, byHand);
    }
}
