package org.penumbra.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.penumbra.kit.NpzFile;

/** NPZ files, read back by a reader of the test's own. */
class NpzWriterTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private NpzFile read() throws IOException {
        return new NpzFile(bytes.toByteArray());
    }

    @Test
    void numbersComeBackBitForBitInShapesOfEveryLength() throws IOException {
        long seed = 3;
        Random random = new Random(seed);
        float[] many = new float[3 * 5 * 7 * 401];
        for (int i = 0; i < many.length; i++) {
            many[i] = Float.intBitsToFloat(random.nextInt() & 0x7F7FFFFF);
        }
        float[] odd = {Float.NaN, Float.POSITIVE_INFINITY, -0f, Float.MIN_VALUE};
        int[] whole = {Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE, 258};
        try (NpzWriter npz = new NpzWriter(bytes)) {
            npz.floats("a/b", many, 3, 5, 7, 401);
            npz.floats("odd", odd, 4);
            npz.integers("whole", whole, 2, 3);
            npz.floats("one", new float[] {2.5f});
            npz.floats("none", new float[0], 0, 784);
        }
        NpzFile file = read();
        assertEquals(List.of("a/b", "odd", "whole", "one", "none"), file.names());
        assertArrayEquals(many, file.get("a/b").floats(), "seed " + seed);
        assertEquals(List.of(3, 5, 7, 401), file.get("a/b").shape());
        assertArrayEquals(odd, file.get("odd").floats());
        assertEquals(List.of(4), file.get("odd").shape());
        assertArrayEquals(whole, file.get("whole").integers());
        assertEquals(List.of(2, 3), file.get("whole").shape());
        assertArrayEquals(new float[] {2.5f}, file.get("one").floats());
        assertEquals(List.of(), file.get("one").shape());
        assertEquals(List.of(0, 784), file.get("none").shape());
    }

    @Test
    void aPartOfAnArrayIsWrittenAlone() throws IOException {
        float[] values = {0, 1, 2, 3, 4, 5, 6, 7};
        try (NpzWriter npz = new NpzWriter(bytes)) {
            npz.part("part", values, 2, List.of(2, 2));
        }
        assertArrayEquals(new float[] {2, 3, 4, 5}, read().get("part").floats());
    }

    @Test
    void textsOfAnyScriptComeBack() throws IOException {
        List<String> texts = List.of("T-shirt/top", "", "\u03b3\u0303", "\ud83d\ude42 \"'");
        try (NpzWriter npz = new NpzWriter(bytes)) {
            npz.texts("texts", texts);
            npz.text("single", "c\u0303");
            npz.text("empty", "");
            npz.texts("none", List.of());
        }
        NpzFile file = read();
        assertEquals(texts, file.get("texts").texts());
        assertEquals("<U11", file.get("texts").type());
        assertEquals(List.of("c\u0303"), file.get("single").texts());
        assertEquals(List.of(), file.get("single").shape());
        assertEquals(List.of(""), file.get("empty").texts());
        assertEquals(List.of(0), file.get("none").shape());
    }

    @Test
    void theSameArraysMakeTheSameBytes() throws IOException {
        byte[][] files = new byte[2][];
        for (int i = 0; i < 2; i++) {
            bytes.reset();
            try (NpzWriter npz = new NpzWriter(bytes)) {
                npz.floats("x", new float[] {1, 2}, 2);
            }
            files[i] = bytes.toByteArray();
        }
        assertArrayEquals(files[0], files[1]);
        // Bytes 10 to 13 of a zip file are the time and day of its first entry: 0, and 1 January 1980.
        assertArrayEquals(new byte[] {0, 0, 33, 0}, Arrays.copyOfRange(files[0], 10, 14));
    }

    @Test
    void shapesThatDoNotFitAndNamesThatComeTwiceAreRefused() throws IOException {
        try (NpzWriter npz = new NpzWriter(bytes)) {
            assertEquals(
                    "x: its shape asks for 6 values, but got 5",
                    assertThrows(IllegalArgumentException.class, () -> npz.integers("x", new int[5], 2, 3))
                            .getMessage());
            assertThrows(IndexOutOfBoundsException.class, () -> npz.part("x", new float[5], 2, List.of(4)));
            assertThrows(IllegalArgumentException.class, () -> npz.integers("x", new int[2], -1, -2));
            npz.text("x", "y");
            assertEquals(
                    "x: there is an array of that name already",
                    assertThrows(IllegalArgumentException.class, () -> npz.text("x", "z"))
                            .getMessage());
        }
    }
}
