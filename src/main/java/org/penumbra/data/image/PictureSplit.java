package org.penumbra.data.image;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.penumbra.data.DataException;
import org.penumbra.data.Seeds;
import org.penumbra.data.image.ClassFolders.Part;

/**
 * Which pictures of a folder are to learn from and which to test with, in the order that sets have them: shuffled, the ones
 * for validation behind the others.
 */
final class PictureSplit {

    private static final int FEWEST = 2;
    private static final double TO_SHARE = 0x1.0p-53;

    private final ClassFolders folders;
    private final List<ClassFolders.Entry> used;
    private final List<OwnImages.Refused> refused;
    private final Seeds seeds;

    /**
     * @param used    files that gave an image
     * @param refused the others
     */
    PictureSplit(ClassFolders folders, List<ClassFolders.Entry> used, List<OwnImages.Refused> refused, Seeds seeds) {
        this.folders = folders;
        this.used = used;
        this.refused = refused;
        this.seeds = seeds;
    }

    /** How it was decided, for provenance. */
    String words() {
        return folders.isSplit() ? "split by its folders" : "split by seed " + seeds.seed();
    }

    /**
     * The pictures to learn from.
     *
     * @throws DataException when there are too few of a class
     */
    List<Integer> training() {
        if (folders.isSplit()) {
            requireSplit();
            return shuffled(
                    IntStream.range(0, used.size()).filter(i -> !isTest(i)).toArray());
        }
        requirePairs();
        boolean[] test = bySeed();
        return shuffled(IntStream.range(0, test.length).filter(i -> !test[i]).toArray());
    }

    /**
     * The pictures to test with: those that a run on this folder would not learn from.
     *
     * @throws DataException when there are none
     */
    List<Integer> test() {
        if (!folders.isSplit()) {
            boolean[] test = bySeed();
            return shuffled(IntStream.range(0, test.length).filter(i -> test[i]).toArray());
        }
        int[] tests = IntStream.range(0, used.size()).filter(this::isTest).toArray();
        if (tests.length == 0) {
            throw new DataException(
                    folders.path() + ": expected pictures to test with in its folder \"test\" or \"val\", "
                            + "but none can be used there; add some" + whatWasRefused());
        }
        return shuffled(tests);
    }

    /** All of them, to test with. */
    List<Integer> all() {
        return shuffled(IntStream.range(0, used.size()).toArray());
    }

    private boolean isTest(int index) {
        return used.get(index).part() == (folders.has(Part.TEST) ? Part.TEST : Part.VALIDATION);
    }

    private boolean[] bySeed() {
        boolean[] test = new boolean[used.size()];
        for (int i = 0; i < test.length; i++) {
            test[i] = chance(i) < PictureFolder.TEST_SHARE;
        }
        for (int label = 0; label < folders.classes().size(); label++) {
            haveBoth(label, test);
        }
        return test;
    }

    private void requirePairs() {
        int[] counts = counts(IntStream.range(0, used.size()).toArray());
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] < FEWEST) {
                throw new DataException(folders.path().resolve(folders.classes().get(label)) + ": expected at least "
                        + FEWEST + " pictures of the class, one to learn from and one to test with, but found "
                        + counts[label]
                        + "; add some or remove the folder"
                        + whatWasRefused());
            }
        }
    }

    private void requireSplit() {
        int[] counts =
                counts(IntStream.range(0, used.size()).filter(i -> !isTest(i)).toArray());
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] == 0) {
                throw new DataException(folders.path() + ": expected pictures of the class \""
                        + folders.classes().get(label)
                        + "\" to learn from, in its folder \"train\", but found none that can be used; add some or remove "
                        + "the class from the other folders" + whatWasRefused());
            }
        }
    }

    private String whatWasRefused() {
        return refused.isEmpty() ? "" : ". " + OwnImages.words(refused);
    }

    private int[] counts(int[] indices) {
        int[] counts = new int[folders.classes().size()];
        for (int index : indices) {
            counts[used.get(index).label()]++;
        }
        return counts;
    }

    /** A number from 0 to 1 that belongs to an image, whatever other images there are. */
    private double chance(int index) {
        return (Seeds.item(seeds.data(), used.get(index).hash()) >>> 11) * TO_SHARE;
    }

    /** Moves an image of a class over where all are on one side. */
    private void haveBoth(int label, boolean[] test) {
        int least = -1;
        int greatest = -1;
        int tests = 0;
        int count = 0;
        for (int i = 0; i < test.length; i++) {
            if (used.get(i).label() == label) {
                least = least < 0 || chance(i) < chance(least) ? i : least;
                greatest = greatest < 0 || chance(i) > chance(greatest) ? i : greatest;
                tests += test[i] ? 1 : 0;
                count++;
            }
        }
        if (count > 0 && tests == 0) {
            test[least] = true;
        } else if (count > 1 && tests == count) {
            test[greatest] = false;
        }
    }

    private List<Integer> shuffled(int[] indices) {
        return Arrays.stream(indices)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> used.get(i).part() == Part.VALIDATION)
                        .thenComparingLong(
                                i -> Seeds.item(seeds.batches(), used.get(i).hash())))
                .toList();
    }
}
