package org.penumbra.command.image;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.archive.ModelFile;
import org.penumbra.confidence.Calibration;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;
import org.penumbra.kit.ImageModels;
import org.penumbra.kit.Terminal;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageCurvature;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.TrainedModel;

/** What "penumbra score" says of pictures the test draws. */
@Timeout(300)
class ScoreCommandTest {

    private static final List<String> KEYS = List.of(
            "picture",
            "fit",
            "answer",
            "best_class",
            "score",
            "tau",
            "doubt",
            "y",
            "confidence",
            "reconstruction_error",
            "gamma",
            "gamma_standard_error",
            "curvature_factor",
            "alpha",
            "beta",
            "problem");
    private static TrainedModel trained;

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private Path seven;

    @BeforeAll
    static void train() {
        trained = ImageModels.trained(ImageArchitecture.DAE_ASYM, 150);
    }

    @BeforeEach
    void draw() throws IOException {
        BufferedImage image = new BufferedImage(200, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 200, 240);
        pen.setColor(Color.BLACK);
        pen.setStroke(new BasicStroke(16, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D line = new Path2D.Double();
        line.moveTo(50, 60);
        line.lineTo(150, 60);
        line.lineTo(95, 195);
        pen.draw(line);
        pen.dispose();
        seven = file("7.png", image);
    }

    private Path file(String name, BufferedImage image) throws IOException {
        Path file = folder.resolve(name);
        assertTrue(ImageIO.write(image, "png", file.toFile()));
        return file;
    }

    /** 784 numbers as a picture of 28 x 28 grey pixels. */
    private Path file(String name, float[] pixels) throws IOException {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < pixels.length; i++) {
            image.getRaster().setSample(i % 28, i / 28, 0, Math.round(255 * pixels[i]));
        }
        return file(name, image);
    }

    private String model(TrainedModel model) {
        Path file = folder.resolve(model.settings().architecture().id() + ".penumbra");
        ModelFile.write(model, file);
        return file.toString();
    }

    private JsonNode json(int code, String... arguments) throws IOException {
        String[] all = Stream.concat(Stream.of("score", "--json"), Stream.of(arguments))
                .toArray(String[]::new);
        assertEquals(code, terminal.run(all), terminal.err());
        return new ObjectMapper().readTree(terminal.out());
    }

    @Test
    void everyFigureIsThatOfTheNetworkAndTheFormulas() throws IOException {
        ImageSet digits = new BuiltInDigits(1, 3, 4).make().test();
        List<String> arguments = new ArrayList<>(List.of(
                "--as-is", "--tau", "0.8", "--kappa", "1.5", "--gamma", "exact", "--beta", "3", model(trained)));
        for (int i = 0; i < 3; i++) {
            arguments.add(file(i + ".png", digits.image(i)).toString());
        }
        JsonNode list = json(0, arguments.toArray(String[]::new));
        assertEquals(3, list.size());
        double alpha = -Math.log(0.8) * 784 / (1.5 * trained.heldOutErrors()[990]);
        try (ImageNetwork network = trained.network();
                ImageCurvature curvature = new ImageCurvature(network)) {
            for (int i = 0; i < 3; i++) {
                ImageResponse response = network.respond(digits.image(i), 1);
                double gamma = curvature.exact(digits.image(i), 1)[0];
                double factor = gamma <= 0 ? 1 : Math.exp(-3 * gamma);
                double confidence = Math.exp(-alpha / 784 * response.errors()[0]) * factor;
                double score = confidence * response.scores()[response.answer(0)];
                JsonNode figures = list.get(i);
                List<String> keys = new ArrayList<>();
                figures.fieldNames().forEachRemaining(keys::add);
                assertAll(
                        figures.toString(),
                        () -> assertEquals(KEYS, keys),
                        () -> assertEquals(
                                response.answer(0), figures.get("best_class").asInt()),
                        () -> assertEquals(alpha, figures.get("alpha").asDouble(), 1e-9),
                        () -> assertEquals(
                                response.errors()[0],
                                figures.get("reconstruction_error").asDouble(),
                                1e-5),
                        () -> assertEquals(gamma, figures.get("gamma").asDouble(), 1e-5),
                        () -> assertEquals(
                                factor, figures.get("curvature_factor").asDouble(), 1e-4),
                        () -> assertEquals(confidence, figures.get("confidence").asDouble(), 1e-5),
                        () -> assertEquals(score, figures.get("score").asDouble(), 1e-5),
                        () -> assertEquals(score < 0.8, figures.get("answer").isNull()),
                        () -> assertEquals(score < 0.8, !figures.get("doubt").isNull()));
                for (int k = 0; k < 10; k++) {
                    assertEquals(response.scores()[k], figures.get("y").get(k).asDouble(), 1e-6);
                }
            }
        }
    }

    @Test
    void aTrainedModelKnowsADrawnSevenAndDoubtsNoise() throws IOException {
        long seed = 8;
        Random random = new Random(seed);
        float[] noise = new float[784];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat();
        }
        String model = model(trained);
        assertEquals(0, terminal.run("score", model, seven.toString(), "--tau", "0.5"), terminal.err());
        List<String> lines = terminal.out().lines().toList();
        assertAll(
                terminal.out(),
                () -> assertTrue(
                        lines.get(0)
                                .matches(".*: tau 0\\.5, alpha \\d+\\.\\d{3} \\(kappa 1\\.0; 99 % of the held-out "
                                        + "images have errors up to \\d+\\.\\d{3}\\); Gamma is left out"),
                        lines.get(0)),
                () -> assertTrue(lines.get(1).matches(".*7\\.png: 7, \\d\\d\\.\\d % sure"), lines.get(1)),
                () -> assertTrue(
                        lines.get(2).matches("    y\\(7\\) [01]\\.\\d{3}(, y\\(\\d\\) 0\\.\\d{3})*"), lines.get(2)),
                () -> assertTrue(
                        lines.get(3)
                                .matches("    confidence c~ 0\\.\\d{3}, from the reconstruction error "
                                        + "\\d+\\.\\d{3}; score y~ 0\\.\\d{3}"),
                        lines.get(3)),
                () -> assertEquals(4, lines.size()));

        Path grey = file("noise.png", noise);
        assertEquals(
                0,
                terminal.run(
                        "score",
                        model,
                        grey.toString(),
                        "--as-is",
                        "--kappa",
                        "1",
                        "--tau",
                        "0.5",
                        "--gamma",
                        "exact"));
        assertTrue(terminal.out().contains("noise.png: unknown: score 0."), terminal.out() + "seed " + seed);
        assertTrue(terminal.out().contains(" is below tau 0.50, mostly because the "), terminal.out());
        assertTrue(terminal.out().contains(" and gamma -0."), terminal.out());
    }

