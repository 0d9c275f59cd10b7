package org.penumbra.kit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.penumbra.data.image.ImageFile;

/** Data sets in four files, as people bring them along. */
public final class OwnSets {

    private OwnSets() {}

    /** A set of grey noise. */
    public static Path write(Path folder, int rows, int columns, int[] training, int[] test) throws IOException {
        return write(
                folder,
                ImageFile::standardName,
                images(rows, columns, training),
                training,
                images(rows, columns, test),
                test);
    }

    /** A set of 28 x 28 pixels. */
    public static Path write(Path folder, int[] training, int[] test) throws IOException {
        return write(folder, 28, 28, training, test);
    }

    /**
     * A set of any images.
     *
     * @param names          of the four files
     * @param trainingImages an IDX file's bytes
     * @param testImages     likewise
     */
    public static Path write(
            Path folder,
            Function<ImageFile, String> names,
            byte[] trainingImages,
            int[] training,
            byte[] testImages,
            int[] test)
            throws IOException {
        TinyImages.write(folder, names.apply(ImageFile.TRAINING_IMAGES), trainingImages);
        TinyImages.write(folder, names.apply(ImageFile.TRAINING_LABELS), labels(training));
        TinyImages.write(folder, names.apply(ImageFile.TEST_IMAGES), testImages);
        TinyImages.write(folder, names.apply(ImageFile.TEST_LABELS), labels(test));
        return folder;
    }

    /** A file of as many images as there are labels. */
    public static byte[] images(int rows, int columns, int[] labels) {
        return IdxBytes.images(labels.length, rows, columns, labels.length);
    }

    /** A file of labels. */
    public static byte[] labels(int... labels) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length);
        bytes.putInt(0x801).putInt(labels.length);
        for (int label : labels) {
            bytes.put((byte) label);
        }
        return bytes.array();
    }

    /** So many labels that take turns: {@code first, first + 1, ... last, first, ...}. */
    public static int[] turns(int count, int first, int last) {
        return IntStream.range(0, count)
                .map(i -> first + i % (last - first + 1))
                .toArray();
    }
}
