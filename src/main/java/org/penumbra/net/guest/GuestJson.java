package org.penumbra.net.guest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.penumbra.data.OutsideText;
import org.penumbra.net.guest.GuestException.Kind;

/**
 * From the text of DL4J's configuration to a tree in which nothing is left that could make DL4J load a class we do not know,
 * or reserve memory that the file does not warrant. What is handed to DL4J is made of this tree anew, so that no reader of
 * JSON can see in the text what ours did not see.
 */
final class GuestJson {

    /** The longest text of a configuration, UTF-16 units. The largest networks of DL4J's own zoo have a tenth of it. */
    static final int LONGEST = 8_000_000;

    private static final int DEEPEST = 40;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_VALUES = 1_000_000;
    /** The name of a class in any place of a configuration: packages in small letters, then a capital or a dollar. */
    private static final Pattern CLASS_NAME =
            Pattern.compile("\\[*L?(?:[a-z_][\\w]*\\.)+[A-Z$_][\\w$]*(?:[.<\\[;].*)?", Pattern.DOTALL);
    /** Under these are names that people gave. */
    private static final Set<String> NAMED_BY_PEOPLE = Set.of("vertices", "vertexInputs");

    private static final Set<String> NAMES_OF_LAYERS =
            Set.of("layerName", "networkInputs", "networkOutputs", "topologicalOrderStr", "vertexInputs");
    private static final Set<String> MAY_BE_LONG = Set.of("seed");

    /** Never changed once it is made. */
    private static final JsonMapper READER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(LONGEST_TEXT)
                            .build())
                    .build())
            .build();

    private final String source;
    private int values;

    private GuestJson(String source) {
        this.source = source;
    }

    /**
     * The tree of a configuration.
     *
     * @param source what messages call the file
     * @throws GuestException when it is no JSON, too large, or names a class that is not among those we know
     */
    static ObjectNode parse(String text, String source) {
        if (text.length() > LONGEST) {
            throw new GuestException(
                    Kind.TOO_LARGE,
                    source + ": expected a configuration.json of at most " + LONGEST + " characters, but it has "
                            + text.length() + "; a guest is a network for small images");
        }
        JsonNode tree = tree(text, source);
        if (!(tree instanceof ObjectNode root)) {
            throw damaged(source, "expected an object, but found something else", null);
        }
        new GuestJson(source).look("", root, "");
        return root;
    }

    private static JsonNode tree(String text, String source) {
        try (JsonParser parser = READER.getFactory().createParser(text)) {
            JsonNode tree = READER.readTree(parser);
            if (tree == null || parser.nextToken() != null) {
                throw damaged(source, "expected one object and nothing behind it", null);
            }
            return tree;
        } catch (StreamConstraintsException limit) {
            throw damaged(
                    source,
                    place(limit) + "expected at most " + DEEPEST + " brackets inside each other, numbers of at most "
                            + LONGEST_NUMBER + " digits and texts of at most " + LONGEST_TEXT + " characters",
                    limit);
        } catch (JsonProcessingException error) {
            String why = error.getOriginalMessage().replaceAll("\\s+", " ");
            throw damaged(source, place(error) + "it is no JSON (" + shortened(why, 150) + ")", error);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory could not be read", impossible);
        }
    }

    private static String place(JsonProcessingException error) {
        JsonLocation location = error.getLocation();
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    private static GuestException damaged(String source, String why, Throwable cause) {
        return new GuestException(
                Kind.DAMAGED,
                source + ": its configuration.json cannot be understood: " + shortened(why, 300)
                        + ". Save the network again with DL4J's ModelSerializer",
                cause);
    }

    private static String shortened(String text, int most) {
        return OutsideText.shown(text.length() <= most ? text : text.substring(0, most) + "...");
    }

    private void look(String key, JsonNode value, String parent) {
        if (++values > MOST_VALUES) {
            throw damaged(source, "expected at most " + MOST_VALUES + " values", null);
        }
        switch (value.getNodeType()) {
            case OBJECT -> lookAtObject(key, value, parent);
            case ARRAY -> value.forEach(element -> look(key, element, parent));
            case STRING -> lookAtText(key, value.textValue(), parent);
            case NUMBER -> lookAtNumber(key, value);
            case BOOLEAN, NULL -> {}
            default -> throw damaged(source, "found " + value.getNodeType(), null);
        }
    }

    private void lookAtObject(String key, JsonNode object, String parent) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            if (name.toLowerCase(Locale.ROOT).equals("@class")) {
                requireClass(name, field.getValue());
            }
            if (!NAMED_BY_PEOPLE.contains(key)) {
                requireNoForeignClass(name);
            }
            look(name, field.getValue(), key);
        }
        if (object.has("shape") && object.has("data")) {
            requireWholeArray(object);
        }
    }

    private void requireClass(String key, JsonNode value) {
        String name =
                value.isTextual() ? value.textValue() : value.getNodeType().toString();
        if (!key.equals("@class") || !value.isTextual() || !GuestClasses.allows(name)) {
            throw foreign(name);
        }
    }

    private void lookAtText(String key, String text, String parent) {
        if (key.equals("type") && !parent.equals("vertexInputs")) {
            if (!GuestClasses.isDistribution(text)) {
                throw foreign(text);
            }
        } else if (!key.equals("@class") && !NAMES_OF_LAYERS.contains(key) && !parent.equals("vertexInputs")) {
            requireNoForeignClass(text);
        }
    }

    /** Nothing in a configuration but "@class" and "type" names a class; that nothing else does is seen here. */
    private void requireNoForeignClass(String text) {
        if (text.indexOf('.') > 0
                && CLASS_NAME.matcher(text).matches()
                && !GuestClasses.allows(text)
                && !GuestClasses.isDistribution(text)) {
            throw foreign(text);
        }
    }

    private GuestException foreign(String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        boolean sequence =
                name.startsWith("org.deeplearning4j.") && simple.matches(".*(LSTM|Rnn|TimeStep|TimeSeries).*");
        return new GuestException(
                Kind.UNSAFE,
                source + ": its configuration names the class " + shortened(name, 120)
                        + (sequence
                                ? ", which is for sequences; a guest is a network for single images of 28 x 28 pixels"
                                : ", which is not among DL4J's own layers for images that this program knows, so nothing of "
                                        + "it is loaded. Make the network of stock layers, without lambda, SameDiff, Keras "
                                        + "or own classes, and save it again"));
    }

    private void lookAtNumber(String key, JsonNode number) {
        boolean fits = number.isIntegralNumber()
                ? MAY_BE_LONG.contains(key) ? number.canConvertToLong() : number.canConvertToInt()
                : Double.isFinite(number.doubleValue());
        if (!fits) {
            throw damaged(source, "expected a number of at most 32 bits at " + shortened(key, 40), null);
        }
    }

    /** ND4J's arrays, such as the weights of a loss: their shape must be that of the numbers that are there. */
    private void requireWholeArray(JsonNode array) {
        long product = 1;
        for (JsonNode size : array.get("shape")) {
            product = size.canConvertToInt() && size.intValue() >= 0 ? product * size.intValue() : -1;
            if (product < 0 || product > MOST_VALUES) {
                break;
            }
        }
        if (!array.get("shape").isArray() || product != leaves(array.get("data"))) {
            throw damaged(source, "expected as many numbers in an array as its shape says", null);
        }
    }

    private static long leaves(JsonNode node) {
        if (!node.isContainerNode()) {
            return 1;
        }
        long leaves = 0;
        for (JsonNode child : node) {
            leaves += leaves(child);
        }
        return leaves;
    }
}
