package org.penumbra.experiment.report;

import java.util.regex.Pattern;
import org.penumbra.data.OutsideText;

/**
 * Plain words as they stand in Markdown: whatever they hold, such as the name of a folder from outside, is read as it was
 * written and changes nothing around it.
 */
public final class MarkdownText {

    /** What would begin or end a code, an emphasis, a link, a tag, a cell, a struck-out passage or a formula. */
    private static final Pattern SIGNS = Pattern.compile("[\\\\`*\\[\\]<|~$]");
    /** An underscore begins an emphasis unless letters stand on both sides, as in the name of a file. */
    private static final Pattern UNDERSCORE = Pattern.compile("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
    /** What would be read as one character by its name: "&amp;lt;". */
    private static final Pattern NAMED = Pattern.compile("&(?=#?[A-Za-z0-9]+;)");
    /** What makes a headline, a quotation or a list of a line that begins with it. */
    private static final Pattern BEGINNING = Pattern.compile("^([#>+=-])");

    private static final Pattern NUMBERED = Pattern.compile("^(\\d+)([.)])");

    private MarkdownText() {}

    /** Words for one line: a headline, a cell of a table, a part of a sentence. Line breaks become spaces. */
    public static String line(String plain) {
        String shown = OutsideText.shown(plain.strip().replaceAll("\\s+", " "));
        String signs = SIGNS.matcher(shown).replaceAll("\\\\$0");
        String names =
                NAMED.matcher(UNDERSCORE.matcher(signs).replaceAll("\\\\_")).replaceAll("\\\\&");
        String beginning = BEGINNING.matcher(names).replaceFirst("\\\\$1");
        return NUMBERED.matcher(beginning).replaceFirst("$1\\\\$2");
    }
}
