package org.penumbra.data.image;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.penumbra.data.DataException;
import org.penumbra.data.ink.Fit;

/**
 * A data set of images.
 *
 * @param name      as typed on the command line: "mnist", "fashion-mnist", "built-in-digits", or the name of a folder
 * @param title     shown to people ("MNIST", "built-in digits")
 * @param classes   the names of the classes, by label
 * @param training  images to learn from
 * @param test      images that took no part in any choice
 * @param checksums what the images were read from, for provenance: the name of each file and the MD5 of its unpacked
 *                  bytes, in hexadecimal; or how they were made ("generator" and "version and seed"); or the MD5 of all
 *                  pictures and their names, and how they were read
 * @param notes     what a person should know of how the files were understood, whole sentences; empty when nothing was
 *                  left to guess
 * @param fit       how a picture becomes an image like these
 * @param folder    the folder of one's own that they were read from, with its whole path; empty where there is none
 */
public record ImageData(
        String name,
        String title,
        List<String> classes,
        ImageSet training,
        ImageSet test,
        Map<String, String> checksums,
        List<String> notes,
        Fit fit,
        String folder) {

    public ImageData {
        classes = List.copyOf(classes);
        checksums = Map.copyOf(checksums);
        notes = List.copyOf(notes);
        if (training.rows() != test.rows() || training.columns() != test.columns()) {
            throw new IllegalArgumentException(name + ": training images have " + training.rows() + " x "
                    + training.columns() + " pixels, test images " + test.rows() + " x " + test.columns());
        }
    }

    /** Images of no folder of one's own, with the fit that their identity tells. */
    public ImageData(
            String name,
            String title,
            List<String> classes,
            ImageSet training,
            ImageSet test,
            Map<String, String> checksums) {
        this(name, title, classes, training, test, checksums, List.of());
    }

    /** The same, with notes. */
    public ImageData(
            String name,
            String title,
            List<String> classes,
            ImageSet training,
            ImageSet test,
            Map<String, String> checksums,
            List<String> notes) {
        this(
                name,
                title,
                classes,
                training,
                test,
                checksums,
                notes,
                DataIdentity.of(name, checksums).fit(classes, checksums),
                "");
    }

    /** What they are, whatever they are called. */
    public DataIdentity identity() {
        return DataIdentity.of(name, checksums);
    }

    /** The same, read from the four files in this folder; somebody's own images tell their fit themselves. */
    public ImageData readFrom(Path place) {
        return new ImageData(
                name,
                title,
                classes,
                training,
                test,
                checksums,
                notes,
                identity().kind() == DataIdentity.Kind.FILES ? ImageFit.of(training) : fit,
                place.toAbsolutePath().normalize().toString());
    }

    /**
     * The same, provided that its images are square and of this size.
     *
     * @param side pixels an image has to be high and wide
     * @throws DataException when they are not
     */
    public ImageData ofSide(int side) {
        if (training.rows() != side || training.columns() != side) {
            throw new DataException(title + ": expected images of " + side + " x " + side
                    + " pixels, as the networks take them, but they have " + training.rows() + " x "
                    + training.columns() + "; shrink them first, or put them as pictures into a folder for each class,"
                    + " which are shrunk when they are read");
        }
        return this;
    }

    /**
     * The same images with their labels counted by another list of classes, which may hold classes of no image.
     *
     * @param others names, among them that of every class of which there is an image
     * @throws DataException when one is missing
     */
    public ImageData withClasses(List<String> others) {
        return new ImageData(
                name,
                title,
                others,
                relabelled(training, others),
                relabelled(test, others),
                checksums,
                notes,
                fit,
                folder);
    }

    private ImageSet relabelled(ImageSet set, List<String> others) {
        if (others.equals(classes)) {
            return set;
        }
        List<String> shown = shown(set);
        if (!others.containsAll(shown)) {
            throw new DataException(title + ": expected images of the classes " + String.join(", ", others)
                    + ", but it has some of " + String.join(", ", shown));
        }
        int[] labels = classes.stream().mapToInt(others::indexOf).toArray();
        return set.relabelled(labels);
    }

    /** The names of those classes of which a set has images. */
    private List<String> shown(ImageSet set) {
        TreeSet<Integer> labels = new TreeSet<>();
        Arrays.stream(set.labels()).forEach(labels::add);
        return labels.stream().map(classes::get).toList();
    }
}
