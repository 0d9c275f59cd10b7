package org.penumbra.state;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The words that values of a state are made of. A word stands there as it is where it is made of letters, digits and
 * {@code - . _ ~}; all else is written as in an address, a percent sign and two hexadecimal digits for each byte of UTF-8. So
 * commas, semicolons, brackets and colons are free to part words from each other.
 */
final class StateValue {

    private static final String PLAIN = "-._~";
    /** A number of more signs is written with an exponent where that is shorter. */
    private static final int DIGITS = 7;

    private StateValue() {}

    /** A word as it stands in a state. */
    static String encoded(String word) {
        StringBuilder text = new StringBuilder(word.length());
        for (byte one : word.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (one & 0xFF);
            if (isPlain(letter)) {
                text.append(letter);
            } else {
                text.append('%')
                        .append(Character.toUpperCase(Character.forDigit(letter >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(letter & 15, 16)));
            }
        }
        return text.toString();
    }

    private static boolean isPlain(char letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || PLAIN.indexOf(letter) >= 0;
    }

    /** The word that was written so; empty where a percent sign is not followed by two digits, or the bytes are no UTF-8. */
    static Optional<String> decoded(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.put(raw[i]);
                continue;
            }
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes.put((byte) (16 * high + low));
            i += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    /** A finite number, as short as it can be read back: "0.1", "1e-4", "64". */
    static String number(double value) {
        return number(new BigDecimal(Double.toString(value)), 1 / value < 0);
    }

    /** The same in single precision. */
    static String number(float value) {
        return number(new BigDecimal(Float.toString(value)), 1 / value < 0);
    }

    private static String number(BigDecimal value, boolean negative) {
        if (value.signum() == 0) {
            return negative ? "-0" : "0";
        }
        BigDecimal bare = value.stripTrailingZeros();
        String plain = bare.toPlainString();
        if (plain.length() <= DIGITS) {
            return plain;
        }
        String power = bare.unscaledValue() + "e" + -bare.scale();
        return power.length() < plain.length() ? power : plain;
    }

    /** Parts of a list, one after the other; none for an empty text. */
    static List<String> parts(String list, char separator) {
        return list.isEmpty() ? List.of() : List.of(list.split("\\" + separator, -1));
    }

    /**
     * A word with something in brackets behind it, as in {@code moons(1.4,0.2)}.
     *
     * @param name    in front of the brackets
     * @param content between them; empty where there are none
     */
    record Call(String name, String content) {

        /** Empty for a text that has an opening bracket and does not end in a closing one. */
        static Optional<Call> of(String text) {
            int open = text.indexOf('(');
            if (open < 0) {
                return Optional.of(new Call(text, ""));
            }
            return text.endsWith(")")
                    ? Optional.of(new Call(text.substring(0, open), text.substring(open + 1, text.length() - 1)))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return content.isEmpty() ? name : name + "(" + content + ")";
        }
    }
}
