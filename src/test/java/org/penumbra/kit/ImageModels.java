package org.penumbra.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.penumbra.confidence.ImageMetrics;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageData;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageProvenance;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTraining;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.net.image.TrainedModel;

/** Models of image networks, untrained or trained for some seconds, whose classes are the ten digits. */
public final class ImageModels {

    public static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    private static final int BATCH = 64;

    private ImageModels() {}

    /** An untrained model whose held-out errors are 1, 1.01, ... 11. */
    public static TrainedModel untrained(ImageArchitecture architecture) {
        ImageSettings settings = new ImageSettings(architecture, 10, architecture == ImageArchitecture.COOL ? 5 : 1);
        try (ImageNetwork network = new ImageNetwork(settings)) {
            network.initialise(5);
            float[] errors = new float[architecture.reconstructs() ? ImageModel.QUANTILES : 0];
            for (int i = 0; i < errors.length; i++) {
                errors[i] = 1 + i / 100f;
            }
            return new TrainedModel(settings, CLASSES, network.parameters(), errors, provenance(training(1, 5), 0));
        }
    }

    /** A model whose weights are all as large as 16 bits hold, so that its logits are beyond all use. */
    public static TrainedModel overflowing(ImageArchitecture architecture) {
        TrainedModel model = untrained(architecture);
        float[] weights = new float[model.parameters().length];
        Arrays.fill(weights, 65504f);
        return new TrainedModel(model.settings(), model.classes(), weights, model.heldOutErrors(), model.provenance());
    }

    /** The same, as if its decoder had not been trained. */
    public static TrainedModel withoutLambda(TrainedModel model) {
        return new TrainedModel(
                model.settings(),
                model.classes(),
                model.parameters(),
                model.heldOutErrors(),
                provenance(training(1, 0), 0));
    }

    /** The same without held-out errors. */
    public static TrainedModel withoutHeldOut(TrainedModel model) {
        return new TrainedModel(
                model.settings(), model.classes(), model.parameters(), new float[0], model.provenance());
    }

    /** A model that learned the built-in digits a little, in some seconds. */
    public static TrainedModel trained(ImageArchitecture architecture, int steps) {
        ImageData data = new BuiltInDigits(2500, 1, 9).make();
        ImageTrainingSettings settings = training(9, 5);
        ImageSettings shape = new ImageSettings(architecture, 10, 1);
        try (ImageTraining training =
                new ImageTraining(shape, settings, data.training().part(0, 2000), 2)) {
            while (training.steps() < steps) {
                training.step();
            }
            ImageAnswers held =
                    ImageAnswers.of(training.network(), data.training().part(2000, 2500));
            float[] errors = architecture.reconstructs()
                    ? ImageMetrics.quantiles(held.errors(), ImageModel.QUANTILES)
                    : new float[0];
            return new TrainedModel(
                    shape, CLASSES, training.network().parameters(), errors, provenance(settings, steps));
        }
    }

    private static ImageTrainingSettings training(long seed, double lambda) {
        return new ImageTrainingSettings(seed, 2e-3, LearningRateSchedule.CONSTANT, 0.1, 0, lambda, 0, BATCH, 100, 500);
    }

    private static ImageProvenance provenance(ImageTrainingSettings training, long steps) {
        return new ImageProvenance(
                "a test",
                "built-in-digits",
                Map.of("generator", "of a test"),
                training,
                steps,
                2,
                "0.1.0",
                "2026-01-02T03:04:05Z",
                "Linux amd64, Java 17");
    }
}
