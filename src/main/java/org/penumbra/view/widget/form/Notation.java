package org.penumbra.view.widget.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.penumbra.data.Position;
import org.penumbra.data.TypedNumber;

/**
 * How numbers, places and layers are typed. Every reader answers a text it cannot read with an
 * {@link IllegalArgumentException} whose message says what was expected.
 */
public final class Notation {

    private static final String NUMBER = "[-+\u2212]?[0-9.]+(?:[eE][-+]?[0-9]+)?";
    /** With a decimal comma; only a semicolon can part two of them. */
    private static final String WITH_COMMA = "[-+\u2212]?[0-9]*,[0-9]+";

    private static final Pattern PLACE = Pattern.compile("\\(\\s*(?:(" + NUMBER + ")\\s*,\\s*(" + NUMBER + ")|("
            + NUMBER + "|" + WITH_COMMA + ")\\s*;\\s*(" + NUMBER + "|" + WITH_COMMA + "))\\s*\\)");

    private Notation() {}

    /** A number such as {@code 0.6}, {@code 0,6} or {@code 1e-3}. */
    public static double number(String text) {
        try {
            return TypedNumber.of(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(wrong.getMessage() + butGot(text), wrong);
        }
    }

    /** A whole number such as {@code 3000}. */
    public static int whole(String text) {
        try {
            return Integer.parseInt(plain(text).replace(" ", ""));
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException("expected a whole number such as 3000" + butGot(text), notWhole);
        }
    }

    /** A whole number such as {@code 7}, however large. */
    public static long seed(String text) {
        try {
            return Long.parseLong(plain(text).replace(" ", ""));
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException("expected a whole number such as 7" + butGot(text), notWhole);
        }
    }

    /** Places such as {@code (-1, 1) (1, 1) (1, -1)} or {@code (0,5; 1)}; anything between them but blanks and commas is an error. */
    public static List<Position> places(String text) {
        List<Position> places = new ArrayList<>();
        Matcher matcher = PLACE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            requireGap(text, end, matcher.start());
            int first = matcher.group(1) == null ? 3 : 1;
            places.add(new Position(number(matcher.group(first)), number(matcher.group(first + 1))));
            end = matcher.end();
        }
        requireGap(text, end, text.length());
        if (places.isEmpty()) {
            throw new IllegalArgumentException("expected places such as (-1, 1) (1, 1), but there are none");
        }
        return places;
    }

    /** Units of layers such as {@code 64, 64}. */
    public static List<Integer> layers(String text) {
        try {
            return Arrays.stream(text.strip().split("\\s*[,; ]\\s*"))
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException("expected units of each layer such as 64, 64" + butGot(text), notWhole);
        }
    }

    /** As {@link #number} reads it, the shortest text that gives the same number. */
    public static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value).toLowerCase(Locale.ROOT);
    }

    /** As {@link #places} reads them. */
    public static String text(List<Position> places) {
        return places.stream()
                .map(place -> "(" + text(place.x()) + ", " + text(place.y()) + ")")
                .collect(Collectors.joining(" "));
    }

    /** As {@link #layers} reads them. */
    public static String layersText(List<Integer> layers) {
        return layers.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static void requireGap(String text, int from, int to) {
        String gap = text.substring(from, to);
        if (!gap.chars().allMatch(letter -> Character.isWhitespace(letter) || letter == ',' || letter == ';')) {
            throw new IllegalArgumentException("expected places such as (-1, 1) (1, 1)" + butGot(gap));
        }
    }

    private static String plain(String text) {
        return text.strip().replace('\u2212', '-');
    }

    private static String butGot(String text) {
        return text.isBlank() ? ", but it is empty" : ", but got \u201c" + text.strip() + "\u201d";
    }
}
