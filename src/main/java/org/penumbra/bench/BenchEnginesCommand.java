package org.penumbra.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.Dl4jWait;
import org.penumbra.command.option.DataOption;
import org.penumbra.command.option.Ranges;
import org.penumbra.course.ImagePlan;
import org.penumbra.course.LossDifference;
import org.penumbra.data.image.ImageData;
import org.penumbra.net.image.StepEngine;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares training by our own layers with training by DL4J's. */
@Command(
        name = "engines",
        description = {
            "Trains the same network by Penumbra's own layers and by DL4J's stock layers, which take turns: the same initial "
                    + "weights, batches and noise.",
            "Prints one JSON object: the loss of every step by both and their relative difference, the largest of these, and "
                    + "the slowest and fastest round of each, images a second, without the first round."
        },
        footer = {"", "For example: penumbra bench engines --preset mnist-dae-sym --data ~/data --rounds 4 --steps 5"})
final class BenchEnginesCommand implements Callable<Integer> {

    private static final int MOST = 10_000;

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--preset",
            paramLabel = "NAME|FILE",
            defaultValue = "built-in-cnn",
            showDefaultValue = Visibility.ALWAYS,
            description = "What is trained: an image preset that ships, or a JSON file.")
    private String preset;

    @Mixin
    private DataOption data;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "4",
            showDefaultValue = Visibility.ALWAYS,
            description = "Turns of each of the two, 2 to 10 000.")
    private int rounds;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "5",
            showDefaultValue = Visibility.ALWAYS,
            description = "Training steps of a turn, 1 to 10 000.")
    private int steps;

    BenchEnginesCommand(Console console) {
        this.console = console;
    }

    /** One step: the loss that is minimised, before it, by both, and |a - b| / max(|a|, |b|). */
    record Step(long step, double penumbra, double dl4j, double difference) {}

    /**
     * What is printed.
     *
     * @param partsAtStep the first step that differs by more than 1e-4; null where none does
     * @param ratio       of the two speeds in the same round, least and largest
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Answer(
            String preset,
            String data,
            List<Step> steps,
            double largestDifference,
            long largestAtStep,
            Long partsAtStep,
            List<Double> penumbraImagesPerSecond,
            List<Double> dl4jImagesPerSecond,
            List<Double> ratio) {}

    @Override
    public Integer call() throws JsonProcessingException {
        Ranges.check(spec, "--rounds", rounds, 2, MOST);
        Ranges.check(spec, "--steps", steps, 1, MOST);
        ImagePreset whole = ImagePresets.load(preset);
        Dl4jWait.load(console);
        ImageData set = whole.data().load(data.home());
        ImagePlan.check(set, whole.training().heldOut());
        ImagePlan plan = new ImagePlan(whole.network(set.classes().size()), whole.training(), set, 0);
        long all = whole.training().steps(plan.images().count());
        if ((long) rounds * steps > all) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--rounds, --steps: expected at most the " + all
                            + " steps of the preset's run, but together they are " + (long) rounds * steps);
        }
        console.err()
                .printf(
                        Locale.ROOT,
                        "Training %s on %s by Penumbra and by DL4J, %d rounds of %d steps each%n",
                        whole.name(),
                        set.title(),
                        rounds,
                        steps);
        console.out()
                .println(new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(answer(whole, set, new EnginesBenchmark(plan).measure(rounds, steps))));
        return 0;
    }

    private static Answer answer(ImagePreset whole, ImageData set, EnginesBenchmark.Result result) {
        List<Double> ours = result.speeds().get(StepEngine.PENUMBRA);
        List<Double> stock = result.speeds().get(StepEngine.DL4J);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / stock.get(i));
        }
        return new Answer(
                whole.name(),
                set.name(),
                steps(result),
                result.difference().largest(),
                result.difference().at(),
                result.difference().partsAt().isEmpty()
                        ? null
                        : result.difference().partsAt().getAsLong(),
                range(ours),
                range(stock),
                range(ratios));
    }

    private static List<Step> steps(EnginesBenchmark.Result result) {
        return result.losses().get(StepEngine.PENUMBRA).entrySet().stream()
                .map(entry -> {
                    double ours = entry.getValue();
                    double stock = result.losses().get(StepEngine.DL4J).get(entry.getKey());
                    return new Step(entry.getKey(), ours, stock, LossDifference.relative(ours, stock));
                })
                .toList();
    }

    private static List<Double> range(List<Double> values) {
        return List.of(Collections.min(values), Collections.max(values));
    }
}
