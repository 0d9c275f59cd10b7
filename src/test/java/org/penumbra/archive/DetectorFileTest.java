package org.penumbra.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.archive.ModelException.Kind;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.confidence.FittedConfidence;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.kit.ImageModels;
import org.penumbra.kit.Mutations;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.TrainedModel;

@Timeout(120)
class DetectorFileTest {

    private static final FittedOn ON = new FittedOn(
            "mnist-cnn",
            "ab".repeat(32),
            "mnist",
            50_000,
            10_000,
            "noise",
            1000,
            1,
            2.5,
            "0.1.0",
            "2026-01-02T03:04:05Z");
    /** Of forms that no detector restores. */
    private static final FittedForm PLAIN = new FittedForm(
            "max-softmax", 784, 10, 1, Map.of("a", 0.1, "b", 1e300), Map.of("kernel", "rbf"), arrays(1), List.of());

    @TempDir
    private Path folder;

    private static Map<String, FormArray> arrays(int from) {
        Map<String, FormArray> arrays = new LinkedHashMap<>();
        arrays.put("means", new FormArray.Floats(new float[] {from, 2, 3, 4, 5, 6}, 2, 3));
        arrays.put("one_number", new FormArray.Doubles(new double[] {Math.PI}));
        arrays.put("labels", new FormArray.Integers(new int[] {3, -4}, 2));
        arrays.put("nothing", new FormArray.Doubles(new double[0], 0, 7));
        return arrays;
    }

    private static StoredDetector confidence() {
        return new StoredDetector(new FittedConfidence(784, 10, 1, 12.5, 0.25), ON);
    }

    @Test
    void aDetectorThatWasWrittenIsReadBackWithAllItCarries() {
        Path file = folder.resolve("c.detector");
        DetectorFile.write(confidence(), file);
        assertEquals(confidence(), DetectorFile.read(file));
        assertTrue(file.toFile().length() < 4000, file.toFile().length() + " bytes");
    }

    @Test
    void aFormKeepsEveryNumberWordAndArrayAndItsParts() {
        FittedForm part = new FittedForm("knn", 2, 3, 1, Map.of(), Map.of(), arrays(9), List.of());
        FittedForm whole = PLAIN.withParts(List.of(part, part.withParts(List.of(PLAIN))));
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        ObjectNode tree = new DetectorFormat(arrays).write(whole, ON);
        assertEquals(16, arrays.size());
        DetectorFormat.Content read = new DetectorFormat(arrays).read("a test", tree);
        assertEquals(ON, read.on());
        assertSame(whole, read.form());
    }

    private static void assertSame(FittedForm expected, FittedForm read) {
        assertEquals(expected.id(), read.id());
        assertEquals(expected.dimensions(), read.dimensions());
        assertEquals(expected.numbers(), read.numbers());
        assertEquals(expected.choices(), read.choices());
        assertEquals(expected.arrays().keySet(), read.arrays().keySet());
        expected.arrays().forEach((name, array) -> {
            assertArrayEquals(array.shape(), read.arrays().get(name).shape(), name);
            assertEquals(array.getClass(), read.arrays().get(name).getClass());
        });
        float[] floats = ((FormArray.Floats) expected.arrays().get("means")).values();
        assertArrayEquals(floats, read.floats("means", 2, 3));
        assertArrayEquals(new double[] {Math.PI}, read.doubles("one_number"));
        assertArrayEquals(new int[] {3, -4}, read.integers("labels", -4, 3, 2));
        assertEquals(expected.parts().size(), read.parts().size());
        for (int i = 0; i < expected.parts().size(); i++) {
            assertSame(expected.parts().get(i), read.parts().get(i));
        }
    }

    @Test
    void detectorsInsideEachOtherComeToAnEnd() {
        FittedForm deep = PLAIN;
        for (int i = 1; i < DetectorFormat.DEEPEST; i++) {
            deep = PLAIN.withParts(List.of(deep));
        }
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        ObjectNode tree = new DetectorFormat(arrays).write(deep, ON);
        assertSame(deep, new DetectorFormat(arrays).read("a test", tree).form());
        FittedForm deeper = PLAIN.withParts(List.of(deep));
        assertThrows(IllegalArgumentException.class, () -> new DetectorFormat(new LinkedHashMap<>()).write(deeper, ON));
        ObjectNode inner = (ObjectNode) tree.get("detector");
        while (!inner.get("parts").isEmpty()) {
            inner = (ObjectNode) inner.get("parts").get(0);
        }
        ObjectNode another = inner.deepCopy();
        inner.putArray("parts").add(another);
        assertThrows(org.penumbra.preset.PresetException.class, () -> new DetectorFormat(arrays).read("a test", tree));
    }

    /** Whoever can compute a checksum can write anything; then it is the content that is looked at. */
    @Test
    void aForgedFileIsRefusedWithOneLine() {
        assertForged(root -> root.put("format", "penumbra-detector/9"), "format: expected ");
        assertForged(root -> detector(root).put("id", "oracle"), "\"oracle\"");
        assertForged(root -> detector(root).put("classes", 0), "classes: expected a whole number");
        assertForged(root -> ((ObjectNode) detector(root).get("numbers")).put("alpha", -1), "alpha");
        assertForged(root -> ((ObjectNode) detector(root).get("numbers")).remove("alpha"), "alpha");
        assertForged(root -> ((ObjectNode) detector(root).get("numbers")).put("alpha", "1"), "finite number");
        assertForged(root -> detector(root).putArray("arrays").add("means"), "the name of an array");
        assertForged(root -> ((ObjectNode) root.get("fitted_on")).put("weights", "none"), "64 hexadecimal digits");
        assertForged(root -> ((ObjectNode) root.get("fitted_on")).put("seconds", -1), "seconds: expected");
        assertForged(root -> ((ObjectNode) root.get("fitted_on")).put("model", "a\nb"), "one line of text");
        assertForged(root -> root.put("more", 1), "expected the keys");
    }

