package org.penumbra.archive.guest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.penumbra.archive.ModelException;
import org.penumbra.archive.Models;
import org.penumbra.data.ink.Fit;
import org.penumbra.kit.Mutations;
import org.penumbra.kit.StockGuests;
import org.penumbra.net.guest.GuestException;
import org.penumbra.net.guest.GuestException.Kind;
import org.penumbra.net.guest.GuestLayer;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.guest.GuestReading;
import org.penumbra.net.guest.PixelLayout;
import org.penumbra.net.guest.PixelRange;
import org.penumbra.net.guest.PixelScale;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageShape;
import org.penumbra.net.image.TrainingImages;

@Timeout(120)
class GuestFileTest {

    private static final long SEED = 20_261_128;

    @TempDir
    private static Path folder;

    private static Path zip;

    @BeforeAll
    static void makeFile() {
        zip = StockGuests.write(StockGuests.tinyGraph(), folder.resolve("my net.zip"));
    }

    private static GuestModel corrected() {
        GuestModel guessed = GuestFile.load(zip);
        GuestReading reading = guessed.reading()
                .withClasses(List.of("cat", "dog", "bird"))
                .withCode("code")
                .withPixels(
                        new PixelScale(PixelRange.STANDARDISED, true, 0.1307, 0.3081),
                        PixelScale.of(PixelRange.SIGNED, false));
        float[] errors = new float[ImageModel.QUANTILES];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = 3 + i / 100f;
        }
        return guessed.with(reading)
                .with(errors, new TrainingImages("animals", Map.of("train", "ab12"), Fit.WHOLE, "/home/me/a", 500, 0));
    }

    @Test
    void whatIsSupposedHasAReasonAndNothingIsWritten() throws IOException {
        Path lone = StockGuests.write(StockGuests.tinyRow(), folder.resolve("row.zip"));
        GuestOpening opening = GuestFile.open(lone);
        assertFalse(opening.noted());
        assertEquals("row.zip", opening.model().name());
        assertEquals(List.of("0", "1", "2"), opening.model().classes());
        assertEquals(new ImageShape(3, 1, 6, false), opening.model().shape());
        assertEquals(PixelLayout.FLAT, opening.model().reading().layout());
        assertEquals(Fit.DIGIT, opening.model().trainingImages().fit());
        assertTrue(
                opening.reasons()
                        .contains(
                                "The code is what enters the layer that makes the logits, the 6 numbers of \"layer2\"."),
                opening.reasons().toString());
        assertTrue(opening.reasons().contains("There is no reconstruction, as no other output has 784 values."));
        assertFalse(Files.exists(GuestFile.notes(lone)));
    }

    @Test
    void whatAPersonCorrectedIsThereAgainTheNextTime() throws IOException {
        GuestModel corrected = corrected();
        GuestFile.save(corrected, zip);
        assertEquals(folder.resolve("my net.zip.guest"), GuestFile.notes(zip));
        GuestOpening opening = GuestFile.open(zip);
        assertTrue(opening.noted());
        assertEquals(corrected.reading(), opening.model().reading());
        assertEquals(corrected.trainingImages(), opening.model().trainingImages());
        assertArrayEquals(corrected.heldOutErrors(), opening.model().heldOutErrors(), 0);
        assertEquals(corrected.weights(), opening.model().weights());
        assertEquals(corrected.reading(), ((GuestModel) Models.load(zip.toString())).reading());
        Files.delete(GuestFile.notes(zip));
    }

    @Test
    void choicesAreThoseThatFit() {
        GuestModel model = GuestFile.load(zip);
        assertEquals("ComputationGraph", model.kind());
        assertEquals(List.of("classes"), model.choices().softmaxes());
        assertEquals(List.of("reconstruction"), model.choices().reconstructions());
        assertEquals(
                List.of(new GuestLayer("code", "DenseLayer", 4), new GuestLayer("half", "ScaleVertex", 4)),
                model.choices().codes());
    }

    @Test
    void errorsOfAnotherReadingAreDropped() {
        GuestModel model = corrected();
        assertEquals(
                ImageModel.QUANTILES,
                model.with(model.reading().withClasses(List.of("a", "b", "c"))).heldOutErrors().length);
        assertEquals(
                0,
                model.with(model.reading().withLayout(PixelLayout.CHANNEL_FIRST))
                        .heldOutErrors()
                        .length);
        assertThrows(IllegalArgumentException.class, () -> model.with(new float[5], model.trainingImages()));
    }

    @Test
    void notesOfOtherWeightsAreRefused() throws IOException {
        Path other = folder.resolve("other.zip");
        StockGuests.write(StockGuests.tinyRow(), other);
        Files.write(GuestFile.notes(other), notes());
        GuestException told = assertThrows(GuestException.class, () -> GuestFile.load(other));
        assertEquals(Kind.OTHER_WEIGHTS, told.kind());
        assertTrue(
                told.getMessage().startsWith(GuestFile.notes(other) + ": expected what was noted of the weights in "));
        assertTrue(told.getMessage().contains("Remove this file"), told.getMessage());
    }

    private static byte[] notes() throws IOException {
        GuestFile.save(corrected(), zip);
        byte[] bytes = Files.readAllBytes(GuestFile.notes(zip));
        Files.delete(GuestFile.notes(zip));
        return bytes;
    }

    @Test
    void notesThatDoNotFitAreRefusedInOneLine() throws IOException {
        Path wrong = folder.resolve("wrong.zip");
        StockGuests.write(StockGuests.tinyGraph(), wrong);
        String good = new String(notes(), StandardCharsets.UTF_8);
        for (List<String> change : List.of(
                List.of("penumbra-guest/1", "penumbra-guest/9", "format: expected"),
                List.of("\"flat\"", "\"round\"", "layout: expected"),
                List.of("\"classes\",\n", "\"nobody\",\n", "one of the outputs"),
                List.of("\"deviation\" : 0.3081", "\"deviation\" : 0", "deviation"),
                List.of("\"cat\",", "", "as many names of classes"),
                List.of("\"whole\"", "\"half\"", "images.fit: expected"),
                List.of("3.01,", "2.0,", "quantiles that ascend"),
                List.of("\"code\" : \"code\"", "\"code\" : \"reconstructio\"", "is no layer of it"))) {
            assertTrue(good.contains(change.get(0)), change.get(0) + " is not in " + good.substring(0, 900));
            Files.writeString(
                    GuestFile.notes(wrong), good.replace(change.get(0), change.get(1)), StandardCharsets.UTF_8);
            GuestException told = assertThrows(GuestException.class, () -> GuestFile.load(wrong), change.get(2));
            assertEquals(Kind.READING, told.kind());
            assertTrue(told.getMessage().startsWith(GuestFile.notes(wrong) + ": it cannot be understood ("));
            assertTrue(told.getMessage().contains(change.get(2)), told.getMessage());
            assertFalse(told.getMessage().contains("\n"), told.getMessage());
        }
        Files.delete(GuestFile.notes(wrong));
        Files.createDirectory(GuestFile.notes(wrong));
        assertEquals(
                Kind.NO_FILE,
                assertThrows(GuestException.class, () -> GuestFile.load(wrong)).kind());
    }

    @Test
    void damagedNotesAreReadOrRefusedInOneLine() throws IOException {
        System.out.println("seed " + SEED);
        Path file = folder.resolve("mutated.zip");
        StockGuests.write(StockGuests.tinyGraph(), file);
        byte[] good = notes();
        Files.write(GuestFile.notes(file), good);
        GuestFile.load(file);
        Mutations.Outcome outcome = new Mutations(SEED)
                .run(List.of(good), 500, GuestException.class, 8_000_000, bytes -> {
                    Files.write(GuestFile.notes(file), bytes);
                    GuestFile.load(file);
                });
        assertTrue(outcome.refused() > 250, outcome.toString());
    }

    @Test
    void networksThatTakeSomethingElseOrGiveNoClassesAreRefused() {
        assertUnfit(dense(100, 3, Activation.SOFTMAX, LossFunction.MCXENT), "its first layer takes 100 numbers");
        assertUnfit(dense(784, 1, Activation.SIGMOID, LossFunction.XENT), "is a single sigmoid");
        assertUnfit(dense(784, 4, Activation.IDENTITY, LossFunction.MSE), "expected an output that is a softmax");
    }

    private static MultiLayerNetwork dense(int in, int out, Activation activation, LossFunction loss) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(new DenseLayer.Builder().nIn(in).nOut(5).build())
                .layer(new OutputLayer.Builder(loss)
                        .nIn(5)
                        .nOut(out)
                        .activation(activation)
                        .build())
                .build());
        network.init();
        return network;
    }

    private static void assertUnfit(MultiLayerNetwork network, String expected) {
        Path file = StockGuests.write(network, folder.resolve("unfit.zip"));
        GuestException told = assertThrows(GuestException.class, () -> GuestFile.load(file), expected);
        assertEquals(Kind.UNFIT, told.kind());
        assertTrue(told.getMessage().startsWith(file + ": expected "), told.getMessage());
        assertTrue(told.getMessage().contains(expected), told.getMessage());
        assertFalse(told.getMessage().contains("\n"), told.getMessage());
    }

    @Test
    void modelsAreFoundByWhatIsInTheFileOrByItsName() throws IOException {
        Path renamed = Files.copy(zip, folder.resolve("renamed.bin"));
        assertTrue(Models.isGuest(renamed));
        assertEquals("renamed.bin", Models.load(renamed.toString()).name());
        GuestException missing = assertThrows(
                GuestException.class,
                () -> Models.load(folder.resolve("missing.zip").toString()));
        assertEquals(Kind.MISSING, missing.kind());
        Path torn = Files.write(folder.resolve("torn.zip"), new byte[] {'P', 'K', 3, 4});
        assertEquals(
                Kind.DAMAGED,
                assertThrows(GuestException.class, () -> Models.read(torn)).kind());
        Path other = Files.writeString(folder.resolve("other.bin"), "hello");
        assertThrows(ModelException.class, () -> Models.read(other));
    }
}
