package org.penumbra.bench;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import org.penumbra.archive.Models;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.Ranges;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the engine of the drawing lab. */
@Command(
        name = "draw",
        description = {
            "Measures the engine of the drawing lab with the four models of MNIST and prints one JSON object.",
            "with_gamma: milliseconds from a question to the answers of all models while "
                    + AnswerBenchmark.QUESTIONS_PER_SECOND
                    + " questions a second come and gamma is estimated between them. "
                    + "without_gamma: the same while nothing else is done. probes_per_second: of gamma, all models together, while no "
                    + "question comes. load_average: of the machine, over the last minute, afterwards; below 0 where it is not known.",
            "Needs no display and no data."
        })
final class BenchDrawCommand implements Callable<Integer> {

    private static final List<String> MODELS = List.of("mnist-cnn", "mnist-cool", "mnist-dae-sym", "mnist-dae-asym");
    private static final int IMAGES = 500;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "5",
            showDefaultValue = Visibility.ALWAYS,
            description = "How long each of the two measurements lasts, 1 to 600.")
    private int seconds;

    BenchDrawCommand(Console console) {
        this.console = console;
    }

    /** What is printed. */
    record Answer(
            List<String> models,
            int processors,
            String java,
            @JsonUnwrapped AnswerBenchmark.Figures figures,
            double loadAverage) {}

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        Ranges.check(spec, "--seconds", seconds, 1, 600);
        ImageSet digits = new BuiltInDigits(1, IMAGES, 1).make().test();
        AnswerBenchmark.Figures figures =
                new AnswerBenchmark(MODELS.stream().map(Models::load).toList(), digits).measure(seconds);
        console.out()
                .println(new ObjectMapper()
                        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new Answer(
                                MODELS,
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("java.version"),
                                figures,
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())));
        return 0;
    }
}
