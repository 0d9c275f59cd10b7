package org.penumbra.data.image;

import java.util.List;
import java.util.Map;

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
 */
public record ImageData(
        String name,
        String title,
        List<String> classes,
        ImageSet training,
        ImageSet test,
        Map<String, String> checksums) {

    public ImageData {
        classes = List.copyOf(classes);
        checksums = Map.copyOf(checksums);
        if (training.rows() != test.rows() || training.columns() != test.columns()) {
            throw new IllegalArgumentException(name + ": training images have " + training.rows() + " x "
                    + training.columns() + " pixels, test images " + test.rows() + " x " + test.columns());
        }
    }
}
