package org.penumbra.net.image;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.penumbra.net.Cores;
import org.penumbra.speed.Recording;
import org.penumbra.speed.SpeedTable;
import org.penumbra.speed.Turn;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the speed of the image networks with that of other engines; see {@code src/docs/image-speed.md}. */
@Command(name = "image-benchmark", mixinStandardHelpOptions = true)
public final class ImageBenchmark implements Callable<Integer> {

    /** Ends a run whose ratios are refused. */
    private static final int REFUSED = 3;

    @Option(
            names = "--rounds",
            defaultValue = "${sys:bench.rounds:-15}",
            description =
                    "how often every engine has its turn at every row (${DEFAULT-VALUE}); fewer than 5 are refused")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "${sys:bench.seconds:-0.7}",
            description = "length of a turn (${DEFAULT-VALUE})")
    private double seconds;

    @Option(
            names = "--only",
            defaultValue = "${sys:bench.only:-.*}",
            description = "pattern found in the titles of rows, such as training or cnn")
    private Pattern only;

    @Option(
            names = "--keep",
            defaultValue = "${sys:bench.keep:-false}",
            arity = "0..1",
            fallbackValue = "true",
            description = "show ratios that are refused, with a mark")
    private boolean keep;

    @Option(
            names = "--out",
            defaultValue = "target/image-benchmark",
            description = "folder of results (${DEFAULT-VALUE})")
    private Path out;

    @Parameters(
            paramLabel = "ROUNDS",
            description = "files rounds.json of earlier runs: their table is printed, and nothing measured")
    private List<Path> files = new ArrayList<>();

    /** Runs it; {@code --help} tells the options. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ImageBenchmark())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    System.err.println(
                            "image-benchmark: " + Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        return files.isEmpty() ? measure() : tell(read());
    }

    private Recording read() throws IOException {
        List<Recording> runs = new ArrayList<>();
        for (Path file : files) {
            runs.add(Recording.read(file));
        }
        return Recording.together(runs);
    }

    private int measure() throws IOException {
        if (rounds < 1 || !(seconds > 0)) {
            throw new IllegalArgumentException(
                    "expected at least one round and more than 0 seconds, but got " + rounds + " and " + seconds);
        }
        requireAllCores();
        Map<String, String> facts = facts();
        facts.forEach((name, value) -> System.err.println(name + ": " + value));
        Recording recording;
        try (SpeedRun run = new SpeedRun(rounds, seconds, only, out.resolve("natives"))) {
            run.agree().forEach(System.err::println);
            List<Turn> turns = run.take();
            facts.put("load average after the run", load() + ", of which the engines make up one a core");
            facts.putAll(run.facts());
            recording = new Recording(Cores.count(), facts, turns);
        }
        Files.createDirectories(out);
        recording.write(out.resolve("rounds.json"));
        Files.writeString(out.resolve("table.md"), new SpeedTable(recording, keep).markdown());
        System.err.println("Every turn, from which the table can be made anew: " + out.resolve("rounds.json"));
        return tell(recording);
    }

    private int tell(Recording recording) {
        SpeedTable table = new SpeedTable(recording, keep);
        System.out.println();
        System.out.println(table.markdown());
        List<String> refusals = table.refusals();
        if (refusals.isEmpty()) {
            return 0;
        }
        System.err.printf(
                "image-benchmark: these ratios %s: %s. %s Measure again when the machine is quiet%s.%n",
                keep ? "are not to be relied on" : "are refused",
                String.join("; ", refusals),
                SpeedTable.condition(),
                keep ? "" : ", or show them all the same with -Dbench.keep=true");
        return keep ? 0 : REFUSED;
    }

    private static void requireAllCores() {
        String threads = System.getenv("OMP_NUM_THREADS");
        if (threads != null && !threads.equals(Integer.toString(Cores.count()))) {
            throw new IllegalStateException("OMP_NUM_THREADS is " + threads + ", but this machine has " + Cores.count()
                    + " cores, and all engines are to use all of them; unset it");
        }
    }

    private static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "cores",
                Cores.count() + " (" + System.getProperty("os.arch") + ", " + System.getProperty("os.name") + ")");
        facts.put("Java", System.getProperty("java.vm.version"));
        facts.put("OPENBLAS_CORETYPE", System.getenv().getOrDefault("OPENBLAS_CORETYPE", "not set"));
        facts.put("load average before the run", load() + " (Maven itself leaves some)");
        return facts;
    }

    private static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load < 0) {
            return "unknown on this platform";
        }
        return String.format(Locale.ROOT, "%.1f", load);
    }
}