    private static ObjectNode detector(ObjectNode root) {
        return (ObjectNode) root.get("detector");
    }

    private void assertForged(Consumer<ObjectNode> forgery, String expected) {
        ArrayArchive good = DetectorFile.archive(confidence());
        ObjectNode root = good.content().deepCopy();
        forgery.accept(root);
        Path file = folder.resolve("forged.detector");
        new ArrayArchive(DetectorFile.KIND, root, good.arrays()).write(file);
        ModelException told = assertThrows(ModelException.class, () -> DetectorFile.read(file), expected);
        assertTrue(told.getMessage().startsWith(file + ": no detector can be made of it ("), told.getMessage());
        assertTrue(told.getMessage().contains(expected), told.getMessage());
        assertFalse(told.getMessage().contains("\n"), told.getMessage());
    }

    @Test
    void damagedForeignAndMissingFilesAreToldApart() throws IOException {
        Path file = folder.resolve("c.detector");
        DetectorFile.write(confidence(), file);
        byte[] whole = Files.readAllBytes(file);
        assertRefused(Kind.DAMAGED, Arrays.copyOf(whole, whole.length - 1), "does not have the SHA-256 checksum");
        assertRefused(Kind.DAMAGED, Arrays.copyOf(whole, 20), "does not have the SHA-256 checksum");
        assertRefused(Kind.FOREIGN, new byte[0], "expected a zip file that begins with content.json");
        assertRefused(Kind.FOREIGN, "{\"detector\": 1}".getBytes(), "expected a zip file that begins with");
        new ArrayArchive("cell", DetectorFile.archive(confidence()).content(), Map.of()).write(file);
        assertRefused(
                Kind.HEADER, Files.readAllBytes(file), "expected a file of kind \"detector\", but it is \"cell\"");
        assertEquals(
                Kind.MISSING,
                assertThrows(ModelException.class, () -> DetectorFile.read(folder.resolve("none")))
                        .kind());
        assertEquals(
                Kind.NO_FILE,
                assertThrows(ModelException.class, () -> DetectorFile.read(folder))
                        .kind());
    }

    private void assertRefused(Kind kind, byte[] bytes, String expected) throws IOException {
        Path file = folder.resolve("bad.detector");
        Files.write(file, bytes);
        ModelException told = assertThrows(ModelException.class, () -> DetectorFile.read(file));
        assertEquals(kind, told.kind(), told.getMessage());
        assertTrue(
                told.getMessage().startsWith(file + ": ") && told.getMessage().contains(expected), told.getMessage());
    }

    @Test
    void noneOfTenThousandDamagedFilesIsTakenForGood() throws IOException {
        List<byte[]> originals = new ArrayList<>();
        for (Fitted fitted : List.of(new FittedConfidence(784, 10, 1, 12.5, 0.25), new MaxSoftmax().of(10))) {
            originals.add(bytes(DetectorFile.archive(new StoredDetector(fitted, ON))));
        }
        // One with arrays and parts: no detector restores it, but the seal is looked at first all the same.
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        ObjectNode tree = new DetectorFormat(arrays).write(PLAIN.withParts(List.of(PLAIN, PLAIN)), ON);
        originals.add(bytes(new ArrayArchive(DetectorFile.KIND, tree, arrays)));
        long seed = System.nanoTime();
        Mutations.Outcome outcome = new Mutations(seed).run(originals, 10_000, ModelException.class, 4 << 20, bytes -> {
            ArrayArchive.Opening opening = () -> new ByteArrayInputStream(bytes);
            StoredDetector read = DetectorFile.read(opening, "a file");
            // Some damage writes what was there.
            assertTrue(
                    originals.stream().anyMatch(whole -> Arrays.equals(whole, bytes)),
                    () -> "seed " + seed + ": taken for good: " + read);
        });
        assertEquals(10_000, outcome.refused() + outcome.read());
        assertTrue(outcome.refused() > 9_900, outcome + ", seed " + seed);
    }

    private byte[] bytes(ArrayArchive archive) throws IOException {
        Path file = folder.resolve("original");
        archive.write(file);
        return Files.readAllBytes(file);
    }

    @Test
    void aDetectorForAnotherNetworkIsRefused() {
        TrainedModel model = ImageModels.untrained(ImageArchitecture.CNN);
        FittedOn own = new FittedOn("a test", model.weights(), "built-in-digits", 1, 1, "", 0, 1, 0, "0.1.0", "now");
        Fitted fitted = new MaxSoftmax().of(10);
        assertEquals(fitted, new StoredDetector(fitted, own).requireFor(model, "m.penumbra", "x.detector"));
        ModelException other = assertThrows(
                ModelException.class,
                () -> new StoredDetector(fitted, ON).requireFor(model, "m.penumbra", "x.detector"));
        assertEquals(Kind.OTHER_WEIGHTS, other.kind());
        assertEquals(
                "x.detector: expected a detector that was fitted on m.penumbra (weights " + own.weights()
                        + "), but it was fitted on mnist-cnn (weights " + ON.weights()
                        + "). Fit one with \"penumbra fit m.penumbra --detector max-softmax\"",
                other.getMessage());
        ModelException classes = assertThrows(
                ModelException.class,
                () -> new StoredDetector(new MaxSoftmax().of(9), own).requireFor(model, "m.penumbra", "x.detector"));
        assertEquals(Kind.HEADER, classes.kind());
    }
}
