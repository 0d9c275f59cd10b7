package org.penumbra.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.Population;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.NoiseImages;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.TrainedModel;

/** The stored answers are those of the models beside them. */
@Timeout(240)
class ShippedAnswersTest {

    private static final Path FOLDER = Path.of("presets/images");
    /** A hundredth of a percentage point, which is one image of 10 000. */
    private static final double TOLERANCE = 1e-4 + 1e-9;

    private static final long MOST_BYTES = 1_000_000;

    static List<String> names() {
        return Models.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyModelHasAnswersToItsTestImagesToTheOtherSetAndToNoise(String name) {
        List<Population> populations = ShippedAnswers.of(name);
        boolean fashion = name.startsWith("fashion");
        assertEquals(
                List.of("test", "other", "noise"),
                populations.stream().map(Population::name).toList());
        assertEquals(
                List.of(
                        fashion ? "Fashion-MNIST test images" : "MNIST test images",
                        fashion ? "MNIST test images" : "Fashion-MNIST test images",
                        "uniform noise"),
                populations.stream().map(Population::title).toList());
        assertEquals(
                List.of(10_000, 10_000, 1_000),
                populations.stream().map(p -> p.answers().count()).toList());
        for (Population population : populations) {
            assertEquals(
                    name.contains("dae") ? population.answers().count() : 0,
                    population.answers().errors().length);
        }
        for (boolean right : populations.get(1).answers().right()) {
            assertFalse(right, "another set's labels are no classes of the model");
        }
    }

    @Test
    void allTogetherAreBelowOneMegabyte() throws IOException {
        long bytes = 0;
        for (String name : names()) {
            bytes += Files.size(FOLDER.resolve(name + AnswersFile.ENDING));
        }
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }

    @Test
    void aModelThatDoesNotShipHasNone() {
        assertEquals(List.of(), ShippedAnswers.of("built-in-cnn"));
        assertEquals(List.of(), ShippedAnswers.of("no such model"));
        assertEquals(List.of(), ShippedAnswers.of("../images/mnist-cnn"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void sharesComputedFromThemAreThoseOfTheEvaluationToAHundredthOfAPoint(String name) throws IOException {
        TrainedModel model = Models.shipped(name);
        TopAnswers answers = ShippedAnswers.of(name, model).get(0).answers();
        JsonNode rows = new ObjectMapper()
                .readTree(FOLDER.resolve(name + ".evaluation.json").toFile())
                .get("thresholds");
        assertEquals(name.contains("dae") ? 9 : 3, rows.size());
        for (JsonNode row : rows) {
            // Every score reaches tau 0, which TopAnswers does not know; the least float above 0 is as good.
            double tau = Math.max(row.get("tau").asDouble(), Float.MIN_VALUE);
            assertEquals(row.get("accuracy_y").asDouble(), answers.accuracy(tau, 0), 1e-9, row.toString());
            assertEquals(row.get("accepted_y").asDouble(), answers.accepted(tau, 0), 1e-9, row.toString());
            if (!row.get("alpha").isNull()) {
                double alpha = new Calibration.ByKappa(row.get("kappa").asDouble()).alpha(model, tau);
                assertEquals(row.get("alpha").asDouble(), alpha, 1e-9);
                assertEquals(
                        row.get("accuracy_scaled").asDouble(), answers.accuracy(tau, alpha), TOLERANCE, row.toString());
                assertEquals(
                        row.get("accepted_scaled").asDouble(), answers.accepted(tau, alpha), TOLERANCE, row.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theNoiseIsAnsweredAsItWasStored(String name) {
        TrainedModel model = Models.shipped(name);
        TopAnswers stored = ShippedAnswers.of(name, model).get(2).answers();
        ImageSet noise = new NoiseImages(1000, 28, 1).make();
        try (ImageNetwork network = model.network()) {
            TopAnswers now = TopAnswers.of(ImageAnswers.of(network, noise), false);
            for (int i = 0; i < 1000; i++) {
                assertEquals(now.scores()[i], stored.scores()[i], 2e-4, name + " " + i);
            }
            for (int i = 0; i < stored.errors().length; i++) {
                assertEquals(now.errors()[i], stored.errors()[i], now.errors()[i] / 2000, name + " " + i);
            }
        }
    }
}
