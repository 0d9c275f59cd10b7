package org.penumbra.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.penumbra.data.home.PreferencesFile;
import org.penumbra.view.StartMarks;

/** Starts the program as a person does, in a process of its own, and takes the time until it says how far it has come. */
class StartTrial {

    /** Set by bin/penumbra and penumbra.bat to themselves. */
    static final String SCRIPT = "penumbra.launcher";
    /** Set by the launcher of an image to itself. */
    static final String IMAGE = "jpackage.app-path";

    private static final long SECONDS = 120;
    private static final String LAUNCHER_BEGUN = "_JPACKAGE_LAUNCHER";
    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";

    /**
     * How a start went, in seconds since the command.
     *
     * @param window    until the window was there, drawn and free for use
     * @param rings     until the rings had been trained by a step and that was shown
     * @param processor seconds that all cores together worked until the window was there
     */
    record Outcome(double window, double rings, double processor) {}

    /** What starts the program that this process belongs to. */
    static String launcher() {
        String launcher = System.getProperty(SCRIPT, System.getProperty(IMAGE));
        if (launcher == null) {
            throw new IllegalStateException("bench start measures how the program starts from its command: call it by"
                    + " target/penumbra/bin/penumbra or by the program of an image");
        }
        return launcher;
    }

    /** Starts the program once; it ends by itself. */
    Outcome run(String launcher) throws IOException, InterruptedException {
        Path preferences = Files.createTempDirectory("penumbra-start");
        try {
            return run(launcher, preferences);
        } finally {
            try (Stream<Path> files = Files.walk(preferences)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** @param preferences an empty folder, so that the start is nobody's and remembers nothing */
    private static Outcome run(String launcher, Path preferences) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(launcher, "--preset", "rings");
        String marks = "-D" + StartMarks.PROPERTY + "=true -D" + PreferencesFile.FOLDER + "=" + preferences;
        // The launcher of an image leaves this to the program; a second launcher would take it for its own second half.
        builder.environment().remove(LAUNCHER_BEGUN);
        builder.environment().merge(OPTIONS, marks, (old, ours) -> old + " " + ours);
        builder.redirectErrorStream(true);
        long begun = System.nanoTime();
        Process process = builder.start();
        List<String> said = new ArrayList<>();
        double window = Double.NaN;
        double rings = Double.NaN;
        double processor = Double.NaN;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                double now = (System.nanoTime() - begun) / 1e9;
                if (line.equals(StartMarks.WINDOW)) {
                    window = now;
                    processor = process.info()
                            .totalCpuDuration()
                            .map(StartTrial::seconds)
                            .orElse(Double.NaN);
                } else if (line.equals(StartMarks.RINGS)) {
                    rings = now;
                } else {
                    said.add(line);
                }
            }
        }
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        if (!ended || Double.isNaN(window) || Double.isNaN(rings)) {
            throw new IOException(launcher + " did not tell when its window was there and the rings began"
                    + (ended ? " (exit code " + process.exitValue() + ")" : " within " + SECONDS + " s") + ". It said: "
                    + String.join(" / ", said));
        }
        return new Outcome(window, rings, processor);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
