package org.penumbra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The top level of the repository is what a stranger sees first, so it is kept short. */
class TopLevelTest {

    private static final Path TOP = Path.of("").toAbsolutePath();
    private static final Set<String> ALLOWED = Set.of(
            "pom.xml",
            "README.md",
            "CONTRIBUTING.md",
            "LICENSE",
            "src",
            "assets",
            "presets",
            "jlink",
            ".github",
            ".ci",
            ".mvn",
            ".editorconfig",
            ".git",
            ".gitignore",
            ".gitattributes");

    @Test
    void topLevelHoldsNothingButWhatTheHousePlanNames() throws IOException {
        List<String> ignored = ignoredPatterns();
        try (Stream<Path> entries = Files.list(TOP)) {
            List<String> strangers = entries.map(Path::getFileName)
                    .filter(name -> !ALLOWED.contains(name.toString()))
                    .filter(name -> ignored.stream()
                            .noneMatch(pattern -> FileSystems.getDefault()
                                    .getPathMatcher("glob:" + pattern)
                                    .matches(name)))
                    .map(Path::toString)
                    .sorted()
                    .toList();
            assertEquals(
                    List.of(),
                    strangers,
                    "find a room for these, or change the plan in "
                            + "src/docs/decisions/0001-one-module-with-walls.md and here");
        }
    }

    /** The names .gitignore lists, without the slash that marks a folder. */
    private static List<String> ignoredPatterns() throws IOException {
        return Files.readAllLines(TOP.resolve(".gitignore")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.endsWith("/") ? line.substring(0, line.length() - 1) : line)
                .toList();
    }
}
