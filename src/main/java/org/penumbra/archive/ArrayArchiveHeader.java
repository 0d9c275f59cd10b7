package org.penumbra.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON member of an {@link ArrayArchive}.
 *
 * @param kind    what the file holds
 * @param content what is not an array
 * @param arrays  what is known of each array before it is read
 */
record ArrayArchiveHeader(String kind, JsonNode content, Map<String, Entry> arrays) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One array.
     *
     * @param sha256 of its NPY file, in lower case hexadecimal digits
     */
    record Entry(NpyArray.Type type, List<Integer> shape, String sha256) {

        /** Bytes of its numbers. */
        long bytes() {
            return shape.stream().mapToLong(Integer::longValue).reduce(type.width(), Math::multiplyExact);
        }
    }

    static ArrayArchiveHeader of(ArrayArchive archive) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        archive.arrays()
                .forEach((name, array) ->
                        entries.put(name, new Entry(array.type(), array.shape(), digest(npy(name, array)))));
        return new ArrayArchiveHeader(archive.kind(), archive.content(), entries);
    }

    /** An array as an NPY file. */
    private static byte[] npy(String name, NpyArray array) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            NpzWriter.plain(bytes).array(name, array);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return bytes.toByteArray();
    }

    static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(SealedWriter.newDigest().digest(bytes));
    }

    /** As it stands in the file. */
    String text() throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", ArrayArchive.FORMAT);
        root.put("kind", kind);
        root.set("content", content);
        ObjectNode list = root.putObject("arrays");
        arrays.forEach((name, entry) -> {
            ObjectNode one = list.putObject(name);
            one.put("type", entry.type().numpy());
            ArrayNode sizes = one.putArray("shape");
            entry.shape().forEach(sizes::add);
            one.put("sha256", entry.sha256());
        });
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException that tells what is wrong with it
     */
    static ArrayArchiveHeader parse(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON (" + e.getOriginalMessage() + ")", e);
        }
        expect(
                root.path("format").isInt() && root.path("format").intValue() == ArrayArchive.FORMAT,
                "\"format\" is not 1");
        expect(root.path("kind").isTextual(), "\"kind\" is no text");
        expect(root.path("content").isObject(), "\"content\" is no object");
        expect(root.path("arrays").isObject(), "\"arrays\" is no object");
        expect(root.path("arrays").size() <= ArrayArchive.MOST_ARRAYS, "there are too many arrays");
        Map<String, Entry> entries = new LinkedHashMap<>();
        root.get("arrays")
                .fields()
                .forEachRemaining(one -> entries.put(one.getKey(), entry(one.getKey(), one.getValue())));
        return new ArrayArchiveHeader(root.get("kind").textValue(), root.get("content"), entries);
    }

    private static Entry entry(String name, JsonNode node) {
        String named = node.path("type").asText("");
        NpyArray.Type type = Arrays.stream(NpyArray.Type.values())
                .filter(one -> one.numpy().equals(named))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("array \"" + name + "\" has an unknown type"));
        List<Integer> shape = new ArrayList<>();
        expect(node.path("shape").isArray(), "array \"" + name + "\" has no shape");
        for (JsonNode size : node.get("shape")) {
            expect(size.isInt() && size.intValue() >= 0, "array \"" + name + "\" has a size that is no whole number");
            shape.add(size.intValue());
        }
        String sha256 = node.path("sha256").asText("");
        expect(sha256.matches("[0-9a-f]{64}"), "array \"" + name + "\" has no SHA-256");
        Entry entry = new Entry(type, shape, sha256);
        try {
            entry.bytes();
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("array \"" + name + "\" is too large", tooLarge);
        }
        return entry;
    }

    private static void expect(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
