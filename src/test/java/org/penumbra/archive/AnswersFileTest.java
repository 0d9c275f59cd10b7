package org.penumbra.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.archive.ModelException.Kind;
import org.penumbra.confidence.Population;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.kit.Mutations;
import org.penumbra.kit.SampleModels;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.preset.PresetException;

class AnswersFileTest {

    private static final long SEED = 41;
    private static final long MOST_BYTES = 32 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersThatWereWrittenAreReadBackScoresAndMarksToTheBitErrorsRounded(boolean errors) {
        System.out.println("seed " + SEED);
        StoredAnswers answers = sample(errors);
        Path file = folder.resolve("a.answers");
        AnswersFile.write(answers, file);
        StoredAnswers read = AnswersFile.read(file);
        assertEquals("a preset", read.model());
        assertEquals(answers.weights(), read.weights());
        assertEquals(
                List.of("test", "empty", "noise"),
                read.populations().stream().map(Population::name).toList());
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    answers.populations().get(i).title(),
                    read.populations().get(i).title());
            TopAnswers expected = answers.populations().get(i).answers();
            TopAnswers found = read.populations().get(i).answers();
            assertArrayEquals(expected.scores(), found.scores());
            assertArrayEquals(expected.right(), found.right());
            assertArrayEquals(WeightType.FLOAT16.rounded(expected.errors()), found.errors());
        }
    }

    @Test
    void aFileThatHoldsNoWholeAnswersIsRefusedWithOneLine() throws IOException {
        byte[] good = bytes(true);
        assertRefused(Kind.CUT_OFF, new byte[0]);
        assertRefused(Kind.FOREIGN, "PK\3\4 a zip file of some kind".getBytes(StandardCharsets.UTF_8));
        assertRefused(Kind.CUT_OFF, Arrays.copyOf(good, good.length - 1));
        assertTrue(assertRefused(Kind.CUT_OFF, Arrays.copyOf(good, good.length - 100))
                .getMessage()
                .contains("the file ends within the answers"));
        assertRefused(Kind.DAMAGED, Arrays.copyOf(good, good.length + 1));
        byte[] flipped = good.clone();
        flipped[good.length - 200] ^= 1;
        assertRefused(Kind.DAMAGED, flipped);
        assertHeaderRefused("format", withHeader(good, "penumbra-answers/1", "penumbra-answers/2"));
        assertHeaderRefused("errors", withHeader(good, "\"float16\"", "\"float64\""));
        assertHeaderRefused("populations[0].count", withHeader(good, "\"count\": 77", "\"count\": 200001"));
        assertTrue(assertRefused(Kind.HEADER, withHeader(good, "\"noise\"", "\"test\""))
                .getMessage()
                .contains("expected each name once"));
    }

    @Test
    void modelsAndAnswersAreNotTakenForEachOther() throws IOException {
        Path answers = folder.resolve("answers");
        AnswersFile.write(sample(true), answers);
        assertEquals("format", place(assertThrows(ModelException.class, () -> ModelFile.read(answers))));
        Path model = folder.resolve("model");
        ModelFile.write(SampleModels.of(ImageArchitecture.CNN, 1), model);
        assertEquals("format", place(assertThrows(ModelException.class, () -> AnswersFile.read(model))));
        assertEquals(
                "nowhere.answers: there is no such answers file; check its name and folder",
                assertThrows(ModelException.class, () -> AnswersFile.read(Path.of("nowhere.answers")))
                        .getMessage());
    }

    @Test
    void scoresThatAreNoneAndErrorsBelowZeroAreRefused() {
        assertRefusedWithFirst(Float.NaN, 1, "expected scores from 0 to 1, but found NaN");
        assertRefusedWithFirst(1.5f, 1, "expected scores from 0 to 1, but found 1.5");
        assertRefusedWithFirst(0.5f, -1, "expected errors of at least 0, but found -1.0");
        assertRefusedWithFirst(0.5f, Float.POSITIVE_INFINITY, "expected errors of at least 0, but found Infinity");
    }

    @Test
    void answersOfOtherWeightsAreRefusedAndSayWhatToDo() {
        TrainedModel model = SampleModels.of(ImageArchitecture.CNN, 1);
        StoredAnswers answers = StoredAnswers.of(model, List.of());
        ShippedAnswers.requireOf(model, answers, "x.answers");
        model.parameters()[7] += 1e-3f;
        ModelException wrong =
                assertThrows(ModelException.class, () -> ShippedAnswers.requireOf(model, answers, "x.answers"));
        assertEquals(Kind.OTHER_WEIGHTS, wrong.kind());
        String message = wrong.getMessage();
        assertTrue(
                message.startsWith("x.answers: expected answers of the model's weights, but others gave them")
                        && message.contains("penumbra evaluate MODEL --answers FILE"),
                message);
    }

    @Test
    void errorsAreWithAllImagesOrWithNone() {
        Random random = new Random(SEED);
        List<Population> mixed = List.of(
                new Population("a", "a", answers(3, true, random)),
                new Population("b", "b", answers(3, false, random)));
        assertThrows(IllegalArgumentException.class, () -> new StoredAnswers("a model", "", mixed));
    }

    @Test
    void answersThatCannotBeWrittenLeaveNothing() throws IOException {
        ModelException wrong = assertThrows(
                ModelException.class, () -> AnswersFile.write(sample(true), folder.resolve("none/a.answers")));
        assertEquals(Kind.NOT_WRITTEN, wrong.kind());
        assertTrue(wrong.getMessage().contains("the answers could not be saved"), wrong.getMessage());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void tenThousandDamagedFilesAreReadOrRefused() throws IOException {
        List<byte[]> originals = List.of(bytes(false), bytes(true));
        Mutations.Outcome outcome = Assertions.assertTimeoutPreemptively(
                PATIENCE,
                () -> new Mutations(SEED)
                        .run(
                                originals,
                                10_000,
                                ModelException.class,
                                MOST_BYTES,
                                bytes -> AnswersFile.read(new ByteArrayInputStream(bytes), "fuzz.answers")));
        assertTrue(outcome.refused() > 9_900, outcome.toString());
    }

    @Test
    void headersThatAreWrongButSealedAreReadOrRefused() throws IOException {
        byte[] good = bytes(true);
        byte[] header = header(good).getBytes(StandardCharsets.UTF_8);
        Mutations.Outcome outcome = new Mutations(SEED + 1)
                .run(
                        List.of(header),
                        2_000,
                        ModelException.class,
                        MOST_BYTES,
                        bytes -> AnswersFile.read(new ByteArrayInputStream(withHeader(good, bytes)), "fuzz.answers"));
        assertTrue(outcome.refused() > 1_000, outcome.toString());
    }

    private void assertRefusedWithFirst(float score, float error, String because) {
        StoredAnswers answers = sample(true);
        answers.populations().get(0).answers().scores()[0] = score;
        answers.populations().get(0).answers().errors()[0] = error;
        Path file = folder.resolve("wrong");
        AnswersFile.write(answers, file);
        ModelException wrong = assertThrows(ModelException.class, () -> AnswersFile.read(file));
        assertEquals(Kind.NUMBERS, wrong.kind());
        assertTrue(wrong.getMessage().contains(because), wrong.getMessage());
    }

    private static ModelException assertRefused(Kind kind, byte[] bytes) {
        ModelException wrong = assertThrows(
                ModelException.class, () -> AnswersFile.read(new ByteArrayInputStream(bytes), "x.answers"));
        assertEquals(kind, wrong.kind());
        assertTrue(wrong.getMessage().startsWith("x.answers: "), wrong.getMessage());
        assertFalse(wrong.getMessage().contains("\n"), wrong.getMessage());
        return wrong;
    }

    private static void assertHeaderRefused(String place, byte[] bytes) {
        assertEquals(place, place(assertRefused(Kind.HEADER, bytes)));
    }

    /** Where in a header something is wrong. */
    private static String place(ModelException wrong) {
        return assertInstanceOf(PresetException.class, wrong.getCause()).place();
    }

    private static StoredAnswers sample(boolean errors) {
        Random random = new Random(SEED);
        return StoredAnswers.of(
                SampleModels.of(ImageArchitecture.CNN, 1),
                List.of(
                        new Population("test", "some \"test\" images", answers(77, errors, random)),
                        new Population("empty", "none", answers(0, errors, random)),
                        new Population("noise", "noise", answers(16, errors, random))));
    }

    private static TopAnswers answers(int count, boolean errors, Random random) {
        TopAnswers answers = new TopAnswers(new float[count], new float[errors ? count : 0], new boolean[count]);
        for (int i = 0; i < count; i++) {
            answers.scores()[i] = random.nextFloat();
            answers.right()[i] = random.nextBoolean();
        }
        for (int i = 0; i < answers.errors().length; i++) {
            answers.errors()[i] = 20 * random.nextFloat();
        }
        return answers;
    }

    private byte[] bytes(boolean errors) throws IOException {
        Path file = folder.resolve("bytes");
        AnswersFile.write(sample(errors), file);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    private static String header(byte[] file) {
        return new String(file, 12, ByteBuffer.wrap(file).getInt(8), StandardCharsets.UTF_8);
    }

    private static byte[] withHeader(byte[] file, String old, String other) {
        assertTrue(header(file).contains(old), header(file));
        return withHeader(file, header(file).replace(old, other).getBytes(StandardCharsets.UTF_8));
    }

    /** The file with another header, sealed anew. */
    private static byte[] withHeader(byte[] file, byte[] header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, 8);
        out.writeBytes(ByteBuffer.allocate(4).putInt(header.length).array());
        out.writeBytes(header);
        int from = 12 + ByteBuffer.wrap(file).getInt(8);
        out.write(file, from, file.length - 32 - from);
        out.writeBytes(SealedWriter.newDigest().digest(out.toByteArray()));
        return out.toByteArray();
    }
}
