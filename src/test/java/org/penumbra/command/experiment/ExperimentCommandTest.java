package org.penumbra.command.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.command.Commands;
import org.penumbra.command.console.Console;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.kit.RunningProgram;
import org.penumbra.kit.Terminal;

/** The command line of experiments, tried with sums of numbers. */
@Timeout(120)
class ExperimentCommandTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal(List.of(CountingProgram.kind(-1, 0)));

    private Path out() {
        return folder.resolve("sums");
    }

    private int run(String... more) {
        return terminal.run(
                Stream.concat(Stream.of("experiment", "counting", "--out", out().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void aClusterNeedsABuildWithSparkAndAnAddress() {
        assertEquals(1, run("--master", "spark://host:7077"), terminal.err());
        assertTrue(terminal.err().contains("build the program with \"mvn -Pspark package\""), terminal.err());
        assertEquals(1, run("--master", "host"), terminal.err());
        assertTrue(terminal.err().contains("expected an address such as spark://HOST:PORT"), terminal.err());
        assertFalse(Files.exists(out()), "a folder for a run that never began");
    }

    @Test
    void withoutANameAllExperimentsAreListed() {
        for (String line : List.of("experiment", "experiment --list")) {
            assertEquals(0, terminal.runLine(line), terminal.err());
            assertEquals(
                    List.of(
                            "counting: Sums",
                            "    What do random numbers add up to?",
                            "    30 cells; with --quick 6. From: a test"),
                    terminal.out().lines().toList());
            assertEquals("", terminal.err());
        }
    }

    @Test
    void aRunLeavesAReportAndSaysWhereItIsAndHowFarItWas() throws Exception {
        assertEquals(0, run("--workers", "3"), terminal.err());
        assertEquals("Report: " + out().resolve("report.md"), terminal.out().strip());
        assertTrue(Files.readString(out().resolve("report.md")).contains("Sums"));
        assertTrue(Files.exists(out().resolve("sums.csv")));
        assertTrue(Files.exists(out().resolve("growth.png")));
        assertTrue(Files.exists(out().resolve("results.json")));
        List<String> told = terminal.err().lines().toList();
        assertEquals("Sums: 30 cells, 3 at once; about 5 s on this machine", told.get(0));
        assertTrue(told.get(told.size() - 1).matches("30 of 30 cells, \\d+ s: 100 % of the work"), terminal.err());
    }

    @Test
    void aRunThatWasBegunIsGoneOnWithOnRequest() {
        assertEquals(0, run());
        assertEquals(1, run());
        assertTrue(terminal.err().contains("--resume goes on with it, and --out names another folder"), terminal.err());
        assertEquals(1, terminal.err().lines().count(), terminal.err());
        assertEquals(0, run("--resume"));
        assertEquals(
                "Sums: 30 cells, of which 30 were finished before",
                terminal.err().strip());
        assertEquals("Report: " + out().resolve("report.md"), terminal.out().strip());
        assertEquals(1, run("--resume", "--seed", "7"));
        assertTrue(terminal.err().contains("with the setting seed = 1 and not 7"), terminal.err());
    }

    @Test
    void aCellThatFailsIsListedAtTheEndWithExitCode1AndTheReportIsWritten() {
        Terminal failing = new Terminal(List.of(CountingProgram.kind(4, 0)));
        assertEquals(1, failing.run("experiment", "counting", "--out", out().toString()));
        assertEquals("Report: " + out().resolve("report.md"), failing.out().strip());
        List<String> told = failing.err().lines().toList();
        assertEquals(
                List.of(
                        "penumbra: 1 of 30 cells failed; the report does without them, and the same command with --resume tries "
                                + "them again:",
                        "  sum-4: cell 4: expected numbers, but it is the one that fails"),
                told.subList(told.size() - 2, told.size()));
    }

    @Test
    void optionsBecomeSettings() {
        List<ExperimentSettings> asked = new ArrayList<>();
        ExperimentKind kind = CountingProgram.kind(-1, 0);
        Terminal noting = new Terminal(List.of(new ExperimentKind(kind.about(), settings -> {
            asked.add(settings);
            return kind.with(settings);
        })));
        assertEquals(0, noting.run("experiment", "counting", "--out", out().toString()), noting.err());
        assertEquals(
                0,
                noting.run(
                        "experiment",
                        "counting",
                        "--quick",
                        "--seeds",
                        "5",
                        "--seed",
                        "-3",
                        "--lanes",
                        "4",
                        "--unknown",
                        "noise",
                        "--unknown",
                        folder.toString(),
                        "--out",
                        folder.resolve("other").toString()),
                noting.err());
        assertEquals(
                List.of(
                        ExperimentSettings.USUAL,
                        new ExperimentSettings(true, -3, 5, 4, List.of("noise", folder.toString()))),
                asked);
        assertEquals(Path.of("table1-results"), ExperimentCommand.usualFolder("table1", false));
        assertEquals(Path.of("table1-quick-results"), ExperimentCommand.usualFolder("table1", true));
    }

    @Test
    void wrongUseIsToldBeforeAnyWork() {
        for (String line : List.of(
                "--seeds 0", "--seeds 101", "--workers 0", "--workers 65", "--lanes 0", "--lanes 65", "--seed x")) {
            assertEquals(2, run(line.split(" ")), line);
            assertTrue(terminal.err().contains(line.split(" ")[0]), terminal.err());
        }
        assertEquals(2, terminal.runLine("experiment --quick"));
        assertTrue(terminal.err().contains("NAME: expected the name of an experiment to run"), terminal.err());
        assertEquals(1, terminal.runLine("experiment nonsense"));
        assertEquals(
                "penumbra: experiment \"nonsense\": expected one of counting, but there is none of that name",
                terminal.err().strip());
        assertFalse(Files.exists(out()));
    }

    @Test
    void onATerminalABarCountsTheCells() {
        ByteArrayOutputStream bars = new ByteArrayOutputStream();
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(results, true, StandardCharsets.UTF_8),
                new PrintStream(bars, true, StandardCharsets.UTF_8),
                true);
        int code = Commands.line(new Terminal.NoWindow(), List.of(), List.of(CountingProgram.kind(2, 1)), console)
                .execute("experiment", "counting", "--quick", "--out", out().toString());
        String shown = bars.toString(StandardCharsets.UTF_8);
        assertEquals(1, code, shown);
        assertTrue(shown.startsWith("Sums: 6 cells"), shown);
        assertTrue(shown.contains("Cells") && shown.contains("6/6") && shown.contains("100 % of the work"), shown);
        assertTrue(
                shown.lines().anyMatch("  sum-2: cell 2: expected numbers, but it is the one that fails"::equals),
                shown);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process cannot be asked to end, only ended")
    void aStoppedRunSaysHowToGoOnAndGoesOn() throws Exception {
        List<String> line = List.of("experiment", "counting", "--out", out().toString(), "--workers", "1");
        try (RunningProgram program =
                new RunningProgram(folder.resolve("stdout"), List.of(), CountingProgram.class.getName(), line)) {
            program.awaitLine("0 of 30 cells, ");
            String last = program.stop().stream().reduce("", (before, next) -> next);
            assertTrue(
                    last.matches(
                            "Stopped with \\d+ of 30 cells finished; the same command with --resume goes on from .*"),
                    last);
            assertTrue(program.exitValue() != 0);
        }
        assertEquals("", Files.readString(folder.resolve("stdout")));
        assertFalse(Files.exists(out().resolve("results.json")));
        assertEquals(0, run("--resume"), terminal.err());
        assertTrue(Files.exists(out().resolve("results.json")));
    }
}
