package org.penumbra.kit;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageProvenance;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.net.image.TrainedModel;

/** Untrained models with all that a trained one carries, in names and numbers that are hard to write into a file. */
public final class SampleModels {

    static final ImageTrainingSettings TRAINING =
            new ImageTrainingSettings(7, 1e-3, LearningRateSchedule.COSINE, 0.1, 0.4, 5, 0.25, 128, 3, 100);

    private SampleModels() {}

    public static TrainedModel of(ImageArchitecture architecture, int omega) {
        ImageSettings settings = new ImageSettings(architecture, 10, omega);
        try (ImageNetwork network = new ImageNetwork(settings)) {
            network.initialise(5);
            float[] errors = new float[architecture.reconstructs() ? ImageModel.QUANTILES : 0];
            for (int i = 0; i < errors.length; i++) {
                errors[i] = 1 + i / 300f;
            }
            List<String> classes =
                    IntStream.range(0, 10).mapToObj(k -> "class \"" + k + "\"").toList();
            return new TrainedModel(
                    settings,
                    classes,
                    network.parameters(),
                    errors,
                    new ImageProvenance(
                            "a preset",
                            "mnist",
                            Map.of("train-images-idx3-ubyte", "6bbc9ace898e44ae57da46a324031adb"),
                            TRAINING,
                            1234,
                            2,
                            "0.1.0",
                            "2026-01-02T03:04:05Z",
                            "Linux amd64, Java 17"));
        }
    }
}
