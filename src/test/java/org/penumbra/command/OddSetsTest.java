package org.penumbra.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.archive.Checkpoint;
import org.penumbra.archive.ModelFile;
import org.penumbra.course.ImagePlan;
import org.penumbra.course.ImageRun;
import org.penumbra.data.DataException;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.ImageData;
import org.penumbra.kit.ImageModels;
import org.penumbra.kit.NpzFile;
import org.penumbra.kit.OwnSets;
import org.penumbra.kit.Terminal;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageProvenance;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;

/** Data sets of somebody's own that a network cannot take, or can although they look odd, in every command that reads one. */
@Timeout(120)
class OddSetsTest {

    private static final int[] DIGITS = OwnSets.turns(40, 0, 9);
    private static final TrainedModel MODEL = ImageModels.untrained(ImageArchitecture.CNN);

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    /** A preset that is trained in less than a second. */
    private Path preset(Path set, int batch, int heldOut) {
        Path file = folder.resolve("own.json");
        ImagePresets.write(
                new ImagePreset(
                        "own",
                        "own",
                        "",
                        new ImageSource.Stored(set.toString()),
                        ImageArchitecture.CNN,
                        1,
                        new ImageTrainingSettings(
                                1, 1e-3, LearningRateSchedule.CONSTANT, 0, 0, 0, 0, batch, 1, heldOut)),
                file);
        return file;
    }

    private int train(Path set, int batch, int heldOut) {
        return terminal.run(
                "train",
                "--preset",
                preset(set, batch, heldOut).toString(),
                "--out",
                folder.resolve("own.penumbra").toString());
    }

    private String model(TrainedModel model) {
        Path file = folder.resolve("model.penumbra");
        ModelFile.write(model, file);
        return file.toString();
    }

    private String digitsModel() {
        return model(MODEL);
    }

    private int evaluate(Path set) {
        return terminal.run("evaluate", digitsModel(), "--images", set.toString());
    }

    private int export(Path set, int count) {
        return terminal.run(
                "export",
                digitsModel(),
                "--npz",
                folder.resolve("out.npz").toString(),
                "--inputs",
                set.toString(),
                "--count",
                Integer.toString(count));
    }

    private int fool(Path set) {
        ImageProvenance old = MODEL.provenance();
        TrainedModel own = new TrainedModel(
                MODEL.settings(),
                MODEL.classes(),
                MODEL.parameters(),
                MODEL.heldOutErrors(),
                new ImageProvenance(
                        old.preset(),
                        set.toString(),
                        checksums(set),
                        old.training(),
                        old.steps(),
                        old.lanes(),
                        old.programVersion(),
                        old.date(),
                        old.platform()));
        return terminal.run("fool", model(own), "--trials", "1", "--max-steps", "1", "--data", folder.toString());
    }

    /** What the model would know of images that can be read. */
    private static Map<String, String> checksums(Path set) {
        try {
            return DataHome.loadFolder(set).checksums();
        } catch (DataException unreadable) {
            return Map.of();
        }
    }

    private void assertOneLine(int code, String... parts) {
        assertEquals(1, code, terminal.out() + terminal.err());
        assertEquals("", terminal.out());
        assertEquals(1, terminal.err().lines().count(), terminal.err());
        assertTrue(terminal.err().startsWith("penumbra: "), terminal.err());
        for (String part : parts) {
            assertTrue(terminal.err().contains(part), terminal.err());
        }
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(terminal.out());
    }

    @Test
    void imagesOfAnotherSizeAreRefusedInOneLineEverywhere() throws IOException {
        Path large = OwnSets.write(folder.resolve("large"), 32, 32, DIGITS, DIGITS);
        Path wide = OwnSets.write(folder.resolve("wide"), 28, 20, DIGITS, DIGITS);
        String[] first = {"large: expected images of 28 x 28 pixels", "but they have 32 x 32; shrink them first"};
        assertOneLine(train(large, 32, 5), first);
        assertOneLine(evaluate(large), first);
        assertOneLine(export(large, 5), first);
        assertOneLine(fool(large), first);
        String[] second = {"wide: expected images of 28 x 28 pixels", "but they have 28 x 20; shrink them first"};
        assertOneLine(train(wide, 32, 5), second);
        assertOneLine(evaluate(wide), second);
        assertOneLine(export(wide, 5), second);
        assertOneLine(fool(wide), second);
        assertOneLine(
                terminal.run(
                        "data",
                        "import",
                        "mnist",
                        large.toString(),
                        "--data",
                        folder.resolve("home").toString()),
                "train-images-idx3-ubyte",
                "expected the MD5 sum");
    }

