package org.penumbra.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.ImageData;
import org.penumbra.kit.Mutations;
import org.penumbra.net.StepLosses;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageTraining;
import org.penumbra.net.image.ImageTrainingSettings;

class ImagePresetsTest {

    private static final Path FOLDER = Path.of("presets/images");

    @Test
    void theIndexNamesEveryPresetOfTheFolderAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> inFolder = files.map(file -> file.getFileName().toString())
                    .filter(name ->
                            name.endsWith(".json") && !name.equals("index.json") && !name.endsWith(".evaluation.json"))
                    .collect(Collectors.toSet());
            assertEquals(
                    inFolder,
                    ImagePresets.names().stream().map(name -> name + ".json").collect(Collectors.toSet()));
        }
    }

    @Test
    void everyShippedFileHoldsItsNameAndIsAsTheProgramWouldSaveIt() throws IOException {
        List<ImagePreset> shipped = ImagePresets.shipped();
        assertEquals(
                ImagePresets.names(), shipped.stream().map(ImagePreset::name).toList());
        for (ImagePreset preset : shipped) {
            assertEquals(Files.readString(FOLDER.resolve(preset.name() + ".json")), ImagePresets.toJson(preset));
            assertTrue(preset.description().length() > 20, preset.name() + " does not say what it is");
        }
    }

    @Test
    void clutterIsWrittenAlwaysAndIsNoneWhereItIsMissing() {
        String without =
                ImagePresets.toJson(ImagePresets.load("mnist-dae-sym")).replaceFirst(" *\"clutter\": .*\n", "");
        ImagePreset before = ImagePresets.read(without, "before.json");
        assertEquals(0, before.training().clutter());
        String none = ImagePresets.toJson(before);
        assertTrue(none.contains("    \"clutter\": 0,\n"), none);
        ImagePreset half = ImagePresets.read(none.replace("\"clutter\": 0", "\"clutter\": 0.5"), "half.json");
        assertEquals(0.5, half.training().clutter());
        assertEquals(half, ImagePresets.read(ImagePresets.toJson(half), "half.json"));
    }

    @Test
    void howAFoldersFilesAreUnderstoodIsWrittenWhereSomebodyChoseIt() {
        ImagePreset preset = ImagePresets.load("mnist-cnn").withData(new ImageSource.Stored("some/folder"));
        assertEquals(new Emnist.Recognised(), ((ImageSource.Stored) preset.data()).emnist());
        assertEquals(
                preset.data(),
                ImagePresets.read(ImagePresets.toJson(preset), "own.json").data());
        assertFalse(ImagePresets.toJson(preset).contains("emnist"), "older programs read it, too");
        Emnist.all().forEach(emnist -> {
            ImagePreset chosen = preset.withData(preset.data().read(emnist));
            assertEquals(chosen, ImagePresets.read(ImagePresets.toJson(chosen), "own.json"));
        });
        String json = ImagePresets.toJson(preset.withData(preset.data().read(Emnist.of("letters-upright"))));
        assertTrue(json.contains("\"emnist\": \"letters-upright\""), json);
        assertComplaint(json.replace("letters-upright", "greek"), "data.emnist", "expected ");
    }

    @Test
    void clutterIsAShare() {
        String json = ImagePresets.toJson(ImagePresets.load("mnist-cnn"));
        for (String wrong : List.of("1.5", "-0.1", "\"half\"", "null")) {
            assertComplaint(
                    json.replaceFirst("\"clutter\": [0-9.]+", "\"clutter\": " + wrong),
                    "training.clutter",
                    "expected a number from 0 to 1, but found ");
        }
    }

    @Test
    void aShareOfUnitsThatLeavesNoneIsRefusedByTheFileAndByTheSettings() {
        String json = ImagePresets.toJson(ImagePresets.load("mnist-cnn"));
        assertComplaint(
                json.replaceFirst("\"dropout\": [0-9.]+", "\"dropout\": 1"),
                "training.dropout",
                "expected a number from 0 on and below 1, but found 1");
        ImageTrainingSettings good = ImagePresets.load("mnist-cnn").training();
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new ImageTrainingSettings(
                        good.seed(),
                        good.learningRate(),
                        good.schedule(),
                        good.sigma(),
                        good.clutter(),
                        good.lambda(),
                        1,
                        good.batch(),
                        good.epochs(),
                        good.heldOut()));
        assertEquals("dropout: expected a number from 0 on and below 1, but got 1.0", refusal.getMessage());
    }

    @Test
    void bothPublishedSetsHaveAllFourArchitectures() {
        for (String data : List.of("mnist", "fashion-mnist")) {
            assertEquals(
                    Set.of(ImageArchitecture.values()),
                    ImagePresets.shipped().stream()
                            .filter(preset -> preset.data().name().equals(data))
                            .map(ImagePreset::architecture)
                            .collect(Collectors.toSet()));
        }
        assertEquals(5, ImagePresets.load("mnist-cool").omega());
    }

    @Test
    void aFileIsReadAsItWasWritten(@TempDir Path folder) {
        ImagePreset preset = ImagePresets.load("built-in-dae-sym");
        Path file = folder.resolve("mine.json");
        ImagePresets.write(preset, file);
        assertEquals(preset, ImagePresets.load(file.toString()));
    }

    @Test
    void theBuiltInSourceMakesItsDigits(@TempDir Path folder) {
        ImagePreset preset = ImagePresets.load("built-in-cnn");
        assertEquals(10_000, preset.data().load(DataHome.in(folder)).training().count());
    }

    @Test
    void wrongValuesAreNamedWithTheirPlace() {
        String json = ImagePresets.toJson(ImagePresets.load("mnist-cnn"));
        assertComplaint(json.replace("\"cnn\"", "\"dae\""), "network.architecture", "expected \"cnn\" or \"cool\"");
        assertComplaint(json.replace("\"omega\": 1", "\"omega\": 2"), "", "omega: expected 1, as only COOL has more");
        assertComplaint(
                json.replaceFirst("\"epochs\": \\d+", "\"epochs\": 0"), "training.epochs", "expected a whole number");
        assertComplaint(json.replace("\"sigma\"", "\"sgima\""), "training", "Did you mean \"sigma\"?");
        String unknown = assertThrows(PresetException.class, () -> ImagePresets.load("mnist-cn"))
                .getMessage();
        assertTrue(unknown.endsWith("Did you mean \"mnist-cnn\"?"), unknown);
    }

    private static void assertComplaint(String json, String place, String complaint) {
        PresetException wrong = assertThrows(PresetException.class, () -> ImagePresets.read(json, "mine.json"));
        assertEquals("mine.json", wrong.source());
        assertEquals(place, wrong.place());
        assertTrue(wrong.getMessage().contains(complaint), wrong.getMessage());
    }

    @Test
    void tenThousandDamagedPresetsAreReadOrRefused() {
        List<byte[]> originals = ImagePresets.shipped().stream()
                .map(preset -> ImagePresets.toJson(preset).getBytes(StandardCharsets.UTF_8))
                .toList();
        Mutations.Outcome outcome = new Mutations(33)
                .run(
                        originals,
                        10_000,
                        PresetException.class,
                        1 << 20,
                        bytes -> ImagePresets.read(
                                PresetTextFile.read(new ByteArrayInputStream(bytes), "fuzz"), "fuzz"));
        assertTrue(outcome.refused() > 5_000, outcome.toString());
    }

    @Test
    void theBuiltInAutoencoderSoonReconstructs() {
        ImagePreset preset = ImagePresets.load("built-in-dae-sym");
        ImageData digits = preset.data().load(DataHome.in(Path.of("none")));
        try (ImageTraining training = new ImageTraining(preset.network(10), preset.training(), digits.training(), 2)) {
            StepLosses losses = null;
            while (training.steps() < 200) {
                losses = training.step();
            }
            // All black has the images' mean square, 0.116.
            assertTrue(losses.reconstruction() < 0.05, "reconstruction loss " + losses.reconstruction());
        }
    }
}
