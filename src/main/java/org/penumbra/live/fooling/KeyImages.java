package org.penumbra.live.fooling;

import java.util.ArrayList;
import java.util.List;

/**
 * The images kept of one trial's way: every one at first; whenever there are too many, every other goes and only every
 * other is kept from then on. So memory is bounded and the way is covered evenly however long it becomes.
 */
final class KeyImages {

    /** Most images, besides the last one. */
    static final int MOST = 200;

    private final List<KeyImage> kept = new ArrayList<>();
    private int stride = 1;

    /** Whether the image of a step would be kept. */
    boolean wants(int step) {
        return step % stride == 0;
    }

    /** Keeps an image that is {@link #wants wanted}; steps must grow. */
    void add(KeyImage image) {
        if (kept.size() == MOST) {
            List<KeyImage> thinned = new ArrayList<>();
            for (int i = 0; i < MOST; i += 2) {
                thinned.add(kept.get(i));
            }
            kept.clear();
            kept.addAll(thinned);
            stride *= 2;
        }
        if (wants(image.step())) {
            kept.add(image);
        }
    }

    /** Keeps the image a trial ended with, whatever its step. */
    void end(KeyImage last) {
        if (!kept.isEmpty() && kept.get(kept.size() - 1).step() == last.step()) {
            kept.remove(kept.size() - 1);
        }
        kept.add(last);
    }

    List<KeyImage> all() {
        return List.copyOf(kept);
    }
}
