package org.penumbra.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.DataOption;
import org.penumbra.command.option.Ranges;
import org.penumbra.course.ImagePlan;
import org.penumbra.data.image.ImageData;
import org.penumbra.live.train.TrainingPlan;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what it costs to watch the training of an image model. */
@Command(
        name = "train",
        description = {
            "Measures what it costs to watch training: the same training bare and in the training lab's engine, whose frames are "
                    + "taken sixty times a second. The two take turns every two seconds.",
            "Prints one JSON object: images a second of both and their ratio, by the clock and by processor time, "
                    + "the share of the time that went into what is shown, frames a second. Needs no display and, with the preset that "
                    + "is taken unless another is named, no data."
        },
        footer = {"", "For example: penumbra bench train --preset mnist-dae-sym --data ~/data --seconds 60"})
final class BenchTrainCommand implements Callable<Integer> {

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

    @Option(
            names = "--images",
            paramLabel = "NAME|DIR",
            description = "Other images than the preset's: mnist, fashion-mnist, a "
                    + "folder with the four files of a data set, or one with a folder of pictures for each class.")
    private String images;

    @Mixin
    private DataOption data;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            showDefaultValue = Visibility.ALWAYS,
            description = "How long each of the two trains, 2 to 3600.")
    private int seconds;

    BenchTrainCommand(Console console) {
        this.console = console;
    }

    /**
     * What is printed.
     *
     * @param ratio          training speed that watching leaves, of the speed without
     * @param processorRatio the same by processor time; null where the system does not tell it
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Answer(
            String preset,
            String data,
            double imagesPerSecond,
            double watchedImagesPerSecond,
            double ratio,
            Double processorRatio,
            double shownShare,
            double framesPerSecond,
            int validations) {}

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        Ranges.check(spec, "--seconds", seconds, 2, 3600);
        ImagePreset whole = ImagePresets.load(preset);
        ImageSource source =
                images == null || images.equals(whole.data().name()) ? whole.data() : new ImageSource.Stored(images);
        ImageData set = source.load(data.home());
        ImagePlan.check(set, whole.training().heldOut());
        console.err()
                .printf(
                        Locale.ROOT,
                        "Measuring %s on %s for %d seconds or so%n",
                        whole.name(),
                        set.title(),
                        3 * seconds);
        TrainingBenchmark.Result result = new TrainingBenchmark(new TrainingPlan(
                        new ImagePlan(whole.network(set.classes().size()), endless(whole.training()), set, 0),
                        Optional.of(set.test())))
                .measure(seconds);
        console.out()
                .println(new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new Answer(
                                whole.name(),
                                set.name(),
                                result.imagesPerSecond(),
                                result.watchedImagesPerSecond(),
                                result.ratio(),
                                Double.isNaN(result.processorRatio()) ? null : result.processorRatio(),
                                result.shownShare(),
                                result.framesPerSecond(),
                                result.validations())));
        return 0;
    }

    private static ImageTrainingSettings endless(ImageTrainingSettings training) {
        return new ImageTrainingSettings(
                training.seed(),
                training.learningRate(),
                training.schedule(),
                training.sigma(),
                training.clutter(),
                training.lambda(),
                training.dropout(),
                training.batch(),
                ImageTrainingSettings.MOST_EPOCHS,
                training.heldOut());
    }
}
