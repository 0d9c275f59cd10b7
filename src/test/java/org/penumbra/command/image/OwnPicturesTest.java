package org.penumbra.command.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.archive.ModelFile;
import org.penumbra.data.image.DataIdentity;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.ink.Fit;
import org.penumbra.kit.NpzFile;
import org.penumbra.kit.Terminal;
import org.penumbra.net.image.ImageProvenance;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;

/**
 * A model of own pictures that are read whole: a dot at the left or at the right of white paper, which a digit's fit would move
 * to the middle. Its folder is called like a published data set.
 */
@Timeout(300)
class OwnPicturesTest {

    private static final int PICTURES = 30;

    @TempDir
    private static Path shared;

    private static Path pictures;
    private static Path model;

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    @BeforeAll
    static void train() throws IOException {
        pictures = shared.resolve("mnist");
        dots(pictures.resolve("left"), 5, PICTURES);
        dots(pictures.resolve("right"), 21, PICTURES);
        model = shared.resolve("dots.penumbra");
        Path preset = Files.writeString(
                shared.resolve("dots.json"), """
                {"format": "penumbra-image-preset/1", "name": "dots", "title": "dots",
                 "data": {"name": "%s"}, "network": {"architecture": "cnn"},
                 "training": {"seed": 1, "learningRate": 0.003, "schedule": "constant", "sigma": 0, "lambda": 0,
                  "dropout": 0, "batch": 16, "epochs": 8, "heldOut": 10}}
                """.formatted(pictures.toString().replace("\\", "\\\\")));
        Terminal terminal = new Terminal();
        assertEquals(
                0,
                terminal.run("train", "--preset", preset.toString(), "--out", model.toString(), "--lanes", "1"),
                terminal.err());
        assertTrue(terminal.err().contains("Each picture is taken whole, and inverted where the border is light."));
    }

    @Test
    void scoreExportAndEvaluateSeeAPictureAsItWasLearnt() throws IOException {
        List<String> line = new ArrayList<>(List.of("score", model.toString(), "--tau", "0.5", "--json"));
        files(pictures).forEach(file -> line.add(file.toString()));
        assertEquals(0, terminal.run(line.toArray(String[]::new)), terminal.err());
        JsonNode scores = json();
        assertEquals(2 * PICTURES, scores.size());
        for (JsonNode score : scores) {
            assertEquals("whole", score.get("fit").asText());
            assertEquals(
                    classOf(score.get("picture").asText()), score.get("answer").asText(), score.toString());
        }

        Path npz = folder.resolve("answers.npz");
        List<String> export = new ArrayList<>(List.of("export", model.toString(), "--npz", npz.toString(), "--inputs"));
        files(pictures).forEach(file -> export.add(file.toString()));
        assertEquals(0, terminal.run(export.toArray(String[]::new)), terminal.err());
        NpzFile exported = new NpzFile(npz);
        float[] y = exported.get("scores").floats();
        for (int i = 0; i < y.length; i++) {
            assertEquals(scores.get(i / 2).get("y").get(i % 2).asDouble(), y[i], 1e-5);
        }

        assertEquals(0, terminal.run("evaluate", model.toString()), terminal.err());
        assertEquals(1, json().get("accuracy").asDouble());
        assertEquals("whole", json().get("fit").asText());
    }

    @Test
    void anotherFitIsOneOptionEverywhere() throws IOException {
        String left = files(pictures.resolve("left")).get(0).toString();
        assertEquals(0, terminal.run("score", model.toString(), left, "--fit", "digit", "--json"));
        JsonNode digit = json().get(0);
        assertEquals("digit", digit.get("fit").asText());
        assertEquals(0, terminal.run("score", model.toString(), left, "--fit", "as-is", "--json"));
        JsonNode asIs = json().get(0);
        assertEquals(0, terminal.run("score", model.toString(), left, "--as-is", "--json"));
        assertEquals(asIs, json().get(0));
        assertTrue(!digit.get("y").equals(asIs.get("y")), "the fit was of no account");
        assertEquals(0, terminal.run("score", model.toString(), left, "--fit", "digit"));
        assertTrue(
                terminal.out()
                        .contains("Each picture is cropped and centred like a digit (the model was trained with --fit "
                                + "whole)"),
                terminal.out());
        assertEquals(2, terminal.run("score", model.toString(), left, "--fit", "digit", "--as-is"));
        assertEquals(2, terminal.run("score", model.toString(), left, "--fit", "round"));
        assertTrue(terminal.err().contains("expected digit, whole, as-is"), terminal.err());

        assertEquals(0, terminal.run("evaluate", model.toString(), "--fit", "digit"), terminal.err());
        assertTrue(json().get("accuracy").asDouble() < 0.9, terminal.out());
        assertEquals(0, run("evaluate", "--images", pictures.toString(), "--fit", "whole", "--all"), terminal.err());
        assertEquals(1, json().get("accuracy").asDouble());
        assertEquals(1, run("evaluate", "--images", "built-in-digits", "--fit", "whole"));
        assertTrue(terminal.err().contains("--fit: it tells how pictures become images"), terminal.err());
    }

