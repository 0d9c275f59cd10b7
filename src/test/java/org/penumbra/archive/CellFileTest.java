package org.penumbra.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.archive.ModelException.Kind;
import org.penumbra.kit.Mutations;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CellFileTest {

    private static final long SEED = 47;
    private static final long MOST_BYTES = 8 << 20;
    private static final String FINGERPRINT = "0123456789abcdef".repeat(4);

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsReadBackNumbersToTheBit() {
        System.out.println("seed " + SEED);
        ObjectNode result = sample(2000);
        Path file = folder.resolve("a.cell");
        CellFile.write(cell(result), file);
        StoredCell read = CellFile.read(file);
        assertEquals("counting", read.experiment());
        assertEquals(FINGERPRINT, read.fingerprint());
        assertEquals("sum-1", read.cell());
        assertEquals(12.25, read.seconds());
        assertEquals("a machine", read.machine());
        assertEquals(result.toString(), read.result().toString());
        for (int i = 0; i < 2000; i++) {
            assertEquals(
                    Double.doubleToRawLongBits(result.get("numbers").get(i).doubleValue()),
                    Double.doubleToRawLongBits(
                            read.result().get("numbers").get(i).doubleValue()));
        }
        assertEquals("-0.0", read.result().get("zero").toString());
    }

    @Test
    void aResultMayBeLongerThanAHeader() throws IOException {
        Path file = folder.resolve("long.cell");
        CellFile.write(cell(sample(40_000)), file);
        assertTrue(Files.size(file) > 2L * SealedWriter.MOST_HEADER, "bytes: " + Files.size(file));
        assertEquals(40_000, CellFile.read(file).result().get("numbers").size());
    }

    @Test
    void whatWasComputedEqualsWhatIsReadBackWhateverKindOfNumbersItWas() {
        ObjectNode result = JsonNodeFactory.instance
                .objectNode()
                .put("float", 0.1f)
                .put("short", (short) 3)
                .put("long", 4L)
                .put("large", 1L << 40)
                .put("big", BigInteger.TEN)
                .put("yes", true)
                .putNull("nothing");
        StoredCell computed = cell(result);
        Path file = folder.resolve("a.cell");
        CellFile.write(computed, file);
        assertEquals(computed, CellFile.read(file));
        assertEquals((double) 0.1f, computed.result().get("float").doubleValue());
        assertEquals(1L << 40, computed.result().get("large").longValue());
    }

    @Test
    void whatJsonCannotTellIsRefusedBeforeItIsWritten() {
        assertNotKept("the result.x: expected finite numbers, but found NaN", node -> node.put("x", Double.NaN));
        assertNotKept(
                "the result.x: expected finite numbers, but found -Infinity",
                node -> node.put("x", Float.NEGATIVE_INFINITY));
        assertNotKept(
                "the result.x: expected numbers of 64 bits, but found \"18446744073709551616\"",
                node -> node.put("x", BigInteger.ONE.shiftLeft(64)));
        assertNotKept(
                "the result.x: expected numbers of 64 bits, but found \"0.1\"",
                node -> node.put("x", new BigDecimal("0.1")));
        assertNotKept(
                "the result.x: expected numbers, texts, lists and objects, but found BINARY",
                node -> node.put("x", new byte[3]));
        assertNotKept(
                "the result.x: expected whole characters, but found \"\\ud800\"", node -> node.put("x", "\ud800"));
        assertNotKept("expected at most 32 objects and lists inside each other, but found more", node -> {
            ObjectNode inner = node;
            for (int depth = 0; depth < 32; depth++) {
                inner = inner.putObject("x");
            }
        });
        Path file = folder.resolve("huge.cell");
        StoredCell huge = cell(JsonNodeFactory.instance.objectNode());
        ArrayNode texts = huge.result().putArray("texts");
        for (int i = 0; i < 17; i++) {
            texts.add("x".repeat(PlainJson.LONGEST_TEXT));
        }
        assertTrue(assertThrows(IllegalArgumentException.class, () -> CellFile.write(huge, file))
                .getMessage()
                .startsWith("the result: expected at most 16777216 bytes of JSON, but found 17"));
        assertFalse(Files.exists(file));
    }

    @Test
    void aFileThatHoldsNoWholeCellIsRefusedWithOneLine() throws IOException {
        byte[] good = bytes(100);
        assertRefused(Kind.CUT_OFF, new byte[0]);
        assertRefused(Kind.FOREIGN, "PK\3\4 a zip file of some kind".getBytes(StandardCharsets.UTF_8));
        assertTrue(assertRefused(Kind.CUT_OFF, Arrays.copyOf(good, good.length - 100))
                .contains("the file ends within the result"));
        assertRefused(Kind.CUT_OFF, Arrays.copyOf(good, good.length - 1));
        assertRefused(Kind.DAMAGED, Arrays.copyOf(good, good.length + 1));
        byte[] flipped = good.clone();
        flipped[good.length - 200] ^= 1;
        assertRefused(Kind.DAMAGED, flipped);
        assertRefused(Kind.HEADER, sealed(header(good).replace("cell/1", "cell/2"), result(good)));
        assertRefused(Kind.HEADER, sealed(header(good).replace("12.25", "-1"), result(good)));
        assertRefused(Kind.HEADER, sealed(header(good).replace("0123", "012x"), result(good)));
        assertRefused(Kind.HEADER, sealed(header(good).replace("\"a machine\"", "\"a\\nmachine\""), result(good)));
    }

    /** The checksum keeps nobody from making a file by hand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "{}}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": NaN}",
                "{\"a\": 1e999}",
                "{\"a\": \"\\ud800\"}",
                "{\"a\": 99999999999999999999}",
                "{\"a\": }",
                "  "
            })
    void aSealedFileWithWrongJsonIsRefused(String json) throws IOException {
        assertRefused(Kind.NUMBERS, resealed(json));
    }

    @Test
    void aSealedFileWithTooDeepJsonIsRefused() throws IOException {
        assertRefused(Kind.NUMBERS, resealed("{\"a\":" + "[".repeat(100_000)));
        assertRefused(Kind.NUMBERS, resealed("{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}"));
        assertRefused(Kind.NUMBERS, resealed("{\"a\": 0." + "1".repeat(500) + "}"));
    }

    @Test
    void twoThousandDamagedFilesAreReadOrRefused() throws IOException {
        Mutations.Outcome outcome = new Mutations(SEED)
                .run(
                        List.of(bytes(10), bytes(5000)),
                        2_000,
                        ModelException.class,
                        MOST_BYTES,
                        bytes -> CellFile.read(new ByteArrayInputStream(bytes), "fuzz.cell"));
        assertTrue(outcome.refused() > 1_980, outcome.toString());
    }

    @Test
    void damagedContentWithAFreshSealIsReadOrRefused() throws IOException {
        byte[] good = bytes(10);
        Mutations.Reading headers =
                bytes -> CellFile.read(new ByteArrayInputStream(sealed(bytes, result(good))), "fuzz.cell");
        byte[] header = header(good).getBytes(StandardCharsets.UTF_8);
        assertTrue(new Mutations(SEED + 1)
                        .run(List.of(header), 2_000, ModelException.class, MOST_BYTES, headers)
                        .refused()
                > 1_000);
        Mutations.Reading results = bytes -> {
            String claimed = header(good).replaceAll("\"result\": \\d+", "\"result\": " + bytes.length);
            CellFile.read(new ByteArrayInputStream(sealed(claimed, bytes)), "fuzz.cell");
        };
        assertTrue(new Mutations(SEED + 2)
                        .run(List.of(result(good)), 2_000, ModelException.class, MOST_BYTES, results)
                        .refused()
                > 1_000);
    }

    @Test
    void aCellThatCannotBeWrittenLeavesNothing() throws IOException {
        ModelException wrong = assertThrows(
                ModelException.class, () -> CellFile.write(cell(sample(1)), folder.resolve("none/a.cell")));
        assertEquals(Kind.NOT_WRITTEN, wrong.kind());
        assertTrue(wrong.getMessage().contains("the result of the cell could not be saved"), wrong.getMessage());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    private static void assertNotKept(String because, Consumer<ObjectNode> filling) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        filling.accept(result);
        String message =
                assertThrows(IllegalArgumentException.class, () -> cell(result)).getMessage();
        assertTrue(message.endsWith(because), message);
    }

    private static String assertRefused(Kind kind, byte[] bytes) {
        ModelException wrong =
                assertThrows(ModelException.class, () -> CellFile.read(new ByteArrayInputStream(bytes), "x.cell"));
        assertEquals(kind, wrong.kind(), wrong.getMessage());
        assertTrue(wrong.getMessage().startsWith("x.cell: "), wrong.getMessage());
        assertFalse(wrong.getMessage().contains("\n"), wrong.getMessage());
        return wrong.getMessage();
    }

    private static StoredCell cell(ObjectNode result) {
        return new StoredCell("counting", FINGERPRINT, "sum-1", result, 12.25, "a machine");
    }

    /** Numbers of all sizes, among them the smallest, the largest and minus zero. */
    private static ObjectNode sample(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("name", "Größe\n\"x\" \u0001");
        result.put("zero", -0.0).put("least", Double.MIN_VALUE).put("most", Double.MAX_VALUE);
        ArrayNode numbers = result.putArray("numbers");
        while (numbers.size() < count) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                numbers.add(number);
            }
        }
        return result;
    }

    private byte[] bytes(int count) throws IOException {
        Path file = folder.resolve("bytes");
        CellFile.write(cell(sample(count)), file);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    private static String header(byte[] file) {
        return new String(file, 12, ByteBuffer.wrap(file).getInt(8), StandardCharsets.UTF_8);
    }

    private static byte[] result(byte[] file) {
        return Arrays.copyOfRange(file, 12 + ByteBuffer.wrap(file).getInt(8), file.length - 32);
    }

    private byte[] resealed(String json) throws IOException {
        byte[] result = json.getBytes(StandardCharsets.UTF_8);
        String header = header(bytes(1)).replaceAll("\"result\": \\d+", "\"result\": " + result.length);
        return sealed(header, result);
    }

    private static byte[] sealed(String header, byte[] result) {
        return sealed(header.getBytes(StandardCharsets.UTF_8), result);
    }

    private static byte[] sealed(byte[] header, byte[] result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SealedWriter.MAGIC);
        out.writeBytes(ByteBuffer.allocate(4).putInt(header.length).array());
        out.writeBytes(header);
        out.writeBytes(result);
        out.writeBytes(SealedWriter.newDigest().digest(out.toByteArray()));
        return out.toByteArray();
    }
}
