package org.penumbra.data.image;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.DataException;
import org.penumbra.kit.IdxBytes;

/** IDX files: what is read, and how each kind of damage is told. */
class IdxFileTest {

    private static final byte[] IMAGES = IdxBytes.images(300, 28, 28, 1);
    private static final byte[] LABELS = IdxBytes.labels(300, 2);

    @TempDir
    private Path folder;

    @Test
    void plainAndPackedFilesReadAlikeWhateverTheyAreCalled() throws IOException {
        for (byte[] bytes : List.of(IMAGES, IdxBytes.packed(IMAGES))) {
            IdxImages images = IdxFile.images(file(bytes));
            assertAll(
                    () -> assertEquals(300, images.count()),
                    () -> assertEquals(28, images.rows()),
                    () -> assertEquals(28, images.columns()),
                    () -> assertArrayEquals(Arrays.copyOfRange(IMAGES, 16, IMAGES.length), images.pixels()),
                    () -> assertEquals(IdxBytes.md5(IMAGES), images.md5()),
                    () -> assertEquals(IdxBytes.sha256(IMAGES), images.sha256()));
        }
        IdxLabels labels = IdxFile.labels(file(IdxBytes.packed(LABELS)), 10);
        assertArrayEquals(Arrays.copyOfRange(LABELS, 8, LABELS.length), labels.labels());
        assertEquals(IdxBytes.md5(LABELS), labels.md5());
        assertEquals(IdxBytes.sha256(LABELS), labels.sha256());
    }

    @Test
    void aFilePackedInSeveralPartsIsRead() throws IOException {
        byte[] first = IdxBytes.packed(Arrays.copyOf(LABELS, 100));
        byte[] second = IdxBytes.packed(Arrays.copyOfRange(LABELS, 100, LABELS.length));
        assertEquals(
                IdxBytes.md5(LABELS),
                IdxFile.labels(file(join(first, second)), 10).md5());
    }

    @Test
    void headersThatLieAreToldWithTheirOffset() {
        assertRefused(
                number(IMAGES, 0, 0x801),
                "at byte 0: expected the magic number 0x00000803 of IDX images, "
                        + "but found 0x00000801, which is that of labels");
        assertRefused(number(IMAGES, 0, 0x804), "but found 0x00000804, which is that of bytes in 4 dimensions; is");
        assertRefused(
                number(IMAGES, 0, 0xD03), "but found 0x00000d03, which is that of numbers other than unsigned bytes");
        assertRefused(number(IMAGES, 0, 0x50803), "but found 0x00050803; is this the right file?");
        assertRefused(number(IMAGES, 4, 0), "at byte 4: expected 1 to 1000000 images, but found 0");
        assertRefused(number(IMAGES, 4, -1), "at byte 4: expected 1 to 1000000 images, but found 4294967295");
        assertRefused(number(IMAGES, 8, 4097), "at byte 8: expected 1 to 4096 rows of pixels, but found 4097");
        assertRefused(number(IMAGES, 12, 0), "at byte 12: expected 1 to 4096 columns");
        assertRefused(number(IMAGES, 4, 1_000_000), "at byte 4: expected at most 600000000 pixels");
        assertRefused(number(IMAGES, 4, 301), "at byte 235216: expected 236000 bytes");
        assertRefused(
                number(IdxBytes.packed(new byte[0]), 0, 0x1F8B0700),
                "at byte 3 of the packed file: " + "expected gzip's compression method 8");
    }

    @Test
    void aPackedFileMayNotPromiseWhatCannotBeInIt() {
        assertRefused(IdxBytes.packed(number(IMAGES, 4, 300_000)), "cannot be in a packed file of");
        assertRefused(
                IdxBytes.packed(number(IMAGES, 4, 301)), "at byte 235216 of the unpacked data: expected 236000 bytes");
    }

    @Test
    void missingAndSurplusBytesAreTold() {
        assertRefused(new byte[0], "at byte 0: expected the header");
        assertRefused(Arrays.copyOf(IMAGES, 10), "at byte 10: expected the header");
        assertRefused(Arrays.copyOf(IMAGES, 1000), "at byte 1000: expected 235216 bytes");
        assertRefused(Arrays.copyOf(IMAGES, 235_217), "at byte 235216: expected 235216 bytes");
        assertRefused(
                IdxBytes.packed(Arrays.copyOf(IMAGES, 235_217)),
                "at byte 235216 of the unpacked data: expected the end of the file");
    }

    @Test
    void damagedGzipIsTold() {
        byte[] packed = IdxBytes.packed(IMAGES);
        assertRefused(Arrays.copyOf(packed, packed.length / 2), "the gzip data end in the middle");
        assertRefused(Arrays.copyOf(packed, packed.length - 1), "the gzip data end in the middle");
        assertRefused(join(packed, new byte[] {0}), "expected gzip data, which begin with 1f 8b");
        byte[] wrongSum = packed.clone();
        wrongSum[packed.length - 8] ^= 1;
        assertRefused(wrongSum, "at byte " + (packed.length - 4) + " of the packed file: gzip's checksum does not fit");
        byte[] wrongLength = packed.clone();
        wrongLength[packed.length - 1] ^= 1;
        assertRefused(wrongLength, "gzip's length does not fit");
    }

    @Test
    void aLabelBeyondTheClassesIsToldWithItsPlace() throws IOException {
        byte[] labels = LABELS.clone();
        labels[8 + 37] = 10;
        Path file = file(labels);
        DataException refusal = assertThrows(DataException.class, () -> IdxFile.labels(file, 10));
        assertTrue(
                refusal.getMessage().contains("at byte 45: expected a label from 0 to 9, but found 10"),
                refusal.getMessage());
        assertEquals(300, IdxFile.labels(file, 11).labels().length);
    }

    @Test
    void whatIsNoFileIsTold() {
        assertTrue(assertThrows(DataException.class, () -> IdxFile.images(folder))
                .getMessage()
                .contains("a folder"));
        assertTrue(assertThrows(DataException.class, () -> IdxFile.images(folder.resolve("none")))
                .getMessage()
                .contains("there is none"));
    }

    private void assertRefused(byte[] bytes, String expected) {
        String message = assertThrows(DataException.class, () -> IdxFile.images(file(bytes)))
                .getMessage();
        assertTrue(message.startsWith(folder.resolve("file") + ": "), message);
        assertTrue(message.contains(expected), message);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private static byte[] number(byte[] bytes, int at, int value) {
        byte[] copy = bytes.clone();
        ByteBuffer.wrap(copy).putInt(at, value);
        return copy;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
