package org.penumbra.net.image;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.penumbra.net.Cores;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Compares the speed of the image networks: first that all engines compute the same, then rounds of JMH with a process
 * for each figure, then one table. The rounds spread every figure over the whole run, so that a machine that slows down
 * slows all.
 */
@Command(name = "image-benchmark", mixinStandardHelpOptions = true)
public final class ImageBenchmark implements Callable<Integer> {

    /** Load a core above which others have work of their own; Maven itself leaves some. */
    private static final double BUSY = 1;

    @Option(names = "--rounds", defaultValue = "3", description = "how often everything is measured (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "3", description = "length of one measurement (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--only", defaultValue = ".*", description = "pattern of what to measure, such as train or infer.*")
    private String only;

    @Option(
            names = "--out",
            defaultValue = "target/image-benchmark",
            description = "folder of results (${DEFAULT-VALUE})")
    private Path out;

    /** Runs it; {@code --help} tells the options. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ImageBenchmark())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    System.err.println("image-benchmark: " + failure);
                    return 1;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        String busy = othersAtWork();
        System.out.println(busy);
        for (ImageArchitecture architecture : List.of(ImageArchitecture.CNN, ImageArchitecture.DAE_SYM)) {
            new Agreement(ImageWork.of(architecture), System.out).check();
        }
        Files.createDirectories(out);
        SpeedTable table = new SpeedTable();
        for (int round = 1; round <= rounds; round++) {
            table.add(new Runner(options(out.resolve("jmh-round-" + round + ".json"))).run());
        }
        String markdown = busy + System.lineSeparator() + System.lineSeparator() + table.markdown();
        Files.writeString(out.resolve("table.md"), markdown);
        System.out.println();
        System.out.println(markdown);
        System.out.println("Every measurement: " + out);
        return 0;
    }

    /** Engines wait for each other's threads in different ways, so other work on the machine spoils ratios, too. */
    private static String othersAtWork() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        String text = load < 0
                ? "load average: unknown on this platform"
                : String.format(Locale.ROOT, "load average before the run: %.1f on %d cores", load, Cores.count());
        return load > BUSY * Cores.count()
                ? text + "; THE MACHINE IS BUSY, neither figures nor ratios can be trusted"
                : text;
    }

    private Options options(Path json) {
        return new OptionsBuilder()
                .include("ProductSpeed\\.product")
                .include("ImageSpeed\\.(" + only + ")$")
                .forks(1)
                .warmupIterations(1)
                .warmupTime(TimeValue.seconds(2L * seconds))
                .measurementIterations(2)
                .measurementTime(TimeValue.seconds(seconds))
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(json.toString())
                .build();
    }
}
