package org.penumbra.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileNameTest {

    /** Chinese, Arabic, Hindi with its signs, Greek, an emoji that is two characters, and what the program itself gives. */
    private static final List<String> GOOD = List.of(
            "\u6570\u5b57",
            "\u0623\u0631\u0642\u0627\u0645",
            "\u0939\u093f\u0928\u094d\u0926\u0940",
            "\u03b1\u03b2",
            "\uD83D\uDE80",
            "mnist-cnn",
            "mnist-cnn (2)",
            "tiny trained here",
            "run v1.2",
            "console");

    private static final List<String> BAD = List.of(
            "",
            " ",
            ".",
            "..",
            "...",
            "../../elsewhere/pwned",
            "a/b",
            "a\\b",
            "a:b",
            "a\nb",
            "a\u0000b",
            "a\u202Eb",
            "a\uD800b",
            "a\uDC00b",
            "name.",
            "name ",
            ".name",
            "CON",
            "con",
            "nul.txt",
            "LPT1",
            "COM\u00B9",
            "x".repeat(300),
            "\u6570".repeat(90));

    @Test
    void lettersOfEveryScriptStay() {
        assertEquals(GOOD, GOOD.stream().map(FileName::of).toList());
        assertEquals(GOOD, FileName.allOf(GOOD));
        assertEquals("\u00e9", FileName.of("e\u0301"), "an accent in one piece");
        assertEquals(2, Set.copyOf(FileName.allOf(List.of("\u00e9", "e\u0301"))).size());
    }

    @Test
    void whatNoFileCanBeCalledIsChangedAndStaysTellableApart() {
        Set<String> names = new HashSet<>();
        for (String title : BAD) {
            String name = FileName.of(title);
            assertNotEquals(title, name);
            assertEquals(name, FileName.of(title), "the same each time");
            assertEquals(1, Path.of(name).getNameCount(), name);
            assertTrue(name.chars().noneMatch(c -> c < ' ' || "/\\:*?\"<>|\u202E".indexOf(c) >= 0), name);
            assertTrue(name.matches("(?s)[^. ].*[^. ]"), name);
            assertTrue(name.length() <= 100 && name.getBytes(StandardCharsets.UTF_8).length <= 150, name);
            assertTrue(names.add(name.toLowerCase(Locale.ROOT)), title + " has the name of another: " + name);
        }
        assertEquals("a-b-11eb", FileName.of("a/b").substring(0, 8));
        assertTrue(FileName.of("CON").startsWith("_CON-"), FileName.of("CON"));
        assertTrue(FileName.of("nul.txt").startsWith("_nul.txt-"), FileName.of("nul.txt"));
    }

    @Test
    void manyNamesAreTellableApartWhereCaseDoesNotCount() {
        List<String> names = FileName.allOf(List.of("Model", "model", "MODEL", "model", "stra\u00DFe", "STRASSE"));
        assertEquals("Model", names.get(0));
        assertEquals(
                names.size(),
                names.stream()
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .distinct()
                        .count(),
                names.toString());
    }
}
