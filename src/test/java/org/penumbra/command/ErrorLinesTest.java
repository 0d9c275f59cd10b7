package org.penumbra.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Test
    void anErrorIsToldInOneLineWithWhatToDo() {
        assertTold(
                List.of(
                        "penumbra: Not enough memory for this command (Java heap space). Ask for less at once, such as a "
                                + "smaller batch, grid or folder of pictures, or give Java more, such as with JAVA_OPTS=-Xmx6g."),
                new OutOfMemoryError("Java heap space"));
        for (Throwable failure : List.of(
                new UnsatisfiedLinkError("/tmp/x.so: failed to map segment\nfrom shared object"),
                new NoClassDefFoundError("org/nd4j/Nd4j"),
                new ExceptionInInitializerError(new UnsatisfiedLinkError("no jnijavacpp")),
                new StackOverflowError(),
                new IllegalStateException("wrapped", new OutOfMemoryError()))) {
            List<String> lines = told(failure);
            assertEquals(1, lines.size(), lines.toString());
        }
        assertTold(List.of("penumbra: AssertionError: odd", FAULT), new AssertionError("odd"));
    }

    @Test
    void aNameThatNoFileCanHaveIsNoFaultOfTheProgram() {
        assertTold(
                List.of("penumbra: \"a\\u0000b\" cannot be the name of a file here (Nul character not allowed). Choose "
                        + "another name, or a locale with UTF-8, such as with LC_ALL=C.UTF-8."),
                new InvalidPathException("a\0b", "Nul character not allowed"));
        assertEquals(
                told(new InvalidPathException("x", "y")),
                told(new ExceptionInInitializerError(new InvalidPathException("x", "y"))));
    }

    @Test
    void whatStandsInAFileDoesNotSteerTheTerminal() {
        assertTold(
                List.of("penumbra: \\u001b[2J\\u202egnp.x: it is empty"),
                new DataException("\u001b[2J\u202egnp.x: it is empty"));
    }

    @Test
    void whatFailsOutsideOfEveryCommandIsToldToo() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = Commands.run(
                () -> {
                    throw new NoClassDefFoundError("org/penumbra/Part");
                },
                new Console(stream, stream, false));
        assertEquals(1, code);
        assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count());
    }

    private static void assertTold(List<String> lines, Throwable failure) {
        assertEquals(lines, told(failure));
    }

    private static List<String> told(Throwable failure) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console = new Console(stream, stream, false);
        int code = Commands.line(new Terminal.NoWindow(), List.of(new CommandLine(new Failing(failure))), console)
                .execute("fail");
        assertEquals(CommandLine.ExitCode.SOFTWARE, code);
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Command(name = "fail")
    private record Failing(Throwable failure) implements Callable<Integer> {

        @Override
        public Integer call() throws Exception {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        }
    }
}
