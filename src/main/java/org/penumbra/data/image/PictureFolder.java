package org.penumbra.data.image;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * Reads own images sorted by class: a folder with one folder for each class, in it PNG, JPEG, GIF, BMP, WebP or TIFF pictures of any
 * size. Every image becomes 28 x 28 pixels, as {@link Fit} says.
 *
 * <p>Which images are to test with depends on the seed and each file's name alone, so that a picture that is added moves
 * no other; at least one of every class is to test with and one to learn from. Where there are folders train and test (or
 * val), those decide. Both sets are shuffled, by the seed too; what is to validate with stands behind what is to learn from.
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
    /** Classes that a network can be trained on. */
    private static final int FEWEST_CLASSES = 2;

    private final ClassFolders folders;
    private final Fit fit;
    private final Seeds seeds;
    private final List<ClassFolders.Entry> used = new ArrayList<>();
    private final List<OwnImages.Refused> refused;
    private final byte[] pixels;

    /** What the images are wanted for. */
    private enum Purpose {
        LEARN,
        TEST,
        TEST_ALL
    }

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
        return ClassFolders.at(folder, FEWEST_CLASSES).classes();
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
        PictureFolder reader = new PictureFolder(ClassFolders.at(folder, FEWEST_CLASSES), fit, seed);
        return reader.readAll(watcher) ? Optional.of(reader.result(Purpose.LEARN)) : Optional.empty();
    }

    /**
     * Reads a folder of which every file must be usable, as suits its classes.
     *
     * @throws DataException also when a file cannot be used; it names the first few
     */
    public static ImageData readWhole(Path folder) {
        return readWhole(folder, Fit.of(classes(folder)));
    }

    /**
     * Reads a folder of which every file must be usable.
     *
     * @throws DataException also when a file cannot be used; it names the first few
     */
    public static ImageData readWhole(Path folder, Fit fit) {
        return whole(folder, read(folder, fit, SEED, PictureWatcher.NOBODY).orElseThrow());
    }

    /**
     * Reads pictures to test with; there are none to learn from among what is given back. Classes may lack pictures, and
     * there may be a single class. Every file must be usable.
     *
     * @param fit of the model that is tested
     * @param all whether to take all pictures; otherwise those that a run on this folder would not learn from
     * @throws DataException when there are none, or a file cannot be used
     */
    public static ImageData readTest(Path folder, Fit fit, boolean all) {
        PictureFolder reader = new PictureFolder(ClassFolders.at(folder, 1), fit, SEED);
        reader.readAll(PictureWatcher.NOBODY);
        ImageData data = whole(folder, reader.result(all ? Purpose.TEST_ALL : Purpose.TEST));
        if (data.test().count() == 0) {
            throw new DataException(
                    folder + ": expected pictures in the folders of its classes, but there are none; name "
                            + "a folder with pictures");
        }
        return data;
    }

    /** How many pictures there are in all, to learn from or to test with; none is read. */
    public static int count(Path folder) {
        return ClassFolders.at(folder, 1).files().size();
    }

    private static ImageData whole(Path folder, OwnImages images) {
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

    private OwnImages result(Purpose purpose) {
        PictureSplit split = new PictureSplit(folders, used, refused, seeds);
        ImageSet training = set(purpose == Purpose.LEARN ? split.training() : List.of());
        ImageSet test = set(purpose == Purpose.TEST_ALL ? split.all() : split.test());
        String how = purpose == Purpose.TEST_ALL ? "all to test with" : split.words();
        ImageData data = new ImageData(
                folders.name(),
                folders.name(),
                folders.classes(),
                training,
                test,
                Map.of(DataIdentity.PICTURES, checksum(), DataIdentity.READ, DataIdentity.reading(fit) + ", " + how),
                List.of(),
                fit,
                folders.path().toAbsolutePath().normalize().toString());
        return new OwnImages(data, refused);
    }

    private ImageSet set(List<Integer> chosen) {
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
