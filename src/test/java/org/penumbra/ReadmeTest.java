package org.penumbra;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents promise is there: the commands are those the checks run, and every link leads somewhere. */
class ReadmeTest {

    private static final Path TOP = Path.of("").toAbsolutePath();
    private static final String START = "mvn compile javafx:run";
    private static final String TESTS = "mvn -B verify";
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```");
    /** Link or picture of Markdown, or src and href of the HTML in it. */
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)[^)]*\\)|(?:src|href)=\"([^\"]+)\"");

    @Test
    void theTwoCommandsStandInTheReadme() throws IOException {
        List<String> commands = CODE_BLOCK
                .matcher(Files.readString(TOP.resolve("README.md")))
                .results()
                .flatMap(block -> block.group(1).lines())
                .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                .toList();
        assertAll(
                () -> assertTrue(commands.contains(START), "README.md has no line \"" + START + "\" in a code block"),
                () -> assertTrue(commands.contains(TESTS), "README.md has no line \"" + TESTS + "\" in a code block"));
    }

    @Test
    void theChecksRunTheReadmesCommands() throws IOException {
        List<String> lines = Files.readAllLines(TOP.resolve(".ci/run")).stream()
                .map(String::strip)
                .toList();
        assertAll(
                () -> assertTrue(lines.contains(TESTS), ".ci/run does not run \"" + TESTS + "\" as a line of its own"),
                () -> assertTrue(
                        lines.stream().anyMatch(line -> !line.startsWith("#") && line.contains(START)),
                        ".ci/run does not run \"" + START + "\""));
    }

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            for (String link : links(document)) {
                if (!Files.exists(document.resolveSibling(link))) {
                    broken.add(TOP.relativize(document) + " -> " + link);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(TOP.resolve("src/docs"))) {
            return Stream.concat(
                            Stream.of(TOP.resolve("README.md"), TOP.resolve("CONTRIBUTING.md")),
                            files.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }

    /** Links inside the repository, without what follows #; code is not looked at. */
    private static List<String> links(Path document) throws IOException {
        String prose =
                CODE_BLOCK.matcher(Files.readString(document)).replaceAll("").replaceAll("`[^`\\n]*`", "");
        return LINK.matcher(prose)
                .results()
                .map(ReadmeTest::target)
                .filter(target -> !target.matches("[a-z]+:.*") && !target.startsWith("#"))
                .map(target -> target.replaceFirst("#.*", ""))
                .toList();
    }

    private static String target(MatchResult link) {
        return link.group(1) != null ? link.group(1) : link.group(2);
    }
}
