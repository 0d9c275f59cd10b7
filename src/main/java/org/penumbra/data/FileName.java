package org.penumbra.data;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files made from titles that somebody else has given, such as the names of models and presets. Letters of every
 * script stay, with their accents in one piece (Unicode's form NFC), as some platforms tell no two forms apart. A title that
 * no file can have on some platform is changed, and gets a check sum of itself: so different titles have different names,
 * and the same title has the same name at all times.
 */
public final class FileName {

    /** Room for an ending and for what a file is called while it is written; most platforms allow 255 bytes. */
    private static final int MOST_BYTES = 150;
    /** Presets have names of at most 100 characters. */
    private static final int MOST_CHARACTERS = 100;

    private static final int SUM_DIGITS = 8;
    private static final String FORBIDDEN = "/\\:*?\"<>|";
    /** Joins letters in Persian, in scripts of India, and in pictures of families; unseen, but part of a word. */
    private static final String JOINERS = "\u200C\u200D";
    /** Devices on Windows, also with an ending. */
    private static final Pattern DEVICE = Pattern.compile(
            "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00B9\u00B2\u00B3])( *\\..*)?",
            Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /**
     * The name for a title, without an ending.
     *
     * @return 1 to 100 characters, at most 150 bytes in UTF-8
     */
    public static String of(String title) {
        String text = Normalizer.normalize(title, Normalizer.Form.NFC);
        String name = allowed(text);
        boolean good = !name.isEmpty() && name.equals(text) && isShort(name, MOST_CHARACTERS, MOST_BYTES);
        return good ? name : summed(name, title);
    }

    /** The names for some titles, in their order. Each has one of its own, also where capitals do not tell files apart. */
    public static List<String> allOf(List<String> titles) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String title : titles) {
            String name = of(title);
            if (taken.contains(folded(name))) {
                name = summed(allowed(title), title);
            }
            String first = name;
            for (int number = 2; !taken.add(folded(name)); number++) {
                name = first + "-" + number;
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** What files can be called everywhere, of any length; it may be empty. */
    private static String allowed(String title) {
        StringBuilder name = new StringBuilder();
        title.codePoints().forEach(point -> name.appendCodePoint(isAllowed(point) ? point : '-'));
        int start = 0;
        int end = name.length();
        while (start < end && isEdge(name.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(name.charAt(end - 1))) {
            end--;
        }
        String trimmed = name.substring(start, end);
        return isDevice(trimmed) ? "_" + trimmed : trimmed;
    }

    /** Whether Windows takes a name for a device, with whatever ending. */
    static boolean isDevice(String name) {
        return DEVICE.matcher(name).matches();
    }

    private static boolean isAllowed(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            case Character.FORMAT -> JOINERS.indexOf(point) >= 0;
            default -> FORBIDDEN.indexOf(point) < 0;
        };
    }

    /** Dots and blanks at the edges hide a file, lead to another folder, or are dropped without a word. */
    private static boolean isEdge(char edge) {
        return edge == '.' || Character.isWhitespace(edge) || Character.isSpaceChar(edge);
    }

    private static String summed(String name, String title) {
        String kept = name;
        while (!isShort(kept, MOST_CHARACTERS - SUM_DIGITS - 1, MOST_BYTES - SUM_DIGITS - 1)) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return (kept.isEmpty() ? "unnamed" : kept) + "-" + sum(title);
    }

    private static boolean isShort(String name, int characters, int bytes) {
        return name.length() <= characters && name.getBytes(StandardCharsets.UTF_8).length <= bytes;
    }

    /** Of the characters as they are, as an encoding would make halves of surrogate pairs alike. */
    private static String sum(String title) {
        byte[] bytes = new byte[2 * title.length()];
        for (int i = 0; i < title.length(); i++) {
            bytes[2 * i] = (byte) (title.charAt(i) >> 8);
            bytes[2 * i + 1] = (byte) title.charAt(i);
        }
        Md5 md5 = new Md5();
        md5.update(bytes, 0, bytes.length);
        return md5.hex().substring(0, SUM_DIGITS);
    }
}
