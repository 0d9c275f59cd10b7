package org.penumbra.data;

import java.util.regex.Pattern;

/**
 * Numbers as people type them. The decimal mark is a dot; a comma is understood too, as half of the world writes it, unless
 * it may have been meant to part thousands: then the text is refused, since a value that is wrong by a thousand would not
 * be noticed.
 */
public final class TypedNumber {

    private static final Pattern WITH_COMMA = Pattern.compile("[-+]?\\d*,\\d+(?:[eE][-+]?\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[1-9]\\d{0,2},\\d{3}");

    private TypedNumber() {}

    /**
     * The number: {@code 0.01}, {@code 0,01}, {@code 1e-2}, with a minus sign of either kind.
     *
     * @throws IllegalArgumentException when it is none, is not finite, or may mean two numbers; the message says what was
     *                                  expected, without the text
     */
    public static double of(String text) {
        if (isAmbiguous(text)) {
            throw new IllegalArgumentException(expectedInstead(text));
        }
        String plain = plain(text);
        try {
            double value = Double.parseDouble(WITH_COMMA.matcher(plain).matches() ? plain.replace(',', '.') : plain);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("expected a number such as 0.6", notANumber);
        }
        throw new IllegalArgumentException("expected a number such as 0.6");
    }

    /** Whether a comma in a number may be a decimal mark or part thousands, as in {@code 1,000}. */
    public static boolean isAmbiguous(String text) {
        return THOUSANDS.matcher(plain(text)).matches();
    }

    /** What to type in place of an ambiguous number, behind what was typed: both that it may mean. */
    public static String expectedInstead(String text) {
        return "expected a number that cannot be misread, such as "
                + plain(text).replace(",", "") + " or " + plain(text).replace(',', '.');
    }

    private static String plain(String text) {
        return text.strip().replace('\u2212', '-');
    }
}
