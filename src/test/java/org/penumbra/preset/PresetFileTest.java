package org.penumbra.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.plane.PaintedPoint;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.net.layer.Activation;
import org.penumbra.net.plane.DenseSettings;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.net.plane.PlaneTrainingSettings;

class PresetFileTest {

    private static final String RINGS = PresetFile.toJson(Presets.find("rings"));

    @TempDir
    private Path folder;

    @Test
    void whateverPresetIsWrittenIsReadBackAsTheSame() {
        long seed = System.nanoTime();
        System.out.println("random presets from seed " + seed);
        RandomPresets presets = new RandomPresets(new SplittableRandom(seed));
        for (int i = 0; i < 500; i++) {
            Preset preset = presets.next();
            String json = PresetFile.toJson(preset);
            assertEquals(preset, PresetFile.read(json, "memory"), "seed " + seed + ", preset " + i);
            assertEquals(json, PresetFile.toJson(PresetFile.read(json, "memory")));
        }
    }

    @Test
    void theFileReadsBackAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(file, "old");
        Preset preset = Presets.find("painted");
        PresetFile.write(preset, file);
        assertEquals(preset, PresetFile.read(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void whatCouldNotBeReadBackIsNotSavedAndTheOldFileStays() throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(file, "old");
        Preset rings = Presets.find("rings");
        PlaneRegion wide = new PlaneRegion(-2e9, 2, -2, 2);
        Preset preset = new Preset("wide", "Wide", "", rings.setup(), 1, rings.confidence(), wide);
        assertRefused(
                file
                        + ": view.xMin: expected a number from -1000000000 to 1000000000, but found -2000000000. Change it "
                        + "or start from a preset that ships.",
                () -> PresetFile.write(preset, file));
        assertEquals("old", Files.readString(file));
    }

    @Test
    void anEndIsKeptAndPresetsWithoutOneStayAsTheyWere() {
        Preset rings = Presets.find("rings");
        String plain = PresetFile.toJson(rings);
        assertFalse(plain.contains("\"stop\""), plain);
        String ends = plain.stripTrailing().replaceFirst("}$", ", \"stop\": {\"steps\": 500, \"patience\": 50}}");
        assertEquals(new PlaneStop(500, 50), PresetFile.read(ends, "memory").stop());
        String settled = plain.stripTrailing().replaceFirst("}$", ", \"stop\": {\"patience\": 50}}");
        assertEquals(new PlaneStop(0, 50), PresetFile.read(settled, "memory").stop());
        assertRefused(
                "memory: stop.patience: expected a whole number from 10 to 1000000, but found 5. Change it or start from a "
                        + "preset that ships.",
                () -> PresetFile.read(ends.replace("50}", "5}"), "memory"));
    }

    @Test
    void aFolderThatIsNotThereIsToldByNameWhenSaving() {
        Path file = folder.resolve("no/such/folder/mine.json");
        String message = assertThrows(PresetException.class, () -> PresetFile.write(Presets.find("rings"), file))
                .getMessage();
        assertTrue(message.startsWith(file + ": the preset could not be saved (NoSuchFile: "), message);
        assertTrue(message.endsWith("or save elsewhere."), message);
    }

    @Test
    void descriptionAndViewMayBeMissingAndPaintedDataCountTheirPoints() {
        Preset preset = PresetFile.read("""
                {"format": "penumbra-preset/1", "name": "a", "title": "A", "seed": -3, "steps": 7,
                 "data": {"kind": "painted", "drawing": [[0, 1.5, 1], [2, -3e-1, 0]]},
                 "network": {"hidden": [8], "activation": "tanh"},
                 "training": {"learningRate": 1e-2, "sigma": 0, "lambda": 1, "batch": 2},
                 "confidence": {"alpha": 5, "beta": 0.5, "tau": 1}}""", "short");
        PaintedPoints painted = new PaintedPoints(List.of(new PaintedPoint(0, 1.5f, 1), new PaintedPoint(2, -0.3f, 0)));
        assertEquals(
                new Preset(
                        "a",
                        "A",
                        "",
                        new PlaneSetup(
                                painted,
                                2,
                                new DenseSettings(List.of(8), Activation.TANH),
                                new PlaneTrainingSettings(0.01, 0, 1, 2),
                                -3),
                        7,
                        new ConfidenceSettings(5, 0.5, 1),
                        PlaneRegion.STANDARD),
                preset);
    }

    @Test
    void wrongValuesAreToldWithTheirKeyWhatWasExpectedAndWhatToDo() {
        assertWrong(
                "\"sigma\": 0.15",
                "\"sigma\": \"abc\"",
                "my.json: training.sigma: expected a number from 0 to 10, "
                        + "but found \"abc\". Change it or start from a preset that ships.");
        assertWrong(
                "\"sigma\": 0.15, ",
                "",
                "my.json: training.sigma: expected a number from 0 to 10, but it is "
                        + "missing. Add it or start from a preset that ships.");
        assertWrong(
                "\"sigma\": 0.15",
                "\"sigma\": NaN",
                "my.json: training.sigma: expected a number from 0 to 10, but "
                        + "found NaN. Change it or start from a preset that ships.");
        assertWrong(
                "\"sigma\": 0.15",
                "\"sigma\": 1e999",
                "my.json: training.sigma: expected a number from 0 to 10, "
                        + "but found a number far too large. Change it or start from a preset that ships.");
        assertWrong(
                "\"batch\": 128",
                "\"batch\": 128.5",
                "my.json: training.batch: expected a whole number from 1 to "
                        + "8192, but found 128.5. Change it or start from a preset that ships.");
        assertWrong(
                "\"seed\": 1",
                "\"seed\": 99999999999999999999",
                "my.json: seed: expected a whole number from "
                        + "-9223372036854775808 to 9223372036854775807, but found 99999999999999999999. Change it or start "
                        + "from a preset that ships.");
        assertWrong(
                "\"activation\": \"relu\"",
                "\"activation\": \"swish\"",
                "my.json: network.activation: expected "
                        + "\"relu\" or \"tanh\" or \"sigmoid\" or \"identity\", but found \"swish\". Change it or start from "
                        + "a preset that ships.");
        assertWrong(
                "[64, 64]",
                "[64, 64.0, null]",
                "my.json: network.hidden[1]: expected a whole number from 1 to "
                        + "1024, but found 64.0. Change it or start from a preset that ships.");
        assertWrong(
                "[[-1, 1], ",
                "[[-1, 1, 0], ",
                "my.json: data.centres[0]: expected a list of 2 numbers [x, y], "
                        + "but found a list of 3. Change it or start from a preset that ships.");
        assertWrong(
                "\"kind\": \"rings\"",
                "\"kind\": \"cubes\"",
                "my.json: data.kind: expected \"rings\" or \"moons\" "
                        + "or \"spirals\" or \"blobs\" or \"painted\", but found \"cubes\". Change it or start from a preset "
                        + "that ships.");
        assertWrong(
                "\"xMin\": -2.5",
                "\"xMin\": 3",
                "my.json: view: a region needs finite edges with xMin < xMax and "
                        + "yMin < yMax, but got x 3.0 to 2.5, y -2.5 to 2.5. Change it or start from a preset that ships.");
        assertWrong(
                "penumbra-preset/1",
                "penumbra-preset/2",
                "my.json: format: expected \"penumbra-preset/1\", but "
                        + "found \"penumbra-preset/2\". Change it or start from a preset that ships.");
        assertWrong(
                "\"name\": \"rings\"",
                "\"name\": \" \"",
                "my.json: name: expected a text of 1 to 100 characters, "
                        + "but found \" \". Change it or start from a preset that ships.");
    }

    @Test
    void aProblemKnowsItsSourceAndItsPlaceApartFromItsWords() {
        assertPlace("training.sigma", RINGS.replace("\"sigma\": 0.15", "\"sigma\": \"abc\""));
        assertPlace("network.hidden[1]", RINGS.replace("[64, 64]", "[64, 64.0]"));
        assertPlace("line 8, column 3", RINGS.replace("\"steps\": 6000,", "\"steps\": 6000"));
        assertPlace("", "[3]");
        assertPlace("", "");
    }

    private static void assertPlace(String place, String json) {
        PresetException wrong = assertThrows(PresetException.class, () -> PresetFile.read(json, "my.json: a"));
        assertEquals("my.json: a", wrong.source());
        assertEquals(place, wrong.place());
        assertEquals(wrong.getMessage(), wrong.source() + ": " + wrong.withoutSource());
        assertTrue(wrong.withoutSource().startsWith(place), wrong.withoutSource());
    }

    @Test
    void unknownKeysAreRefusedWithTheNearestKnownOne() {
        assertWrong(
                "\"sigma\"",
                "\"sgima\"",
                "my.json: training: expected the keys learningRate, sigma, lambda, "
                        + "batch, but found \"sgima\". Did you mean \"sigma\"?");
        assertWrong(
                "\"innerRadius\"",
                "\"inner_radius\"",
                "my.json: data: expected the keys kind, innerRadius, "
                        + "thickness, centres, but found \"inner_radius\". Did you mean \"innerRadius\"?");
    }

    @Test
    void whatIsNoJsonIsToldWithLineAndColumn() {
        assertWrong(
                "\"steps\": 6000,",
                "\"steps\": 6000",
                "my.json: line 8, column 3: expected JSON, but found this: "
                        + "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries. Mend it or "
                        + "start from a preset that ships.");
        assertWrong(
                "\"seed\": 1,",
                "\"seed\": 1, \"seed\": 2,",
                "my.json: line 6, column 20: expected JSON, but found "
                        + "this: Duplicate field 'seed'. Mend it or start from a preset that ships.");
        assertRefused(
                "my.json: expected a preset, but it is empty. Start from a preset that ships.",
                () -> PresetFile.read(" \n", "my.json"));
        assertRefused(
                "my.json: line 2, column 1: expected the end after the closing bracket, but there is more. "
                        + "Remove it.",
                () -> PresetFile.read("{}\n{}", "my.json"));
        assertRefused(
                "my.json: expected a preset, an object with the keys format, name, title, description, seed, "
                        + "steps, data, points, network, training, confidence, view, stop, but found a list of 1. Change it or start "
                        + "from a preset that ships.",
                () -> PresetFile.read("[3]", "my.json"));
    }

    @Test
    void deepNestingAndEndlessNumbersAreRefused() {
        String limits = "expected at most 16 brackets inside each other, numbers of at most 400 digits and texts of at "
                + "most 100000 characters. Start from a preset that ships.";
        assertTrue(refusal(() -> PresetFile.read("[".repeat(1_000_000), "deep.json"))
                .endsWith(limits));
        assertTrue(refusal(() -> PresetFile.read("{\"a\":".repeat(500_000), "deep.json"))
                .endsWith(limits));
        assertTrue(refusal(() -> PresetFile.read("{\"a\": " + "9".repeat(3_000_000), "long.json"))
                .endsWith(limits));
        assertTrue(refusal(() -> PresetFile.read("{\"" + "x".repeat(3_000_000), "long.json"))
                .endsWith(limits));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
        Path file = folder.resolve("large.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 36);
        }
        assertRefused(
                file + ": expected a preset of at most 4194304 bytes, but it has 68719476736. Is it the right "
                        + "file?",
                () -> PresetFile.read(file));
        assertRefused(
                "stream: expected a preset of at most 4194304 bytes, but it has more. Is it the right file?",
                () -> PresetFile.read(new ByteArrayInputStream(new byte[5 << 20]), "stream"));
    }

    @Test
    void filesThatAreNoTextOrNoFilesAreToldByName() throws IOException {
        Path latin = folder.resolve("latin.json");
        Files.write(latin, "{\"title\": \"Bl\u00e4schen\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(
                latin + ": expected text in UTF-8, but byte 13 is none. Save it as UTF-8.",
                () -> PresetFile.read(latin));
        Path missing = folder.resolve("missing.json");
        assertRefused(missing + ": there is no such file. Check its name and folder.", () -> PresetFile.read(missing));
        assertRefused(
                folder + ": expected a preset file, but found a folder. Name a file in it.",
                () -> PresetFile.read(folder));
        Path marked = folder.resolve("marked.json");
        Files.writeString(marked, "\uFEFF" + RINGS);
        assertEquals(Presets.find("rings"), PresetFile.read(marked));
    }

    private static void assertWrong(String written, String instead, String message) {
        assertTrue(RINGS.contains(written), written + " is not in " + RINGS);
        assertRefused(message, () -> PresetFile.read(RINGS.replace(written, instead), "my.json"));
    }

    private static void assertRefused(String message, Runnable action) {
        assertEquals(message, refusal(action));
    }

    private static String refusal(Runnable action) {
        return assertThrows(PresetException.class, action::run).getMessage();
    }
}
