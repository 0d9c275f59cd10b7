package org.penumbra.live.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.image.ImageSettings;

/**
 * The images of a plan that are shown over the whole run: held-out ones, or training images where none are held out. The
 * first of each class, then the second of each, and so on, so that all classes are seen.
 *
 * @param pool    what they are taken from
 * @param indices where in there they are
 */
public record WatchedImages(ImageSet pool, List<Integer> indices) {

    private static final int FEWEST = 10;
    private static final int MOST = 16;

    public WatchedImages {
        indices = List.copyOf(indices);
    }

    /** Those of a plan, always the same. */
    public static WatchedImages of(TrainingPlan plan) {
        ImageSet pool = plan.course().heldOut().count() > 0
                ? plan.course().heldOut()
                : plan.course().images();
        int classes = plan.course().network().classes();
        int wanted = Math.min(pool.count(), Math.max(FEWEST, Math.min(MOST, classes)));
        int[] nth = new int[classes];
        List<int[]> ranked = new ArrayList<>();
        for (int i = 0; i < pool.count(); i++) {
            int label = pool.label(i);
            if (nth[label] < wanted) {
                ranked.add(new int[] {nth[label]++, label, i});
            }
        }
        ranked.sort((a, b) -> Arrays.compare(a, b));
        return new WatchedImages(
                pool, ranked.stream().limit(wanted).map(entry -> entry[2]).toList());
    }

    /** n x 784, 0 to 1. */
    public float[] pixels() {
        float[] pixels = new float[indices.size() * ImageSettings.PIXELS];
        for (int i = 0; i < indices.size(); i++) {
            pool.copyTo(indices.get(i), pixels, i * ImageSettings.PIXELS);
        }
        return pixels;
    }

    /** The class of each. */
    public int[] labels() {
        return indices.stream().mapToInt(pool::label).toArray();
    }
}
