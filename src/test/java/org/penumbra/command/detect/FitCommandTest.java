package org.penumbra.command.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.archive.DetectorFile;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.StoredDetector;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.kit.DigitModels;
import org.penumbra.kit.ImageModels;
import org.penumbra.kit.RunningProgram;
import org.penumbra.kit.Terminal;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.TrainedModel;

/** What "penumbra fit" and "penumbra detectors" do and say. */
@Timeout(300)
class FitCommandTest {

    private static TrainedModel trained;

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private String model;

    @BeforeAll
    static void train() {
        trained = DigitModels.trained(ImageArchitecture.DAE_ASYM, 100);
    }

    @BeforeEach
    void write() {
        model = folder.resolve("digits.penumbra").toString();
        ModelFile.write(trained, Path.of(model));
    }

    private JsonNode json(String... arguments) throws IOException {
        assertEquals(0, terminal.run(arguments), terminal.err());
        return new ObjectMapper().readTree(terminal.out());
    }

    @Test
    void aDetectorIsFittedOnWhatTheModelLearntAndWritten() throws IOException {
        JsonNode report = json("fit", model, "--detector", "energy", "--out", folder.toString());
        Path file = folder.resolve("digits.energy.detector");
        assertEquals(file.toString(), report.get("file").asText());
        assertEquals(Files.size(file), report.get("bytes").asLong());
        assertEquals("energy", report.get("detector").asText());
        assertEquals(2000, report.get("train").asInt());
        assertEquals(500, report.get("held_out").asInt());
        assertTrue(report.get("negatives").isNull());
        assertTrue(report.get("gradient").asBoolean());
        assertEquals(
                0.99, report.get("accepted_held_out").asDouble(), 0.005, "one known input in a hundred is refused");
        assertTrue(report.get("seconds_to_answer").asDouble() > 0
                && report.get("seconds_to_fit").asDouble() >= 0);
        StoredDetector stored = DetectorFile.read(file);
        assertTrue(stored.on().isOf(trained));
        assertEquals("built-in-digits", stored.on().data());
        assertEquals(2000, stored.on().train());
        assertTrue(terminal.err().contains("energy: 100 %"), terminal.err());
    }

    @Test
    void severalAreFittedAtOnceWithTheirSettings() throws IOException {
        JsonNode reports = json(
                "fit",
                model,
                "--detector",
                "knn:k=3,features=code,images=500",
                "--detector",
                "temperature",
                "--count",
                "1000",
                "--out",
                folder.toString());
        assertEquals(2, reports.size());
        assertEquals(3, reports.get(0).get("found").get("k").asInt());
        assertEquals("code", reports.get(0).get("choices").get("features").asText());
        assertEquals(1000, reports.get(0).get("train").asInt());
        assertFalse(reports.get(0).get("gradient").asBoolean());
        assertEquals("temperature", reports.get(1).get("detector").asText());
        assertTrue(Files.exists(folder.resolve("digits.knn.detector")));
        assertTrue(Files.exists(folder.resolve("digits.temperature.detector")));
    }

