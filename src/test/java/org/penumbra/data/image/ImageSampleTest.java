package org.penumbra.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Samples of a set: every class is in them, they are random, and a seed gives the same again. */
class ImageSampleTest {

    private static final int COUNT = 5000;

    @Test
    void noClassIsLeftOutHoweverTheSetIsOrdered() {
        int[] sizes = {10, 50, 62, 125, 500, 1000};
        ImageSet byTurns = labelled(IntStream.range(0, COUNT).map(i -> i % 10).toArray());
        ImageSet sorted = labelled(IntStream.range(0, COUNT).map(i -> i / 500).toArray());
        for (int size : sizes) {
            for (ImageSet set : new ImageSet[] {byTurns, sorted}) {
                int[] counts = counts(new ImageSample(set, size).of(size));
                for (int count : counts) {
                    assertTrue(
                            count >= size / 10 && count <= (size + 9) / 10,
                            "of " + size + " images: " + Arrays.toString(counts));
                }
            }
        }
    }

    @Test
    void theIndicesTellWhichImagesASampleHolds() {
        ImageSet set = new BuiltInDigits(100, 1, 3).make().training();
        ImageSample sample = new ImageSample(set, 5);
        for (int most : new int[] {0, 30, 100, 200}) {
            ImageSet some = sample.of(most);
            int[] indices = sample.indices(most);
            assertEquals(some.count(), indices.length);
            for (int i = 0; i < indices.length; i++) {
                assertArrayEquals(set.image(indices[i]), some.image(i), "image " + i + " of " + most);
            }
        }
    }

    @Test
    void aClassKeepsItsShare() {
        // One image in ten is of class 1, one in a thousand of class 2.
        ImageSet uneven = labelled(IntStream.range(0, COUNT)
                .map(i -> i % 1000 == 7 ? 2 : i % 10 == 3 ? 1 : 0)
                .toArray());
        int rare = 0;
        for (int seed = 0; seed < 400; seed++) {
            int[] counts = counts(new ImageSample(uneven, seed).of(200));
            assertEquals(20, counts[1], 1, "seed " + seed);
            rare += counts[2];
        }
        // 400 draws of 0.2 images: 80, give or take three times the root of 400 * 0.2 * 0.8.
        assertEquals(80, rare, 24);
    }

    @Test
    void anImageComesOnceAndWhichOnesIsLeftToChance() {
        ImageSet set = new BuiltInDigits(COUNT, 1, 3).make().training();
        ImageSample sample = new ImageSample(set, 1);
        Set<Integer> seen = new HashSet<>();
        ImageSet all = sample.of(COUNT - 1);
        for (int i = 0; i < all.count(); i++) {
            seen.add(Arrays.hashCode(all.image(i)));
        }
        assertEquals(COUNT - 1, all.count());
        assertTrue(seen.size() >= COUNT - 2, seen.size() + " different images");
        assertSame(set, sample.of(COUNT), "all of them keep their order");
        assertArrayEquals(all.image(40), sample.of(41).image(40), "a smaller sample begins a larger one");
        assertArrayEquals(all.image(0), new ImageSample(set, 1).of(1).image(0), "the same seed");
        assertFalse(
                Arrays.equals(all.image(0), new ImageSample(set, 2).of(1).image(0))
                        && Arrays.equals(
                                all.image(1), new ImageSample(set, 2).of(2).image(1)),
                "another seed");
    }

    @Test
    void noneOfNoneAreNone() {
        ImageSet none = labelled(new int[0]);
        assertEquals(0, new ImageSample(none, 1).of(5).count());
        assertThrows(IllegalArgumentException.class, () -> new ImageSample(none, 1).of(-1));
    }

    private static int[] counts(ImageSet set) {
        int[] counts = new int[10];
        for (int i = 0; i < set.count(); i++) {
            counts[set.label(i)]++;
        }
        return counts;
    }

    private static ImageSet labelled(int[] labels) {
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        return new ImageSet(1, 1, new byte[labels.length], bytes);
    }
}
