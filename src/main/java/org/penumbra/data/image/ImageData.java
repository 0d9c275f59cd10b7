package org.penumbra.data.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        Fit fit,
        String folder) {

    public ImageData {
        classes = List.copyOf(classes);
        checksums = Map.copyOf(checksums);
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
        this(
                name,
                title,
                classes,
                training,
                test,
                checksums,
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
                identity().kind() == DataIdentity.Kind.FILES ? ImageFit.of(training) : fit,
                place.toAbsolutePath().normalize().toString());
    }
}