    @Test
    void negativesAreKeptInMind() throws IOException {
        JsonNode report =
                json("fit", model, "--detector", "temperature", "--negatives", "noise", "--out", folder.toString());
        assertEquals("noise", report.get("negatives").asText());
        assertEquals(200, report.get("others").asInt(), "as many as a class has");
        assertEquals(
                "noise",
                DetectorFile.read(folder.resolve("digits.temperature.detector"))
                        .on()
                        .negatives());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oracle | --detector: detector: expected one of confidence, ",
                "knn:k=0 | --detector: k: expected a number from 1 to 1000, but got 0",
                "knn:neighbours=3 | --detector: knn: expected a setting of [k, images, features",
                "knn:k | --detector: detector: expected settings as in knn:name=value,name=value",
                "cool | --detector: cool does not suit",
            })
    void whatCannotBeFittedIsWrongUse(String detector, String expected) {
        assertEquals(2, terminal.run("fit", model, "--detector", detector));
        assertTrue(terminal.err().contains(expected), terminal.err());
        assertEquals("", terminal.out());
    }

    @Test
    void aFileOfAnotherKindIsNotReplaced() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "dear reader");
        assertEquals(1, terminal.run("fit", model, "--detector", "energy", "--out", letter.toString()));
        assertTrue(
                terminal.err().contains("the file that is there is not a fitted detector of this program"),
                terminal.err());
        assertEquals("dear reader", Files.readString(letter));
        assertEquals(
                2, terminal.run("fit", model, "--detector", "energy", "--detector", "knn", "--out", letter.toString()));
        assertTrue(terminal.err().contains("--out: expected a folder that exists for 2 detectors"), terminal.err());
    }

    @Test
    void imagesOfOtherClassesAndUnknownOnesAreRefused() {
        TrainedModel clothes = new TrainedModel(
                trained.settings(),
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"),
                trained.parameters(),
                trained.heldOutErrors(),
                trained.provenance());
        String other = folder.resolve("letters.penumbra").toString();
        ModelFile.write(clothes, Path.of(other));
        assertEquals(
                1,
                terminal.run(
                        "fit",
                        other,
                        "--detector",
                        "energy",
                        "--images",
                        "built-in-digits",
                        "--out",
                        folder.toString()));
        assertTrue(terminal.err().contains("--images: the classes of built-in digits are 0, 1"), terminal.err());
        ModelFile.write(DigitModels.saying(trained, "of a test"), Path.of(other));
        assertEquals(1, terminal.run("fit", other, "--detector", "energy", "--out", folder.toString()));
        assertTrue(terminal.err().contains("its file does not say by which seed"), terminal.err());
        assertFalse(Files.exists(folder.resolve("letters.energy.detector")));
    }

    @Test
    void ctrlCLeavesNothing() throws Exception {
        TrainedModel large =
                DigitModels.saying(ImageModels.untrained(ImageArchitecture.CNN), "version 1, seed 1, 60000 + 1");
        Path file = folder.resolve("large.penumbra");
        ModelFile.write(large, file);
        Path out = folder.resolve("large.energy.detector");
        try (RunningProgram program = new RunningProgram(
                folder.resolve("stdout"), "fit", file.toString(), "--detector", "energy", "--out", out.toString())) {
            program.awaitLine("answers of ");
            List<String> lines = program.stop();
            assertTrue(lines.toString().contains("the fit was stopped before it was done"), lines.toString());
        }
        assertEquals("", Files.readString(folder.resolve("stdout")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.map(Path::getFileName)
                            .map(Path::toString)
                            .filter(name -> name.contains("energy"))
                            .toList());
        }
    }

    @Test
    void everyDetectorIsListedWithItsSettings() throws IOException {
        JsonNode list = json("detectors", "--json");
        assertEquals(Detectors.all().stream().map(kind -> kind.id()).toList(), list.findValuesAsText("id"));
        for (JsonNode entry : list) {
            String id = entry.get("id").asText();
            assertTrue(entry.get("source").asText().length() > 5, id);
            assertTrue(entry.get("usual_tau").asDouble() > 0, id);
            assertTrue(entry.get("needs").size() > 0, id);
            for (JsonNode setting : entry.get("settings")) {
                assertTrue(
                        setting.get("least").asDouble() <= setting.get("usual").asDouble()
                                && setting.get("usual").asDouble()
                                        <= setting.get("most").asDouble(),
                        id);
            }
        }
        assertEquals(0, terminal.run("detectors"));
        assertTrue(terminal.out().contains("knn: nearest neighbours, "), terminal.out());
        assertTrue(
                terminal.out().contains("    k=5  k, a number from 1 to 1000; a larger one asks more neighbours"),
                terminal.out());
    }
}
