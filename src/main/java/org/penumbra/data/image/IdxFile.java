package org.penumbra.data.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.penumbra.data.DataException;
import org.penumbra.data.Reasons;
import org.penumbra.data.RegularFile;

/**
 * Reads IDX files, the format MNIST and its kin come in: big-endian numbers (magic number, count, and for images rows
 * and columns), then a byte a pixel or a label. Plain or packed with gzip, which is told by the first bytes and not by
 * the name. Everything the header says is checked before memory is taken: a plain file must have exactly the length
 * it promises, and of a packed one no more is taken than has been unpacked.
 */
public final class IdxFile {

    /** No more images or labels than this are read from a file. */
    public static final int MOST_IMAGES = 1_000_000;
    /** No image may be higher or wider, in pixels. */
    public static final int MOST_SIDE = 4096;
    /** No file may hold more pixels, all images taken together: 600 MB, as EMNIST's largest has 547. */
    public static final int MOST_BYTES = 600_000_000;
    /** Labels go from 0 to one less, as they are bytes. */
    public static final int MOST_CLASSES = 256;

    private IdxFile() {}

    /**
     * Reads images.
     *
     * @throws DataException when the file is missing, damaged, incomplete, too long or not of images
     */
    public static IdxImages images(Path file) {
        return read(file, IdxReader::images);
    }

    /**
     * Reads labels.
     *
     * @param classes how many there are, 1 to 256; every label must be smaller
     * @throws DataException when the file is missing, damaged, incomplete, too long, not of labels, or holds one that
     *                       is too large
     */
    public static IdxLabels labels(Path file, int classes) {
        return read(file, reader -> reader.labels(classes));
    }

    /** What is wanted of an open file. */
    private interface Reading<T> {
        T from(IdxReader reader) throws IOException;
    }

    private static <T> T read(Path file, Reading<T> reading) {
        try {
            Optional<String> obstacle = RegularFile.obstacle(file);
            if (obstacle.isPresent()) {
                throw new DataException(
                        file + ": expected an IDX file, but it is " + obstacle.get() + "; name the file itself");
            }
            try (InputStream in = RegularFile.open(file);
                    IdxReader reader = new IdxReader(file.toString(), in, Files.size(file))) {
                return reading.from(reader);
            }
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": expected an IDX file, but there is none; fetch or copy it", e);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read (" + Reasons.of(e) + ")", e);
        }
    }
}
