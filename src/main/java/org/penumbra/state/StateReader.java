package org.penumbra.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Range;
import org.penumbra.data.TypedNumber;

/**
 * Reads the parts of a state one by one. What is wrong with one is remarked, and the usual value holds in its place; what nobody
 * asked for is remarked at the end. Nothing is silently left out.
 */
final class StateReader {

    static final String YES = "yes";
    static final String NO = "no";

    private static final int LONGEST_NUMBER = 40;

    private final LabState state;
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> asked = new LinkedHashSet<>();

    StateReader(LabState state) {
        this.state = state;
    }

    /** What makes a value of a part. */
    @FunctionalInterface
    interface Reading<T> {

        /**
         * @param text as it stands in the state
         * @throws IllegalArgumentException where it makes none; the message follows the key
         */
        T from(String text);
    }

    /** Whether there is such a part. */
    boolean has(String key) {
        return state.part(key).isPresent();
    }

    /** A value of any kind; the usual one where the part is missing or wrong. */
    <T> T read(String key, Reading<T> reading, T usual) {
        return read(key, reading).orElse(usual);
    }

    /** A value of any kind; empty where the part is missing or wrong. */
    <T> Optional<T> read(String key, Reading<T> reading) {
        asked.add(key);
        Optional<String> part = state.part(key);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.from(part.get()));
        } catch (IllegalArgumentException wrong) {
            remark(key + ": " + wrong.getMessage() + "; it was left out");
            return Optional.empty();
        }
    }

    double number(String key, Range range, double usual) {
        return read(key, text -> number(text, range), usual);
    }

    static double number(String text, Range range) {
        try {
            double value = text.length() > LONGEST_NUMBER ? Double.NaN : TypedNumber.of(text);
            if (range.contains(value)) {
                return value;
            }
        } catch (IllegalArgumentException noNumber) {
            throw new IllegalArgumentException(expected(range.expectation(), text), noNumber);
        }
        throw new IllegalArgumentException(expected(range.expectation(), text));
    }

    long whole(String key, long least, long most, long usual) {
        return read(key, text -> whole(text, least, most), usual);
    }

    static long whole(String text, long least, long most) {
        String expectation =
                least == Long.MIN_VALUE ? "a whole number such as 7" : "a whole number from " + least + " to " + most;
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(expected(expectation, text), noNumber);
        }
        throw new IllegalArgumentException(expected(expectation, text));
    }

    long seed(String key, long usual) {
        return whole(key, Long.MIN_VALUE, Long.MAX_VALUE, usual);
    }

    boolean flag(String key, boolean usual) {
        return word(key, Map.of(YES, true, NO, false), usual);
    }

    /** What a word stands for. */
    <T> T word(String key, Map<String, T> meanings, T usual) {
        return read(key, text -> meaning(text, meanings), usual);
    }

    static <T> T meaning(String text, Map<String, T> meanings) {
        T meaning = meanings.get(decoded(text));
        if (meaning == null) {
            throw new IllegalArgumentException(expected(
                    "one of "
                            + meanings.keySet().stream()
                                    .sorted()
                                    .toList()
                                    .toString()
                                    .replaceAll("[\\[\\]]", ""),
                    text));
        }
        return meaning;
    }

    /** One line of so many characters at most. */
    static String line(String text, int longest) {
        String line = decoded(text);
        if (line.isBlank() || line.length() > longest || !OutsideText.isOneLine(line)) {
            throw new IllegalArgumentException(
                    expected("one line of 1 to " + longest + " characters, not all blank", line));
        }
        return line;
    }

    static String decoded(String text) {
        return StateValue.decoded(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        expected("two hexadecimal digits behind each percent sign, which make UTF-8", text)));
    }

    static String expected(String what, String found) {
        return "expected " + what + ", but found " + OutsideText.quoted(found);
    }

    void remark(String sentence) {
        remarks.add(OutsideText.shown(sentence));
    }

    /** What was wrong, in the order it was read, and the parts that no lab of this kind has. */
    List<String> remarks() {
        List<String> all = new ArrayList<>(remarks);
        state.parts().keySet().stream().filter(key -> !asked.contains(key)).forEach(key -> all.add(unknown(key)));
        return all;
    }

    private String unknown(String key) {
        String near = asked.stream()
                .min(Comparator.comparingInt(known -> differing(known, key)))
                .filter(known -> differing(known, key) <= 2)
                .map(known -> " (\"" + known + "\"?)")
                .orElse("");
        return String.format(
                Locale.ROOT,
                "%s: a state of the lab %s has no such part%s, or not beside the others; it was left out",
                key,
                state.lab(),
                near);
    }

    /** Letters that differ where the shorter of the words is laid to the start or the end of the longer one. */
    private static int differing(String one, String other) {
        int most = Math.max(one.length(), other.length());
        int least = Math.min(one.length(), other.length());
        int start = 0;
        while (start < least && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < least - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return most - start - end;
    }
}
