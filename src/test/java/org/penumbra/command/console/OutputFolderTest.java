package org.penumbra.command.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of results holds those of one run, or says that it does not; and nobody's own files are touched. */
class OutputFolderTest {

    private static final ResultNames NAMES = new ResultNames("fool", Pattern.compile("table\\.csv|trial-\\d\\.png"));

    @TempDir
    private Path folder;

    private OutputFolder prepare(boolean force) {
        return OutputFolder.prepare(folder, NAMES, force);
    }

    private int run(Map<String, String> results) {
        try (OutputFolder out = prepare(false)) {
            write(out, results);
            return out.finish();
        }
    }

    private static void write(OutputFolder out, Map<String, String> results) {
        new TreeMap<>(results).forEach((name, text) -> out.writeText(name, writer -> writer.write(text)));
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static String mark(Map<String, String> results) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> file : new TreeMap<>(results).entrySet()) {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256").digest(file.getValue().getBytes());
            lines.append(HexFormat.of().formatHex(sum))
                    .append("  ")
                    .append(file.getKey())
                    .append('\n');
        }
        return lines.toString();
    }

    private void assertHolds(Map<String, String> results) throws Exception {
        Map<String, String> expected = new TreeMap<>(results);
        expected.put("fool.sha256", mark(results));
        assertEquals(expected, contents());
    }

    @Test
    void resultsAppearTogetherWithAMarkThatListsThem() throws Exception {
        Map<String, String> results = new TreeMap<>(Map.of("table.csv", "1", "trial-1.png", "one"));
        try (OutputFolder out = prepare(false)) {
            write(out, results);
            assertFalse(Files.exists(folder.resolve("table.csv")), "a part of the results is there already");
            out.finish();
        }
        assertHolds(results);
    }

    @Test
    void whatBreaksOffLeavesTheEarlierResults() throws Exception {
        Map<String, String> first = Map.of("table.csv", "1");
        run(first);
        try (OutputFolder out = prepare(false)) {
            write(out, Map.of("table.csv", "2"));
            CommandFailure full = assertThrows(
                    CommandFailure.class,
                    () -> out.writeText("trial-1.png", writer -> {
                        writer.write("half");
                        throw new IOException("No space left on device");
                    }));
            assertEquals(
                    "cannot write " + folder.resolve("trial-1.png")
                            + " (No space left on device); what was in the folder is as it was",
                    full.getMessage());
        }
        assertHolds(first);
    }

    @Test
    void theEarlierRunsFilesGoAndAPersonsOwnStay() throws Exception {
        run(Map.of("table.csv", "1", "trial-1.png", "one", "trial-2.png", "two"));
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertEquals(1, run(Map.of("table.csv", "2", "trial-1.png", "other")));
        Map<String, String> results = Map.of("table.csv", "2", "trial-1.png", "other");
        assertEquals("mine", contents().get("notes.txt"));
        Files.delete(folder.resolve("notes.txt"));
        assertHolds(results);
    }

    @Test
    void theFilesOfARunThatEndedMeanwhileGo() throws Exception {
        try (OutputFolder slow = prepare(false)) {
            write(slow, Map.of("table.csv", "slow"));
            run(Map.of("table.csv", "quick", "trial-1.png", "one"));
            assertEquals(1, slow.finish());
        }
        assertHolds(Map.of("table.csv", "slow"));
    }

    @Test
    void aFileOfThatNameThatNoRunHasWrittenIsNotReplaced() throws Exception {
        Path own = Files.writeString(folder.resolve("trial-7.png"), "mine");
        CommandFailure refused = assertThrows(CommandFailure.class, () -> prepare(false));
        assertEquals(
                own
                        + " would be lost: fool.sha256 does not list it as a result of an earlier run; move it away, choose "
                        + "another folder with --out, or replace it with --force",
                refused.getMessage());
        try (OutputFolder out = prepare(true)) {
            write(out, Map.of("trial-7.png", "new"));
            out.finish();
        }
        assertHolds(Map.of("trial-7.png", "new"));
    }

    @Test
    void aResultThatWasChangedSinceIsAPersonsOwn() throws Exception {
        run(Map.of("table.csv", "1", "trial-1.png", "one"));
        Path changed = Files.writeString(folder.resolve("table.csv"), "1 and my remarks");
        CommandFailure refused = assertThrows(CommandFailure.class, () -> prepare(false));
        assertTrue(
                refused.getMessage().startsWith(changed + " would be lost: it has been changed since"),
                refused.getMessage());
        assertEquals("1 and my remarks", Files.readString(changed));
    }

    @Test
    void aResultThatIsChangedWhileTheNextRunWorksIsNotRemoved() throws Exception {
        run(Map.of("table.csv", "1", "trial-1.png", "one"));
        try (OutputFolder out = prepare(false)) {
            write(out, Map.of("table.csv", "2"));
            Files.writeString(folder.resolve("trial-1.png"), "mine now");
            assertEquals(0, out.finish());
        }
        assertEquals("mine now", contents().get("trial-1.png"));
        assertEquals(mark(Map.of("table.csv", "2")), contents().get("fool.sha256"));
    }

    @Test
    void anEmptyFileIsNobodysLoss() throws Exception {
        Files.createFile(folder.resolve("table.csv"));
        run(Map.of("table.csv", "1"));
        assertHolds(Map.of("table.csv", "1"));
    }

    @Test
    void afterAKillBetweenTwoMovesTheNextRunKnowsWhoseFilesThoseAre() throws Exception {
        // As a kill leaves it: the mark is gone, one file is new, one is old, the list names both runs.
        Map<String, String> old = Map.of("table.csv", "1", "trial-1.png", "one");
        Map<String, String> next = Map.of("table.csv", "2", "trial-3.png", "three");
        Files.writeString(folder.resolve("table.csv"), "2");
        Files.writeString(folder.resolve("trial-1.png"), "one");
        Files.writeString(folder.resolve("fool.sha256.unfinished"), mark(old) + mark(next));
        assertEquals(1, run(next));
        assertHolds(next);
    }

    @Test
    void aListThatIsNoneOfOursIsNotTrusted() throws Exception {
        for (String text : new String[] {"my sums", "0".repeat(64) + "  ../precious\n", "0".repeat(64) + "  a/b\n"}) {
            Path mark = Files.writeString(folder.resolve("fool.sha256"), text);
            CommandFailure refused = assertThrows(CommandFailure.class, () -> prepare(false));
            assertTrue(
                    refused.getMessage().startsWith(mark + " would be lost: it is no list of results"),
                    refused.getMessage());
        }
    }

    @Test
    void aLinkIsNeitherFollowedNorReplaced() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("table.csv"), precious);
        for (boolean force : new boolean[] {false, true}) {
            CommandFailure refused = assertThrows(CommandFailure.class, () -> prepare(force));
            assertTrue(
                    refused.getMessage().startsWith("cannot write " + link + ": a link of that name is in the way"),
                    refused.getMessage());
        }
        assertEquals("mine", Files.readString(precious));
    }

    @Test
    void aRunThatWritesNothingLeavesNothing() throws Exception {
        Path made = folder.resolve("new/place");
        OutputFolder.prepare(made, NAMES, false).close();
        try (Stream<Path> files = Files.list(made)) {
            assertEquals(0, files.count());
        }
    }
}
