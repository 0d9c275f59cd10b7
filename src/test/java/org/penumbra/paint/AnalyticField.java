package org.penumbra.paint;

/** Fields given by formulas, in place of a network's: three rings about (-1, 1), (1, 1) and (1, -1). */
final class AnalyticField {

    static final int SIDE = 100;
    static final int CLASSES = 3;

    private static final double[][] CENTRES = {{-1, 1}, {1, 1}, {1, -1}};
    private static final double RADIUS = 0.65;

    final float[] probabilities = new float[SIDE * SIDE * CLASSES];
    final float[] confidence = new float[SIDE * SIDE];
    final float[] curvatureFactor = new float[SIDE * SIDE];

    AnalyticField() {
        for (int i = 0; i < SIDE * SIDE; i++) {
            double x = -2.5 + (i % SIDE + 0.5) * 5 / SIDE;
            double y = 2.5 - (i / SIDE + 0.5) * 5 / SIDE;
            double nearest = Double.POSITIVE_INFINITY;
            double sum = 0;
            for (int k = 0; k < CLASSES; k++) {
                double distance = Math.hypot(x - CENTRES[k][0], y - CENTRES[k][1]);
                nearest = Math.min(nearest, distance);
                probabilities[CLASSES * i + k] = (float) Math.exp(-3 * distance);
                sum += Math.exp(-3 * distance);
            }
            for (int k = 0; k < CLASSES; k++) {
                probabilities[CLASSES * i + k] /= (float) sum;
            }
            double away = nearest - RADIUS;
            confidence[i] = (float) Math.exp(-30 * away * away);
            curvatureFactor[i] = (float) Math.exp(-4 * Math.max(0, 0.5 - nearest));
        }
    }

    /** A square without numbers in the upper right corner. */
    static float[] withHole(float[] values) {
        float[] holed = values.clone();
        for (int row = 0; row < 8; row++) {
            for (int column = SIDE - 8; column < SIDE; column++) {
                holed[row * SIDE + column] = Float.NaN;
            }
        }
        return holed;
    }
}
