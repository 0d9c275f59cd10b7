package org.penumbra.bench.soak;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Uses the whole window for minutes as random hands would. */
@Command(
        name = "soak",
        description = {
            "Opens the window and uses it for minutes as random hands would: all labs, every control, mouse and keys, the same "
                    + "for the same seed. Prints frames per second, the longest pause of the window's thread, and heap, "
                    + "resident memory, threads and errors over time.",
            "Exit code 3 where anything grew by more than 10 %, the window's thread paused for more than --pause, or an error "
                    + "came that nobody expected. Other programs that need the machine make pauses, too."
        })
public final class BenchSoakCommand implements Callable<Integer> {

    private static final int FAULTY = 3;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--minutes", defaultValue = "30", description = "0.1 to 1440 (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(names = "--seed", defaultValue = "1", description = "What the hands do (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--pause",
            paramLabel = "MS",
            defaultValue = "250",
            description = "The longest pause of the window's thread that is no fault (default: ${DEFAULT-VALUE}).")
    private double pause;

    public BenchSoakCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (!(minutes >= 0.1 && minutes <= 1440) || !(pause > 0)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected 0.1 to 1440 minutes and a pause above 0 ms, but got " + minutes + " and " + pause);
        }
        Path folder = Files.createTempDirectory("penumbra-soak-");
        // What the window keeps below a person's folder when nobody names another.
        System.setProperty("user.home", folder.toString());
        try {
            SoakReport report = new Soak(
                            Duration.ofMillis((long) (60_000 * minutes)), seed, pause, console.err()::println)
                    .run(folder);
            report.lines().forEach(console.out()::println);
            List<String> faults = report.faults(pause);
            faults.forEach(fault -> console.out().println("FAULT: " + fault));
            return faults.isEmpty() ? 0 : FAULTY;
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, IOException problem) throws IOException {
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
