package org.penumbra.net.plane;

import org.penumbra.data.SettingProblem;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.data.plane.PlaneData;

/**
 * Everything that determines a training run in the plane: the same setup replays the same run, bit for bit on the
 * same machine.
 *
 * @param data     what the points are drawn from
 * @param points   how many are drawn, 1 to 200 000 (painted points are taken as they are)
 * @param network  shape of the network
 * @param training settings at the start
 * @param seed     from which the seeds of weights, data, batch order and noise are derived
 */
public record PlaneSetup(PlaneData data, int points, DenseSettings network, PlaneTrainingSettings training, long seed) {

    /** Most points a run may have. */
    public static final int MOST_POINTS = 200_000;

    public PlaneSetup {
        if (points < 1 || points > MOST_POINTS) {
            throw new SettingProblem("points", "1 to " + MOST_POINTS, points);
        }
    }

    /** The same run with points that are taken as they are. */
    public PlaneSetup withPoints(PaintedPoints taken) {
        return new PlaneSetup(taken, taken.points().size(), network, training, seed);
    }

    /** The same run from another seed. */
    public PlaneSetup withSeed(long value) {
        return new PlaneSetup(data, points, network, training, value);
    }
}
