package org.penumbra.command.guest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.guest.GuestFile;
import org.penumbra.confidence.ImageMetrics;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.fooling.FoolingRun;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.GradientAttack;
import org.penumbra.fooling.Trial;
import org.penumbra.fooling.victim.ImageVictim;
import org.penumbra.kit.DigitGuests;
import org.penumbra.kit.DigitModels;
import org.penumbra.kit.NpzFile;
import org.penumbra.kit.StockGuests;
import org.penumbra.kit.Terminal;
import org.penumbra.kit.WithoutJars;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.TrainedModel;

/** Networks that plain DL4J trained, asked by every command that takes a model. */
@Timeout(300)
class GuestCommandTest {

    private static final int PIXELS = 784;

    private static MultiLayerNetwork row;
    private static ComputationGraph graph;

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    @BeforeAll
    static void train() {
        row = DigitGuests.row();
        graph = DigitGuests.graph();
    }

    private String rowFile() {
        return StockGuests.write(row, folder.resolve("row.zip")).toString();
    }

    private String graphFile() {
        return StockGuests.write(graph, folder.resolve("graph.zip")).toString();
    }

    private JsonNode json(String... arguments) throws IOException {
        assertEquals(0, terminal.run(arguments), terminal.err());
        return new ObjectMapper().readTree(terminal.out());
    }

