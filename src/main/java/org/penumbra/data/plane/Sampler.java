package org.penumbra.data.plane;

import java.util.SplittableRandom;
import org.penumbra.data.Position;

/** Where a point of a class may lie: what each data set tells to have its points drawn. */
@FunctionalInterface
interface Sampler {

    /** Draws one point of a class. */
    Position draw(int label, SplittableRandom random);

    /** Draws so many points, at least 1, the classes in turn. */
    default PointSet sample(int count, int classes, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("points: expected at least 1, but got " + count);
        }
        SplittableRandom random = new SplittableRandom(seed);
        float[] points = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % classes;
            Position position = draw(labels[i], random);
            points[2 * i] = (float) position.x();
            points[2 * i + 1] = (float) position.y();
        }
        return new PointSet(points, labels, classes);
    }
}
