package org.penumbra.command.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.archive.AnswersFile;
import org.penumbra.archive.Checkpoint;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.StoredAnswers;
import org.penumbra.confidence.Population;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.course.ImagePlan;
import org.penumbra.course.ImageRun;
import org.penumbra.course.ImageSnapshot;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.KnownImages;
import org.penumbra.kit.ImageModels;
import org.penumbra.kit.RunningProgram;
import org.penumbra.kit.Terminal;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;

/** Training and evaluating image models as a person does, on the digits the program makes itself. */
@Timeout(300)
class TrainCommandTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(terminal.out());
    }

    /** A preset that is trained in seconds. */
    private Path tiny(String architecture, int images, int epochs, double learningRate) {
        ImagePreset like = ImagePresets.load("built-in-" + architecture);
        Path file = folder.resolve("tiny.json");
        ImagePresets.write(
                like.withData(new ImageSource.BuiltIn(new BuiltInDigits(images, 10, 3)))
                        .withTraining(new ImageTrainingSettings(
                                4, learningRate, LearningRateSchedule.COSINE, 0.1, 0, 5, 0.25, 32, epochs, 100)),
                file);
        return file;
    }

    @Test
    void aModelOfTheBuiltInDigitsLearnsAndIsMeasured() throws IOException {
        Path model = folder.resolve("digits.penumbra");
        assertEquals(0, terminal.run("train", "--preset", "built-in-cnn", "--out", model.toString()), terminal.err());
        JsonNode trained = json();
        assertEquals(9_000, trained.get("training_images").asInt());
        assertEquals(1_000, trained.get("held_out_images").asInt());
        assertTrue(trained.get("validation_accuracy").asDouble() > 0.95, trained.toString());
        assertTrue(trained.get("held_out_error_99").isNull());
        assertEquals("built-in-digits", trained.get("provenance").get("data").asText());
        assertTrue(
                terminal.err()
                        .lines()
                        .anyMatch(line -> line.matches("epoch 3\\.\\d+ of 3, step 844 of 844, .*validation "
                                        + "accuracy 9\\d\\.\\d\\d %")
                                || line.matches("epoch 3\\.00 of 3, step 844 of 844, .*")),
                terminal.err());
        assertFalse(Files.exists(folder.resolve("digits.penumbra.checkpoint")));

        assertEquals(0, terminal.run("evaluate", model.toString(), "--thresholds", "0,0.5"), terminal.err());
        JsonNode measured = json();
        assertTrue(measured.get("accuracy").asDouble() > 0.95, measured.toString());
        assertEquals(
                measured.get("accuracy").asDouble(),
                measured.get("thresholds").get(0).get("accuracy_y").asDouble());
        assertTrue(measured.get("thresholds").get(1).get("accuracy_scaled").isNull());
        int counted = 0;
        for (JsonNode row : measured.get("confusion")) {
            for (JsonNode cell : row) {
                counted += cell.asInt();
            }
        }
        assertEquals(10_000, counted);
    }

    @Test
    void anAutoencoderIsCalibratedOnImagesItWasNotTrainedOn() throws IOException {
        Path model = folder.resolve("dae.penumbra");
        assertEquals(
                0,
                terminal.run(
                        "train",
                        "--preset",
                        tiny("dae-sym", 700, 2, 2e-3).toString(),
                        "--weights",
                        "16",
                        "--out",
                        model.toString()),
                terminal.err());
        TrainedModel read = ModelFile.read(model);
        assertEquals(ImageModel.QUANTILES, read.heldOutErrors().length);
        assertEquals(
                0, terminal.run("evaluate", model.toString(), "--kappa", "1,2", "--thresholds", "0.9"), terminal.err());
        JsonNode rows = json().get("thresholds");
        assertEquals(2, rows.size());
        double q = read.heldOutErrors()[990];
        assertEquals(-Math.log(0.9) * 784 / q, rows.get(0).get("alpha").asDouble(), 1e-9);
        assertEquals(-Math.log(0.9) * 784 / (2 * q), rows.get(1).get("alpha").asDouble(), 1e-9);
        assertTrue(rows.get(0).get("accepted_scaled").asDouble()
                <= rows.get(1).get("accepted_scaled").asDouble());
        assertTrue(json().get("error_quantiles").get("0.99").asDouble()
                > json().get("error_quantiles").get("0.5").asDouble());
    }

    @Test
    void answersAreKeptWithThoseToAnotherSetAndToNoise() throws IOException {
        String named = System.getenv(DataHome.VARIABLE);
        Path data = Path.of(named == null || named.isBlank() ? "../shared/data" : named);
        assumeTrue(DataHome.in(data).find(KnownImages.named("fashion-mnist")).isPresent(), "Fashion-MNIST is not here");
        Path model = folder.resolve("dae.penumbra");
        ModelFile.write(ImageModels.untrained(ImageArchitecture.DAE_ASYM), model);
        Path file = folder.resolve("dae.answers");
        assertEquals(
                0,
                terminal.run(
                        "evaluate",
                        model.toString(),
                        "--data",
                        data.toString(),
                        "--thresholds",
                        "0.2",
                        "--kappa",
                        "2",
                        "--answers",
                        file.toString()),
                terminal.err());
        StoredAnswers kept = AnswersFile.read(file);
        assertEquals("a test", kept.model());
        assertEquals(ModelFile.read(model).weights(), kept.weights());
        assertEquals(
                List.of("built-in digits test images", "Fashion-MNIST test images", "uniform noise"),
                kept.populations().stream().map(Population::title).toList());
        JsonNode row = json().get("thresholds").get(0);
        TopAnswers test = kept.populations().get(0).answers();
        assertEquals(row.get("accuracy_y").asDouble(), test.accuracy(0.2, 0), 1e-9);
        assertEquals(
                row.get("accepted_scaled").asDouble(),
                test.accepted(0.2, row.get("alpha").asDouble()),
                1e-3);
    }

    @Test
    void answersAreNotKeptWithoutTheOtherSet() throws IOException {
        Path model = folder.resolve("cnn.penumbra");
        ModelFile.write(ImageModels.untrained(ImageArchitecture.CNN), model);
        Path file = folder.resolve("cnn.answers");
        assertFails(
                "Fashion-MNIST is not here",
                "evaluate",
                model.toString(),
                "--data",
                folder.toString(),
                "--answers",
                file.toString());
        assertFalse(Files.exists(file));
    }

    @Test
    void clutterIsChosenAndTravelsWithTheModel() throws IOException {
        Path preset = tiny("dae-sym", 300, 1, 1e-3);
        Path without = folder.resolve("without.penumbra");
        Path with = folder.resolve("with.penumbra");
        assertEquals(
                0, terminal.run("train", "--preset", preset.toString(), "--out", without.toString()), terminal.err());
        assertEquals(0, json().get("provenance").get("training").get("clutter").asDouble());
        assertEquals(
                0,
                terminal.run("train", "--preset", preset.toString(), "--clutter=0.5", "--out", with.toString()),
                terminal.err());
        assertEquals(
                0.5, json().get("provenance").get("training").get("clutter").asDouble());
        assertEquals(0.5, ModelFile.read(with).provenance().training().clutter());
        assertFalse(Arrays.equals(
                ModelFile.read(without).parameters(), ModelFile.read(with).parameters()));
    }

    @Test
    void aRunWithPatienceEndsWithItsBestWeightsAndAnInterruptedOneAlike() throws IOException {
        // So fast that the loss soon hops about rather than falls.
        Path preset = tiny("cnn", 300, 60, 0.03);
        Path whole = folder.resolve("whole.penumbra");
        assertEquals(
                0,
                terminal.run(
                        "train", "--preset", preset.toString(), "--patience=2", "--lanes=2", "--out", whole.toString()),
                terminal.err());
        assertTrue(
                terminal.err()
                        .lines()
                        .anyMatch(line -> line.matches("The validation loss has not fallen for 2 epochs\\. The weights "
                                + "are those after epoch \\d+, when it was \\d.*")),
                terminal.err());
        TrainedModel unbroken = ModelFile.read(whole);
        long steps = unbroken.provenance().steps();
        assertEquals(steps, json().get("provenance").get("steps").asLong());
        assertTrue(steps < 60 * 200 / 32 - 13, "two epochs before the end at the latest, but " + steps);
        assertFalse(Files.exists(folder.resolve("whole.penumbra.checkpoint")));

        Path broken = folder.resolve("broken.penumbra");
        interrupt(ImagePresets.load(preset.toString()), 2, steps + 3, folder.resolve("broken.penumbra.checkpoint"));
        assertEquals(
                0,
                terminal.run("train", "--preset", preset.toString(), "--resume", "--out", broken.toString()),
                terminal.err());
        TrainedModel resumed = ModelFile.read(broken);
        assertEquals(steps, resumed.provenance().steps());
        assertArrayEquals(unbroken.parameters(), resumed.parameters());
    }

    @Test
    void aRunThatTheMemoryCannotHoldIsRefusedBeforeItBegins() throws IOException {
        assertFails(
                "penumbra: Training dae-sym with 8192 images a step in 64 parts would take about ",
                "train",
                "--preset",
                tiny("dae-sym", 300, 1, 1e-3).toString(),
                "--batch",
                "8192",
                "--lanes",
                "64",
                "--out",
                folder.resolve("model.penumbra").toString());
    }

    /** Sealed anew after somebody changed it, as its checksum is no secret. */
    @Test
    void aForgedCheckpointIsADamagedFile() throws IOException {
        Path preset = tiny("cnn", 300, 1, 1e-3);
        ImagePreset read = ImagePresets.load(preset.toString());
        Path model = folder.resolve("model.penumbra");
        Path file = folder.resolve("model.penumbra.checkpoint");
        interrupt(read, 0, 1, file);
        Checkpoint honest = Checkpoint.read(file);
        ImageSnapshot run = honest.run();
        new Checkpoint(
                        read,
                        0,
                        honest.classes(),
                        honest.checksums(),
                        new ImageSnapshot(
                                run.lanes(), Long.MAX_VALUE, run.parameters(), run.mean(), run.variance(), run.best()))
                .write(file);
        assertFails(
                file
                        + ": the checkpoint is damaged: it says that 9223372036854775807 steps were taken, but the whole run "
                        + "has ",
                "train",
                "--preset",
                preset.toString(),
                "--resume",
                "--out",
                model.toString());
    }

    /** Leaves the checkpoint of a run that was stopped after so many steps. */
    private static void interrupt(ImagePreset preset, int patience, long steps, Path checkpoint) {
        ImageData data = preset.data().load(null);
        ImagePlan plan = new ImagePlan(preset.network(10), preset.training(), data, patience);
        try (ImageRun run = new ImageRun(plan, 2, 1)) {
            while (run.steps() < steps) {
                run.step();
                if (run.isValidationDue()) {
                    run.validate();
                }
            }
            Checkpoint.of(preset, plan, run.snapshot()).write(checkpoint);
        }
    }

    @Test
    void patienceIsCheckedAndBelongsToTheRun() {
        assertWrongUse("--patience: expected 0 to 10000, but got -1", "--patience=-1");
        assertWrongUse("--patience: expected 0 to 10000, but got 10001", "--patience=10001");
        assertWrongUse(
                "--patience: expected 0, as no images are held out to see by them when to stop (hold some out with "
                        + "--held-out), but got 2",
                "--patience=2",
                "--held-out=0");
        assertWrongUse("--resume goes on as the run began; leave out --patience", "--patience=2", "--resume");
        assertWrongUse("--resume goes on as the run began; leave out --sigma", "--sigma=0", "--patience=2", "--resume");
        assertWrongUse("--resume goes on as the run began; leave out --lanes", "--lanes=2", "--resume");
    }

    private void assertWrongUse(String message, String... options) {
        List<String> all = new ArrayList<>(List.of("train", "--preset", "built-in-cnn", "--out"));
        all.add(folder.resolve("x").toString());
        all.addAll(List.of(options));
        assertEquals(2, terminal.run(all.toArray(String[]::new)));
        assertTrue(terminal.err().contains(message), terminal.err());
    }

    @Test
    void someClassesAreLearntAloneAndMeasuredAlone() throws IOException {
        Path preset = tiny("cnn", 600, 2, 0.002);
        Path model = folder.resolve("some.penumbra");
        String[] command = {"train", "--preset", preset.toString(), "--held-out", "20", "--out", model.toString()};
        String[] some = Stream.concat(Arrays.stream(command), Stream.of("--classes", "3,8"))
                .toArray(String[]::new);
        assertEquals(0, terminal.run(some), terminal.err());
        assertEquals(100, json().get("training_images").asInt(), "a fifth of them, less those held out");
        assertEquals(List.of("3", "8"), ModelFile.read(model).classes());
        assertEquals(1, terminal.run(command), "a model of other classes is not replaced");
        assertTrue(terminal.err().contains("trained otherwise"), terminal.err());

        assertEquals(0, terminal.run("evaluate", model.toString(), "--thresholds", "0"), terminal.err());
        assertEquals(2_000, json().get("images").asInt(), "of the two classes alone");
        assertEquals(2, json().get("confusion").size());

        assertWrongUse("--classes", "--classes", "3,8", "--resume");
        assertEquals(
                1, terminal.run("train", "--preset", preset.toString(), "--classes", "3,x", "--out", "o.penumbra"));
        assertTrue(terminal.err().contains("\"x\""), terminal.err());
    }

    @Test
    void aDivergingRunSaysSoInOneLine() throws IOException {
        Path model = folder.resolve("model.penumbra");
        int code = terminal.run(
                "train",
                "--preset",
                tiny("cnn", 300, 1, 1e-3).toString(),
                "--learning-rate",
                "900",
                "--out",
                model.toString());
        assertEquals(1, code);
        assertTrue(
                terminal.err()
                        .lines()
                        .anyMatch(line -> line.startsWith("penumbra: Training diverged at step ")
                                && line.contains("learning rate was 900")),
                terminal.err());
        assertFalse(Files.exists(model));
    }

    @Test
    void whatCannotBeDoneIsSaidBeforeTheTraining() throws IOException {
        assertFails("model \"nothing\": expected one of", "evaluate", "nothing");
        assertFails("image preset \"mnist\": expected one of", "train", "--preset", "mnist");
        assertFails(
                "MNIST is not here",
                "train",
                "--preset",
                "mnist-cnn",
                "--data",
                folder.toString(),
                "--out",
                folder.resolve("x").toString());
        assertFails(
                "cannot write",
                "train",
                "--preset",
                "built-in-cnn",
                "--out",
                folder.resolve("none/x").toString());
        assertFails("cannot write", "train", "--preset", "built-in-cnn", "--out", folder.toString());
        assertFails(
                "held out: expected fewer images",
                "train",
                "--preset",
                "built-in-cnn",
                "--held-out",
                "10000",
                "--out",
                folder.resolve("x").toString());
        assertFails(
                "there is no such checkpoint file",
                "train",
                "--preset",
                "built-in-cnn",
                "--resume",
                "--out",
                folder.resolve("x").toString());
        Files.createFile(folder.resolve("x.checkpoint"));
        assertFails(
                "is the checkpoint of an interrupted run",
                "train",
                "--preset",
                "built-in-cnn",
                "--out",
                folder.resolve("x").toString());
    }

    private void assertFails(String message, String... arguments) {
        assertEquals(1, terminal.run(arguments));
        assertTrue(terminal.err().contains("penumbra: ") && terminal.err().contains(message), terminal.err());
        assertEquals(1, terminal.err().lines().count(), terminal.err());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process cannot be asked to end, only ended")
    void anInterruptedRunGoesOnToTheResultOfAnUnbrokenOne() throws Exception {
        Path preset = tiny("dae-sym", 8_000, 1, 1e-3);
        Path broken = folder.resolve("broken.penumbra");
        stopAfterTheFirstLine(preset, broken);
        assertTrue(Files.exists(folder.resolve("broken.penumbra.checkpoint")), "no checkpoint");
        assertFalse(Files.exists(broken));
        assertEquals(
                0,
                terminal.run("train", "--preset", preset.toString(), "--resume", "--out", broken.toString()),
                terminal.err());
        Path whole = folder.resolve("whole.penumbra");
        assertEquals(
                0, terminal.run("train", "--preset", preset.toString(), "--out", whole.toString()), terminal.err());
        assertArrayEquals(
                ModelFile.read(whole).parameters(), ModelFile.read(broken).parameters());
        assertArrayEquals(
                ModelFile.read(whole).heldOutErrors(), ModelFile.read(broken).heldOutErrors());
    }

    private void stopAfterTheFirstLine(Path preset, Path out) throws Exception {
        try (RunningProgram program = new RunningProgram(
                folder.resolve("stdout"), "train", "--preset", preset.toString(), "--out", out.toString())) {
            program.awaitLine("epoch 0.00 ");
            List<String> rest = program.stop();
            assertTrue(
                    rest.get(rest.size() - 1)
                            .matches("Stopped at step \\d+ of \\d+; the same command with --resume goes "
                                    + "on from .*"),
                    rest.toString());
        }
        assertEquals("", Files.readString(folder.resolve("stdout")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    0, files.filter(file -> file.toString().endsWith(".tmp")).count());
        }
    }
}
