package org.penumbra.data.image;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Samples of a set of images, drawn at random by a seed. A sample holds the share of each class that the set has, to less
 * than one image: no class is left out because the sample and the order of the set fall into step, and none by bad luck
 * where it is due an image. A smaller sample is the beginning of a larger one.
 */
public final class ImageSample {

    private final ImageSet images;
    private final int[] order;

    /**
     * Puts the images into their random order, which takes about a second for a million.
     *
     * @param seed the same seed draws the same samples
     */
    public ImageSample(ImageSet images, long seed) {
        this.images = images;
        order = order(images, new SplittableRandom(seed));
    }

    /**
     * So many of the images, with bytes of their own; the set itself, in its order, when there are no more.
     *
     * @param most at most so many, at least 0
     */
    public ImageSet of(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("images: expected at least 0, but got " + most);
        }
        return most >= order.length ? images : images.chosen(Arrays.copyOf(order, most));
    }

    /** Where the images of such a sample stand in the set. */
    public int[] indices(int most) {
        return most >= order.length ? IntStream.range(0, order.length).toArray() : Arrays.copyOf(order, most);
    }

    /**
     * The r-th image of a class with n of them, in a random order of theirs, comes at (r + u) / n, with a u between 0 and 1
     * that is drawn once for the class; so all classes advance alike, and which is ahead is left to chance.
     */
    private static int[] order(ImageSet images, SplittableRandom random) {
        int[] shuffled = shuffled(images.count(), random);
        int[] counts = new int[ImageSet.MOST_CLASSES];
        for (int index : shuffled) {
            counts[images.label(index)]++;
        }
        double[] starts = random.doubles(counts.length).toArray();
        int[] ranks = new int[counts.length];
        double[] places = new double[shuffled.length];
        for (int i = 0; i < shuffled.length; i++) {
            int label = images.label(shuffled[i]);
            places[i] = (ranks[label]++ + starts[label]) / counts[label];
        }
        return IntStream.range(0, shuffled.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> places[i]))
                .mapToInt(i -> shuffled[i])
                .toArray();
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] indices = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = indices[i];
            indices[i] = indices[other];
            indices[other] = kept;
        }
        return indices;
    }
}
