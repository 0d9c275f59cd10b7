package org.penumbra.preset;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** From text to a JSON tree, within limits that no honest preset reaches. */
public final class PresetText {

    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_TEXT = 100_000;

    private final JsonMapper mapper;

    public PresetText() {
        // NaN and Infinity are let in here so that the reader can say which key holds them.
        mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(LONGEST_TEXT)
                        .build());
    }

    /** The tree of a text; what is no JSON is refused with line and column. */
    public JsonNode parse(String text, String source) {
        try (JsonParser parser = mapper.getFactory().createParser(text)) {
            JsonNode tree = mapper.readTree(parser);
            if (tree == null) {
                throw new PresetException(
                        source, "", "expected a preset, but it is empty. Start from a preset that ships.");
            }
            if (parser.nextToken() != null) {
                throw new PresetException(
                        source,
                        place(parser.currentTokenLocation()),
                        "expected the end after the closing bracket, but there is more. Remove it.");
            }
            return tree;
        } catch (StreamConstraintsException limit) {
            throw new PresetException(
                    source,
                    place(limit.getLocation()),
                    "expected at most " + DEEPEST
                            + " brackets inside each other, numbers of at most " + LONGEST_NUMBER
                            + " digits and texts of at "
                            + "most " + LONGEST_TEXT + " characters. Start from a preset that ships.",
                    limit);
        } catch (JsonProcessingException error) {
            throw new PresetException(
                    source,
                    place(error.getLocation()),
                    "expected JSON, but found this: " + error.getOriginalMessage()
                            + ". Mend it or start from a preset that ships.",
                    error);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory could not be read", impossible);
        }
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