    @Test
    void theFashionModelsTakeAPictureAsItIsAndTheDigitModelsCropIt() throws IOException {
        float[] shirt = new float[784];
        for (int i = 0; i < shirt.length; i++) {
            shirt[i] = i % 28 > 3 && i % 28 < 14 && i / 28 > 3 && i / 28 < 18 ? 0.2f : 0.9f;
        }
        String file = file("shirt.png", shirt).toString();
        for (String name : List.of("fashion-mnist-cnn", "fashion-mnist-dae-sym")) {
            JsonNode own = json(0, name, file).get(0);
            assertEquals("as-is", own.get("fit").asText());
            assertEquals(json(0, name, file, "--as-is").get(0), own);
            assertNotEquals(json(0, name, file, "--fit", "digit").get(0).get("y"), own.get("y"));
        }
        JsonNode digit = json(0, "mnist-cnn", seven.toString()).get(0);
        assertEquals("digit", digit.get("fit").asText());
        assertEquals("7", digit.get("answer").asText());
        float[] image = new BuiltInDigits(1, 8, 4).make().test().image(7);
        String ready = file("ready.png", image).toString();
        assertEquals(
                json(0, "mnist-cnn", ready, "--as-is").get(0).get("y"),
                json(0, "mnist-cnn", ready).get(0).get("y"),
                "28 x 28 pixels on black are an image already");
    }

    @Test
    void alphaOfZeroTrustsEveryPictureAndALargeOneNone() throws IOException {
        String model = model(trained);
        JsonNode trusted =
                json(0, model, seven.toString(), "--alpha", "0", "--tau", "0.5").get(0);
        assertEquals(1, trusted.get("confidence").asDouble());
        assertEquals("7", trusted.get("answer").asText());
        JsonNode doubted = json(0, model, seven.toString(), "--alpha", "1e6", "--tau", "0.5")
                .get(0);
        assertEquals(0, doubted.get("confidence").asDouble(), 1e-12);
        assertTrue(doubted.get("answer").isNull());
        assertEquals("reconstruction", doubted.get("doubt").asText());
        assertTrue(doubted.get("gamma").isNull() && doubted.get("beta").isNull(), doubted.toString());
    }

