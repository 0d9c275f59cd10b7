package org.penumbra.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.penumbra.command.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how long the program takes to start. */
@Command(
        name = "start",
        description = {
            "Starts the program again and again and prints the seconds from the command until its window can be used, and until "
                    + "the rings begin to be learnt by themselves, with the seconds that all cores together worked until the window "
                    + "was there. The started program remembers nothing and ends by itself.",
            "The first start is cold, where the system can be made to forget the files it has read: it finds nothing in "
                    + "memory, as after the machine was turned on. The others are warm."
        })
final class BenchStartCommand implements Callable<Integer> {

    private static final int MOST_ROUNDS = 100;

    private final Console console;
    private final StartTrial trial;
    private final PageCache cache;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            showDefaultValue = Visibility.ALWAYS,
            description = "Warm starts, 1 to 100.")
    private int rounds;

    @Option(names = "--warm", description = "Leave the cold start out: it slows every other program down for a while.")
    private boolean warm;

    BenchStartCommand(Console console, StartTrial trial, PageCache cache) {
        this.console = console;
        this.trial = trial;
        this.cache = cache;
    }

    @Override
    public Integer call() throws Exception {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new ParameterException(
                    spec.commandLine(), "--rounds: expected 1 to " + MOST_ROUNDS + ", but got " + rounds);
        }
        String launcher = StartTrial.launcher();
        console.out().println("seconds from " + launcher);
        console.out()
                .println(String.format(
                        Locale.ROOT, "%-6s %22s %22s %22s", "", "window", "rings begin", "cores, window"));
        boolean read = !warm && cold(launcher);
        if (!read) {
            // Brings into memory what a cold start would have.
            trial.run(launcher);
        }
        List<StartTrial.Outcome> outcomes = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            outcomes.add(trial.run(launcher));
        }
        console.out().println(line("warm", outcomes));
        return 0;
    }

    /** Measures a cold start, or says why it cannot; whether it did. */
    private boolean cold(String launcher) throws Exception {
        Optional<String> kept = cache.drop();
        console.out()
                .println(
                        kept.isPresent()
                                ? "cold   not measured: " + kept.get()
                                : line("cold", List.of(trial.run(launcher))));
        return kept.isEmpty();
    }

    private static String line(String name, List<StartTrial.Outcome> outcomes) {
        return String.format(
                Locale.ROOT,
                "%-6s %22s %22s %22s",
                name,
                figure(outcomes, StartTrial.Outcome::window),
                figure(outcomes, StartTrial.Outcome::rings),
                figure(outcomes, StartTrial.Outcome::processor));
    }

    /** The median, and from least to most where there are several; a dash where the system does not tell. */
    private static String figure(List<StartTrial.Outcome> outcomes, ToDoubleFunction<StartTrial.Outcome> part) {
        double[] sorted = outcomes.stream().mapToDouble(part).sorted().toArray();
        if (Double.isNaN(sorted[sorted.length - 1])) {
            return "-";
        }
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return sorted.length == 1
                ? String.format(Locale.ROOT, "%.2f", median)
                : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, sorted[0], sorted[sorted.length - 1]);
    }
}
