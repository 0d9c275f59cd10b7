package org.penumbra.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.KnownImages;
import org.penumbra.detector.model.ImageEvaluation;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;

/** The models in the program are those their presets describe, and as good as the evaluations beside them say. */
@Timeout(300)
class ShippedModelsTest {

    private static final Path FOLDER = Path.of("presets/images");
    /** Other processors add in another order, so that an image on the edge may fall to the other side. */
    private static final double TOLERANCE = 0.001;

    private static final long MOST_BYTES = 40_000_000;

    static List<String> names() {
        return Models.names();
    }

    @Test
    void allFourArchitecturesShipForBothPublishedSetsInLessThan40Megabytes() throws IOException {
        assertEquals(
                List.of(
                        "mnist-cnn",
                        "mnist-cool",
                        "mnist-dae-sym",
                        "mnist-dae-asym",
                        "mnist-dae-sym-clutter",
                        "fashion-mnist-cnn",
                        "fashion-mnist-cool",
                        "fashion-mnist-dae-sym",
                        "fashion-mnist-dae-asym"),
                names());
        long bytes = 0;
        for (String name : names()) {
            bytes += Files.size(FOLDER.resolve(name + ModelFile.ENDING));
        }
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aModelWasTrainedAsThePresetBesideItSays(String name) throws IOException {
        TrainedModel model = Models.shipped(name);
        ImagePreset preset = ImagePresets.load(name);
        // Its weights are older than its name.
        assertEquals(
                name.equals("mnist-dae-sym-clutter") ? "mnist-dae-sym" : name,
                model.provenance().preset());
        assertEquals(preset.training(), model.provenance().training());
        assertEquals(preset.data().name(), model.provenance().data());
        assertEquals(preset.network(10), model.settings());
        assertEquals(model.doubts() ? ImageModel.QUANTILES : 0, model.heldOutErrors().length);
        // As texts: a tree that was read holds its numbers in other types.
        assertEquals(
                ModelFile.provenance(model).toString(),
                evaluation(name).get("provenance").toString());
    }

    @Test
    void theMnistModelsReadTheDigitsTheProgramMakes() {
        ImageData digits = new BuiltInDigits(1, 1_000, 1).make();
        for (String name : List.of("mnist-cnn", "mnist-cool", "mnist-dae-sym", "mnist-dae-asym")) {
            TrainedModel model = Models.shipped(name);
            try (ImageNetwork network = model.network()) {
                double accuracy = ImageAnswers.of(network, digits.test()).accuracy();
                assertTrue(accuracy > 0.8, name + ": " + accuracy);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist-cnn", "mnist-dae-sym", "fashion-mnist-dae-sym"})
    void aModelIsAsGoodAsItsEvaluationSays(String name) throws IOException {
        assertAsEvaluated(name);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("names")
    void everyModelIsAsGoodAsItsEvaluationSays(String name) throws IOException {
        assertAsEvaluated(name);
    }

    private static void assertAsEvaluated(String name) throws IOException {
        TrainedModel model = Models.shipped(name);
        KnownImages known = KnownImages.named(model.provenance().data());
        String folder = System.getenv(DataHome.VARIABLE);
        DataHome home = DataHome.in(Path.of(folder == null || folder.isBlank() ? "../shared/data" : folder));
        assumeTrue(home.find(known).isPresent(), () -> known.name() + " is not in " + home.places());
        ImageData data = home.load(known);
        JsonNode expected = evaluation(name);
        assertEquals(data.test().count(), expected.get("images").asInt());
        try (ImageNetwork network = model.network()) {
            ImageEvaluation actual = ImageEvaluation.of(
                    ImageAnswers.of(network, data.test()), model, List.of(0.0, 0.9, 0.99), List.of(1.0, 1.5, 2.0));
            assertEquals(expected.get("accuracy").asDouble(), actual.accuracy(), TOLERANCE);
            JsonNode rows = expected.get("thresholds");
            assertEquals(rows.size(), actual.thresholds().size());
            for (int i = 0; i < rows.size(); i++) {
                ImageEvaluation.Row row = actual.thresholds().get(i);
                assertEquals(rows.get(i).get("accuracy_y").asDouble(), row.accuracyY(), TOLERANCE);
                if (row.accuracyScaled() != null) {
                    assertEquals(rows.get(i).get("accuracy_scaled").asDouble(), row.accuracyScaled(), TOLERANCE);
                }
            }
        }
    }

    private static JsonNode evaluation(String name) throws IOException {
        return new ObjectMapper()
                .readTree(FOLDER.resolve(name + ".evaluation.json").toFile());
    }
}
