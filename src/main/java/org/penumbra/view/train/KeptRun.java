package org.penumbra.view.train;

import java.util.List;
import org.penumbra.live.train.TrainingPoint;

/**
 * An earlier run that stays in the charts.
 *
 * @param place   0 to 2, no other kept run's: it tells how the run is drawn
 * @param setup   what was trained
 * @param trained all points
 * @param held    those of them at which held-out images were asked
 */
record KeptRun(int place, TrainSetup setup, List<TrainingPoint> trained, List<TrainingPoint> held) {

    /** Its newest point. */
    TrainingPoint end() {
        return trained.get(trained.size() - 1);
    }

    /** A, B or C. */
    String letter() {
        return String.valueOf((char) ('A' + place));
    }
}
