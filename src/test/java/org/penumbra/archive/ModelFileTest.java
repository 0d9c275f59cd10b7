package org.penumbra.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.archive.ModelException.Kind;
import org.penumbra.course.ImageSnapshot;
import org.penumbra.data.ink.Fit;
import org.penumbra.kit.Mutations;
import org.penumbra.kit.SampleModels;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;

class ModelFileTest {

    /** The weights themselves, twice, and the copies a reading makes of pieces. */
    private static final long MOST_BYTES = 16 << 20;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(ImageArchitecture.class)
    void aModelThatWasWrittenIsReadBackWithAllItCarries(ImageArchitecture architecture) {
        TrainedModel model = SampleModels.of(architecture, architecture == ImageArchitecture.COOL ? 5 : 1);
        Path file = folder.resolve("model.penumbra");
        ModelFile.write(model, file);
        TrainedModel read = ModelFile.read(file);
        assertEquals(model.settings(), read.settings());
        assertEquals(model.classes(), read.classes());
        assertEquals(model.provenance(), read.provenance());
        assertArrayEquals(model.parameters(), read.parameters());
        assertArrayEquals(model.heldOutErrors(), read.heldOutErrors());
    }

    @Test
    void aModelFromBeforeThereWasClutterSawNone() throws IOException {
        byte[] now = bytes(SampleModels.of(ImageArchitecture.CNN, 1));
        assertEquals(
                0.4,
                ModelFile.read(new ByteArrayInputStream(now), "now")
                        .provenance()
                        .training()
                        .clutter());
        byte[] before = withHeader(now, header(now).replaceFirst("\"clutter\"[^,]*,\\s*", ""));
        assertTrue(before.length < now.length);
        assertEquals(
                0,
                ModelFile.read(new ByteArrayInputStream(before), "before")
                        .provenance()
                        .training()
                        .clutter());
    }

    @Test
    void aModelFromBeforeItsFitWasWrittenDownGetsThatOfItsData() throws IOException {
        byte[] now = bytes(SampleModels.of(ImageArchitecture.CNN, 1));
        String header = header(now);
        assertTrue(header.contains("\"fit\": \"digit\""), header);
        String before = header.replaceFirst("\"fit\"[^,]*,\\s*", "");
        assertEquals(Fit.DIGIT, fit(withHeader(now, before)));
        String pictures = before.replaceFirst(
                "\"checksums\": *\\{[^}]*\\}",
                "\"checksums\": {\"pictures\": \"0\", \"read\": \"as whole, split by seed 1\"}");
        assertEquals(Fit.WHOLE, fit(withHeader(now, pictures)), "own pictures in a folder called mnist");
        assertEquals(Fit.AS_IS, fit(withHeader(now, header.replace("\"digit\"", "\"as-is\""))));
        assertRefused(
                Kind.HEADER, withHeader(now, header.replace("\"digit\"", "\"sideways\"")), "provenance.fit: expected ");
        assertEquals(Fit.AS_IS, Models.shipped("fashion-mnist-cnn").provenance().fit());
        assertEquals(Fit.DIGIT, Models.shipped("mnist-cnn").provenance().fit());
    }

    private static Fit fit(byte[] file) {
        return ModelFile.read(new ByteArrayInputStream(file), "a file")
                .provenance()
                .fit();
    }

    @Test
    void halfPrecisionHalvesTheFileAndRoundsTheWeights() throws IOException {
        TrainedModel model = SampleModels.of(ImageArchitecture.CNN, 1);
        Path half = folder.resolve("half");
        ModelFile.write(model, WeightType.FLOAT16, half);
        assertArrayEquals(
                WeightType.FLOAT16.rounded(model.parameters()),
                ModelFile.read(half).parameters());
        assertTrue(Files.size(half) < 2L * model.parameters().length + 2000, Files.size(half) + " bytes");
    }

    @Test
    void aFileThatIsNoWholeModelIsRefusedWithOneLine() throws IOException {
        byte[] good = bytes(SampleModels.of(ImageArchitecture.CNN, 1));
        assertRefused(Kind.CUT_OFF, new byte[0], "the file ends within the beginning");
        assertRefused(
                Kind.FOREIGN,
                "PK\3\4 a zip file of some kind".getBytes(StandardCharsets.UTF_8),
                "expected a file that begins with");
        assertRefused(Kind.CUT_OFF, Arrays.copyOf(good, good.length - 1), "the file ends within the checksum");
        assertRefused(Kind.CUT_OFF, Arrays.copyOf(good, good.length / 2), "the file ends within the weights");
        assertRefused(Kind.DAMAGED, Arrays.copyOf(good, good.length + 1), "there is more");
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 1;
        assertRefused(Kind.DAMAGED, flipped, "does not have the SHA-256 checksum");
        byte[] huge = good.clone();
        huge[8] = 0x7F;
        assertRefused(Kind.DAMAGED, huge, "expected a header of 2 to 262144 bytes");
        assertRefused(
                Kind.HEADER,
                withHeader(good, header(good).replace("\"cnn\"", "\"rnn\"")),
                "its header cannot be understood (network.architecture: expected ");
        assertRefused(
                Kind.HEADER,
                withHeader(good, header(good).replace("penumbra-model/1", "penumbra-model/9")),
                "newer version");
        assertRefused(
                Kind.HEADER,
                withHeader(good, header(good).replace("\"omega\": 1", "\"omega\": 3")),
                "only COOL has more");
    }

    @Test
    void weightsThatAreNoNumbersAreRefused() {
        TrainedModel model = SampleModels.of(ImageArchitecture.CNN, 1);
        model.parameters()[3] = Float.NaN;
        Path file = folder.resolve("nan");
        ModelFile.write(model, file);
        ModelException wrong = assertThrows(ModelException.class, () -> ModelFile.read(file));
        assertEquals(Kind.NUMBERS, wrong.kind());
        assertTrue(wrong.getMessage().contains("finite weights"), wrong.getMessage());
    }

