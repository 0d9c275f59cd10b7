package org.penumbra.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import org.penumbra.data.OutsideText;

/**
 * The one form of a result: what was computed a moment ago and what was read back from a file are equal to the bit and print
 * the same text. Single-precision numbers are widened, whole ones are as small as they can be.
 */
final class PlainJson {

    /** Most objects and lists inside each other. */
    static final int DEEPEST = 32;
    /** Longest text, UTF-16 units. */
    static final int LONGEST_TEXT = 1_000_000;

    private PlainJson() {}

    /**
     * A copy in that form.
     *
     * @throws IllegalArgumentException when it holds what JSON cannot tell or a file would not keep: NaN, an infinity, a whole
     *                                  number beyond 64 bits, a half of a character, too long a text or too deep a nesting
     */
    static ObjectNode of(ObjectNode result) {
        return object(result, "the result", 1);
    }

    private static ObjectNode object(JsonNode from, String where, int depth) {
        requireDepth(where, depth);
        ObjectNode to = JsonNodeFactory.instance.objectNode();
        from.properties()
                .forEach(field -> to.set(
                        text(field.getKey(), where), value(field.getValue(), where + "." + field.getKey(), depth + 1)));
        return to;
    }

    private static ArrayNode list(JsonNode from, String where, int depth) {
        requireDepth(where, depth);
        ArrayNode to = JsonNodeFactory.instance.arrayNode(from.size());
        for (int i = 0; i < from.size(); i++) {
            to.add(value(from.get(i), where, depth + 1));
        }
        return to;
    }

    private static JsonNode value(JsonNode from, String where, int depth) {
        return switch (from.getNodeType()) {
            case OBJECT -> object(from, where, depth);
            case ARRAY -> list(from, where, depth);
            case NUMBER -> number(from, where);
            case STRING -> TextNode.valueOf(text(from.textValue(), where));
            case BOOLEAN -> BooleanNode.valueOf(from.booleanValue());
            case NULL -> NullNode.instance;
            default -> throw wrong(where, "numbers, texts, lists and objects", from.getNodeType());
        };
    }

    private static JsonNode number(JsonNode from, String where) {
        if (from.isDouble() || from.isFloat()) {
            double number = from.isFloat() ? from.floatValue() : from.doubleValue();
            if (!Double.isFinite(number)) {
                throw wrong(where, "finite numbers", number);
            }
            return DoubleNode.valueOf(number);
        }
        if (from.isIntegralNumber() && from.canConvertToInt()) {
            return IntNode.valueOf(from.intValue());
        }
        if (from.isIntegralNumber() && from.canConvertToLong()) {
            return LongNode.valueOf(from.longValue());
        }
        throw wrong(where, "numbers of 64 bits", OutsideText.quoted(from.asText()));
    }

    private static String text(String text, String where) {
        if (text.length() > LONGEST_TEXT) {
            throw wrong(where, "texts of at most " + LONGEST_TEXT + " characters", text.length());
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw wrong(where, "whole characters", OutsideText.quoted(text));
        }
        return text;
    }

    private static void requireDepth(String where, int depth) {
        if (depth > DEEPEST) {
            throw wrong(where, "at most " + DEEPEST + " objects and lists inside each other", "more");
        }
    }

    private static IllegalArgumentException wrong(String where, String expected, Object found) {
        String place = OutsideText.shown(where);
        return new IllegalArgumentException((place.length() <= 100 ? place : place.substring(0, 100) + "...")
                + ": expected " + expected + ", but found " + found);
    }
}
