package org.penumbra.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Prints a JSON tree as people like to read it: what fits stands on one line, what does not is broken by its members.
 * Every number reads back as exactly the same value.
 */
public final class PresetPrinter {

    private static final int WIDTH = 100;

    /** The text of an object, with a line break at the end. */
    public String print(JsonNode object) {
        return broken(object, "") + "\n";
    }

    private String member(JsonNode value, String indent, int used) {
        String oneLine = oneLine(value);
        boolean fits = indent.length() + used + oneLine.length() <= WIDTH;
        return fits || !value.isContainerNode() ? oneLine : broken(value, indent);
    }

    private String broken(JsonNode container, String indent) {
        String inner = indent + "  ";
        List<String> lines = new ArrayList<>();
        if (container.isObject()) {
            for (Map.Entry<String, JsonNode> field : container.properties()) {
                String key = quoted(field.getKey()) + ": ";
                lines.add(inner + key + member(field.getValue(), inner, key.length() + 1));
            }
            return "{\n" + String.join(",\n", lines) + "\n" + indent + "}";
        }
        container.forEach(element -> lines.add(inner + member(element, inner, 1)));
        return "[\n" + String.join(",\n", lines) + "\n" + indent + "]";
    }

    private String oneLine(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(field -> parts.add(quoted(field.getKey()) + ": " + oneLine(field.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        if (value.isArray()) {
            value.forEach(element -> parts.add(oneLine(element)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (value.isTextual()) {
            return quoted(value.textValue());
        }
        return value.isFloatingPointNumber() ? number(value) : value.toString();
    }

    /** Plain digits where they are short; the shortest text that means this number in any case. */
    private static String number(JsonNode value) {
        String shortest = value.isFloat() ? Float.toString(value.floatValue()) : Double.toString(value.doubleValue());
        if (shortest.equals("0.0")) {
            return "0";
        }
        double size = Math.abs(value.doubleValue());
        boolean plain = size >= 1e-6 && size < 1e12;
        return plain ? new BigDecimal(shortest).stripTrailingZeros().toPlainString() : shortest;
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
