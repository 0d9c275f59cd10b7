package org.penumbra.command.fool;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.Models;
import org.penumbra.archive.ShippedAnswers;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.fooling.victim.Judgement;
import org.penumbra.fooling.victim.Victim;
import org.penumbra.kit.ImageModels;
import org.penumbra.kit.Terminal;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import picocli.CommandLine;

/** What "penumbra fool" does and says. */
@Timeout(300)
class FoolCommandTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    private JsonNode json(String... arguments) throws IOException {
        String[] all = Stream.concat(Stream.of("fool"), Stream.of(arguments)).toArray(String[]::new);
        assertEquals(0, terminal.run(all), terminal.err());
        return new ObjectMapper().readTree(terminal.out());
    }

    @Test
    void everyFigureOfTheCnnIsTold() throws IOException {
        JsonNode report = json("mnist-cnn", "--targets", "8,3", "--trials", "5", "--tau", "0.9", "--seed", "4");
        assertEquals(5, report.get("trials").asInt());
        assertEquals(5, report.get("fooled").asInt());
        assertEquals(1.0, report.get("rate").asDouble());
        assertTrue(report.get("complete").asBoolean());
        JsonNode quantiles = report.get("step_quantiles");
        double mean = report.get("mean_steps").asDouble();
        assertTrue(quantiles.get("0.0").asDouble() <= mean
                && mean <= quantiles.get("1.0").asDouble());
        JsonNode targets = report.get("per_target");
        assertEquals(2, targets.size());
        assertEquals(3, targets.get(0).get("target").asInt());
        assertEquals(2, targets.get(0).get("trials").asInt());
        assertEquals(8, targets.get(1).get("target").asInt());
        assertEquals(3, targets.get(1).get("trials").asInt());
        double weighted = (2 * targets.get(0).get("mean_steps").asDouble()
                        + 3 * targets.get(1).get("mean_steps").asDouble())
                / 5;
        assertEquals(mean, weighted, 1e-9);
        assertEquals(0, report.get("best_scores_of_failed").size());
        assertTrue(report.get("evaluations").asLong() >= 5 * (mean + 1) - 1e-6);
        JsonNode settings = report.get("settings");
        assertEquals("paper", settings.get("protocol").asText());
        assertEquals(4, settings.get("seed").asLong());
        assertEquals(10_000, settings.get("max_steps").asInt());
        assertTrue(settings.get("alpha").isNull() && settings.get("encoding").isNull());
        assertTrue(terminal.err().contains("of 5 trials left"), terminal.err());
    }

    @Test
    void theAlphaOfAnAutoencoderIsCalibratedAndTheAccuracyThereIsThatOfTheTestImages() throws IOException {
        JsonNode report = json(
                "mnist-dae-sym",
                "--trials",
                "2",
                "--max-steps",
                "3",
                "--tau",
                "0.9",
                "--kappa",
                "1.5",
                "--protocol",
                "strong");
        double alpha = new Calibration.ByKappa(1.5).alpha(Models.shipped("mnist-dae-sym"), 0.9);
        assertEquals(alpha, report.get("settings").get("alpha").asDouble(), 1e-9);
        assertEquals(1.5, report.get("settings").get("kappa").asDouble());
        TopAnswers test = ShippedAnswers.of("mnist-dae-sym").get(0).answers();
        JsonNode accuracy = report.get("accuracy_at_tau");
        assertEquals(10_000, accuracy.get("images").asInt());
        assertEquals(test.accuracy(0.9, alpha), accuracy.get("accuracy").asDouble(), 1e-12);
        assertEquals(0.99, accuracy.get("accuracy").asDouble(), 0.001);
        assertTrue(
                accuracy.get("accepted").asDouble() >= accuracy.get("accuracy").asDouble());
        assertEquals(2, report.get("best_scores_of_failed").size());
        assertTrue(report.get("mean_steps").isNull()
                && report.get("step_quantiles").isNull());
    }

    @Test
    void imagesAreWrittenAndScoreAsTheTableSays() throws IOException {
        Path out = folder.resolve("new/place");
        JsonNode report =
                json("mnist-cnn", "--targets", "2,5,7", "--trials", "4", "--tau", "0.9", "--out", out.toString());
        assertEquals(6, report.get("files").size());
        List<String> table = Files.readAllLines(out.resolve("trials.csv"));
        assertEquals(5, table.size());
        ArgbImage sheet = PngFile.read(out.resolve("trials.png"));
        assertEquals(3 * 32 * 2, sheet.width());
        assertEquals(2 * 32 * 2, sheet.height());
        try (ImageNetwork network = Models.shipped("mnist-cnn").network()) {
            for (int trial = 0; trial < 4; trial++) {
                int target = List.of(2, 5, 7, 2).get(trial);
                ArgbImage picture =
                        PngFile.read(out.resolve("trial-000%d-target-%d-fooled.png".formatted(trial, target)));
                float[] pixels = new float[784];
                for (int i = 0; i < 784; i++) {
                    pixels[i] = (picture.argb()[i] & 0xFF) / 255f;
                }
                String[] row = table.get(trial + 1).split(",", -1);
                assertEquals(8, row.length);
                assertEquals("fooled", row[2]);
                assertEquals("", row[7], "a model without a decoder has no reconstruction error");
                // Eight bits of grey move a score a little.
                assertEquals(
                        Double.parseDouble(row[4]), network.respond(pixels, 1).scores()[target], 0.02);
                int inSheet = sheet.pixel((trial % 3 * 32 + 2 + 10) * 2, (trial / 3 * 32 + 2 + 12) * 2);
                assertEquals(picture.pixel(10, 12), inSheet);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"direct,direct", "cppn,cppn", ",direct"})
    void evolutionIsChosenWithItsEncoding(String given, String used) throws IOException {
        String[] encoding = given == null ? new String[0] : new String[] {"--encoding", given};
        String[] arguments = Stream.concat(
                        Stream.of("mnist-cool", "--protocol", "evolution", "--trials", "2", "--max-steps", "2"),
                        Arrays.stream(encoding))
                .toArray(String[]::new);
        JsonNode settings = json(arguments).get("settings");
        assertEquals(used, settings.get("encoding").asText());
        assertEquals(16, settings.get("children").asInt());
        assertTrue(settings.get("learning_rate").isNull());
        assertTrue(settings.get("start").isNull());
    }

    @Test
    void theStartIsGreyUnlessNoiseIsChosenWhichHasARateOfItsOwn() throws IOException {
        JsonNode grey = json("mnist-cnn", "--trials", "1", "--max-steps", "2");
        assertEquals("grey", grey.get("settings").get("start").asText());
        assertEquals(0.0011, grey.get("settings").get("learning_rate").asDouble());
        Terminal other = new Terminal();
        assertEquals(0, other.run("fool", "mnist-cnn", "--trials", "1", "--max-steps", "2", "--start", "noise"));
        JsonNode noise = new ObjectMapper().readTree(other.out());
        assertEquals("noise", noise.get("settings").get("start").asText());
        assertEquals(0.00093, noise.get("settings").get("learning_rate").asDouble());
        assertEquals(2, noise.get("settings").get("max_steps").asInt());
        assertFalse(grey.get("best_scores_of_failed").equals(noise.get("best_scores_of_failed")));
    }

    @Test
    void aModelOfOnesOwnIsAttackedWithoutAnAccuracyThatNobodyKnows() throws IOException {
        Path file = folder.resolve("own.penumbra");
        ModelFile.write(ImageModels.untrained(ImageArchitecture.DAE_ASYM), file);
        JsonNode report = json(file.toString(), "--trials", "1", "--max-steps", "2", "--alpha", "3", "--beta", "1");
        assertTrue(report.get("accuracy_at_tau").isNull());
        assertEquals(3, report.get("settings").get("alpha").asDouble());
        assertTrue(report.get("settings").get("kappa").isNull());
        assertTrue(terminal.err().contains("accuracy is not told"), terminal.err());
        ModelFile.write(ImageModels.withoutHeldOut(ImageModels.untrained(ImageArchitecture.DAE_ASYM)), file);
        assertEquals(1, terminal.run("fool", file.toString()));
        assertTrue(terminal.err().contains("--alpha"), terminal.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mnist-cnn --targets 10|--targets: expected \"all\", or classes of the model",
                "mnist-cnn --targets 3,zebra|zebra",
                "mnist-cnn --targets 3,3|came again",
                "mnist-cnn --tau 0|--tau: expected a number above 0 and up to 1, but got 0.0",
                "mnist-cnn --tau 1.01|--tau: expected a number above 0 and up to 1",
                "mnist-cnn --tau NaN|--tau: expected a number above 0",
                "mnist-cnn --trials 0|--trials: expected 1 to 10000, but got 0",
                "mnist-cnn --max-steps 0|--max-steps: expected 1 to",
                "mnist-cnn --protocol weak|--protocol: expected paper, strong or evolution, but got weak",
                "mnist-cnn --encoding cppn|--encoding",
                "mnist-cnn --protocol evolution --encoding dna|direct or cppn",
                "mnist-cnn --protocol evolution --learning-rate 1|--learning-rate",
                "mnist-cnn --start black|--start: expected grey or noise, but got black",
                "mnist-cnn --protocol evolution --start noise|--start: evolution moves no generator",
                "mnist-cnn --detector knn --start noise|--start: knn has no gradient, so it is attacked by evolution",
                "mnist-cnn --learning-rate -1|--learning-rate: expected a finite number above 0",
                "mnist-cnn --alpha 3|no decoder",
                "mnist-cool --kappa 2|no decoder",
                "mnist-dae-sym --kappa 2 --alpha 3|--kappa and --alpha",
                "mnist-dae-sym --kappa 0.5|--kappa: expected a finite number of at least 1",
                "mnist-dae-sym --beta -1|--beta"
            })
    void wrongUseIsSaidInOneLineAndEndsWithTwo(String both) {
        String[] parts = both.split("\\|");
        int code = terminal.run(("fool " + parts[0]).split(" "));
        assertAll(
                () -> assertEquals(2, code),
                () -> assertTrue(
                        terminal.err().lines().findFirst().orElseThrow().contains(parts[1]), terminal.err()),
                () -> assertFalse(terminal.err().contains("at org."), terminal.err()),
                () -> assertEquals("", terminal.out()));
    }

    /** Anything that takes the options of an attack. */
    @CommandLine.Command(name = "attack")
    private static final class Any {

        @CommandLine.Mixin
        private FoolOptions options;
    }

    /** A detector that only says a score, as one that looks at neighbours would. */
    private record Silent() implements Victim {

        @Override
        public int dimensions() {
            return 784;
        }

        @Override
        public int classes() {
            return 10;
        }

        @Override
        public boolean hasGradient() {
            return false;
        }

        @Override
        public Judgement judge(float[] inputs, int[] targets, int count) {
            throw new AssertionError("nobody may ask it here");
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    @Test
    void aModelWithoutGradientIsWrongUseOfPaperAndStrongButNotOfEvolution() {
        for (String protocol : List.of("paper", "strong")) {
            Any any = new Any();
            new CommandLine(any).parseArgs("--protocol", protocol);
            CommandLine.ParameterException refused =
                    assertThrows(CommandLine.ParameterException.class, () -> any.options.check("knn", new Silent()));
            assertEquals(
                    "--protocol: knn has no gradient, which " + protocol + " follows; take evolution",
                    refused.getMessage());
        }
        Any any = new Any();
        new CommandLine(any).parseArgs("--protocol", "evolution");
        any.options.check("knn", new Silent());
        assertFalse(any.options.attack().needsGradient());
    }

    @Test
    void aClassCanBeNamed() throws IOException {
        JsonNode report = json("fashion-mnist-cnn", "--targets", "Bag,1", "--trials", "2", "--max-steps", "1");
        int[] targets = new ObjectMapper().convertValue(report.get("settings").get("targets"), int[].class);
        assertArrayEquals(
                new int[] {Models.shipped("fashion-mnist-cnn").classes().indexOf("Bag"), 1}, targets);
    }
}
