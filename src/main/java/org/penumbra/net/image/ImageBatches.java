package org.penumbra.net.image;

import java.util.SplittableRandom;
import org.penumbra.data.MiniBatches;
import org.penumbra.data.Seeds;
import org.penumbra.data.image.ImageSet;

/**
 * The mini-batches of one run, one after the other in the same arrays: which images a step takes, what corrupts them and
 * what dropout hides. All that depends on the seed, the step and the row alone, so rows may be prepared in any order and
 * by several workers, each of them once a step.
 */
final class ImageBatches implements StepTaker.Preparation {

    private static final int PIXELS = ImageSettings.PIXELS;

    private final ImageSet images;
    private final Seeds seeds;
    private final MiniBatches order;
    private final ImageCorruption corruption;
    private final double dropout;
    private final int[] indices;
    private final ImageBatch batch;
    /** What is to be reconstructed where clutter hid an image; null without clutter. */
    private final float[] mean;

    private long step;

    ImageBatches(ImageTrainingSettings settings, ImageSet images, Seeds seeds) {
        this.images = images;
        this.seeds = seeds;
        order = new MiniBatches(images.count(), seeds.batches());
        corruption = new ImageCorruption(settings.sigma(), settings.clutter());
        dropout = settings.dropout();
        mean = settings.clutter() > 0 ? images.mean() : null;
        int count = settings.batch();
        indices = new int[count];
        float[] clean = new float[count * PIXELS];
        batch = new ImageBatch(
                new int[count],
                clean,
                corruption.corrupts() ? new float[count * PIXELS] : clean,
                dropout > 0 ? new float[count * ImageLayout.CODE] : null);
    }

    /**
     * Chooses the images of the next step; their rows are still to be prepared.
     *
     * @param taken steps taken before it
     * @return the arrays the rows will be written to, always the same
     */
    ImageBatch next(long taken) {
        step = taken;
        order.next(indices);
        return batch;
    }

    @Override
    public void prepare(int from, int count) {
        for (int row = from; row < from + count; row++) {
            prepare(row, step * batch.count() + row);
        }
    }

    private void prepare(int row, long item) {
        images.copyTo(indices[row], batch.clean(), row * PIXELS);
        batch.labels()[row] = images.label(indices[row]);
        if (batch.isCorrupted() && corrupt(row, new SplittableRandom(Seeds.item(seeds.noise(), item)))) {
            // Behind clutter nothing can be known of an image but what all are on average. In the long run its own
            // pixels and class would teach the same, with more noise on the way.
            batch.labels()[row] = ImageBatch.NO_CLASS;
            System.arraycopy(mean, 0, batch.clean(), row * PIXELS, PIXELS);
        }
        if (batch.mask() != null) {
            drop(row, new SplittableRandom(Seeds.item(seeds.dropout(), item)));
        }
    }

    private boolean corrupt(int row, SplittableRandom random) {
        return corruption.apply(batch.clean(), batch.corrupted(), row * PIXELS, random);
    }

    private void drop(int row, SplittableRandom random) {
        float kept = (float) (1 / (1 - dropout));
        for (int i = row * ImageLayout.CODE; i < (row + 1) * ImageLayout.CODE; i++) {
            batch.mask()[i] = random.nextDouble() < dropout ? 0 : kept;
        }
    }
}