    @Test
    void aFitThatIsTrainedWithTravelsThroughPresetAndModel() throws IOException {
        Path preset = folder.resolve("digits.json");
        Files.writeString(
                preset,
                Files.readString(shared.resolve("dots.json"))
                        .replace("\"epochs\": 8", "\"epochs\": 1")
                        .replaceFirst("(\"data\": \\{)", "$1\"fit\": \"as-is\", "));
        ImagePreset read = ImagePresets.read(preset);
        assertEquals(
                new ImageSource.Stored(pictures.toString(), Optional.of(Fit.AS_IS), new Emnist.Recognised()),
                read.data());
        ImagePresets.write(read, preset);
        assertEquals(read, ImagePresets.read(preset));
        Path asIs = folder.resolve("as-is.penumbra");
        Path digit = folder.resolve("digit.penumbra");
        assertEquals(0, terminal.run("train", "--preset", preset.toString(), "--out", asIs.toString()), terminal.err());
        assertEquals(Fit.AS_IS, ModelFile.read(asIs).provenance().fit());
        assertEquals(
                0,
                terminal.run("train", "--preset", preset.toString(), "--out", digit.toString(), "--fit", "digit"),
                terminal.err());
        assertEquals(Fit.DIGIT, ModelFile.read(digit).provenance().fit());
        assertEquals(
                "as digit, split by seed 1",
                ModelFile.read(digit).provenance().checksums().get("read"));
        assertEquals(0, terminal.run("evaluate", digit.toString()), terminal.err());
        assertEquals("digit", json().get("fit").asText());
        assertEquals(2, terminal.run("train", "--preset", "built-in-cnn", "--fit", "whole"));
        assertTrue(terminal.err().contains("--fit: it tells how own pictures become images"), terminal.err());
    }

    @Test
    void evaluateFindsTheFolderAgainAndSaysWhenItsPicturesChanged() throws IOException {
        TrainedModel read = ModelFile.read(model);
        assertEquals(Fit.WHOLE, read.provenance().fit());
        assertEquals(
                pictures.toAbsolutePath().normalize().toString(),
                read.provenance().folder());
        assertEquals(DataIdentity.Kind.PICTURES, read.provenance().identity().kind());
        Path copy = copied(folder.resolve("copy"));
        Path other = moved(read, copy);
        assertEquals(0, terminal.run("evaluate", other.toString()), terminal.err());
        JsonNode before = json();
        dots(copy.resolve("left"), 9, 1);
        assertEquals(1, terminal.run("evaluate", other.toString()));
        assertTrue(
                terminal.err().contains("these are not the images the model was trained on any more"), terminal.err());
        assertTrue(terminal.err().contains("Name the folder with --images DIR"), terminal.err());
        assertEquals(
                0,
                terminal.run("fool", other.toString(), "--trials", "1", "--max-steps", "2", "--protocol", "strong"),
                "an attack needs no images: " + terminal.err());
        assertTrue(json().get("accuracy_at_tau").isNull(), terminal.out());
        assertTrue(terminal.err().contains("The accuracy is not told: " + copy), terminal.err());
        assertEquals(0, terminal.run("evaluate", other.toString(), "--images", copy.toString()), terminal.err());
        assertTrue(json().get("images").asInt() >= before.get("images").asInt(), terminal.out());

        Path lost = moved(read, folder.resolve("nowhere"));
        assertEquals(1, terminal.run("evaluate", lost.toString()));
        assertTrue(
                terminal.err().contains("own pictures called \"mnist\", which are not in " + folder.resolve("nowhere")),
                terminal.err());
        assertEquals(
                0,
                terminal.run("evaluate", lost.toString(), "--data", shared.toString()),
                "found by its name below the folder of data: " + terminal.err());
    }

