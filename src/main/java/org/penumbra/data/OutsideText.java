package org.penumbra.data;

import java.util.function.IntPredicate;

/**
 * Text that comes from outside the program: from files, names of files and folders, and what somebody typed. It may hold
 * characters that steer a terminal, turn the direction of reading around, or are only half of a character. Here it is said
 * which text is accepted, and how any text is shown to a person.
 */
public final class OutsideText {

    private static final int SHOWN = 40;

    private OutsideText() {}

    /**
     * A text as it is shown within a line: control characters, line breaks, marks of the direction of reading and halves of
     * characters stand there by their number, as a backslash, a "u" and four hexadecimal digits. Letters of all scripts and
     * emoji stay as they are.
     */
    public static String shown(String text) {
        return escaped(text, OutsideText::isUnseen);
    }

    /** The same for a text of several lines: line feeds and tabs stay, as does a carriage return before a line feed. */
    public static String shownLines(String text) {
        return escaped(text, point -> point != '\n' && point != '\t' && isUnseen(point));
    }

    private static String escaped(String text, IntPredicate unseen) {
        if (text.codePoints().noneMatch(unseen)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            boolean endOfLine = point == '\r' && i < text.length() && text.charAt(i) == '\n' && !unseen.test('\n');
            if (unseen.test(point) && !endOfLine) {
                shown.append("\\u");
                // The digits of Locale.ROOT, without a formatter: every line of every command comes by here.
                String digits = Integer.toHexString(point);
                shown.append("0".repeat(4 - digits.length())).append(digits);
            } else {
                shown.appendCodePoint(point);
            }
        }
        return shown.toString();
    }

    /** Whether a character is not seen but does something: a control, a line break, a mark of direction, a half. */
    private static boolean isUnseen(int point) {
        return isBroken(point) || isMarkOfDirection(point);
    }

    /** What no text of one line holds: controls, line breaks and halves of characters. */
    private static boolean isBroken(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    /** What Unicode calls Bidi_Control. */
    static boolean isMarkOfDirection(int point) {
        return point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || point >= 0x202A && point <= 0x202E
                || point >= 0x2066 && point <= 0x2069;
    }

    /** Whether a text is one line of whole characters: no controls, no line breaks, no halves of characters. */
    public static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(OutsideText::isBroken);
    }

    /** Whether a text consists of lines of whole characters: line breaks and tabs are allowed, other controls are not. */
    public static boolean isLines(String text) {
        return text.codePoints().noneMatch(point -> point != '\n' && point != '\r' && point != '\t' && isBroken(point));
    }

    /**
     * A text of one line that is not blank, such as a title or the name of a class.
     *
     * @param what    it is ("title"), for the message
     * @param longest most UTF-16 units
     * @return the text
     * @throws SettingProblem when it is blank, too long or {@linkplain #isOneLine not one line}
     */
    public static String requireOneLine(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new SettingProblem(
                    what,
                    "1 to " + longest + " characters, not all blank",
                    text.length() + (text.isBlank() ? " blank ones" : ""));
        }
        if (!isOneLine(text)) {
            throw new SettingProblem(what, "one line without control characters or halves of characters", quoted(text));
        }
        return text;
    }

    /**
     * A text of any number of lines, which may be empty, such as a description.
     *
     * @param what    it is, for the message
     * @param longest most UTF-16 units
     * @return the text
     * @throws SettingProblem when it is too long or {@linkplain #isLines holds more than lines}
     */
    public static String requireLines(String what, String text, int longest) {
        if (text.length() > longest) {
            throw new SettingProblem(what, "at most " + longest + " characters", text.length());
        }
        if (!isLines(text)) {
            throw new SettingProblem(what, "text without control characters or halves of characters", quoted(text));
        }
        return text;
    }

    /** A text in quotation marks as a message may show it: its first characters, as they are {@link #shown}. */
    public static String quoted(String text) {
        return '"' + shown(shortened(text)) + '"';
    }

    /** The first characters of a text, none of them cut in two. */
    public static String shortened(String text) {
        return text.length() <= SHOWN ? text : cut(text, SHOWN) + "...";
    }

    /** At most so many UTF-16 units of a text; a pair that makes one character is not torn. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean tears = Character.isHighSurrogate(text.charAt(most - 1)) && Character.isLowSurrogate(text.charAt(most));
        return text.substring(0, tears ? most - 1 : most);
    }
}
