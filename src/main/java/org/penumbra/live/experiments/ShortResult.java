package org.penumbra.live.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A cell's result in a line: its numbers and texts by their names, and of lists how long they are. */
final class ShortResult {

    private static final int MOST = 8;
    private static final int MOST_LETTERS = 40;

    private ShortResult() {}

    /** The line; where there is much, its beginning and three dots. */
    static String of(ObjectNode result) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : result.properties()) {
            if (parts.size() == MOST) {
                parts.add("\u2026");
                break;
            }
            parts.add(field.getKey().replace('_', ' ') + " " + value(field.getValue()));
        }
        return String.join(", ", parts);
    }

    private static String value(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.asText();
        }
        if (value.isNumber()) {
            return number(value.doubleValue());
        }
        if (value.isContainerNode()) {
            return "(" + value.size() + (value.size() == 1 ? " value)" : " values)");
        }
        String text = value.asText();
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + "\u2026";
    }

    /** Four digits that count. */
    private static String number(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int decimals = size == 0 ? 0 : Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