    private static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.get(i).asDouble();
        }
        return values;
    }

    private static float[] floats(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    @Test
    void scoresAreThoseThatDl4jGives() throws IOException {
        ImageSet digits = DigitGuests.tested(3);
        Path picture = DigitGuests.picture(digits, 2, folder.resolve("2.png"));
        INDArray pixels = DigitGuests.pixels(digits, 2, 1);
        JsonNode ofRow = json("score", rowFile(), picture.toString(), "--as-is", "--json")
                .get(0);
        assertArrayEquals(floats(row.output(pixels)), floats(ofRow.get("y")), 1e-5f);
        assertEquals("MultiLayerNetwork", ofRow.get("guest").get("network").asText());
        assertEquals(
                "pixels 0 to 1, light ink on dark ground",
                "pixels " + ofRow.get("guest").get("pixels").asText());
        assertEquals(24, ofRow.get("guest").get("code_units").asInt());
        assertTrue(ofRow.get("confidence").isNull());
        JsonNode ofGraph = json("score", graphFile(), picture.toString(), "--as-is", "--json", "--alpha", "100")
                .get(0);
        INDArray[] outputs = graph.output(pixels);
        assertArrayEquals(floats(outputs[0]), floats(ofGraph.get("y")), 1e-5f);
        double error = outputs[1].distance2(pixels);
        assertEquals(error, ofGraph.get("reconstruction_error").asDouble(), 1e-4);
        assertEquals(
                Math.exp(-100.0 / PIXELS * error), ofGraph.get("confidence").asDouble(), 1e-5);
        assertEquals("pixels", ofGraph.get("guest").get("reconstruction").asText());
        assertEquals(0, terminal.run("score", rowFile(), picture.toString(), "--as-is", "--detector", "all"));
        assertTrue(terminal.out().contains("row.zip is a network of DL4J"), terminal.out());
    }

    @Test
    void whatIsMissingForTheConfidenceIsToldWithTheWayToGetIt() {
        Path picture = DigitGuests.picture(DigitGuests.tested(1), 0, folder.resolve("0.png"));
        String file = graphFile();
        assertEquals(1, terminal.run("score", file, picture.toString()));
        assertTrue(
                terminal.err()
                        .contains("name it with --alpha, or measure errors with \"penumbra guest " + file
                                + " --images mnist\""),
                terminal.err());
        assertEquals(1, terminal.run("evaluate", file));
        assertTrue(terminal.err().contains("name some whose classes are known with --images"), terminal.err());
        assertEquals(1, terminal.run("evaluate", file, "--images", "built-in-digits"));
        assertTrue(terminal.err().contains("penumbra guest " + file + " --images built-in-digits"), terminal.err());
        assertEquals(1, terminal.run("fit", file, "--detector", "energy", "--out", folder.toString()));
        assertTrue(
                terminal.err().contains("nobody has said yet which images this network learnt from"), terminal.err());
        assertFalse(Files.exists(GuestFile.notes(Path.of(file))), "nothing is noted by asking");
    }

    @Test
    void itIsCalibratedEvaluatedAndFittedOnImagesOfOnesChoice() throws IOException {
        String file = graphFile();
        JsonNode told = json("guest", file, "--images", "built-in-digits", "--json");
        assertTrue(told.get("calibrated").asBoolean());
        assertEquals("built-in-digits", told.get("images").asText());
        assertTrue(told.get("accuracy").asDouble() > 0.6, told.toString());
        GuestModel kept = GuestFile.load(Path.of(file));
        ImageSet training = new BuiltInDigits(12_000, 2000, 1).make().training();
        INDArray held = DigitGuests.pixels(training, 10_000, 2000);
        INDArray given = graph.output(held)[1];
        float[] errors = new float[2000];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = (float) given.getRow(i).distance2(held.getRow(i));
        }
        assertArrayEquals(ImageMetrics.quantiles(errors, ImageModel.QUANTILES), kept.heldOutErrors(), 1e-4f);
        JsonNode report = json("evaluate", file, "--thresholds", "0.9", "--kappa", "1");
        ImageSet test = new BuiltInDigits(1, 10_000, 1).make().test();
        INDArray answers = graph.output(DigitGuests.pixels(test, 0, 10_000))[0].argMax(1);
        int right = 0;
        for (int i = 0; i < test.count(); i++) {
            right += answers.getInt(i) == test.label(i) ? 1 : 0;
        }
        assertEquals(right / 1e4, report.get("accuracy").asDouble(), 2e-4, "a tie in the last bits is no fault");
        assertEquals(
                "graph.zip",
                Path.of(report.get("guest").get("file").asText()).getFileName().toString());
        assertEquals(kept.weights(), report.get("guest").get("weights_sha256").asText());
        JsonNode fit = json("fit", file, "--detector", "energy", "--count", "500", "--out", folder.toString());
        assertTrue(fit.get("file").asText().endsWith("graph.energy.detector"), fit.toString());
        assertEquals(2000, fit.get("held_out").asInt());
        Path picture = DigitGuests.picture(test, 7, folder.resolve("7.png"));
        JsonNode judged = json(
                        "score",
                        file,
                        picture.toString(),
                        "--as-is",
                        "--json",
                        "--detector",
                        fit.get("file").asText())
                .get(0);
        assertEquals("energy", judged.get("detectors").get(0).get("detector").asText());
    }

    @Test
    void aWrongPolarityIsSeenAndCorrectedBesideTheNetwork() throws IOException {
        Path file = StockGuests.write(DigitGuests.ofDarkInk(row), folder.resolve("dark.zip"));
        byte[] before = Files.readAllBytes(file);
        assertEquals(0, terminal.run("guest", file.toString(), "--images", "built-in-digits"), terminal.err());
        assertTrue(
                terminal.out().contains("dark ink on light ground it would be")
                        && terminal.out().contains("--ink dark --range 0..1"),
                terminal.out());
        JsonNode corrected = json(
                "guest", file.toString(), "--ink", "dark", "--range", "0..1", "--images", "built-in-digits", "--json");
        assertTrue(corrected.get("accuracy").asDouble() > 0.6, corrected.toString());
        assertFalse(corrected.has("better_pixels"));
        json("guest", file.toString(), "--classes", "a,b,c,d,e,f,g,h,i,j", "--json");
        assertEquals(List.of("a", "b"), GuestFile.load(file).classes().subList(0, 2));
        assertTrue(GuestFile.load(file).reading().pixels().darkInk());
        assertArrayEquals(before, Files.readAllBytes(file), "the network stays as it was");
        assertEquals(1, terminal.run("guest", file.toString(), "--images", "built-in-digits"));
        assertTrue(terminal.err().contains("name its classes in the order of its outputs"), terminal.err());
    }

    @Test
    void wrongCorrectionsAreRefusedAndNothingIsKept() {
        String file = rowFile();
        assertEquals(2, terminal.run("guest", file, "--range", "0..7"));
        assertTrue(terminal.err().contains("expected 0..1, 0..255, -1..1"), terminal.err());
        assertEquals(2, terminal.run("guest", file, "--ink", "blue"));
        assertEquals(1, terminal.run("guest", file, "--classes", "a,b"));
        assertEquals(1, terminal.run("guest", file, "--reconstruction", "nothing"));
        assertEquals(1, terminal.run("guest", folder.resolve("none.zip").toString()));
        assertEquals(1, terminal.err().strip().lines().count(), terminal.err());
        assertFalse(Files.exists(GuestFile.notes(Path.of(file))));
        assertEquals(0, terminal.run("guest", file, "--range", "-1..1"), terminal.err());
        assertTrue(terminal.out().contains("pixels -1 to 1, light ink on dark ground"), terminal.out());
    }

    @Test
    void withoutDl4jsJarsItIsShownAndWhatNeedsDl4jSaysWhatIsMissing() throws Exception {
        String file = rowFile();
        Path picture = DigitGuests.picture(DigitGuests.tested(1), 0, folder.resolve("0.png"));
        try (WithoutJars program = new WithoutJars(jar -> jar.contains("deeplearning4j") || jar.contains("nd4j"))) {
            Class<?> terminals = program.find(Terminal.class);
            Object other = terminals.getConstructor().newInstance();
            Method run = terminals.getMethod("runLine", String.class);
            assertEquals(0, run.invoke(other, "guest " + file));
            assertTrue(terminals.getMethod("out").invoke(other).toString().contains("MultiLayerNetwork"));
            assertEquals(1, run.invoke(other, "score " + file + " " + picture));
            String told = terminals.getMethod("err").invoke(other).toString().strip();
            assertEquals(1, told.lines().count(), told);
            assertTrue(told.contains("DL4J is not part of this installation"), told);
        }
    }

    @Test
    void itIsFooledByTheGradientOfDl4j() throws IOException {
        String file = rowFile();
        JsonNode report = json("fool", file, "--protocol", "strong", "--trials", "1", "--targets", "3", "--tau", "0.5");
        assertEquals(1, report.get("fooled").asInt(), report.toString());
        assertEquals("MultiLayerNetwork", report.get("guest").get("network").asText());
        GuestModel guest = GuestFile.load(Path.of(graphFile()));
        try (ImageClassifier network = guest.network();
                ImageVictim victim = new ImageVictim(network, ModelDetectors.outputs(guest))) {
            FoolingRun run = GradientAttack.strong().start(victim, new FoolingSettings(List.of(8), 1, 0.7, 400, 1));
            while (run.step()) {
                assertTrue(run.trials().size() == 1);
            }
            Trial trial = run.trials().get(0);
            assertEquals(Trial.Outcome.FOOLED, trial.outcome());
            INDArray image = Nd4j.create(trial.image(), new long[] {1, PIXELS}, 'c');
            assertEquals(graph.output(image)[0].getDouble(0, 8), trial.score(), 1e-5);
        }
    }

    @Test
    void itsParametersConfigurationAndAnswersAreExported() throws IOException {
        Path npz = folder.resolve("row.npz");
        assertEquals(
                0,
                terminal.run(
                        "export", rowFile(), "--npz", npz.toString(), "--inputs", "built-in-digits", "--count", "4"),
                terminal.err());
        NpzFile file = new NpzFile(npz);
        assertArrayEquals(floats(row.params()), file.get("parameters").floats());
        JsonNode configuration =
                new ObjectMapper().readTree(file.get("configuration").texts().get(0));
        assertTrue(configuration.has("vertices"), "layers in a row become a graph");
        JsonNode guest = new ObjectMapper().readTree(file.get("guest").texts().get(0));
        assertEquals("[n, 784]", guest.get("layout").asText());
        INDArray inputs = Nd4j.create(file.get("inputs").floats(), new long[] {4, PIXELS}, 'c');
        assertArrayEquals(floats(row.output(inputs)), file.get("scores").floats(), 1e-5f);
    }

    @Test
    void anOwnModelThatLeftForDl4jComesBackTheSame() throws IOException {
        TrainedModel own = DigitModels.trained(ImageArchitecture.DAE_ASYM, 30);
        String model = folder.resolve("own.penumbra").toString();
        ModelFile.write(own, Path.of(model));
        String zip = folder.resolve("own.zip").toString();
        assertEquals(0, terminal.run("export", model, "--dl4j", zip), terminal.err());
        GuestModel back = GuestFile.load(Path.of(zip));
        assertTrue(back.doubts());
        GuestFile.save(back.with(own.heldOutErrors(), own.trainingImages()), Path.of(zip));
        Path picture = DigitGuests.picture(DigitGuests.tested(6), 5, folder.resolve("5.png"));
        String[] files = {model, zip};
        JsonNode[] scored = new JsonNode[2];
        for (int i = 0; i < 2; i++) {
            String detectors = Files.createDirectories(folder.resolve("of" + i)).toString();
            JsonNode fit = json(
                    "fit", files[i], "--count", "200", "--detector", "knn", "--detector", "energy", "--out", detectors);
            scored[i] = json(
                            "score",
                            files[i],
                            picture.toString(),
                            "--as-is",
                            "--json",
                            "--detector",
                            fit.get(0).get("file").asText(),
                            "--detector",
                            fit.get(1).get("file").asText())
                    .get(0);
        }
        assertArrayEquals(floats(scored[0].get("y")), floats(scored[1].get("y")), 1e-4f);
        for (String figure : List.of("reconstruction_error", "confidence", "score")) {
            assertEquals(scored[0].get(figure).asDouble(), scored[1].get(figure).asDouble(), 1e-4, figure);
        }
        for (int i = 0; i < 2; i++) {
            JsonNode one = scored[0].get("detectors").get(i);
            JsonNode other = scored[1].get("detectors").get(i);
            assertAll(
                    () -> assertEquals(
                            one.get("acceptance").asDouble(),
                            other.get("acceptance").asDouble(),
                            1e-4),
                    () -> assertEquals(
                            one.get("ranking").asDouble(),
                            other.get("ranking").asDouble(),
                            1e-4 * Math.max(1, Math.abs(one.get("ranking").asDouble()))));
        }
        ImageSet digits = DigitGuests.tested(20);
        try (ImageClassifier ours = own.network();
                ImageClassifier guest = GuestFile.load(Path.of(zip)).network()) {
            assertArrayEquals(
                    ImageAnswers.of(ours, digits).errors(),
                    ImageAnswers.of(guest, digits).errors(),
                    1e-4f);
            assertEquals(
                    own.shape().code(),
                    guest.shape().code(),
                    Arrays.toString(own.classes().toArray()));
        }
    }
}
