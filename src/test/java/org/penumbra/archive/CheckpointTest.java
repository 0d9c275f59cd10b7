package org.penumbra.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.course.BestWeights;
import org.penumbra.course.ImagePlan;
import org.penumbra.course.ImageSnapshot;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageData;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.StepEngine;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresetFormat;
import org.penumbra.preset.ImagePresets;

class CheckpointTest {

    private static final ImagePreset PRESET = ImagePresets.load("built-in-cnn");
    private static final int COUNT = ImageNetwork.parameterCount(PRESET.network(10));
    private static final Map<String, String> SUMS = Map.of("generator", "version 1");

    @TempDir
    private Path folder;

    private static float[] numbers(float first) {
        float[] numbers = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            numbers[i] = first + i / 1024f;
        }
        return numbers;
    }

    private static ImageSnapshot snapshot(Optional<BestWeights> best) {
        return new ImageSnapshot(3, 77, numbers(0), numbers(1), numbers(2), best);
    }

    /** The header that was written before there was patience. */
    private static ObjectNode oldHeader() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("format", "penumbra-checkpoint/1");
        root.set("preset", new ImagePresetFormat().write(PRESET));
        root.put("classes", 10).putObject("checksums").put("generator", "version 1");
        return root.put("lanes", 3).put("steps", 77);
    }

    private Path sealed(ObjectNode header, float[]... numbers) {
        Path file = folder.resolve("sealed.checkpoint");
        ModelFile.write(file, "checkpoint", header, WeightType.FLOAT32, numbers);
        return file;
    }

    @Test
    void oneFromBeforeThereWasPatienceIsReadAndWrittenTheSame() throws IOException {
        Path old = sealed(oldHeader(), numbers(0), numbers(1), numbers(2));
        Checkpoint read = Checkpoint.read(old);
        assertEquals(0, read.patience());
        assertEquals(3, read.run().lanes());
        assertEquals(77, read.run().steps());
        assertArrayEquals(numbers(0), read.run().parameters());
        assertArrayEquals(numbers(1), read.run().mean());
        assertArrayEquals(numbers(2), read.run().variance());
        assertTrue(read.run().best().isEmpty());
        Path again = folder.resolve("again.checkpoint");
        read.write(again);
        assertArrayEquals(Files.readAllBytes(old), Files.readAllBytes(again));
    }

    @Test
    void patienceAndTheBestWeightsAreReadBackToTheBit() {
        BestWeights best = new BestWeights(42, 6, 0.1 + 0.2, numbers(7));
        Path file = folder.resolve("patient.checkpoint");
        new Checkpoint(PRESET, 5, 10, SUMS, snapshot(Optional.of(best))).write(file);
        Checkpoint read = Checkpoint.read(file);
        assertEquals(5, read.patience());
        BestWeights found = read.run().best().orElseThrow();
        assertEquals(42, found.step());
        assertEquals(6, found.epoch());
        assertEquals(0.1 + 0.2, found.loss());
        assertArrayEquals(numbers(7), found.parameters());
        assertArrayEquals(numbers(0), read.run().parameters());
        assertArrayEquals(numbers(2), read.run().variance());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void theEngineIsReadBackAndOnesWithoutAreOurOwn(int patience) {
        Path file = folder.resolve("engine.checkpoint");
        new Checkpoint(PRESET, patience, 10, SUMS, StepEngine.DL4J, snapshot(Optional.empty())).write(file);
        Checkpoint read = Checkpoint.read(file);
        assertEquals(StepEngine.DL4J, read.engine());
        assertEquals(patience, read.patience());
        assertArrayEquals(numbers(2), read.run().variance());
        assertEquals(
                StepEngine.PENUMBRA,
                Checkpoint.read(sealed(oldHeader(), numbers(0), numbers(1), numbers(2)))
                        .engine());
        ObjectNode unknown = oldHeader()
                .put("format", "penumbra-checkpoint/3")
                .put("engine", "steam")
                .put("patience", 0);
        assertRefused("engine: expected ", unknown);
    }

    @Test
    void patienceBeforeTheFirstValidationHasNoBestWeights() {
        Path file = folder.resolve("early.checkpoint");
        new Checkpoint(PRESET, 5, 10, SUMS, snapshot(Optional.empty())).write(file);
        assertEquals(5, Checkpoint.read(file).patience());
        assertTrue(Checkpoint.read(file).run().best().isEmpty());
    }

    @Test
    void bestWeightsAreThoseOfARunWithPatienceAndNotOfTheFuture() {
        BestWeights best = new BestWeights(42, 6, 0.5, numbers(7));
        ImageSnapshot run = snapshot(Optional.of(best));
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint(PRESET, 0, 10, SUMS, run));
        ObjectNode future = oldHeader().put("format", "penumbra-checkpoint/2").put("patience", 5);
        future.putObject("best").put("steps", 78).put("epoch", 6).put("loss", 0.5);
        assertRefused("steps: expected a whole number from 1 to 77", future);
        ObjectNode old = oldHeader().put("patience", 5);
        assertRefused("expected the keys format, preset, classes, checksums, lanes, steps, but found", old);
        ObjectNode none = oldHeader().put("format", "penumbra-checkpoint/2").put("patience", 0);
        assertRefused("patience: expected a whole number from 1 to 10000", none);
    }

    private void assertRefused(String message, ObjectNode header) {
        Path file = sealed(header, numbers(0), numbers(1), numbers(2), numbers(7));
        String found =
                assertThrows(ModelException.class, () -> Checkpoint.read(file)).getMessage();
        assertTrue(found.contains(message), found);
    }

    @Test
    void stepsAndBestWeightsThatItsRunCannotHaveAreDamage() {
        ImageData digits = new BuiltInDigits(200, 10, 1).make();
        ImageTrainingSettings training = training(20);
        ImagePlan plan = new ImagePlan(PRESET.network(10), training, digits, 4);
        long all = training.steps(180);
        Path file = folder.resolve("forged.checkpoint");
        for (long steps : new long[] {0, all}) {
            within(plan, steps, Optional.empty(), file);
        }
        long perEpoch = training.steps(180) / training.epochs();
        within(plan, all, Optional.of(new BestWeights(perEpoch + 1, 1, 0.5, numbers(7))), file);
        assertDamaged(
                file + ": the checkpoint is damaged: it says that " + Long.MAX_VALUE
                        + " steps were taken, but the whole run " + "has " + all + "; begin the run anew",
                () -> within(plan, Long.MAX_VALUE, Optional.empty(), file));
        assertDamaged(
                "it says that " + (all + 1) + " steps were taken", () -> within(plan, all + 1, Optional.empty(), file));
        assertDamaged(
                "its best weights are said to be those after epoch 9000, but step 1 is in epoch ",
                () -> within(plan, all, Optional.of(new BestWeights(1, 9000, 0.5, numbers(7))), file));
    }

    private static void within(ImagePlan plan, long steps, Optional<BestWeights> best, Path file) {
        new Checkpoint(PRESET, 4, 10, SUMS, new ImageSnapshot(2, steps, numbers(0), numbers(1), numbers(2), best))
                .requireWithin(plan, file);
    }

    private static void assertDamaged(String message, Executable reading) {
        ModelException damaged = assertThrows(ModelException.class, reading);
        assertEquals(ModelException.Kind.DAMAGED, damaged.kind());
        assertTrue(damaged.getMessage().contains(message), damaged.getMessage());
    }

    @Test
    void itKnowsItsImages() {
        ImageData digits = new BuiltInDigits(200, 10, 1).make();
        ImagePlan plan = new ImagePlan(PRESET.network(10), training(20), digits, 4);
        Checkpoint checkpoint = Checkpoint.of(PRESET, plan, snapshot(Optional.empty()));
        assertEquals(4, checkpoint.patience());
        assertTrue(checkpoint.isOf(digits));
        assertFalse(checkpoint.isOf(new BuiltInDigits(200, 10, 2).make()));
    }

    private static ImageTrainingSettings training(int heldOut) {
        ImageTrainingSettings like = PRESET.training();
        return new ImageTrainingSettings(
                like.seed(),
                like.learningRate(),
                like.schedule(),
                like.sigma(),
                like.clutter(),
                like.lambda(),
                like.dropout(),
                like.batch(),
                like.epochs(),
                heldOut);
    }
}