    @Test
    void oneClassAndTooManyCannotBeTrained() throws IOException {
        Path one = OwnSets.write(folder.resolve("one"), new int[40], new int[40]);
        assertOneLine(train(one, 32, 5), "one: expected images of 2 to 100 classes, but all are of the class 0;");
        Path seven = OwnSets.write(folder.resolve("seven"), new int[] {7}, new int[] {7});
        assertEquals(1, train(seven, 32, 0));
        assertTrue(terminal.err().contains("but all are of the class 7;"), terminal.err());
        assertFalse(terminal.err().contains("fault of the program"), terminal.err());
        int[] many = OwnSets.turns(110, 0, 100);
        Path hundredAndOne = OwnSets.write(folder.resolve("many"), many, many);
        assertOneLine(train(hundredAndOne, 32, 5), "many: expected images of 2 to 100 classes, but they are of 101;");
        assertFalse(Files.exists(folder.resolve("own.penumbra")));
    }

    @Test
    void aClassWithoutImagesToLearnFromIsNamed() throws IOException {
        Path tested = OwnSets.write(folder.resolve("tested"), OwnSets.turns(40, 0, 2), OwnSets.turns(40, 0, 3));
        assertOneLine(
                train(tested, 32, 5),
                "tested: expected images to learn from of every class, but of the class 3 there are only test images;");
        int[] sorted = IntStream.range(0, 40).map(i -> i / 10).toArray();
        Path last = OwnSets.write(folder.resolve("sorted"), sorted, sorted);
        assertOneLine(
                train(last, 32, 12),
                "sorted: expected images to learn from of every class, but of the class 3 all 10 are among the 12 at the "
                        + "end that are held out; hold out fewer, or mix the order of the images");
        assertEquals(0, train(last, 32, 9), terminal.err());
    }

    @Test
    void filesThatDoNotFitTogetherAreToldInOneLine() throws IOException {
        Path none = OwnSets.write(folder.resolve("none"), new int[0], DIGITS);
        Path counts = OwnSets.write(folder.resolve("counts"), DIGITS, DIGITS);
        Files.write(counts.resolve("train-labels-idx1-ubyte"), OwnSets.labels(1, 2, 3));
        Path lacking = OwnSets.write(folder.resolve("lacking"), DIGITS, DIGITS);
        Files.delete(lacking.resolve("train-images-idx3-ubyte"));
        Path swapped = OwnSets.write(folder.resolve("swapped"), DIGITS, DIGITS);
        Files.write(swapped.resolve("t10k-labels-idx1-ubyte"), OwnSets.images(28, 28, DIGITS));
        Map<Path, String> expected = Map.of(
                none, "expected 1 to 1000000 images, but found 0",
                counts, "expected a label for each of the 40 images in train-images-idx3-ubyte, but found 3",
                lacking, "lacks train-images-idx3-ubyte",
                swapped, "expected the magic number 0x00000801 of IDX labels");
        for (Map.Entry<Path, String> entry : expected.entrySet()) {
            assertOneLine(train(entry.getKey(), 32, 5), entry.getValue());
            assertOneLine(evaluate(entry.getKey()), entry.getValue());
            assertOneLine(export(entry.getKey(), 5), entry.getValue());
            assertOneLine(
                    fool(entry.getKey()),
                    entry.getKey().equals(lacking) ? "its file does not say where they are" : entry.getValue());
        }
    }

    @Test
    void aFolderWithPicturesOfOneClassIsRefusedInOneLine() throws IOException {
        Path one = folder.resolve("one");
        Files.createDirectories(one.resolve("cats"));
        Files.write(one.resolve("cats/a.png"), new byte[] {1});
        String expected = "one: expected 2 to 100 folders, one of pictures for each class, but found 1;";
        assertOneLine(train(one, 32, 5), expected);
        // One class is enough to measure with; what is wrong then is its picture.
        assertOneLine(evaluate(one), "a.png: expected a PNG");
        assertOneLine(export(one, 5), "a.png: expected a PNG");
    }

