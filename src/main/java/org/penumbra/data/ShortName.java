package org.penumbra.data;

/**
 * A name that a person reads, types on a command line, and that becomes the name of a file, on this computer or on
 * another: one line of at most 100 characters that leads to no other folder and that no system reads as something else.
 */
public final class ShortName {

    /** Most UTF-16 units. */
    public static final int LONGEST = 100;

    private static final String EXPECTED =
            "1 to " + LONGEST + " characters that can be the name of a file (no / \\ : or "
                    + "control characters or marks of direction, not . or .., no space at an end, no dot at the end, none of "
                    + "Windows's own such as NUL)";
    private static final String SEPARATORS = "/\\:";

    private ShortName() {}

    /**
     * The name itself, if it is one.
     *
     * @param what it is the name of ("name"), for the message
     * @throws SettingProblem when it is none; the message shows it
     */
    public static String require(String what, String name) {
        if (!isOne(name)) {
            throw new SettingProblem(
                    what,
                    EXPECTED,
                    name.isEmpty()
                            ? "nothing"
                            : OutsideText.quoted(name)
                                    + (name.length() > LONGEST ? " of " + name.length() + " characters" : ""));
        }
        return name;
    }

    /** Whether a text is such a name. */
    public static boolean isOne(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST
                && OutsideText.isOneLine(name)
                && name.codePoints().noneMatch(ShortName::isForbidden)
                && name.equals(name.strip())
                && !name.endsWith(".")
                && !FileName.isDevice(name);
    }

    private static boolean isForbidden(int point) {
        return SEPARATORS.indexOf(point) >= 0 || OutsideText.isMarkOfDirection(point);
    }

    /**
     * The name nearest to a text, such as what a person called a file: what cannot be in a name becomes a "-", and what is
     * too long is cut.
     *
     * @param otherwise the name where nothing is left
     */
    public static String nearest(String text, String otherwise) {
        if (isOne(text)) {
            return text;
        }
        StringBuilder name = new StringBuilder();
        text.codePoints()
                .forEach(point -> name.appendCodePoint(
                        isForbidden(point) || !OutsideText.isOneLine(Character.toString(point)) ? '-' : point));
        String cut = cut(name.toString(), LONGEST);
        if (cut.isEmpty()) {
            return otherwise;
        }
        return FileName.isDevice(cut) ? "-" + cut(cut, LONGEST - 1) : cut;
    }

    private static String cut(String name, int longest) {
        String cut = OutsideText.cut(name, longest).strip();
        while (cut.endsWith(".")) {
            cut = cut.substring(0, cut.length() - 1).strip();
        }
        return cut;
    }
}
