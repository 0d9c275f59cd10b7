package org.penumbra.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.archive.DetectorFile;
import org.penumbra.archive.ModelFile;
import org.penumbra.command.console.Console;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.Fitted;
import org.penumbra.kit.DigitModels;
import org.penumbra.kit.Terminal;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.TrainedModel;

/** What score, evaluate and fool make of --detector, with detectors fitted by "penumbra fit". */
@Timeout(300)
class DetectorOptionsTest {

    @TempDir
    private static Path folder;

    private static TrainedModel trained;
    private static String model;
    private static String knn;
    private static String energy;

    private final Terminal terminal = new Terminal();

    @BeforeAll
    static void fit() {
        trained = DigitModels.trained(ImageArchitecture.DAE_ASYM, 150);
        model = folder.resolve("digits.penumbra").toString();
        ModelFile.write(trained, Path.of(model));
        knn = folder.resolve("digits.knn.detector").toString();
        energy = folder.resolve("digits.energy.detector").toString();
        Terminal first = new Terminal();
        assertEquals(
                0,
                first.run(
                        "fit",
                        model,
                        "--detector",
                        "knn:images=500",
                        "--detector",
                        "energy",
                        "--out",
                        folder.toString()),
                first.err());
    }

    private JsonNode json(String... arguments) throws IOException {
        assertEquals(0, terminal.run(arguments), terminal.err());
        return new ObjectMapper().readTree(terminal.out());
    }

