package org.penumbra.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A text that wraps holds no marks which are set over a letter (U+0300 to U+036F), as in c with a tilde: JavaFX repeats
 * words where it breaks the lines of such a text, and draws beyond its room. Sentences wrap, signs and formulas do not.
 */
class WrappedTextTest {

    private static final Path SOURCES = Path.of("src/main/java/org/penumbra");
    private static final List<String> ROOMS = List.of("view", "live", "words");
    /** One string literal or several that are joined. */
    private static final Pattern TEXT =
            Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\\\n]|\\\\.)*\")*");

    private static final Pattern MARK = Pattern.compile("\\\\u03[0-6]\\p{XDigit}|[\\u0300-\\u036F]");
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,}[^\"]*[.!?](?:\\s|\\\\n|$)");
    private static final int LONG = 120;

    @Test
    void noSentenceHoldsMarksOverLetters() throws IOException {
        List<String> found = new ArrayList<>();
        for (String room : ROOMS) {
            for (Path file : files(SOURCES.resolve(room))) {
                for (String text : texts(Files.readString(file))) {
                    if (MARK.matcher(text).find() && (SENTENCE.matcher(text).find() || text.length() > LONG)) {
                        found.add(file.getFileName() + ": " + text);
                    }
                }
            }
        }
        assertEquals(List.of(), found, "write \"the confidence\" instead of its sign");
    }

    private static List<String> texts(String source) {
        return TEXT.matcher(source)
                .results()
                .map(MatchResult::group)
                .map(text -> text.replaceAll("\"\\s*\\+\\s*\"", ""))
                // Of a text that is a plus sign nothing is left.
                .filter(text -> text.length() >= 2)
                .map(text -> text.substring(1, text.length() - 1))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList());
        }
    }
}