    @Test
    void fewerImagesThanABatchAreTrained() throws IOException {
        Path two = OwnSets.write(folder.resolve("two"), new int[] {0, 1}, new int[] {1});
        assertEquals(0, train(two, 128, 0), terminal.err());
        assertEquals(2, json().get("training_images").asInt());
    }

    @Test
    void classesKeepTheNamesOfTheirLabelsFromTrainingToTheConfusionMatrix() throws IOException {
        int[] labels = OwnSets.turns(90, 1, 9);
        Path set = OwnSets.write(folder.resolve("set"), labels, OwnSets.turns(18, 1, 9));
        assertEquals(0, train(set, 32, 9), terminal.err());
        List<String> expected =
                IntStream.rangeClosed(1, 9).mapToObj(Integer::toString).toList();
        assertTrue(
                terminal.err()
                        .contains(set + ": no image has the label 0, so there is no such class; the classes are the "
                                + "labels that occur, 1 to 9."),
                terminal.err());
        Path file = folder.resolve("own.penumbra");
        assertEquals(expected, ModelFile.read(file).classes());
        assertEquals(0, terminal.run("evaluate", file.toString(), "--images", set.toString()), terminal.err());
        JsonNode measured = json();
        assertEquals("1", measured.get("classes").get(0).asText());
        assertEquals(9, measured.get("confusion").size());
        for (JsonNode row : measured.get("confusion")) {
            int sum = 0;
            for (JsonNode cell : row) {
                sum += cell.asInt();
            }
            assertEquals(2, sum, measured.get("confusion").toString());
        }
    }

    @Test
    void aSetOfSomeOfAModelsClassesIsMeasuredByName() throws IOException {
        int[] some = {2, 5, 5, 9, 2, 2};
        Path set = OwnSets.write(folder.resolve("some"), some, some);
        assertEquals(0, evaluate(set), terminal.err());
        int[] sums = new int[10];
        for (int label = 0; label < 10; label++) {
            for (JsonNode cell : json().get("confusion").get(label)) {
                sums[label] += cell.asInt();
            }
        }
        assertEquals("[0, 0, 3, 0, 0, 2, 0, 0, 0, 1]", Arrays.toString(sums));
        assertEquals(0, fool(set), terminal.err());
        assertEquals(6, json().get("accuracy_at_tau").get("images").asInt());
        assertEquals(0, export(set, 6), terminal.err());
        assertEquals(
                Arrays.toString(some),
                Arrays.toString(
                        new NpzFile(folder.resolve("out.npz")).get("labels").integers()));
    }

    @Test
    void aSetOfOtherClassesIsRefusedInOneLine() throws IOException {
        int[] labels = OwnSets.turns(30, 0, 14);
        Path set = OwnSets.write(folder.resolve("fifteen"), labels, labels);
        assertOneLine(
                evaluate(set),
                "the classes of fifteen are 0, 1,",
                "13, 14, but the model knows 0, 1,",
                "8, 9, and not 10, 11, 12, 13, 14; choose");
        assertOneLine(fool(set), "13, 14, but the model knows 0, 1,", "leave out --data");
    }

