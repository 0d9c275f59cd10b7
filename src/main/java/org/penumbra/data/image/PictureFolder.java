package org.penumbra.data.image;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.penumbra.data.DataException;
import org.penumbra.data.MachineMemory;
import org.penumbra.data.Md5;
import org.penumbra.data.MemoryNeed;
import org.penumbra.data.Seeds;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.PictureException;
import org.penumbra.data.ink.PictureFile;

/**
 * Reads own images sorted by class: a folder with one folder for each class, in it PNG, JPEG, GIF or BMP pictures of any
 * size. Every image becomes 28 x 28 pixels, as {@link Fit} says.
 *
 * <p>Which images are to test with depends on the seed and each file's name alone, so that a picture that is added moves
 * no other; at least one of every class is to test with and one to learn from. Both sets are shuffled, by the seed too.
 * One picture is unpacked at a time; an image is kept in 784 bytes.
 */
public final class PictureFolder {

    /** Most classes; as many as a network may have. */
    public static final int MOST_CLASSES = 100;
    /** Most pictures: 157 MB of pixels. */
    public static final int MOST_IMAGES = 200_000;
    /** Share of the images that are to test with. */
    public static final double TEST_SHARE = 0.15;
    /** The seed that is taken where nobody chooses one. */
    public static final long SEED = 1;

    private static final int PIXELS = DigitImage.SIDE * DigitImage.SIDE;
    private static final int FEWEST = 2;
    private static final double TO_SHARE = 0x1.0p-53;

    private final ClassFolders folders;
    private final Fit fit;
    private final Seeds seeds;
    private final List<ClassFolders.Entry> used = new ArrayList<>();
    private final List<OwnImages.Refused> refused;
    private final byte[] pixels;

    private PictureFolder(ClassFolders folders, Fit fit, long seed) {
        this.folders = folders;
        this.fit = fit;
        seeds = new Seeds(seed);
        refused = new ArrayList<>(folders.strays());
        int count = folders.files().size();
        // What is read, and the two sets it is sorted into.
        MachineMemory.ofProcess()
                .require(
                        new MemoryNeed(2L * count * PIXELS, 0),
                        count + " pictures in " + folders.path(),
                        "name a folder with fewer");
        pixels = new byte[count * PIXELS];
    }

    /**
     * Whether a folder looks like one: folders in it, at least one with a file called like a picture, and none of the four
     * files of an image data set.
     */
    public static boolean isOne(Path folder) {
        return ClassFolders.isOne(folder);
    }

    /** The names of a folder's classes, in order; {@link Fit#of} tells by them what suits. */
    public static List<String> classes(Path folder) {
        return ClassFolders.at(folder).classes();
    }

    /**
     * Reads a folder. A small picture takes a fraction of a millisecond, a large photograph a tenth of a second.
     *
     * @param seed any number
     * @return what was read and what was not; empty when it was asked to stop
     * @throws DataException when there are not 2 to 100 classes with at least 2 images each that can be used, or more than
     *                       200 000 pictures
     */
    public static Optional<OwnImages> read(Path folder, Fit fit, long seed, PictureWatcher watcher) {
        PictureFolder reader = new PictureFolder(ClassFolders.at(folder), fit, seed);
        return reader.readAll(watcher) ? Optional.of(reader.result()) : Optional.empty();
    }

    /**
     * Reads a folder of which every file must be usable, as suits its classes.
     *
     * @throws DataException also when a file cannot be used; it names the first few
     */
    public static ImageData readWhole(Path folder) {
        OwnImages images = read(folder, Fit.of(classes(folder)), SEED, PictureWatcher.NOBODY)
                .orElseThrow();
        if (!images.refused().isEmpty()) {
            throw new DataException(folder + ": " + images.refusedWords() + " Mend or remove what cannot be used");
        }
        return images.data();
    }

    private boolean readAll(PictureWatcher watcher) {
        int total = folders.files().size();
        for (int i = 0; i < total; i++) {
            if (watcher.stopRequested()) {
                return false;
            }
            watcher.progress(i, total);
            read(folders.files().get(i));
        }
        watcher.progress(total, total);
        return true;
    }

    private void read(ClassFolders.Entry entry) {
        float[] image;
        try {
            image = fit.pixels(PictureFile.read(entry.file()));
        } catch (PictureException wrong) {
            refused.add(new OwnImages.Refused(entry.file(), wrong.getMessage()));
            return;
        }
        int at = used.size() * PIXELS;
        for (int i = 0; i < PIXELS; i++) {
            pixels[at + i] = (byte) Math.round(255 * image[i]);
        }
        used.add(entry);
    }

    private OwnImages result() {
        checkCounts();
        boolean[] test = new boolean[used.size()];
        for (int i = 0; i < test.length; i++) {
            test[i] = chance(i) < TEST_SHARE;
        }
        for (int label = 0; label < folders.classes().size(); label++) {
            haveBoth(label, test);
        }
        String fitted = fit.name().toLowerCase(Locale.ROOT);
        ImageData data = new ImageData(
                folders.name(),
                folders.name(),
                folders.classes(),
                set(test, false),
                set(test, true),
                Map.of("pictures", checksum(), "read", "as " + fitted + ", split by seed " + seeds.seed()));
        return new OwnImages(data, refused);
    }

    private void checkCounts() {
        int[] counts = new int[folders.classes().size()];
        used.forEach(entry -> counts[entry.label()]++);
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] < FEWEST) {
                throw new DataException(folders.path().resolve(folders.classes().get(label)) + ": expected at least "
                        + FEWEST + " pictures of the class, one to learn from and one to test with, but found "
                        + counts[label]
                        + "; add some or remove the folder"
                        + (refused.isEmpty() ? "" : ". " + OwnImages.words(refused)));
            }
        }
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
        if (tests == 0) {
            test[least] = true;
        } else if (tests == count) {
            test[greatest] = false;
        }
    }

    private ImageSet set(boolean[] test, boolean wanted) {
        Integer[] order = new Integer[used.size()];
        Arrays.setAll(order, i -> i);
        List<Integer> chosen = Arrays.stream(order)
                .filter(i -> test[i] == wanted)
                .sorted(Comparator.comparingLong(
                        i -> Seeds.item(seeds.batches(), used.get(i).hash())))
                .toList();
        byte[] theirs = new byte[chosen.size() * PIXELS];
        byte[] labels = new byte[chosen.size()];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(pixels, chosen.get(i) * PIXELS, theirs, i * PIXELS, PIXELS);
            labels[i] = (byte) used.get(chosen.get(i)).label();
        }
        return new ImageSet(DigitImage.SIDE, DigitImage.SIDE, theirs, labels);
    }

    /** The MD5 of all names and images, in their order. */
    private String checksum() {
        Md5 md5 = new Md5();
        for (int i = 0; i < used.size(); i++) {
            byte[] name = (used.get(i).name() + "\n").getBytes(StandardCharsets.UTF_8);
            md5.update(name, 0, name.length);
            md5.update(pixels, i * PIXELS, PIXELS);
        }
        return md5.hex();
    }
}
