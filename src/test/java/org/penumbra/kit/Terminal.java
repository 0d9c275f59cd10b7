package org.penumbra.kit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.penumbra.bench.BenchCommands;
import org.penumbra.bench.MakersTools;
import org.penumbra.command.Commands;
import org.penumbra.command.WindowTools;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.NoDisplayException;
import org.penumbra.command.console.OutputFolder;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.experiment.catalogue.Experiments;

/** Runs commands in this process, as a shell would, and keeps what they say. */
public final class Terminal {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    private final WindowTools window;
    private final MakersTools tools;
    private final List<ExperimentKind> experiments;

    /** With a window nobody may open. */
    public Terminal() {
        this(new NoWindow());
    }

    public Terminal(WindowTools window) {
        this(window, new NoTools());
    }

    /** With these tools of the makers and no window. */
    public Terminal(MakersTools tools) {
        this(new NoWindow(), tools);
    }

    /** With these experiments, no window and no tools. */
    public Terminal(List<ExperimentKind> experiments) {
        this(new NoWindow(), new NoTools(), experiments);
    }

    private Terminal(WindowTools window, MakersTools tools) {
        this(window, tools, Experiments.ALL);
    }

    private Terminal(WindowTools window, MakersTools tools, List<ExperimentKind> experiments) {
        this.window = window;
        this.tools = tools;
        this.experiments = experiments;
    }

    /** Runs one command and returns its exit code. */
    public int run(String... arguments) {
        out.reset();
        err.reset();
        return Commands.line(window, BenchCommands.all(tools, console), experiments, console)
                .execute(arguments);
    }

    /** The same for a line whose words stand apart by spaces. */
    public int runLine(String line) {
        return run(line.strip().split(" +"));
    }

    /** What the last command wrote to standard output. */
    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What the last command wrote to standard error. */
    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** A machine without a display. */
    public static class NoWindow implements WindowTools {

        @Override
        public int open(String preset, Path data) {
            throw new NoDisplayException("this is a test");
        }

        @Override
        public int openShared(String stateOrFile, Path data) {
            throw new NoDisplayException("this is a test");
        }
    }

    /** Tools nobody may use. */
    public static class NoTools implements MakersTools {

        @Override
        public void measureRings(PrintStream out, int seconds) {
            throw new AssertionError("nobody asked for a benchmark");
        }

        @Override
        public void makePictures(OutputFolder out) {
            throw new AssertionError("nobody asked for pictures");
        }
    }
}
