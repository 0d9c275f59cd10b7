package org.penumbra.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.command.console.OutputFolder;
import org.penumbra.kit.Terminal;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.Presets;

/** How the command line answers: help, versions, lists, wrong use. */
@Timeout(180)
class CommandsTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    @Test
    void optionsUnderstandADecimalCommaAndAskAboutWhatMayPartThousands() {
        String picture = folder.resolve("none.png").toString();
        assertEquals(0, terminal.run("presets"));
        assertEquals(1, terminal.run("score", "mnist-cnn", picture, "--tau", "0,75"));
        assertTrue(terminal.out().contains("tau 0.75"), terminal.out());
        assertEquals(2, terminal.run("score", "mnist-cnn", picture, "--tau", "1,000"));
        assertTrue(
                terminal.err()
                        .contains("'--tau': expected a number that cannot be misread, such as 1000 or 1.000, but got "
                                + "\"1,000\""),
                terminal.err());
        assertEquals(2, terminal.run("score", "mnist-cnn", picture, "--tau", "\u001b[2J"));
        assertTrue(terminal.err().contains("but got \"\\u001b[2J\""), terminal.err());
        assertFalse(terminal.err().contains("\u001b"), terminal.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-h",
                "rings --help",
                "presets --help",
                "bench --help",
                "bench rings --help",
                "bench draw --help",
                "bench train --help",
                "fool --help",
                "pictures --help",
                "train --help",
                "evaluate --help"
            })
    void everyCommandHasHelp(String line) {
        int code = terminal.run(line.split(" "));
        assertAll(
                () -> assertEquals(0, code),
                () -> assertTrue(terminal.out().contains("Usage: penumbra"), terminal.out()),
                () -> assertTrue(terminal.out().contains("--help"), terminal.out()),
                () -> assertEquals("", terminal.err()));
    }

    @Test
    void helpNamesEveryOptionOfRings() {
        terminal.run("rings", "--help");
        for (String option : new String[] {"--preset", "--steps", "--seed", "--grid", "--out"}) {
            assertTrue(terminal.out().contains(option), option);
        }
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertEquals(0, terminal.run("--version"));
        assertTrue(terminal.out().matches("(?s)Penumbra \\d+\\.\\d+\\.\\d+.*\\RJava \\d+.*"), terminal.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "nonsense",
                "bench",
                "bench nonsense",
                "rings --nonsense",
                "rings --steps",
                "rings --steps many",
                "rings --steps 0",
                "rings --steps 10000001",
                "rings --grid 1",
                "rings --grid 2001",
                "rings --seed 1.5",
                "rings surplus",
                "bench rings --seconds 0",
                "bench rings --seconds 601",
                "bench draw --seconds 0",
                "bench train --seconds 1",
                "bench train --seconds 3601",
                "presets --xml",
                "train",
                "train --preset built-in-cnn --epochs 0",
                "train --preset built-in-cnn --weights 8",
                "train --preset built-in-cnn --resume --seed 3",
                "train --preset built-in-cnn --omega 2",
                "train --preset built-in-cnn --dropout 1",
                "train --preset built-in-cnn --clutter 1.5",
                "evaluate",
                "evaluate x --thresholds 1.5",
                "evaluate x --kappa 0.5"
            })
    void wrongUseIsSaidWithExitCode2(String line) {
        int code = terminal.run(line.split(" "));
        assertAll(
                () -> assertEquals(2, code),
                () -> assertEquals("", terminal.out()),
                () -> assertTrue(terminal.err().startsWith("penumbra"), terminal.err()),
                () -> assertTrue(terminal.err().contains("Usage: penumbra"), terminal.err()),
                () -> assertTrue(terminal.err().contains("--help"), terminal.err()));
    }

    @Test
    void aNumberOutsideItsRangeIsNamedWithTheRange() {
        terminal.run("rings", "--grid", "2001");
        assertTrue(terminal.err().contains("--grid: expected 2 to 2000, but got 2001"), terminal.err());
    }

    @Test
    void presetsAreListedByNameAndTitle() throws Exception {
        assertEquals(0, terminal.run("presets"));
        assertTrue(terminal.out().lines().anyMatch(line -> line.startsWith("rings ")), terminal.out());
        List<String> names = Stream.concat(Presets.names().stream(), ImagePresets.names().stream())
                .toList();
        assertEquals(names.size(), terminal.out().lines().count());

        assertEquals(0, terminal.run("presets", "--json"));
        JsonNode list = new ObjectMapper().readTree(terminal.out());
        assertEquals(names, list.findValuesAsText("name"));
        for (JsonNode entry : list) {
            assertFalse(entry.get("title").asText().isBlank(), entry.toString());
        }
    }

    @Test
    void withoutACommandTheWindowOpensAndItsExitCodeIsKept() {
        Terminal withWindow = new Terminal(new Terminal.NoWindow() {
            @Override
            public int open(String preset, Path data) {
                return preset.equals("moons") ? 8 : 7;
            }
        });
        assertEquals(7, withWindow.run());
        assertEquals("", withWindow.err());
        assertEquals(8, withWindow.run("--preset", "moons"));
        assertEquals(7, withWindow.run("--preset", "rings"), "the name of a command is a preset, too");
    }

    @Test
    void theWindowIsToldWhetherSomebodyNamedAPreset() {
        List<String> opened = new ArrayList<>();
        Terminal withWindow = new Terminal(new Terminal.NoWindow() {
            @Override
            public int open(String preset, Path data) {
                opened.add("named " + preset);
                return 0;
            }

            @Override
            public int openAsLeft(String usual, Path data) {
                opened.add("as left, or " + usual);
                return 0;
            }
        });
        assertEquals(0, withWindow.run());
        assertEquals(0, withWindow.run("--preset", "rings"));
        assertEquals(0, withWindow.run("--data", folder.toString()));
        assertEquals(List.of("as left, or rings", "named rings", "as left, or rings"), opened);
    }

    @Test
    void theFolderOfImageDataIsNamedForTheWindowAndForCommandsAlike() {
        List<Path> opened = new ArrayList<>();
        Terminal withWindow = new Terminal(new Terminal.NoWindow() {
            @Override
            public int open(String preset, Path data) {
                opened.add(data);
                return 0;
            }
        });
        assertEquals(0, withWindow.run());
        assertEquals(0, withWindow.run("--data", folder.toString()));
        assertEquals(Arrays.asList(null, folder), opened);

        assertEquals(1, withWindow.run("--data", folder.toString(), "data", "verify", "mnist"));
        assertTrue(withWindow.err().contains("Looked in --data " + folder + ": "), withWindow.err());
        Path nearer = folder.resolve("nearer");
        assertEquals(
                1, withWindow.run("--data", folder.toString(), "data", "verify", "mnist", "--data", nearer.toString()));
        assertTrue(withWindow.err().contains("Looked in --data " + nearer + ": "), withWindow.err());
    }

    @Test
    void theBenchmarkWritesToStandardOutput() {
        Terminal withTools = new Terminal(new Terminal.NoTools() {
            @Override
            public void measureRings(PrintStream out, int seconds) {
                out.println("measured for " + seconds + " s");
            }
        });
        assertEquals(0, withTools.run("bench", "rings", "--seconds", "3"));
        assertEquals("measured for 3 s", withTools.out().strip());
    }

    @Test
    void theDrawingBenchmarkPrintsItsFiguresAsJson() throws Exception {
        assertEquals(0, terminal.run("bench", "draw", "--seconds", "1"), terminal.err());
        JsonNode figures = new ObjectMapper().readTree(terminal.out());
        assertEquals(
                "[\"mnist-cnn\",\"mnist-cool\",\"mnist-dae-sym\",\"mnist-dae-asym\"]",
                figures.get("models").toString());
        assertTrue(figures.get("processors").asInt() >= 1, figures.toString());
        assertEquals(60, figures.get("with_gamma").get("asked").asInt());
        for (String which : List.of("with_gamma", "without_gamma")) {
            JsonNode times = figures.get(which);
            int answered = times.get("answered").asInt();
            assertTrue(answered >= 1 && answered <= times.get("asked").asInt(), figures.toString());
            assertTrue(times.get("median_ms").asDouble() > 0, figures.toString());
            assertTrue(times.get("median_ms").asDouble() <= times.get("p95_ms").asDouble(), figures.toString());
            assertTrue(times.get("p95_ms").asDouble() <= times.get("max_ms").asDouble(), figures.toString());
        }
        assertTrue(figures.get("probes_per_second").asDouble() > 0, figures.toString());
    }

    @Test
    void picturesAreMadeInAFolderThatIsThere() {
        Path out = folder.resolve("new/pictures");
        Terminal withTools = new Terminal(new Terminal.NoTools() {
            @Override
            public void makePictures(OutputFolder folder) {
                assertTrue(Files.isDirectory(folder.path()), folder.path() + " is not there yet");
            }
        });
        assertEquals(0, withTools.run("pictures", "--out", out.toString()), withTools.err());
        assertTrue(withTools.err().contains(out.toString()), withTools.err());
    }

    @Test
    void aFaultOfTheProgramShowsItsStackTraceOnRequestOnly() {
        Terminal broken = new Terminal(new Terminal.NoWindow() {
            @Override
            public int open(String preset, Path data) {
                throw new IllegalStateException("two\nlines");
            }
        });
        assertEquals(1, broken.run());
        assertTrue(broken.err().startsWith("penumbra: IllegalStateException: two lines"), broken.err());
        assertFalse(broken.err().contains("\tat "), broken.err());
        assertEquals(1, broken.run("--debug"));
        assertTrue(broken.err().contains("\tat "), broken.err());
    }
}
