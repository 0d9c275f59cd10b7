package org.penumbra.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the window looks like stands in its style sheets, each thing once. */
class StyleSheetsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/penumbra/view");
    private static final Path SHEETS = Path.of("src/main/resources/org/penumbra/view");
    /** A text that is a colour, a text read as a colour, and an opaque pixel. */
    private static final Pattern HEX =
            Pattern.compile("\"#\\p{XDigit}{3,8}|Color\\.(?:web|valueOf)\\(|0x\\p{XDigit}{8}");
    /** Opaque black is also the mask of the alpha, and white is no more than its opposite. */
    private static final Set<String> BLACK_AND_WHITE = Set.of("0xFF000000", "0xFFFFFFFF");

    private static final Pattern CARD = Pattern.compile(
            "-fx-background-color: -color-border-muted, -color-bg-default;\\s*-fx-background-insets: 0, 1px;\\s*"
                    + "-fx-background-radius: 8px");

    @Test
    void noColourStandsInJava() throws IOException {
        Map<Path, List<String>> found = new TreeMap<>();
        for (Path file : files(SOURCES, ".java")) {
            List<String> colours = new ArrayList<>(HEX.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .toList());
            colours.removeAll(BLACK_AND_WHITE);
            if (!colours.isEmpty()) {
                found.put(file, colours);
            }
        }
        assertEquals(Map.of(), found, "a colour belongs into a style sheet (see ThemeColours) or into paint");
    }

    @Test
    void howACardLooksStandsOnce() throws IOException {
        List<Path> cards = new ArrayList<>();
        for (Path sheet : files(SHEETS, ".css")) {
            CARD.matcher(Files.readString(sheet)).results().forEach(card -> cards.add(sheet));
        }
        assertEquals(List.of(SHEETS.resolve("shell/app.css")), cards, "the style class is card");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files =
                    all.filter(file -> file.toString().endsWith(ending)).toList();
            assertTrue(files.size() > 5, () -> folder + " holds " + files.size() + " files");
            return files;
        }
    }
}