    @Test
    void allPicturesOfAFolderAreMeasuredWhereThatIsAsked() throws IOException {
        assertEquals(0, run("evaluate", "--images", pictures.toString()), terminal.err());
        int apart = json().get("images").asInt();
        assertTrue(apart < PICTURES, apart + " images");
        assertTrue(
                terminal.err().contains("Measured on " + apart + " of the " + 2 * PICTURES + " pictures"),
                terminal.err());
        assertEquals(0, run("evaluate", "--images", pictures.toString(), "--all"), terminal.err());
        assertEquals(2 * PICTURES, json().get("images").asInt());
        assertEquals(PICTURES, json().get("confusion").get(1).get(1).asInt());
        assertEquals(2, run("evaluate", "--all"));
        assertEquals(1, run("evaluate", "--images", "built-in-digits", "--all"));
        assertTrue(terminal.err().contains("--all: it tells of a folder of pictures"), terminal.err());
    }

    @Test
    void labelsGoByTheNamesOfTheClassesAndTheirFolders() throws IOException {
        Path split = folder.resolve("split");
        dots(split.resolve("Train/right"), 21, 2);
        dots(split.resolve("Test/right"), 21, 3);
        assertEquals(0, run("evaluate", "--images", split.toString()), terminal.err());
        assertEquals(3, json().get("images").asInt());
        assertEquals(1, json().get("accuracy").asDouble(), "the only class is the model's second");
        assertEquals("left", json().get("absent_classes").get(0).asText());
        assertTrue(terminal.err().contains("No images of left are there to measure"), terminal.err());
        Path wrong = folder.resolve("wrong");
        dots(wrong.resolve("right"), 21, 1);
        dots(wrong.resolve("Left"), 5, 1);
        assertEquals(1, run("evaluate", "--images", wrong.toString(), "--all"));
        assertTrue(
                terminal.err()
                        .contains(
                                "the classes of wrong are Left, right, but the model knows left, right, and not Left"),
                terminal.err());
        Path npz = folder.resolve("split.npz");
        assertEquals(
                0,
                run("export", "--npz", npz.toString(), "--inputs", split.toString(), "--count", "3"),
                terminal.err());
        assertArrayEquals(new int[] {1, 1, 1}, new NpzFile(npz).get("labels").integers());
    }

    @Test
    void anAttackTellsTheFitAndTheAccuracyOnTheModelsOwnPictures() throws IOException {
        assertEquals(
                0,
                run("fool", "--trials", "1", "--targets", "left", "--max-steps", "2", "--protocol", "strong"),
                terminal.err());
        assertEquals("whole", json().get("fit").asText());
        assertEquals(
                "mnist test images", json().get("accuracy_at_tau").get("of").asText());
        assertTrue(json().get("accuracy_at_tau").get("images").asInt() < PICTURES, "not the published MNIST");
    }

    private int run(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(command, model.toString()));
        line.addAll(List.of(more));
        return terminal.run(line.toArray(String[]::new));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(terminal.out());
    }

    /** The model as if it had been trained on the pictures in another folder. */
    private Path moved(TrainedModel read, Path to) {
        ImageProvenance from = read.provenance();
        Path file = folder.resolve(to.getFileName() + ".penumbra");
        ModelFile.write(
                new TrainedModel(
                        read.settings(),
                        read.classes(),
                        read.parameters(),
                        read.heldOutErrors(),
                        new ImageProvenance(
                                from.preset(),
                                from.data(),
                                from.checksums(),
                                from.fit(),
                                to.toString(),
                                from.training(),
                                from.steps(),
                                from.lanes(),
                                from.programVersion(),
                                from.date(),
                                from.platform())),
                file);
        return file;
    }

    private static Path copied(Path to) throws IOException {
        for (Path file : files(pictures)) {
            Path target = to.resolve(pictures.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return to;
    }

    private static String classOf(String picture) {
        return Path.of(picture).getParent().getFileName().toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Black dots on white paper about a column, at different heights. */
    private static void dots(Path folder, int column, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
            for (int pixel = 0; pixel < 784; pixel++) {
                int x = pixel % 28 - column - i % 3 + 1;
                int y = pixel / 28 - 5 - i % 18;
                image.getRaster().setSample(pixel % 28, pixel / 28, 0, x * x + y * y < 8 ? 0 : 255);
            }
            ImageIO.write(
                    image, "png", folder.resolve(column + "-" + i + ".png").toFile());
        }
    }
}
