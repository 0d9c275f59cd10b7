package org.penumbra.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayArchiveTest {

    private static final String KIND = "fitted-detector";

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAgain() {
        Path file = folder.resolve("a.npz");
        archive().write(file);
        ArrayArchive read = ArrayArchive.read(file, KIND);
        assertEquals(archive(), read);
        assertArrayEquals(new float[] {1, Float.NaN, -0f, 4, 5, 6}, read.floats("neighbours/features"));
        assertEquals(List.of(2, 3), read.arrays().get("neighbours/features").shape());
        assertEquals(Math.PI, read.doubles("shape")[0]);
        assertArrayEquals(new int[] {Integer.MIN_VALUE, 7}, read.integers("labels"));
    }

    @Test
    void bytesKeepAllTheir256Values() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Path file = folder.resolve("bytes.npz");
        new ArrayArchive(KIND, new ObjectMapper().createObjectNode(), Map.of("codes", NpyArray.of(all, 64, 4)))
                .write(file);
        ArrayArchive read = ArrayArchive.read(file, KIND);
        assertArrayEquals(all, read.unsigned("codes"));
        assertEquals(List.of(64, 4), read.arrays().get("codes").shape());
        assertThrows(ModelException.class, () -> read.integers("codes"));
    }

    @Test
    void theSameArchiveMakesTheSameBytes() throws IOException {
        archive().write(folder.resolve("a.npz"));
        archive().write(folder.resolve("b.npz"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.npz")), Files.readAllBytes(folder.resolve("b.npz")));
    }

    @Test
    void itIsAZipOfNpyFilesBehindOneJson() throws IOException {
        Path file = folder.resolve("a.npz");
        archive().write(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertEquals(
                    List.of("content.json", "neighbours/features.npy", "shape.npy", "labels.npy", "nothing.npy"),
                    zip.stream().map(ZipEntry::getName).toList());
            String json =
                    new String(zip.getInputStream(zip.getEntry("content.json")).readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(KIND, new ObjectMapper().readTree(json).get("kind").textValue());
            byte[] npy = zip.getInputStream(zip.getEntry("shape.npy")).readAllBytes();
            assertEquals("NUMPY", new String(npy, 1, 5, StandardCharsets.US_ASCII));
            assertTrue(new String(npy, 10, 60, StandardCharsets.US_ASCII).contains("'descr': '<f8'"));
            assertEquals(0, (npy.length - 8) % 64, "numbers begin at a multiple of 64");
        }
    }

    @Test
    void everyDamageIsNoticed() throws IOException {
        Path file = folder.resolve("a.npz");
        archive().write(file);
        byte[] whole = Files.readAllBytes(file);
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        // What lies behind the last member is the zip's own list, which is not needed to read it.
        int members = lastMemberEnd(whole);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(members);
            if (i % 2 == 0) {
                damaged = Arrays.copyOf(damaged, at);
            } else {
                damaged[at] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, damaged);
            try {
                assertEquals(
                        archive(), ArrayArchive.read(file, KIND), "seed " + seed + ", trial " + i + ", byte " + at);
            } catch (ModelException told) {
                assertTrue(told.getMessage().startsWith(file.toString()), told.getMessage());
            }
        }
    }

    private static int lastMemberEnd(byte[] zip) {
        for (int i = 0; i < zip.length - 4; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                return i;
            }
        }
        throw new AssertionError("no list of members");
    }

    @Test
    void anotherKindOrFileIsRefused() throws IOException {
        Path file = folder.resolve("a.npz");
        archive().write(file);
        ModelException other = assertThrows(ModelException.class, () -> ArrayArchive.read(file, "cell"));
        assertEquals(file + ": expected a file of kind \"cell\", but it is \"fitted-detector\"", other.getMessage());
        Files.writeString(file, "no zip at all");
        assertThrows(ModelException.class, () -> ArrayArchive.read(file, KIND));
        assertThrows(ModelException.class, () -> ArrayArchive.read(folder.resolve("none.npz"), KIND));
    }

    @Test
    void anArrayThatIsMissingOrOfAnotherTypeIsTold() {
        ModelException missing =
                assertThrows(ModelException.class, () -> archive().floats("weights"));
        assertEquals(
                "fitted-detector: expected an array \"weights\" of type <f4, but there is none. The file was made by another "
                        + "program or version; make it again",
                missing.getMessage());
        assertThrows(ModelException.class, () -> archive().floats("labels"));
    }

    @Test
    void aClaimOfHugeArraysTakesNoMemory() {
        String huge =
                "{\"format\":1,\"kind\":\"x\",\"content\":{},\"arrays\":{\"a\":{\"type\":\"<f8\",\"shape\":[2147483647,"
                        + "2147483647,2147483647],\"sha256\":\"" + "0".repeat(64) + "\"}}}";
        IllegalArgumentException told =
                assertThrows(IllegalArgumentException.class, () -> ArrayArchiveHeader.parse(huge));
        assertEquals("array \"a\" is too large", told.getMessage());
    }

    @Test
    void namesLeadNowhereElse() {
        for (String name : List.of("", "/a", "a/", "../a", "a/../b", "a b", "a//b")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new ArrayArchive(KIND, content(), Map.of(name, NpyArray.of(new float[] {1}))),
                    name);
        }
        assertThrows(IllegalArgumentException.class, () -> NpyArray.of(new float[3], 2, 2));
    }

    private static ArrayArchive archive() {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("neighbours/features", NpyArray.of(new float[] {1, Float.NaN, -0f, 4, 5, 6}, 2, 3));
        arrays.put(
                "shape",
                new NpyArray(
                        NpyArray.Type.FLOAT64,
                        List.of(),
                        NpyArray.of(new double[] {Math.PI}).bytes()));
        arrays.put("labels", NpyArray.of(new int[] {Integer.MIN_VALUE, 7}));
        arrays.put("nothing", NpyArray.of(new float[0]));
        return new ArrayArchive(KIND, content(), arrays);
    }

    private static ObjectNode content() {
        return new ObjectMapper()
                .createObjectNode()
                .put("name", "k-nearest neighbours")
                .put("k", 5);
    }
}
