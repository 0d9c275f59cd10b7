package org.penumbra.command.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.archive.Checkpoint;
import org.penumbra.archive.ModelFile;
import org.penumbra.course.ImagePlan;
import org.penumbra.course.ImageRun;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageData;
import org.penumbra.kit.Terminal;
import org.penumbra.kit.WithoutJars;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.net.image.StepEngine;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;

/** Training by DL4J's layers on the command line: an ordinary model, which says by whose layers it was trained. */
@Timeout(300)
class TrainEngineTest {

    private static final BuiltInDigits DIGITS = new BuiltInDigits(140, 10, 3);

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    /** Two epochs of five steps. */
    private ImagePreset tiny() {
        return ImagePresets.load("built-in-cnn")
                .withData(new ImageSource.BuiltIn(DIGITS))
                .withTraining(
                        new ImageTrainingSettings(4, 1e-3, LearningRateSchedule.COSINE, 0.1, 0, 5, 0.25, 16, 2, 60));
    }

    private Path written() {
        Path file = folder.resolve("tiny.json");
        ImagePresets.write(tiny(), file);
        return file;
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(terminal.out());
    }

    @Test
    void theModelIsAnOrdinaryOneThatNamesItsEngine() throws IOException {
        Path stock = folder.resolve("stock.penumbra");
        Path ours = folder.resolve("ours.penumbra");
        String preset = written().toString();
        assertEquals(
                0,
                terminal.run("train", "--preset", preset, "--engine", "dl4j", "--out", stock.toString()),
                terminal.err());
        assertTrue(terminal.err().contains("Training built-in-cnn by DL4J on 80 images"), terminal.err());
        assertEquals("dl4j", json().get("engine").asText());
        assertEquals("dl4j", json().get("provenance").get("engine").asText());
        assertEquals(
                0,
                terminal.run("train", "--preset", preset, "--engine", "penumbra", "--out", ours.toString()),
                terminal.err());
        assertEquals("penumbra", json().get("engine").asText());
        assertFalse(json().get("provenance").has("engine"), "files are as they were before there was a choice");
        TrainedModel one = ModelFile.read(stock);
        TrainedModel other = ModelFile.read(ours);
        assertEquals(StepEngine.DL4J, one.provenance().engine());
        assertEquals(1, one.provenance().lanes());
        assertEquals(StepEngine.PENUMBRA, other.provenance().engine());
        double distance = 0;
        for (int i = 0; i < one.parameters().length; i++) {
            distance += Math.abs(one.parameters()[i] - other.parameters()[i]) / one.parameters().length;
        }
        // Ten steps of at most 1e-3 each, in the mean a hundred times less apart than that.
        assertTrue(distance < 1e-4, "the weights of the two lie apart by " + distance);
        assertEquals(
                1,
                terminal.run("train", "--preset", preset, "--out", stock.toString()),
                "a model of the other engine is not replaced without being asked");
    }

    @Test
    void aRunThatWasInterruptedGoesOnByTheSameLayers() throws IOException {
        ImageData data = DIGITS.make();
        ImagePreset preset = tiny();
        ImagePlan plan = new ImagePlan(preset.network(10), preset.training(), data, 0, StepEngine.DL4J);
        Path model = folder.resolve("m.penumbra");
        float[] unbroken;
        try (ImageRun run = new ImageRun(plan, 2, 1)) {
            for (int step = 0; step < 4; step++) {
                run.step();
            }
            Checkpoint.of(preset, plan, run.snapshot()).write(folder.resolve("m.penumbra.checkpoint"));
            while (!run.isOver()) {
                run.step();
            }
            unbroken = run.network().parameters();
        }
        assertEquals(
                0,
                terminal.run("train", "--preset", written().toString(), "--resume", "--out", model.toString()),
                terminal.err());
        assertEquals("dl4j", json().get("provenance").get("engine").asText());
        float[] resumed = ModelFile.read(model).parameters();
        for (int i = 0; i < resumed.length; i++) {
            assertEquals(unbroken[i], resumed[i], 1e-6f, "parameter " + i);
        }
    }

    @Test
    void whatDoesNotGoTogetherIsRefusedInOneLine() {
        String preset = written().toString();
        assertEquals(2, terminal.run("train", "--preset", preset, "--engine", "torch"));
        assertTrue(terminal.err().contains("--engine: expected penumbra or dl4j, but got \"torch\""), terminal.err());
        assertEquals(2, terminal.run("train", "--preset", preset, "--engine", "dl4j", "--lanes", "2"));
        assertTrue(terminal.err().contains("--lanes: DL4J takes a batch whole"), terminal.err());
        assertEquals(2, terminal.run("train", "--preset", preset, "--engine", "dl4j", "--resume"));
        assertTrue(terminal.err().contains("--resume goes on as the run began; leave out --engine"), terminal.err());
    }

    @Test
    void withoutDl4jsJarsOurOwnLayersTrainAndTheOthersAreMissedInOneLine() throws Exception {
        String preset = written().toString();
        Path model = folder.resolve("without.penumbra");
        assertEquals(0, run("train", "--preset", preset, "--epochs", "1", "--out", model.toString()));
        assertTrue(Files.exists(model), said());
        assertEquals(
                1,
                run(
                        "train",
                        "--preset",
                        preset,
                        "--engine",
                        "dl4j",
                        "--out",
                        folder.resolve("x").toString()));
        assertEquals(
                "penumbra: DL4J is not part of this installation: its jar deeplearning4j-nn is missing in the folder lib. All "
                        + "that does not name DL4J works without it.",
                said().strip());
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
    }

    /** Runs the program as it is installed without DL4J and ND4J. */
    private int run(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                WithoutJars.classPath(jar -> jar.matches("(deeplearning4j|nd4j)-.*")),
                "org.penumbra.Penumbra"));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .redirectError(folder.resolve("err").toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it ends");
        return process.exitValue();
    }
}
