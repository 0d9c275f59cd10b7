package org.penumbra.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.penumbra.archive.ModelException.Kind;
import org.penumbra.preset.PresetException;
import org.penumbra.preset.PresetNode;

/**
 * Finished cells as files, sealed like {@link ModelFile}: a header that says whose cell it is, how long it took and where, then
 * the result as JSON in UTF-8, which may be longer than a header.
 */
public final class CellFile {

    /** What such files end in. */
    public static final String ENDING = ".cell";
    /** Longest result, bytes of JSON. */
    public static final int MOST_RESULT = 1 << 24;

    static final String FORMAT = "penumbra-cell/";
    private static final String VERSION = FORMAT + "1";
    private static final List<String> KEYS =
            List.of("format", "experiment", "fingerprint", "cell", "seconds", "machine", "result");
    private static final String WHAT = "the result";
    private static final int LONGEST_NUMBER = 400;
    private static final JsonMapper JSON = mapper();

    private CellFile() {}

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(PlainJson.DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(PlainJson.LONGEST_TEXT)
                        .maxNameLength(PlainJson.LONGEST_TEXT)
                        .build());
        return mapper;
    }

    /**
     * Writes a cell, replacing the file if there is one: either all gets there or the old file stays.
     *
     * @throws IllegalArgumentException when its result is longer than {@link #MOST_RESULT}
     * @throws ModelException           when the file cannot be written
     */
    public static void write(StoredCell cell, Path file) {
        byte[] result = bytes(cell.result());
        if (result.length > MOST_RESULT) {
            throw new IllegalArgumentException(
                    WHAT + ": expected at most " + MOST_RESULT + " bytes of JSON, but found " + result.length);
        }
        ObjectNode header = JsonNodeFactory.instance
                .objectNode()
                .put("format", VERSION)
                .put("experiment", cell.experiment())
                .put("fingerprint", cell.fingerprint())
                .put("cell", cell.cell())
                .put("seconds", cell.seconds())
                .put("machine", cell.machine())
                .put("result", result.length);
        ModelFile.write(file, "result of the cell", header, writer -> writer.block(result));
    }

    private static byte[] bytes(ObjectNode result) {
        try {
            return JSON.writeValueAsBytes(result);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a plain result can always be written", impossible);
        }
    }

    /**
     * Reads a cell from a file.
     *
     * @throws ModelException when there is none or the file is wrong
     */
    public static StoredCell read(Path file) {
        return ModelFile.opened(file, "cell", stream -> read(stream, file.toString()));
    }

    /**
     * Reads a cell from a stream, which stays open and must end with it.
     *
     * @param source what messages call it
     * @throws ModelException when the file is wrong
     */
    public static StoredCell read(InputStream stream, String source) {
        SealedReader reader = new SealedReader(stream, source);
        PresetNode root = reader.header();
        try {
            root.requireObject("a header of a finished cell");
            root.child("format").choice(Map.of(VERSION, VERSION));
            root.requireKeys(KEYS);
            String experiment = root.child("experiment").text(StoredCell.LONGEST, false);
            String fingerprint = root.child("fingerprint").text(StoredCell.LONGEST, false);
            String cell = root.child("cell").text(StoredCell.LONGEST, false);
            double seconds = root.child("seconds").number(StoredCell.SECONDS);
            String machine = root.child("machine").text(StoredCell.LONGEST, false);
            byte[] bytes = reader.block((int) root.child("result").whole(2, MOST_RESULT), WHAT);
            reader.finish();
            ObjectNode result = result(bytes, source);
            return root.build(() -> new StoredCell(experiment, fingerprint, cell, result, seconds, machine));
        } catch (PresetException wrong) {
            throw reader.damaged(wrong);
        }
    }

    private static ObjectNode result(byte[] bytes, String source) {
        try {
            // Left to itself Jackson guesses at other encodings.
            JsonNode tree = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            if (tree instanceof ObjectNode object) {
                return PlainJson.of(object);
            }
            throw noResult(source, "it is no object", null);
        } catch (JsonProcessingException wrong) {
            throw noResult(source, wrong.getOriginalMessage(), wrong);
        } catch (CharacterCodingException wrong) {
            throw noResult(source, "it is no text in UTF-8", wrong);
        } catch (IllegalArgumentException wrong) {
            throw noResult(source, wrong.getMessage(), wrong);
        }
    }

    private static ModelException noResult(String source, String why, Exception cause) {
        String line = why.replaceAll("\\s*\\R\\s*", " ");
        return new ModelException(
                Kind.NUMBERS,
                source + ": its result cannot be understood ("
                        + (line.length() <= 300 ? line : line.substring(0, 300) + "...")
                        + "). The file was forged or is from another version; remove it, and the cell is computed again",
                cause);
    }
}