    @Test
    void alphaIsCalibratedByTauKappaAndTheHeldOutErrors() throws IOException {
        String model = model(ImageModels.untrained(ImageArchitecture.DAE_SYM));
        double q = 1 + 990 / 100f;
        assertEquals(
                new Calibration.ByKappa(1).alpha(q, 784, 0.9),
                json(0, model, seven.toString()).get(0).get("alpha").asDouble(),
                1e-9);
        assertEquals(
                -Math.log(0.99) * 784 / (1.25 * q),
                json(0, model, seven.toString(), "--tau", "0.99", "--kappa", "1.25")
                        .get(0)
                        .get("alpha")
                        .asDouble(),
                1e-9);
    }

    @Test
    void anEstimatedGammaTellsItsStandardErrorAndIsNearTheExactOne() throws IOException {
        String model = model(trained);
        JsonNode exact = json(0, model, seven.toString(), "--gamma", "exact").get(0);
        JsonNode estimated = json(0, model, seven.toString(), "--gamma", "400").get(0);
        double spread = estimated.get("gamma_standard_error").asDouble();
        assertTrue(exact.get("gamma_standard_error").isNull());
        assertEquals(2, exact.get("beta").asDouble());
        assertTrue(spread > 0 && spread < 0.1, "standard error " + spread);
        assertEquals(exact.get("gamma").asDouble(), estimated.get("gamma").asDouble(), 5 * spread);
        assertEquals(
                estimated, json(0, model, seven.toString(), "--gamma", "400").get(0), "the same probes every time");
        terminal.run("score", model, seven.toString(), "--gamma", "16");
        assertTrue(
                terminal.out().matches("(?s).* and gamma -?0\\.\\d{4} \\+- 0\\.\\d{4} \\(Gamma [01]\\.\\d{3}\\).*"),
                terminal.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CNN", "COOL"})
    void aModelWithoutDecoderHasNoConfidenceAndSaysSo(ImageArchitecture architecture) throws IOException {
        TrainedModel untrained = ImageModels.untrained(architecture);
        String model = model(untrained);
        JsonNode figures = json(0, model, seven.toString(), "--tau", "1e-9").get(0);
        assertAll(
                figures.toString(),
                () -> assertTrue(figures.get("confidence").isNull()),
                () -> assertTrue(figures.get("reconstruction_error").isNull()),
                () -> assertTrue(figures.get("alpha").isNull()),
                () -> assertEquals(
                        figures.get("y").get(figures.get("best_class").asInt()).asDouble(),
                        figures.get("score").asDouble(),
                        1e-7),
                () -> assertEquals(
                        figures.get("best_class").asText(),
                        figures.get("answer").asText()));
        assertEquals(0, terminal.run("score", model, seven.toString()));
        assertTrue(
                terminal.out()
                        .startsWith(model + " has no decoder, so there is no confidence: y alone is held against "
                                + "tau 0.9 (" + (architecture == ImageArchitecture.COOL ? "COOL" : "max softmax")
                                + ")."),
                terminal.out());
        assertTrue(terminal.out().contains("unknown: score 0."), terminal.out());
        assertTrue(!terminal.out().contains("c~"), terminal.out());
        for (String option : List.of("--alpha", "--kappa", "--gamma")) {
            assertEquals(2, terminal.run("score", model, seven.toString(), option, "5"));
            assertTrue(terminal.err().contains(option + ": " + model + " has no decoder"), terminal.err());
        }
    }

    /** Turned by EXIF, in a shadow, white on a transparent ground. */
    @Test
    void picturesOfCamerasAndPaintProgramsAreReadAsPeopleSeeThem() throws Exception {
        Map<String, String> seen = new LinkedHashMap<>();
        seen.put("nine-exif-orientation-3.jpg", "9");
        seen.put("three-exif-orientation-6.jpg", "3");
        seen.put("three-photo-with-shadow.jpg", "3");
        seen.put("three-rgba-white-on-transparent.png", "3");
        List<String> arguments = new ArrayList<>(List.of("mnist-dae-sym"));
        for (String name : seen.keySet()) {
            arguments.add(Path.of(ScoreCommandTest.class
                            .getResource("/pictures/" + name)
                            .toURI())
                    .toString());
        }
        assertEquals(
                List.copyOf(seen.values()),
                json(0, arguments.toArray(String[]::new)).findValuesAsText("answer"));
    }

    @Test
    void picturesThatCannotBeUsedAreNamedAndTheOthersScored() throws IOException {
        String model = model(ImageModels.untrained(ImageArchitecture.DAE_ASYM));
        Path text = Files.writeString(folder.resolve("text.png"), "no picture");
        Path blank = file("blank.png", new float[784]);
        String missing = folder.resolve("missing.png").toString();
        JsonNode list = json(1, model, text.toString(), seven.toString(), blank.toString(), missing);
        assertEquals(
                List.of(text.toString(), seven.toString(), blank.toString(), missing),
                list.findValuesAsText("picture"));
        List<String> lines = terminal.err().lines().toList();
        assertEquals(3, lines.size(), terminal.err());
        assertTrue(
                lines.get(0).startsWith("penumbra: " + text + ": expected a PNG, JPEG, GIF, BMP, WebP or TIFF picture"),
                lines.get(0));
        assertTrue(lines.get(1).startsWith("penumbra: " + blank + ": expected a digit"), lines.get(1));
        assertTrue(lines.get(2).startsWith("penumbra: " + missing + ": there is no such file"), lines.get(2));
        IntStream.range(0, 4)
                .forEach(i -> assertEquals(i == 1, list.get(i).get("problem").isNull()));
        assertEquals("penumbra: " + list.get(0).get("problem").asText(), lines.get(0));
        assertTrue(list.get(1).get("score").asDouble() > 0);

        assertEquals(1, terminal.run("score", model, seven.toString(), "--as-is"));
        assertTrue(terminal.err().contains("expected 28 x 28 pixels, but it has 200 x 240"), terminal.err());
    }

    @Test
    void aModelThatKnowsNoHeldOutErrorsAsksForAlpha() throws IOException {
        String model = model(ImageModels.withoutHeldOut(ImageModels.untrained(ImageArchitecture.DAE_ASYM)));
        assertEquals(1, terminal.run("score", model, seven.toString()));
        assertEquals(
                "penumbra: " + model + ": alpha cannot be calibrated, as the model knows no errors of held-out images; "
                        + "name it with --alpha",
                terminal.err().strip());
        assertEquals(
                5,
                json(0, model, seven.toString(), "--alpha", "5")
                        .get(0)
                        .get("alpha")
                        .asDouble());
    }

    @Test
    void aModelThatIsNotThereIsOneLine() {
        assertEquals(1, terminal.run("score", "nowhere.penumbra", seven.toString()));
        assertEquals(
                "penumbra: nowhere.penumbra: there is no such model file; check its name and folder",
                terminal.err().strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "m",
                "m 3.png --tau 0",
                "m 3.png --tau 1.1",
                "m 3.png --tau NaN",
                "m 3.png --kappa 0.9",
                "m 3.png --kappa 2 --alpha 3",
                "m 3.png --alpha -1",
                "m 3.png --alpha Infinity",
                "m 3.png --beta 1",
                "m 3.png --gamma exact --beta -1",
                "m 3.png --gamma 1",
                "m 3.png --gamma 100001",
                "m 3.png --gamma all",
                "m 3.png --xml"
            })
    void wrongUseIsSaidWithExitCode2(String line) {
        assertEquals(2, terminal.runLine("score " + line), terminal.err());
        assertEquals("", terminal.out());
        assertTrue(terminal.err().startsWith("penumbra score: "), terminal.err());
        assertTrue(terminal.err().contains("Usage: penumbra score"), terminal.err());
    }

    @Test
    void theHelpNamesEveryOptionAndKey() {
        assertEquals(0, terminal.run("score", "--help"));
        String help = terminal.out().replaceAll("\\s+", " ");
        Stream.concat(
                        KEYS.stream(),
                        Stream.of("--tau", "--kappa", "--alpha", "--beta", "--gamma", "--json", "--as-is", "--fit"))
                .forEach(word -> assertTrue(help.contains(word), word + " in " + help));
    }
}
