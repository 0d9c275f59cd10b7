package org.penumbra.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.DataException;
import org.penumbra.kit.IdxBytes;
import org.penumbra.kit.Mutations;
import org.penumbra.kit.Mutations.Outcome;

/**
 * 10 000 damaged IDX files: each is read or refused with one line, without much memory. A hang would be seen from
 * another thread, as a loop heeds no interrupt.
 */
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class IdxFuzzTest {

    /** Buffers of 64 KiB, and never much more than what can have been unpacked. */
    private static final long MOST_BYTES = 1 << 20;

    private static final byte[] IMAGES = IdxBytes.images(8, 28, 28, 3);
    private static final byte[] LABELS = IdxBytes.labels(500, 4);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("damaged");
    }

    @Test
    void damagedImagesAreReadOrRefused() {
        Outcome outcome = new Mutations(31)
                .run(List.of(IMAGES, IdxBytes.packed(IMAGES)), 4000, DataException.class, MOST_BYTES, this::readImages);
        assertTrue(outcome.refused() > 2000 && outcome.read() > 60, outcome.toString());
    }

    @Test
    void damagedLabelsAreReadOrRefused() {
        Outcome outcome = new Mutations(32)
                .run(List.of(LABELS, IdxBytes.packed(LABELS)), 3000, DataException.class, MOST_BYTES, this::readLabels);
        assertTrue(outcome.refused() > 1500 && outcome.read() > 8, outcome.toString());
    }

    /** Damage to a packed file is nearly always caught by gzip's checksum; here the lie itself is packed well. */
    @Test
    void damagePackedAfterwardsIsReadOrRefused() {
        Outcome images = new Mutations(33)
                .run(
                        List.of(IMAGES),
                        2000,
                        DataException.class,
                        MOST_BYTES,
                        bytes -> readImages(IdxBytes.packed(bytes)));
        Outcome labels = new Mutations(34)
                .run(
                        List.of(LABELS),
                        1000,
                        DataException.class,
                        MOST_BYTES,
                        bytes -> readLabels(IdxBytes.packed(bytes)));
        assertTrue(images.refused() > 800 && images.read() > 60, images.toString());
        assertTrue(labels.refused() > 500 && labels.read() > 8, labels.toString());
    }

    private void readImages(byte[] bytes) throws IOException {
        IdxImages images = IdxFile.images(Files.write(file, bytes));
        assertEquals((long) images.count() * images.rows() * images.columns(), images.pixels().length);
    }

    private void readLabels(byte[] bytes) throws IOException {
        for (byte label : IdxFile.labels(Files.write(file, bytes), 10).labels()) {
            assertTrue(label >= 0 && label < 10, "label " + label);
        }
    }
}