    @Test
    void missingFilesFoldersAndUnknownNamesAreSaid() {
        assertEquals(
                "nowhere.penumbra: there is no such model file; check its name and folder",
                assertThrows(ModelException.class, () -> Models.load("nowhere.penumbra"))
                        .getMessage());
        assertTrue(assertThrows(ModelException.class, () -> Models.load(folder.toString()))
                .getMessage()
                .contains("it is a folder"));
        String unknown = assertThrows(ModelException.class, () -> Models.load("mnist-cnm"))
                .getMessage();
        assertTrue(unknown.startsWith("model \"mnist-cnm\": expected one of "), unknown);
        assertKind(Kind.UNKNOWN_NAME, () -> Models.load("mnist-cnm"));
        assertKind(Kind.UNKNOWN_NAME, () -> Models.load("a\0b"));
        assertKind(Kind.MISSING, () -> Models.load("nowhere.penumbra"));
        assertKind(Kind.NO_FILE, () -> Models.load(folder.toString()));
    }

    @Test
    void aModelThatCannotBeWrittenLeavesWhatWasThere() throws IOException {
        TrainedModel model = SampleModels.of(ImageArchitecture.CNN, 1);
        assertKind(Kind.NOT_WRITTEN, () -> ModelFile.write(model, folder.resolve("none/model.penumbra")));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void tenThousandDamagedModelsAreReadOrRefused() throws IOException {
        List<byte[]> originals = List.of(
                bytes(SampleModels.of(ImageArchitecture.CNN, 1)),
                bytes(SampleModels.of(ImageArchitecture.DAE_ASYM, 1)));
        Mutations.Outcome outcome = Assertions.assertTimeoutPreemptively(
                PATIENCE,
                () -> new Mutations(31)
                        .run(
                                originals,
                                10_000,
                                ModelException.class,
                                MOST_BYTES,
                                bytes -> ModelFile.read(new ByteArrayInputStream(bytes), "fuzz.penumbra")));
        // A change of some bits into themselves is rare; otherwise the checksum notices.
        assertTrue(outcome.refused() > 9_900, outcome.toString());
    }

    @Test
    void headersThatAreWrongButSealedAreReadOrRefused() throws IOException {
        byte[] good = bytes(SampleModels.of(ImageArchitecture.DAE_ASYM, 1));
        byte[] header = header(good).getBytes(StandardCharsets.UTF_8);
        Mutations.Outcome outcome = new Mutations(32)
                .run(
                        List.of(header),
                        1_000,
                        ModelException.class,
                        MOST_BYTES * 2,
                        bytes -> ModelFile.read(new ByteArrayInputStream(withHeader(good, bytes)), "fuzz.penumbra"));
        assertTrue(outcome.refused() > 500, outcome.toString());
    }

    @Test
    void aCheckpointIsReadBackAndNoModel() {
        ImagePreset preset = ImagePresets.load("built-in-cnn");
        int count = ImageNetwork.parameterCount(preset.network(10));
        float[] parameters = SampleModels.of(ImageArchitecture.CNN, 1).parameters();
        Checkpoint checkpoint = new Checkpoint(
                preset,
                0,
                10,
                Map.of("generator", "version 1"),
                new ImageSnapshot(2, 77, parameters, new float[count], new float[count], Optional.empty()));
        Path file = folder.resolve("checkpoint");
        checkpoint.write(file);
        Checkpoint read = Checkpoint.read(file);
        assertEquals(preset, read.preset());
        assertEquals(77, read.run().steps());
        assertEquals(checkpoint.checksums(), read.checksums());
        assertArrayEquals(parameters, read.run().parameters());
        assertKind(Kind.HEADER, () -> ModelFile.read(file));
        Path model = folder.resolve("model");
        ModelFile.write(SampleModels.of(ImageArchitecture.CNN, 1), model);
        assertKind(Kind.HEADER, () -> Checkpoint.read(model));
    }

    private static void assertKind(Kind kind, Executable action) {
        assertEquals(kind, assertThrows(ModelException.class, action).kind());
    }

    private void assertRefused(Kind kind, byte[] bytes, String because) {
        ModelException wrong =
                assertThrows(ModelException.class, () -> ModelFile.read(new ByteArrayInputStream(bytes), "x.penumbra"));
        assertEquals(kind, wrong.kind());
        String message = wrong.getMessage();
        assertTrue(message.startsWith("x.penumbra: ") && message.contains(because), message);
        assertFalse(message.contains("\n"), message);
    }

    private byte[] bytes(TrainedModel model) throws IOException {
        Path file = folder.resolve("bytes");
        ModelFile.write(model, WeightType.FLOAT16, file);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    private static int headerLength(byte[] file) {
        return ByteBuffer.wrap(file).getInt(8);
    }

    private static String header(byte[] file) {
        return new String(file, 12, headerLength(file), StandardCharsets.UTF_8);
    }

    private static byte[] withHeader(byte[] file, String header) {
        return withHeader(file, header.getBytes(StandardCharsets.UTF_8));
    }

    /** The file with another header, sealed anew. */
    private static byte[] withHeader(byte[] file, byte[] header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, 8);
        out.writeBytes(ByteBuffer.allocate(4).putInt(header.length).array());
        out.writeBytes(header);
        int from = 12 + headerLength(file);
        out.write(file, from, file.length - 32 - from);
        out.writeBytes(SealedWriter.newDigest().digest(out.toByteArray()));
        return out.toByteArray();
    }
}