    private static String picture(String name, float[] pixels) throws IOException {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < pixels.length; i++) {
            image.getRaster().setSample(i % 28, i / 28, 0, Math.round(255 * pixels[i]));
        }
        Path file = folder.resolve(name);
        assertTrue(ImageIO.write(image, "png", file.toFile()));
        return file.toString();
    }

    @Test
    void scoreTellsEachVerdictWithItsReason() throws IOException {
        ImageSet digits = new BuiltInDigits(1, 3, 4).make().test();
        String one = picture("one.png", digits.image(1));
        JsonNode score = json(
                        "score",
                        "--json",
                        "--as-is",
                        model,
                        one,
                        "--detector",
                        knn,
                        "--detector",
                        energy,
                        "--detector",
                        "max-softmax")
                .get(0);
        JsonNode said = score.get("detectors");
        assertEquals(List.of("knn", "energy", "max-softmax"), said.findValuesAsText("detector"));
        Fitted fitted = DetectorFile.read(Path.of(knn)).fitted();
        try (ImageNetwork network = trained.network()) {
            Evidence evidence = network.evidence(digits.image(1), 1, fitted.needs());
            assertEquals(
                    fitted.judge(evidence).acceptance()[0],
                    said.get(0).get("acceptance").asDouble(),
                    1e-9);
        }
        assertEquals(fitted.about().usualTau(), said.get(0).get("tau").asDouble());
        assertEquals(0.01, said.get(1).get("tau").asDouble());
        assertEquals(0.9, said.get(2).get("tau").asDouble());
        String reason = said.get(0).get("reason").asText();
        assertTrue(reason.startsWith("the 5 nearest training images are "), reason);
        assertFalse(score.get("confidence").isNull(), "the model's own figures stay");

        float[] grey = new float[784];
        Arrays.fill(grey, 0.5f);
        String page = picture("grey.png", grey);
        assertEquals(0, terminal.run("score", "--as-is", model, page, "--detector", knn), terminal.err());
        assertTrue(
                terminal.out().contains("    nearest neighbours says unknown: the 5 nearest training images are "),
                terminal.out());
        assertTrue(terminal.out().contains(", but all farther than 9"), terminal.out());
        JsonNode given = json("score", "--json", "--as-is", "--tau", "0.5", model, page, "--detector", energy)
                .get(0);
        assertEquals(0.5, given.get("detectors").get(0).get("tau").asDouble());
        assertNull(json("score", "--json", "--as-is", model, page).get(0).get("detectors"));
    }

    @Test
    void evaluateMeasuresDetectorsAgainstUnknownImages() throws IOException {
        JsonNode open = json(
                        "evaluate",
                        model,
                        "--unknown",
                        "noise",
                        "--unknown",
                        "clutter",
                        "--detector",
                        knn,
                        "--detector",
                        "confidence",
                        "--detector",
                        energy,
                        "--count",
                        "300")
                .get("open_set");
        assertEquals(300, open.get("known_images").asInt());
        assertEquals(3, open.get("detectors").size());
        for (JsonNode detector : open.get("detectors")) {
            for (JsonNode row : detector.get("unknown")) {
                String which = detector.get("detector").asText() + " " + row;
                assertEquals(300, row.get("images").asInt(), which);
                for (String area : List.of("auroc", "aupr_known", "aupr_unknown", "fpr95", "oscr", "macro_f1")) {
                    double value = row.get(area).asDouble(-1);
                    assertTrue(value >= 0 && value <= 1, which);
                }
                assertTrue(row.get("oscr").asDouble() <= row.get("auroc").asDouble() + 1e-12, which);
            }
            assertTrue(detector.get("worst_auroc").asDouble()
                    <= detector.get("unknown").get(0).get("auroc").asDouble());
        }
        JsonNode nearest = open.get("detectors").get(0);
        assertTrue(nearest.get("unknown").get(0).get("auroc").asDouble() > 0.95, nearest.toString());
        assertTrue(nearest.get("fit_seconds").asDouble() > 0);
        assertTrue(open.get("detectors").get(1).get("fit_seconds").isNull());
        assertTrue(open.get("conventions").get("fpr95").asText().contains("95 % of the known"));
    }

    @Test
    void theTableHasARowForEachDetectorAndSet() throws IOException {
        picture("page.png", new BuiltInDigits(1, 1, 3).make().test().image(0));
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Files.copy(folder.resolve("page.png"), pictures.resolve("a.png"));
        assertEquals(
                0,
                terminal.run(
                        "evaluate",
                        model,
                        "--unknown",
                        "blank",
                        "--unknown",
                        pictures.toString(),
                        "--detector",
                        "all",
                        "--table",
                        "--count",
                        "100"),
                terminal.err());
        List<String> lines = terminal.out().lines().toList();
        assertTrue(lines.get(0).startsWith("| detector | unknown | AUROC | AUPR known |"), terminal.out());
        assertEquals(2 + 2 * 2 + 2, lines.size(), terminal.out());
        assertTrue(lines.get(2).startsWith("| the confidence | blank | "), terminal.out());
    }

    @Test
    void lettersAreImagesOfNoDigit() throws IOException {
        JsonNode row = json("evaluate", model, "--unknown", "letters", "--detector", knn, "--count", "120")
                .get("open_set")
                .get("detectors")
                .get(0)
                .get("unknown")
                .get(0);
        assertEquals(120, row.get("images").asInt());
        assertTrue(row.get("auroc").asDouble() > 0.65, row.toString());
    }

    @Test
    void aModelIsNotMeasuredAgainstWhatItKnows() {
        assertEquals(1, terminal.run("evaluate", model, "--unknown", "built-in-digits"));
        assertTrue(terminal.err().contains("it was trained on all of them; name another set"), terminal.err());
        assertEquals(1, terminal.run("evaluate", model, "--unknown", "nowhere"));
        assertTrue(terminal.err().contains("data set \"nowhere\": expected one of"), terminal.err());
        assertEquals(2, terminal.run("evaluate", model, "--detector", "all"));
        assertTrue(terminal.err().contains("name some with --unknown"), terminal.err());
    }

    @Test
    void foolAttacksADetectorWithoutAGradientByEvolution() throws IOException {
        JsonNode report = json("fool", model, "--detector", knn, "--trials", "2", "--max-steps", "3");
        assertEquals("evolution", report.get("settings").get("protocol").asText());
        assertEquals("knn", report.get("settings").get("detector").asText());
        assertEquals(
                DetectorFile.read(Path.of(knn)).fitted().about().usualTau(),
                report.get("settings").get("tau").asDouble());
        assertEquals(2, terminal.run("fool", model, "--detector", knn, "--protocol", "strong", "--trials", "1"));
        assertTrue(terminal.err().contains("--protocol: knn has no gradient, which strong follows"), terminal.err());
        assertEquals(2, terminal.run("fool", model, "--detector", energy, "--tau", "0.5"));
        assertTrue(terminal.err().contains("--tau: energy measures on a scale of its own"), terminal.err());
        JsonNode byGradient = json("fool", model, "--detector", energy, "--trials", "2", "--max-steps", "3");
        assertEquals("paper", byGradient.get("settings").get("protocol").asText());
        assertNull(json("fool", model, "--trials", "1", "--max-steps", "1")
                .get("settings")
                .get("detector"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"score MODEL PICTURE", "evaluate MODEL --unknown noise", "fool MODEL --trials 1"})
    void whatIsNoDetectorOfTheModelIsRefusedInOneLine(String command) throws IOException {
        String picture = picture("a.png", new float[784]);
        String line = command.replace("MODEL", model).replace("PICTURE", picture) + " --detector ";
        Path other = folder.resolve("other.penumbra");
        ModelFile.write(DigitModels.trained(ImageArchitecture.DAE_ASYM, 1), other);
        Path damaged = folder.resolve("damaged.detector");
        byte[] bytes = Files.readAllBytes(Path.of(knn));
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);
        assertAll(
                () -> assertRefused(line + "oracle", "expected the name of a detector (confidence, "),
                () -> assertRefused(
                        line + "knn",
                        "has to be fitted, and none ships for " + model + "; fit it with \"penumbra fit " + model
                                + " --detector knn\""),
                () -> assertRefused(line + "cool", "--detector: cool does not suit"),
                () -> assertRefused(line + "none.detector", "there is no such file of a detector"),
                () -> assertRefused(line + damaged, "does not have the SHA-256 checksum at its end"),
                () -> assertRefused(
                        line.replace(model, other.toString()) + knn,
                        "expected a detector that was fitted on " + other + " (weights "));
    }

    private void assertRefused(String line, String expected) {
        assertEquals(1, terminal.runLine(line), line);
        assertTrue(terminal.err().contains(expected), line + ": " + terminal.err());
        assertEquals(
                1,
                terminal.err()
                        .lines()
                        .filter(one -> one.startsWith("penumbra: "))
                        .count(),
                terminal.err());
    }

    @Test
    void imagesThatAreAllAlikeAreRefusedByWhoCannotUseThem() throws IOException {
        Path same = Files.createDirectories(folder.resolve("alike"));
        for (int digit = 0; digit < 10; digit++) {
            Path of = Files.createDirectories(same.resolve(Integer.toString(digit)));
            for (int i = 0; i < 8; i++) {
                Files.copy(
                        Path.of(picture(
                                "a.png",
                                new BuiltInDigits(1, 1, 1).make().test().image(0))),
                        of.resolve(i + ".png"));
            }
        }
        Path out = folder.resolve("alike.detector");
        assertEquals(
                1,
                terminal.run(
                        "fit",
                        model,
                        "--detector",
                        "knn:features=code",
                        "--images",
                        same.toString(),
                        "--out",
                        out.toString()));
        assertTrue(terminal.err().contains("distances: expected training inputs that differ"), terminal.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void aClassWithTooFewImagesIsRefused() throws IOException {
        ImageSet digits = new BuiltInDigits(20, 1, 2).make().training();
        Path few = folder.resolve("few");
        for (int i = 0; i < digits.count(); i++) {
            Path of = Files.createDirectories(few.resolve(Integer.toString(digits.label(i))));
            Files.copy(Path.of(picture("a.png", digits.image(i))), of.resolve(i + ".png"));
        }
        Path out = folder.resolve("few.detector");
        assertEquals(
                1,
                terminal.run(
                        "fit", model, "--detector", "openmax", "--images", few.toString(), "--out", out.toString()));
        assertTrue(terminal.err().contains("OpenMax: class "), terminal.err());
        assertTrue(terminal.err().contains(": expected at least "), terminal.err());
        assertFalse(Files.exists(out));
    }

    /** The lines that the documentation tells people to type are understood. */
    @Test
    void theExamplesOfTheDocumentationAreUnderstood() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/docs/detectors.md")).stream()
                .filter(line -> line.startsWith("penumbra "))
                .toList();
        assertTrue(lines.size() >= 7, lines.toString());
        Console console = new Console(System.out, System.err, false);
        for (String line : lines) {
            Commands.line(new Terminal.NoWindow(), List.of(), console)
                    .parseArgs(line.substring("penumbra ".length()).split(" "));
        }
    }
}
