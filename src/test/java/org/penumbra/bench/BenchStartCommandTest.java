package org.penumbra.bench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.command.console.Console;
import org.penumbra.view.StartMarks;
import picocli.CommandLine;

@Timeout(120)
class BenchStartCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, false);
    private String before;

    @TempDir
    private Path folder;

    @BeforeEach
    void launcher() {
        before = System.getProperty(StartTrial.SCRIPT);
        System.setProperty(StartTrial.SCRIPT, "the-program");
    }

    @AfterEach
    void asBefore() {
        if (before == null) {
            System.clearProperty(StartTrial.SCRIPT);
        } else {
            System.setProperty(StartTrial.SCRIPT, before);
        }
    }

    /** Starts nothing and takes these times instead. */
    private static final class Pretended extends StartTrial {

        private final Iterator<Double> windows;

        Pretended(double... windows) {
            this.windows = Arrays.stream(windows).iterator();
        }

        @Override
        Outcome run(String launcher) {
            assertEquals("the-program", launcher);
            double window = windows.next();
            return new Outcome(window, window + 1, Double.NaN);
        }
    }

    private static PageCache cache(Optional<String> kept) {
        return new PageCache() {
            @Override
            Optional<String> drop() {
                return kept;
            }
        };
    }

    private List<String> lines(StartTrial trial, PageCache cache, String... arguments) {
        int code = new CommandLine(new BenchStartCommand(console, trial, cache)).execute(arguments);
        assertEquals(0, code);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceAll(" +", " "))
                .toList();
    }

    @Test
    void coldComesFirstAndOfWarmStartsTheMedianAndTheRange() {
        List<String> lines = lines(new Pretended(9, 3, 1, 2), cache(Optional.empty()), "--rounds", "3");
        assertAll(
                () -> assertEquals("seconds from the-program", lines.get(0)),
                () -> assertEquals("cold 9.00 10.00 -", lines.get(2)),
                () -> assertEquals("warm 2.00 (1.00 to 3.00) 3.00 (2.00 to 4.00) -", lines.get(3)));
    }

    @Test
    void whereTheSystemForgetsNothingThatIsSaid() {
        List<String> lines = lines(new Pretended(4, 3), cache(Optional.of("nobody may")), "--rounds", "1");
        assertEquals("cold not measured: nobody may", lines.get(2));
        assertEquals("warm 3.00 4.00 -", lines.get(3));
    }

    @Test
    void whatStartsTheProgramHasToBeKnown() {
        System.clearProperty(StartTrial.SCRIPT);
        IllegalStateException unknown = assertThrows(IllegalStateException.class, StartTrial::launcher);
        assertTrue(unknown.getMessage().contains("target/penumbra/bin/penumbra"), unknown.getMessage());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theMarksOfAProcessAreTimed() throws Exception {
        StartTrial.Outcome outcome = new StartTrial()
                .run(script("echo hello; sleep 0.2; echo '" + StartMarks.WINDOW + "'; sleep 0.2; echo '"
                        + StartMarks.RINGS + "'"));
        assertTrue(outcome.window() >= 0.2, outcome.toString());
        assertTrue(outcome.rings() >= outcome.window() + 0.1, outcome.toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatDoesNotComeSoFarIsQuoted() throws Exception {
        String script = script("echo 'no display here'; exit 3");
        IOException failed = assertThrows(IOException.class, () -> new StartTrial().run(script));
        assertTrue(failed.getMessage().contains("exit code 3"), failed.getMessage());
        assertTrue(failed.getMessage().contains("no display here"), failed.getMessage());
    }

    private String script(String text) throws IOException {
        Path script = folder.resolve("program");
        Files.writeString(script, "#!/bin/sh\n" + text + "\n");
        assertTrue(script.toFile().setExecutable(true));
        return script.toString();
    }
}
