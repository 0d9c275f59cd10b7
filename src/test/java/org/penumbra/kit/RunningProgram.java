package org.penumbra.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Penumbra in a process of its own, to be stopped as a person stops it; closing it ends what does not end by itself. */
public final class RunningProgram implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader err;

    /**
     * Starts it.
     *
     * @param stdout    file for what it writes to standard output
     * @param arguments a command and its options
     */
    public RunningProgram(Path stdout, String... arguments) throws IOException {
        this(stdout, List.of(), "org.penumbra.Penumbra", List.of(arguments));
    }

    /**
     * Starts another program of the tests.
     *
     * @param stdout    file for what it writes to standard output
     * @param options   of Java
     * @param main      name of the class with its main method
     * @param arguments of the program
     */
    public RunningProgram(Path stdout, List<String> options, String main, List<String> arguments) throws IOException {
        this(System.getProperty("java.class.path"), stdout, options, main, arguments);
    }

    private RunningProgram(String classPath, Path stdout, List<String> options, String main, List<String> arguments)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(List.of("-cp", classPath, main));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).redirectOutput(stdout.toFile());
        // As the start script does: threads that spin while they wait make a busy machine crawl.
        builder.environment().putIfAbsent("OMP_WAIT_POLICY", "passive");
        process = builder.start();
        err = process.errorReader();
    }

    /**
     * Starts another program of the tests with another class path than theirs.
     *
     * @param stdout    file for what it writes to standard output
     * @param main      name of the class with its main method
     * @param arguments of the program
     */
    public static RunningProgram of(String classPath, Path stdout, String main, List<String> arguments)
            throws IOException {
        return new RunningProgram(classPath, stdout, List.of(), main, arguments);
    }

    /**
     * Reads standard error until a line begins so.
     *
     * @throws AssertionError when the program ends without such a line
     */
    public void awaitLine(String beginning) throws IOException {
        String line = err.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = err.readLine();
        }
        if (line == null) {
            throw new AssertionError("the program ended without a line that begins \"" + beginning + "\"");
        }
    }

    /** Waits until it has kept a core busy for so long. */
    public void awaitWork(Duration cpu) {
        Await.await(
                () -> process.info().totalCpuDuration().orElse(Duration.ZERO).compareTo(cpu) >= 0,
                "the program to work for " + cpu);
    }

    /**
     * Waits until it has ended by itself.
     *
     * @return what it still wrote to standard error, by lines
     * @throws AssertionError when it does not end within a minute
     */
    public List<String> awaitEnd() throws InterruptedException {
        List<String> rest = err.lines().toList();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("waited " + PATIENCE_SECONDS + " s for the program to end");
        }
        return rest;
    }

    /**
     * Asks it to end, as Ctrl+C does, and waits until it has.
     *
     * @return what it still wrote to standard error, by lines
     * @throws AssertionError when it does not end within a minute
     */
    public List<String> stop() throws InterruptedException {
        // Not process.destroy(), which closes the streams as well.
        process.toHandle().destroy();
        return awaitEnd();
    }

    /** Waits until it has ended by itself, and says whether it has; it must not write much to standard error. */
    public boolean endsWithin(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The number of its process. */
    public long pid() {
        return process.pid();
    }

    /** Ends it at once, as if its machine had failed, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The exit code; the program must have ended. */
    public int exitValue() {
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        err.close();
    }
}
