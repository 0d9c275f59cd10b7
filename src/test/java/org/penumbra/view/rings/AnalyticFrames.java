package org.penumbra.view.rings;

import java.util.Random;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PointSet;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.net.plane.PlaneResponse;

/**
 * Frames as a well trained network would give them, without a network: the paper's three rings as a mixture of
 * densities, r(x) - x along the gradient of its logarithm, y from which ring is nearest.
 */
public final class AnalyticFrames {
    static final double[][] CENTRES = {{-1, 1}, {1, 1}, {1, -1}};
    static final double RADIUS = 0.65;
    private static final double WIDTH = 0.18;
    private static final double STEP = 1e-3;

    private AnalyticFrames() {}

    public static RingsFrame frame(Grid grid, int generation, long step, int pointCount) {
        float[] points = grid.points();
        float[] centres = new float[6];
        for (int k = 0; k < 3; k++) {
            centres[2 * k] = (float) CENTRES[k][0];
            centres[2 * k + 1] = (float) CENTRES[k][1];
        }
        return new RingsFrame(generation, step, grid, response(points), points(pointCount), response(centres));
    }

    static PointSet points(int count) {
        Random random = new Random(7);
        float[] points = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 3;
            double angle = random.nextDouble() * 2 * Math.PI;
            double radius = 0.6 + 0.1 * random.nextDouble();
            points[2 * i] = (float) (CENTRES[labels[i]][0] + radius * Math.cos(angle));
            points[2 * i + 1] = (float) (CENTRES[labels[i]][1] + radius * Math.sin(angle));
        }
        return new PointSet(points, labels, 3);
    }

    private static PlaneResponse response(float[] points) {
        int count = points.length / 2;
        float[] probabilities = new float[3 * count];
        float[] reconstruction = new float[2 * count];
        float[] error = new float[count];
        float[] gamma = new float[count];
        for (int i = 0; i < count; i++) {
            double x = points[2 * i];
            double y = points[2 * i + 1];
            double[] away = away(x, y);
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                probabilities[3 * i + k] =
                        (float) Math.exp(-6 * (away[k] - Math.min(away[0], Math.min(away[1], away[2]))));
                sum += probabilities[3 * i + k];
            }
            for (int k = 0; k < 3; k++) {
                probabilities[3 * i + k] /= (float) sum;
            }
            double dx = pull(x, y, true);
            double dy = pull(x, y, false);
            reconstruction[2 * i] = (float) (x + dx);
            reconstruction[2 * i + 1] = (float) (y + dy);
            error[i] = (float) Math.hypot(reconstruction[2 * i] - x, reconstruction[2 * i + 1] - y);
            gamma[i] = (float) ((pull(x + STEP, y, true)
                            - pull(x - STEP, y, true)
                            + pull(x, y + STEP, false)
                            - pull(x, y - STEP, false))
                    / (4 * STEP));
        }
        return new PlaneResponse(count, 2, 3, probabilities, reconstruction, error, gamma);
    }

    /** Distance from the middle line of each ring. */
    private static double[] away(double x, double y) {
        double[] away = new double[3];
        for (int k = 0; k < 3; k++) {
            away[k] = Math.abs(Math.hypot(x - CENTRES[k][0], y - CENTRES[k][1]) - RADIUS);
        }
        return away;
    }

    private static double pull(double x, double y, boolean horizontal) {
        double ahead = logDensity(x + (horizontal ? STEP : 0), y + (horizontal ? 0 : STEP));
        double behind = logDensity(x - (horizontal ? STEP : 0), y - (horizontal ? 0 : STEP));
        return 0.4 * WIDTH * WIDTH * (ahead - behind) / (2 * STEP);
    }

    private static double logDensity(double x, double y) {
        double sum = 0;
        for (double[] centre : CENTRES) {
            double squared = (x - centre[0]) * (x - centre[0]) + (y - centre[1]) * (y - centre[1]);
            // Rounded off at the centre, as a network's r is.
            double radius = Math.sqrt(squared + 0.01);
            sum += Math.exp(-(radius - RADIUS) * (radius - RADIUS) / (2 * WIDTH * WIDTH));
        }
        return Math.log(sum + 1e-280);
    }
}
