package org.penumbra.view.train;

import java.util.Arrays;
import org.penumbra.data.ImageSet;
import org.penumbra.live.TrainingFrame;
import org.penumbra.live.TrainingPlan;
import org.penumbra.net.ImageSettings;

/** Finds out which held-out images are watched, as a frame holds their pixels only. */
final class WatchedLabels {

    private WatchedLabels() {
    }

    /** The class of each watched image, -1 where it is not among the plan's held-out images. */
    static int[] of(TrainingFrame frame, TrainingPlan plan) {
        int count = frame.response().count();
        int[] labels = new int[count];
        Arrays.fill(labels, -1);
        ImageSet held = plan.heldOut();
        int missing = count;
        float[] image = new float[ImageSettings.PIXELS];
        for (int h = 0; h < held.count() && missing > 0; h++) {
            held.copyTo(h, image, 0);
            for (int i = 0; i < count; i++) {
                if (labels[i] < 0 && Arrays.equals(image, 0, image.length, frame.watched(), i * image.length,
                        (i + 1) * image.length)) {
                    labels[i] = held.label(h);
                    missing--;
                }
            }
        }
        return labels;
    }
}
