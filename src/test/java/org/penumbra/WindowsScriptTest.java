package org.penumbra;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The start script of Windows, read by its parts where there is no Windows to run it: what goes wrong in such scripts. */
class WindowsScriptTest {

    private String text;
    private List<String> lines;

    @BeforeEach
    void read() throws Exception {
        text = Files.readString(Path.of("src/main/dist/bin/penumbra.bat"), StandardCharsets.US_ASCII);
        lines = text.lines().toList();
    }

    /** The other script is the one that is run in tests; what both give Java has to stay the same. */
    @Test
    void itGivesJavaWhatTheOtherScriptGives() throws Exception {
        String unix = Files.readString(Path.of("src/main/dist/bin/penumbra"));
        String windows = line("org.penumbra.Penumbra");
        for (String option : List.of("@jvm.quiet@", "@jvm.memory@", "-Dpenumbra.launcher=", "JAVA_OPTS", "-cp")) {
            assertTrue(unix.contains(option), option + " is not in bin/penumbra");
            assertTrue(windows.contains(option), option + " is not in " + windows);
        }
        assertTrue(windows.endsWith("org.penumbra.Penumbra %*"), windows);
        assertEquals("exit /b %ERRORLEVEL%", lines.get(lines.size() - 1), "the exit code is handed on");
    }

    @Test
    void everyVariableIsSetBeforeItIsRead() {
        Set<String> known = new TreeSet<>(
                Set.of("JAVA_HOME", "JAVA_OPTS", "ERRORLEVEL", "APPDATA", "LOCALAPPDATA", "USERPROFILE", "TEMP"));
        for (String line : lines) {
            Matcher set = Pattern.compile("(?i)set \"(\\w+)=").matcher(line);
            Matcher read = Pattern.compile("%(\\w+)%").matcher(line);
            while (read.find()) {
                assertTrue(known.contains(read.group(1)), read.group(1) + " is not set before: " + line);
            }
            while (set.find()) {
                known.add(set.group(1));
            }
        }
    }

    /** A block in parentheses is read as a whole, so that what is set in it is not seen in it. */
    @Test
    void parenthesesAreBalancedAndNothingThatIsSetInABlockIsReadInIt() {
        Deque<String> open = new ArrayDeque<>();
        Set<String> set = new TreeSet<>();
        for (String line : lines) {
            String bare = line.replaceAll("\"[^\"]*\"", "").trim();
            if (bare.startsWith("rem ") || bare.startsWith("for ")) {
                continue;
            }
            if (bare.equals(")")) {
                assertFalse(open.isEmpty(), "a block is closed that was not opened");
                open.pop();
                set.clear();
            } else if (bare.endsWith("(")) {
                open.push(line);
            } else {
                set.forEach(name -> assertFalse(line.contains("%" + name + "%"), line));
                Matcher sets = Pattern.compile("(?i)set \"(\\w+)=").matcher(open.isEmpty() ? "" : line);
                while (sets.find()) {
                    set.add(sets.group(1));
                }
                // A message with a parenthesis would end its block.
                assertFalse(!open.isEmpty() && bare.contains(")"), line);
            }
        }
        assertTrue(open.isEmpty(), open.toString());
    }

    @Test
    void pathsWithBlanksArePutBetweenQuotationMarks() {
        String unquoted = lines.stream()
                .filter(line -> !line.startsWith("rem "))
                .map(line -> line.replaceAll("\"[^\"]*\"", ""))
                .filter(line -> line.contains("%HOME_DIR%") || line.contains("%JAVA%") || line.contains("%JARS%"))
                .filter(line -> !line.trim().startsWith("for "))
                .collect(Collectors.joining("\n"));
        assertEquals("", unquoted);
    }

    @Test
    void messagesGoToStandardErrorAndFailuresEndWithOne() {
        List<String> messages = lines.stream()
                .filter(line -> line.trim().startsWith("echo penumbra:"))
                .toList();
        assertAll(
                () -> messages.forEach(line -> assertTrue(line.endsWith(" 1>&2"), line)),
                () -> assertEquals(
                        3,
                        messages.stream()
                                .filter(line -> lines.get(lines.indexOf(line) + 1)
                                        .trim()
                                        .equals("exit /b 1"))
                                .count(),
                        messages.toString()));
    }

    /** "17.0.15", "25", "26-ea" and "1.8.0_402", as the script takes them apart. */
    @Test
    void theMajorVersionIsWhatStandsBeforeTheFirstDotDashOrPlus() {
        String delimiters = Pattern.quote(".-+");
        assertTrue(text.contains("delims=.-+"), "the script takes versions apart otherwise");
        for (String[] version : new String[][] {{"17.0.15", "17"}, {"25", "25"}, {"26-ea", "26"}, {"1.8.0_402", "1"}}) {
            assertEquals(version[1], version[0].split("[" + delimiters + "]")[0]);
        }
    }

    private String line(String part) {
        return lines.stream().filter(line -> line.contains(part)).findFirst().orElseThrow();
    }
}
