package org.penumbra.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.data.plane.PointSet;
import org.penumbra.data.plane.Rings;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneTrainingSettings;

class PresetsTest {

    private static final Path FOLDER = Path.of("presets");

    @Test
    void theIndexNamesEveryFileOfTheFolderAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> inFolder = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.json"))
                    .collect(Collectors.toSet());
            Set<String> inIndex =
                    Presets.names().stream().map(name -> name + ".json").collect(Collectors.toSet());
            assertEquals(inFolder, inIndex);
        }
        assertEquals(List.of("rings", "rings-without-gamma", "moons", "spirals", "blobs", "painted"), Presets.names());
    }

    @Test
    void everyShippedFileHoldsItsNameAndIsAsTheProgramWouldSaveIt() throws IOException {
        List<Preset> shipped = Presets.shipped();
        assertEquals(Presets.names(), shipped.stream().map(Preset::name).toList());
        for (Preset preset : shipped) {
            assertEquals(Files.readString(FOLDER.resolve(preset.name() + ".json")), PresetFile.toJson(preset));
            assertTrue(preset.description().length() > 20, preset.name() + " does not say what to look for");
        }
    }

    @Test
    void everyShippedDataSetLiesInItsView() {
        for (Preset preset : Presets.shipped()) {
            PointSet points = preset.setup()
                    .data()
                    .sample(preset.setup().points(), preset.setup().seed());
            for (int i = 0; i < points.size(); i++) {
                assertTrue(preset.region().contains(points.x(i), points.y(i)), preset.name() + ", point " + i);
            }
        }
    }

    @Test
    void ringsAreThePapers() {
        PlaneTrainingSettings training = new PlaneTrainingSettings(1e-3, 0.15, 10, 128);
        DenseSettings network = new DenseSettings(List.of(64, 64), Activation.RELU);
        Preset rings = Presets.find("rings");
        assertEquals(new PlaneSetup(Rings.paper(), 3000, network, training, 1), rings.setup());
        assertEquals(new ConfidenceSettings(20, 2, 0.5), rings.confidence());
        assertEquals(6000, rings.steps());
        assertEquals(PlaneRegion.STANDARD, rings.region());
        Preset without = Presets.find("rings-without-gamma");
        assertEquals(rings.setup(), without.setup());
        assertEquals(rings.confidence().withBeta(0), without.confidence());
    }

    @Test
    void aNameOrAFileIsLoaded(@TempDir Path folder) {
        Preset moons = Presets.load("moons");
        assertEquals("moons", moons.name());
        Path file = folder.resolve("without-extension");
        PresetFile.write(moons, file);
        assertEquals(moons, Presets.load(file.toString()));
        assertEquals(
                "nowhere.json: there is no such file. Check its name and folder.",
                assertThrows(PresetException.class, () -> Presets.load("nowhere.json"))
                        .getMessage());
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNamesThereAre() {
        String names = "expected one of rings, rings-without-gamma, moons, spirals, blobs, painted";
        assertEquals(
                "preset \"ringz\": " + names + ", but there is none of that name. Did you mean \"rings\"?",
                assertThrows(PresetException.class, () -> Presets.find("ringz")).getMessage());
        assertEquals(
                "preset \"Moon\": " + names + ", or a file ending in .json, but there is none of that name. "
                        + "Did you mean \"moons\"?",
                assertThrows(PresetException.class, () -> Presets.load("Moon")).getMessage());
        assertThrows(PresetException.class, () -> Presets.load(""));
        assertThrows(PresetException.class, () -> Presets.load("a\u0000b"));
    }
}
