package org.penumbra.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.command.console.Console;
import org.penumbra.data.DataException;
import org.penumbra.data.Problem;
import org.penumbra.data.SettingProblem;
import org.penumbra.kit.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ErrorLinesTest {

    private static final String FAULT =
            "This is a fault of the program; the same command with --debug shows where it happened.";

    @Test
    void aProblemIsToldByItsMessageAlone() {
        assertTold(
                List.of("penumbra: x.json: it is empty. Fill it."),
                new CommandFailure("x.json: it is empty. Fill it."));
        assertTold(List.of("penumbra: two lines in one"), new DataException("two lines\n  in one"));
        assertTold(List.of("penumbra: of a kind that comes later"), new Problem("of a kind that comes later") {});
    }

    @Test
    void whatIsNoProblemIsAFaultOfTheProgram() {
        assertTold(List.of("penumbra: IllegalStateException: odd", FAULT), new IllegalStateException("odd"));
        assertTold(List.of("penumbra: IllegalStateException", FAULT), new IllegalStateException());
        assertTold(
                List.of("penumbra: SettingProblem: tau: expected 0 to 1, but got 2", FAULT),
                new SettingProblem("tau", "0 to 1", 2));
    }

    private static void assertTold(List<String> lines, RuntimeException failure) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console = new Console(stream, stream, false);
        int code = Commands.line(new Terminal.NoWindow(), List.of(new CommandLine(new Failing(failure))), console)
                .execute("fail");
        assertEquals(CommandLine.ExitCode.SOFTWARE, code);
        assertEquals(lines, err.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Command(name = "fail")
    private record Failing(RuntimeException failure) implements Runnable {

        @Override
        public void run() {
            throw failure;
        }
    }
}