    @Test
    void lettersOfEmnistAreTrainedByNameUnlessSomebodySaysOtherwise() throws IOException {
        int[] labels = OwnSets.turns(78, 1, 26);
        Path set = OwnSets.write(folder.resolve("idx-emnist-letters"), labels, labels);
        Path file = folder.resolve("own.penumbra");
        assertEquals(0, train(set, 32, 26), terminal.err());
        assertTrue(terminal.err().contains(set + ": read as EMNIST letters, as its name says."), terminal.err());
        assertEquals(
                "letters",
                json().get("provenance").get("checksums").get("emnist").asText());
        assertEquals("z", ModelFile.read(file).classes().get(25));
        assertEquals(0, terminal.run("evaluate", file.toString(), "--images", set.toString()), terminal.err());
        assertEquals("z", json().get("classes").get(25).asText());
        assertEquals(
                0,
                terminal.run(
                        "export",
                        file.toString(),
                        "--npz",
                        folder.resolve("out.npz").toString(),
                        "--inputs",
                        set.toString(),
                        "--count",
                        "3"),
                terminal.err());
        assertEquals(1, terminal.err().lines().count(), terminal.err());
        assertOneLine(
                terminal.run("evaluate", file.toString(), "--images", set.toString(), "--emnist", "none"),
                "the classes of idx-emnist-letters are 1, 2,",
                "but the model knows a, b,");
        String preset = preset(set, 32, 26).toString();
        String out = folder.resolve("numbers.penumbra").toString();
        assertEquals(0, terminal.run("train", "--preset", preset, "--out", out, "--emnist", "none"), terminal.err());
        assertEquals("26", ModelFile.read(Path.of(out)).classes().get(25));
        assertOneLine(
                terminal.run("evaluate", out, "--images", set.toString()),
                "or say with --emnist how they are to be read");
        assertEquals(0, terminal.run("evaluate", out, "--images", set.toString(), "--emnist", "none"), terminal.err());
        assertEquals(2, terminal.run("evaluate", out, "--emnist", "greek"));
        assertTrue(terminal.err().contains("expected one of auto, none, letters"), terminal.err());
    }

    @Test
    void emnistIsRefusedWhereThereAreNoFilesOfIt() throws IOException {
        Path pictures = folder.resolve("pictures");
        Files.createDirectories(pictures.resolve("a"));
        Files.write(pictures.resolve("a/a.png"), new byte[] {1});
        String model = digitsModel();
        assertOneLine(
                terminal.run("evaluate", model, "--images", pictures.toString(), "--emnist", "letters"),
                "expected the four files of EMNIST letters, but " + pictures + " is a folder of pictures; leave out");
        assertOneLine(
                terminal.run("evaluate", model, "--images", "mnist", "--emnist", "digits"),
                "but MNIST is known by its checksums; leave out --emnist");
        String npz = folder.resolve("out.npz").toString();
        for (String[] line : new String[][] {
            {"evaluate", model, "--emnist", "digits"},
            {"train", "--preset", "built-in-cnn", "--emnist", "digits"},
            {"export", model, "--npz", npz, "--inputs", "built-in-digits", "--emnist", "digits"}
        }) {
            assertEquals(2, terminal.run(line), terminal.err());
            assertTrue(
                    terminal.err().contains("--emnist: it tells how files are read, and built-in-digits has none"),
                    terminal.err());
        }
        assertEquals(2, terminal.run("export", model, "--npz", npz, "--inputs", "a.png", "--emnist", "none"));
        assertTrue(terminal.err().contains("and --inputs names pictures"), terminal.err());
    }

    /** Labels that no image has counted as classes once, and EMNIST was read as it is stored. */
    @Test
    void aCheckpointFromBeforeGoesOnWithItsClasses() throws IOException {
        int[] labels = OwnSets.turns(78, 1, 26);
        Path set = OwnSets.write(folder.resolve("emnist-letters"), labels, labels);
        Path file = preset(set, 32, 26);
        ImagePreset preset = ImagePresets.load(file.toString());
        List<String> numbers =
                IntStream.rangeClosed(0, 26).mapToObj(Integer::toString).toList();
        ImageData before = DataHome.loadFolder(set, new Emnist.AsStored()).withClasses(numbers);
        ImagePlan plan = new ImagePlan(preset.network(27), preset.training(), before, 0);
        Path model = folder.resolve("old.penumbra");
        try (ImageRun run = new ImageRun(plan, 2, 1)) {
            run.step();
            Checkpoint.of(preset, plan, run.snapshot()).write(folder.resolve("old.penumbra.checkpoint"));
        }
        assertEquals(
                0,
                terminal.run("train", "--preset", file.toString(), "--resume", "--out", model.toString()),
                terminal.err());
        assertEquals(numbers, ModelFile.read(model).classes());
        try (ImageRun unbroken = new ImageRun(plan, 2, 1)) {
            while (!unbroken.isOver()) {
                unbroken.step();
            }
            assertArrayEquals(
                    unbroken.network().parameters(), ModelFile.read(model).parameters());
        }
    }
}
