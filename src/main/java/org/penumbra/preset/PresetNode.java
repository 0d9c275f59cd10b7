package org.penumbra.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Range;

/**
 * One value of a preset together with where it stands, so that whatever is wrong with it can be said exactly. A
 * missing key is a value too: it fails when it is asked for.
 */
public final class PresetNode {

    private static final String REMEDY = " it or start from a preset that ships.";

    private final String source;
    private final String path;
    private final JsonNode value;

    private PresetNode(String source, String path, JsonNode value) {
        this.source = source;
        this.path = path;
        this.value = value;
    }

    /** The whole preset. */
    public static PresetNode root(String source, JsonNode value) {
        return new PresetNode(source, "", value);
    }

    /** Refuses anything but an object. */
    public void requireObject(String expected) {
        if (!value.isObject()) {
            throw wrong(expected);
        }
    }

    /** Refuses anything but an object with no other keys than these. */
    public void requireKeys(List<String> known) {
        requireObject("an object with the keys " + String.join(", ", known));
        for (Iterator<String> keys = value.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                throw new PresetException(
                        source,
                        path,
                        "expected the keys " + String.join(", ", known)
                                + ", but found " + quoted(key) + ". Did you mean \""
                                + Spelling.nearest(shortened(key), known)
                                + "\"?");
            }
        }
    }

    /** The value of a key, also when it is missing. */
    public PresetNode child(String key) {
        return new PresetNode(source, path.isEmpty() ? key : path + "." + key, value.path(key));
    }

    /** Whether the file does not have this key. */
    public boolean isMissing() {
        return value.isMissingNode();
    }

    /** A text of so many characters at most; blank only where it may be. */
    public String text(int longest, boolean mayBeBlank) {
        boolean fits = value.isTextual() && value.textValue().length() <= longest;
        if (!fits || !mayBeBlank && value.textValue().isBlank()) {
            throw wrong("a text of " + (mayBeBlank ? "at most " : "1 to ") + longest + " characters");
        }
        return value.textValue();
    }

    /** The same, for a text of one line without control characters or halves of characters. */
    public String line(int longest) {
        String line = text(longest, false);
        if (!OutsideText.isOneLine(line)) {
            throw wrong("one line of text without control characters or halves of characters");
        }
        return line;
    }

    /** A number within the range. */
    public double number(Range range) {
        if (!value.isNumber() || !range.contains(value.doubleValue())) {
            throw wrong(range.expectation());
        }
        return value.doubleValue();
    }

    /** A whole number within the bounds, both included. */
    public long whole(long min, long max) {
        boolean fits = value.isIntegralNumber() && value.canConvertToLong();
        if (!fits || value.longValue() < min || value.longValue() > max) {
            throw wrong("a whole number from " + min + " to " + max);
        }
        return value.longValue();
    }

    /** The elements of a list with so many of them. */
    public List<PresetNode> elements(int min, int max, String of) {
        if (!value.isArray() || value.size() < min || value.size() > max) {
            throw wrong("a list of " + (min == max ? "" + min : min + " to " + max) + " " + of);
        }
        List<PresetNode> elements = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            elements.add(new PresetNode(source, path + "[" + i + "]", value.get(i)));
        }
        return elements;
    }

    /** An object of texts with so many keys at most, each text so long at most; keys are no longer than that either. */
    public Map<String, String> texts(int most, int longest) {
        requireObject("an object of texts");
        if (value.size() > most) {
            throw wrong("an object with at most " + most + " keys");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Iterator<String> keys = value.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (key.length() > longest || !OutsideText.isOneLine(key)) {
                throw wrong("keys that are one line of at most " + longest + " characters");
            }
            PresetNode text = new PresetNode(source, path + "." + shortened(key), value.get(key));
            texts.put(key, text.text(longest, true).isBlank() ? text.text(longest, true) : text.line(longest));
        }
        return texts;
    }

    /** An object of finite numbers with so many keys at most, each so long at most. */
    public Map<String, Double> numbers(int most, int longest) {
        requireObject("an object of numbers");
        if (value.size() > most) {
            throw wrong("an object with at most " + most + " keys");
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Iterator<String> keys = value.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (key.length() > longest || !OutsideText.isOneLine(key)) {
                throw wrong("keys that are one line of at most " + longest + " characters");
            }
            PresetNode number = new PresetNode(source, path + "." + shortened(key), value.get(key));
            if (!number.value.isNumber() || !Double.isFinite(number.value.doubleValue())) {
                throw number.wrong("a finite number");
            }
            numbers.put(key, number.value.doubleValue());
        }
        return numbers;
    }

    /** What one of several words stands for. */
    public <T> T choice(Map<String, T> meanings) {
        T meaning = value.isTextual() ? meanings.get(value.textValue()) : null;
        if (meaning == null) {
            throw wrong(
                    meanings.keySet().stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(" or ")));
        }
        return meaning;
    }

    /** What is built from this value; a complaint of its constructor is passed on with the place. */
    public <T> T build(Supplier<T> building) {
        try {
            return building.get();
        } catch (IllegalArgumentException complaint) {
            throw new PresetException(source, path, complaint.getMessage() + ". Change" + REMEDY, complaint);
        }
    }

    /** The complaint that this value is not what was expected. */
    public PresetException wrong(String expected) {
        return new PresetException(
                source,
                path,
                "expected " + expected
                        + (isMissing() ? ", but it is missing. Add" : ", but found " + found() + ". Change") + REMEDY);
    }

    private String found() {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list of " + value.size();
            case STRING -> quoted(value.textValue());
            case NUMBER ->
                Double.isInfinite(value.doubleValue()) ? "a number far too large" : shortened(value.asText());
            default -> value.toString();
        };
    }

    /** A text in quotes as a message may show it: short, and without characters that would tear the line. */
    static String quoted(String text) {
        return OutsideText.shown(TextNode.valueOf(OutsideText.shortened(text)).toString());
    }

    private static String shortened(String text) {
        return OutsideText.shown(OutsideText.shortened(text));
    }
}
