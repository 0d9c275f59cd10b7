package org.penumbra.experiment.report;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.ink.StrokeFont;

/**
 * A text in lines of a width, broken between words, and within a word that is longer than a line.
 *
 * @param lines at least one
 * @param width of the longest line, in heights of a capital
 */
record WrappedText(List<String> lines, double width) {

    /**
     * Breaks a text.
     *
     * @param most width of a line, in heights of a capital
     */
    static WrappedText of(String text, double most, StrokeFont font) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (font.width(longer) > most && !line.isEmpty()) {
                lines.add(line);
                longer = word;
            }
            line = longer;
            while (font.width(line) > most && line.codePointCount(0, line.length()) > 1) {
                int end = fitting(line, most, font);
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        lines.add(line);
        return new WrappedText(
                List.copyOf(lines),
                lines.stream().mapToDouble(font::width).max().orElse(0));
    }

    /** How much of a line fits; at least one character. */
    private static int fitting(String line, double most, StrokeFont font) {
        int end = line.offsetByCodePoints(0, 1);
        while (end < line.length() && font.width(line.substring(0, line.offsetByCodePoints(end, 1))) <= most) {
            end = line.offsetByCodePoints(end, 1);
        }
        return end;
    }
}
