package org.penumbra.command.rings;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.command.console.Console;
import org.penumbra.data.plane.PaintedPoint;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.kit.Terminal;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.Preset;
import org.penumbra.preset.PresetFile;
import org.penumbra.preset.Presets;

/** The headless run, short, in this process. */
@Timeout(300)
class RingsCommandTest {

    private static final Set<String> KEYS = Set.of(
            "preset",
            "seed",
            "steps",
            "seconds",
            "steps_per_second",
            "accuracy",
            "auroc_without_gamma",
            "auroc_with_gamma",
            "mean_confidence_on",
            "mean_confidence_off",
            "mean_gamma_on",
            "gamma_at_centres",
            "grid",
            "files");

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(terminal.out());
    }

    private static Set<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void aRunPrintsOneJsonObjectAndLeavesPicturesNumbersAndAReport() throws IOException {
        Path out = folder.resolve("a/b");
        int code = terminal.run("rings", "--steps", "1500", "--seed", "5", "--grid", "40", "--out", out.toString());
        assertEquals(0, code, terminal.err());
        JsonNode json = json();
        Set<String> keys = new TreeSet<>();
        json.fieldNames().forEachRemaining(keys::add);
        assertAll(
                () -> assertEquals(new TreeSet<>(KEYS), keys),
                () -> assertEquals("rings", json.get("preset").asText()),
                () -> assertEquals(5, json.get("seed").asLong()),
                () -> assertEquals(1500, json.get("steps").asLong()),
                () -> assertEquals(40, json.get("grid").asInt()),
                () -> assertEquals(3, json.get("gamma_at_centres").size()),
                () -> assertEquals(
                        1500 / json.get("seconds").asDouble(),
                        json.get("steps_per_second").asDouble(),
                        1e-6),
                () -> assertTrue(json.get("accuracy").asDouble() > 0.9, json.toString()),
                () -> assertTrue(json.get("auroc_with_gamma").asDouble() > 0.95, json.toString()),
                () -> assertTrue(json.get("mean_confidence_on").asDouble()
                        > json.get("mean_confidence_off").asDouble()),
                () -> assertEquals(
                        Set.of(
                                "y.png",
                                "confidence.png",
                                "gamma.png",
                                "scaled.png",
                                "fields.csv",
                                "report.md",
                                "rings.sha256"),
                        namesIn(out)),
                () -> assertEquals(
                        1 + 40 * 40,
                        Files.readAllLines(out.resolve("fields.csv")).size()),
                () -> assertTrue(Files.readString(out.resolve("report.md")).contains("](confidence.png)")));
        for (JsonNode file : json.get("files")) {
            assertTrue(Files.size(Path.of(file.asText())) > 0, file.asText());
        }
    }

    @Test
    void detectorsLeavePicturesAndFiguresAndOnesThatDoNotExistAreWrongUse() throws IOException {
        int code = terminal.run(
                "rings",
                "--steps",
                "1500",
                "--grid",
                "40",
                "--detector",
                "max-softmax",
                "--detector",
                "knn:k=3",
                "--detector",
                "knn:k=20",
                "--out",
                folder.toString());
        assertEquals(0, code, terminal.err());
        JsonNode detectors = json().get("detectors");
        assertEquals(3, detectors.size());
        assertEquals("max-softmax", detectors.get(0).get("detector").asText());
        assertTrue(detectors.get(0).get("far_away").asDouble() > 0.8, "it overgeneralizes: " + detectors);
        assertEquals(3, detectors.get(1).get("settings").get("k").asInt());
        assertTrue(detectors.get(1).get("auroc").asDouble() > 0.99, detectors.toString());
        assertTrue(detectors.get(1).get("far_away").asDouble() < 0.05, detectors.toString());
        assertTrue(namesIn(folder)
                .containsAll(
                        Set.of("detector-max-softmax.png", "detector-knn.png", "detector-knn-2.png", "detectors.csv")));
        assertEquals(4, Files.readAllLines(folder.resolve("detectors.csv")).size());
        assertTrue(Files.readString(folder.resolve("report.md")).contains("](detector-knn-2.png)"));
        Terminal wrong = new Terminal();
        assertEquals(2, wrong.run("rings", "--steps", "1", "--detector", "crystal-ball", "--out", folder.toString()));
        assertTrue(wrong.err().contains("crystal-ball"), wrong.err());
    }

    @Test
    void theFourPicturesDifferAndShowMoreThanOneColour() throws IOException {
        terminal.run("rings", "--steps", "300", "--grid", "40", "--out", folder.toString());
        List<ArgbImage> pictures = Stream.of("y", "confidence", "gamma", "scaled")
                .map(this::picture)
                .toList();
        assertEquals(
                4,
                pictures.stream()
                        .map(picture -> Arrays.hashCode(picture.argb()))
                        .distinct()
                        .count());
        for (ArgbImage picture : pictures) {
            assertTrue(Arrays.stream(picture.argb()).distinct().count() > 10);
            assertTrue(picture.width() >= 400 && picture.height() >= 400, "a coarse grid is drawn large");
        }
    }

    private ArgbImage picture(String name) {
        try {
            return PngFile.read(folder.resolve(name + ".png"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSameSeedGivesTheSameFieldsAndAnotherSeedOthers() throws IOException {
        byte[] first = fields("1", "first");
        assertArrayEquals(first, fields("1", "again"));
        assertFalse(Arrays.equals(first, fields("2", "other")));
    }

    private byte[] fields(String seed, String name) throws IOException {
        Path out = folder.resolve(name);
        assertEquals(
                0, terminal.run("rings", "--steps", "50", "--grid", "10", "--seed", seed, "--out", out.toString()));
        return Files.readAllBytes(out.resolve("fields.csv"));
    }

    @Test
    void progressIsPlainLinesWhereThereIsNoTerminal() {
        terminal.run("rings", "--steps", "200", "--grid", "4", "--out", folder.toString());
        List<String> lines =
                terminal.err().lines().filter(line -> line.startsWith("step ")).toList();
        assertEquals(11, lines.size(), terminal.err());
        assertTrue(lines.get(0).startsWith("step 1 of 200"), lines.get(0));
        assertTrue(lines.get(10).startsWith("step 200 of 200 (100 %)"), lines.get(10));
        assertFalse(terminal.err().contains("\r") || terminal.err().contains("\u001b"), "control characters");
    }

    @Test
    void onATerminalABarIsDrawnOver() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(System.out, new PrintStream(err, true, StandardCharsets.UTF_8), true);
        new RingsJob(console)
                .run(RingsOptions.of(Presets.find("rings"), folder)
                        .withSteps(600)
                        .withColumns(10));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("\r") && said.contains("Training 100%") && said.contains("600/600"), said);
        assertFalse(said.contains("step 1 of"), said);
    }

    @Test
    void theFiguresInWordsNameWhatTheyAre() {
        Console console = new Console(System.out, new PrintStream(OutputStream.nullOutputStream()), false);
        String words = new RingsJob(console)
                .run(RingsOptions.of(Presets.find("rings"), folder)
                        .withSteps(100)
                        .withColumns(20))
                .orElseThrow()
                .words();
        assertTrue(words.contains("seed 1: 100 steps"), words);
        assertTrue(
                words.lines().anyMatch(line -> line.matches("gamma at the rings' centres +-?\\d.*, -?\\d.*, -?\\d.*")),
                words);
    }

    static Stream<String> shipped() {
        return Presets.names().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedPresetRuns(String name) throws IOException {
        assertEquals(
                0,
                terminal.run("rings", "--preset", name, "--steps", "20", "--grid", "20", "--out", folder.toString()),
                terminal.err());
        assertEquals(name, json().get("preset").asText());
    }

    @Test
    void pointsOfATableTakeThePlaceOfThePresetsData() throws IOException {
        Path table =
                Files.writeString(folder.resolve("mine.csv"), "x;y;class\n0;0;left\n1;0;right\n0;1;left\n1;1;right\n");
        Path out = folder.resolve("out");
        assertEquals(
                0,
                terminal.run(
                        "rings",
                        "--points",
                        table.toString(),
                        "--steps",
                        "20",
                        "--grid",
                        "20",
                        "--out",
                        out.toString()),
                terminal.err());
        assertEquals("mine", json().get("preset").asText());
        assertTrue(terminal.err().contains("4 points; class 0 is left, class 1 is right"), terminal.err());
        assertTrue(Files.readString(out.resolve("report.md")).contains("mine.csv"));
    }

    @Test
    void aTableThatIsWrongIsNamedWithItsLine() throws IOException {
        Path table = Files.writeString(folder.resolve("mine.csv"), "0,0,0\n1,much,1\n");
        assertEquals(1, terminal.run("rings", "--points", table.toString()));
        assertTrue(terminal.err().contains("mine.csv, line 2: y: expected a number"), terminal.err());
        failedInOneLine();
    }

    @Test
    void aRunEndsEarlierWhenTheLossNoLongerFalls() throws IOException {
        assertEquals(
                0,
                terminal.run(
                        "rings", "--steps", "100000", "--settled", "200", "--grid", "4", "--out", folder.toString()),
                terminal.err());
        long steps = json().get("steps").asLong();
        assertTrue(steps < 20_000 && steps % 200 == 0, steps + " steps");
        assertTrue(terminal.err().contains("The loss no longer falls: ended after " + steps), terminal.err());
    }

    @Test
    void figuresThatDoNotExistAreNull() throws IOException {
        // Four cells, none of them on the data, and data without a hollow.
        Preset rings = Presets.find("rings");
        PlaneSetup setup = rings.setup();
        PaintedPoints dots = new PaintedPoints(List.of(new PaintedPoint(0, 0, 0), new PaintedPoint(0.1f, 0, 1)));
        Path file = folder.resolve("dots.json");
        PresetFile.write(
                new Preset(
                        "dots",
                        "Two dots",
                        "",
                        new PlaneSetup(dots, 2, setup.network(), setup.training(), 1),
                        10,
                        rings.confidence(),
                        rings.region()),
                file);
        assertEquals(
                0,
                terminal.run(
                        "rings",
                        "--preset",
                        file.toString(),
                        "--grid",
                        "2",
                        "--out",
                        folder.resolve("out").toString()),
                terminal.err());
        JsonNode json = json();
        assertAll(
                () -> assertTrue(json.get("mean_confidence_on").isNull(), json.toString()),
                () -> assertTrue(json.get("auroc_with_gamma").isNull(), json.toString()),
                () -> assertEquals(0, json.get("gamma_at_centres").size()));
    }

    @Test
    void anUnknownPresetIsAnsweredWithTheNamesThereAre() {
        assertEquals(
                1,
                terminal.run(
                        "rings",
                        "--preset",
                        "rigns",
                        "--out",
                        folder.resolve("out").toString()));
        for (String name : Presets.names()) {
            assertTrue(terminal.err().contains(name), terminal.err());
        }
        failedInOneLine();
    }

    @Test
    void aBrokenPresetIsNamedWithItsFileAndKey() throws IOException {
        String good = PresetFile.toJson(Presets.find("rings"));
        Path file = folder.resolve("mine.json");
        Files.writeString(file, good.replaceFirst("(\"sigma\"\\s*:\\s*)[0-9.]+", "$1\"much\""));
        assertEquals(
                1,
                terminal.run(
                        "rings",
                        "--preset",
                        file.toString(),
                        "--out",
                        folder.resolve("out").toString()));
        assertTrue(terminal.err().contains("mine.json") && terminal.err().contains("sigma"), terminal.err());
        failedInOneLine();
    }

    @Test
    void aMissingPresetFileIsNamed() {
        assertEquals(
                1,
                terminal.run("rings", "--preset", folder.resolve("nowhere.json").toString()));
        assertTrue(terminal.err().contains("nowhere.json"), terminal.err());
        failedInOneLine();
    }

    @Test
    void aFileInTheWayOfTheFolderIsNoticedBeforeTraining() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "precious");
        assertEquals(1, terminal.run("rings", "--out", file.toString()));
        assertTrue(terminal.err().contains(file.toString()), terminal.err());
        failedInOneLine();
        assertEquals("precious", Files.readString(file));
        assertEquals(1, terminal.run("rings", "--out", file.resolve("below").toString()));
        failedInOneLine();
    }

    @Test
    void aFolderInTheWayOfAPictureIsNoticedBeforeTraining() throws IOException {
        Files.createDirectories(folder.resolve("gamma.png"));
        assertEquals(1, terminal.run("rings", "--out", folder.toString()));
        assertTrue(terminal.err().contains(folder.resolve("gamma.png").toString()), terminal.err());
        failedInOneLine();
    }

    @Test
    void aDivergingRunEndsWithWhatToTryAndWritesNothing() throws IOException {
        Preset rings = Presets.find("rings");
        PlaneSetup setup = rings.setup();
        Path file = folder.resolve("wild.json");
        PresetFile.write(
                new Preset(
                        "wild",
                        "Wild",
                        "",
                        new PlaneSetup(
                                setup.data(),
                                setup.points(),
                                setup.network(),
                                setup.training().withLearningRate(100),
                                1),
                        2000,
                        rings.confidence(),
                        rings.region()),
                file);
        Path out = folder.resolve("out");
        assertEquals(1, terminal.run("rings", "--preset", file.toString(), "--out", out.toString()));
        assertTrue(
                terminal.err()
                        .lines()
                        .anyMatch(line -> line.startsWith("penumbra: ") && line.contains("learning rate")),
                terminal.err());
        assertFalse(terminal.err().contains("\tat "), terminal.err());
        assertEquals("", terminal.out());
        assertEquals(Set.of(), namesIn(out));
    }

    /** Nothing on standard output; one line on standard error, and no training before it. */
    private void failedInOneLine() {
        assertEquals("", terminal.out());
        assertEquals(1, terminal.err().lines().count(), terminal.err());
        assertTrue(terminal.err().startsWith("penumbra: "), terminal.err());
    }
}
