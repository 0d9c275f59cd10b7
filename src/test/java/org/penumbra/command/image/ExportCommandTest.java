package org.penumbra.command.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.penumbra.archive.ModelFile;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.kit.ImageModels;
import org.penumbra.kit.NpzFile;
import org.penumbra.kit.Terminal;
import org.penumbra.net.ParameterBlock;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageCurvature;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.TrainedModel;

/** What "penumbra export" writes. */
@Timeout(300)
class ExportCommandTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    private String model(TrainedModel model) {
        Path file = folder.resolve("model.penumbra");
        ModelFile.write(model, file);
        return file.toString();
    }

    private Path picture(String name, int ink) throws IOException {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 5; row < 20; row++) {
            image.getRaster().setSample(13, row, 0, ink);
        }
        Path file = folder.resolve(name);
        assertTrue(ImageIO.write(image, "png", file.toFile()));
        return file;
    }

    private List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".tmp"))
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWeightStandsUnderItsBlocksName(ImageArchitecture architecture) throws IOException {
        TrainedModel model = ImageModels.untrained(architecture);
        Path npz = folder.resolve("model.npz");
        assertEquals(0, terminal.run("export", model(model), "--npz", npz.toString()), terminal.err());
        assertEquals("Written: " + npz, terminal.out().strip());
        NpzFile file = new NpzFile(npz);
        List<String> expected = new ArrayList<>();
        try (ImageNetwork network = model.network()) {
            for (ParameterBlock block : network.blocks()) {
                expected.add(block.name());
                assertEquals(block.shape(), file.get(block.name()).shape(), block.name());
                assertArrayEquals(
                        Arrays.copyOfRange(model.parameters(), block.from(), block.from() + block.size()),
                        file.get(block.name()).floats(),
                        block.name());
            }
        }
        expected.addAll(List.of("architecture", "omega", "classes", "fit", "held_out_errors", "provenance"));
        assertEquals(expected, file.names());
        assertEquals(List.of(architecture.id()), file.get("architecture").texts());
        assertArrayEquals(
                new int[] {architecture == ImageArchitecture.COOL ? 5 : 1},
                file.get("omega").integers());
        assertEquals(ImageModels.CLASSES, file.get("classes").texts());
        assertArrayEquals(model.heldOutErrors(), file.get("held_out_errors").floats());
        JsonNode provenance =
                new ObjectMapper().readTree(file.get("provenance").texts().get(0));
        assertEquals("a test", provenance.get("preset").asText());
        assertEquals(5, provenance.get("training").get("lambda").asDouble());
    }

    @Test
    void answersForTheBuiltInDigitsAreThoseOfTheNetwork() throws IOException {
        TrainedModel model = ImageModels.untrained(ImageArchitecture.DAE_ASYM);
        Path npz = folder.resolve("model.npz");
        int count = 103;
        assertEquals(
                0,
                terminal.run(
                        "export",
                        model(model),
                        "--npz",
                        npz.toString(),
                        "--inputs",
                        "built-in-digits",
                        "--count",
                        "" + count),
                terminal.err());
        assertEquals(
                List.of("gamma: 100 of 103 images", "gamma: 103 of 103 images"),
                terminal.err().lines().toList());
        NpzFile file = new NpzFile(npz);
        float[] pixels = file.get("inputs").floats();
        assertEquals(List.of(count, 28, 28), file.get("inputs").shape());
        assertArrayEquals(
                new BuiltInDigits(1, 200, 1).make().test().image(102),
                Arrays.copyOfRange(pixels, 102 * 784, 103 * 784),
                "the same images however many there are");
        assertArrayEquals(
                IntStream.range(0, count).map(i -> i % 10).toArray(),
                file.get("labels").integers());
        assertEquals("built-in-digits test 102", file.get("sources").texts().get(102));
        try (ImageNetwork network = model.network();
                ImageCurvature curvature = new ImageCurvature(network)) {
            ImageResponse response = network.respond(pixels, count);
            assertArrayEquals(response.logits(), file.get("logits").floats(), 1e-6f);
            assertArrayEquals(response.scores(), file.get("scores").floats(), 1e-6f);
            assertArrayEquals(
                    response.reconstructions(), file.get("reconstructions").floats(), 1e-6f);
            assertArrayEquals(response.errors(), file.get("errors").floats(), 1e-5f);
            // Blank ground is a kink of r, where rounding, which depends on how many come at once, chooses the side.
            double[] gammas = curvature.exact(pixels, 100);
            float[] written = file.get("gammas").floats();
            for (int i = 0; i < 100; i++) {
                assertEquals(gammas[i], written[i], 1e-7, "gamma of image " + i);
            }
            assertEquals(curvature.exact(Arrays.copyOfRange(pixels, 100 * 784, count * 784), 3)[2], written[102], 1e-7);
        }
        assertEquals(List.of(count, 10), file.get("logits").shape());
        assertEquals(List.of(count, 10), file.get("scores").shape());
        assertEquals(List.of(count, 28, 28), file.get("reconstructions").shape());
        assertEquals(List.of(count), file.get("errors").shape());
        assertEquals(List.of(count), file.get("gammas").shape());
    }

    @Test
    void picturesHaveNoLabelsAndCoolHasNoDecoder() throws IOException {
        Path first = picture("one.png", 255);
        Path second = picture("two.png", 51);
        Path npz = folder.resolve("model.npz");
        Files.writeString(npz, "what was there before");
        assertEquals(
                0,
                terminal.run(
                        "export",
                        model(ImageModels.untrained(ImageArchitecture.COOL)),
                        "--as-is",
                        "--inputs",
                        first.toString(),
                        second.toString(),
                        "--force",
                        "--npz",
                        npz.toString()),
                terminal.err());
        NpzFile file = new NpzFile(npz);
        assertEquals(
                List.of("inputs", "sources", "logits", "scores"),
                file.names()
                        .subList(file.names().indexOf("inputs"), file.names().size()));
        assertEquals(
                List.of(first.toString(), second.toString()),
                file.get("sources").texts());
        assertEquals(1, file.get("inputs").floats()[5 * 28 + 13]);
        assertEquals(0.2f, file.get("inputs").floats()[784 + 5 * 28 + 13], 1e-6f);
        assertEquals(List.of(2, 50), file.get("logits").shape());
        assertEquals(List.of(2, 10), file.get("scores").shape());
        assertEquals(List.of(), leftovers());
    }

    @Test
    void dl4jOpensTheGraphAndAnswersAlike() throws IOException {
        TrainedModel model = ImageModels.untrained(ImageArchitecture.DAE_SYM);
        Path graphFile = folder.resolve("graph.zip");
        assertEquals(0, terminal.run("export", model(model), "--dl4j", graphFile.toString()), terminal.err());
        float[] image = new BuiltInDigits(1, 200, 1).make().test().image(0);
        ComputationGraph graph = ComputationGraph.load(graphFile.toFile(), false);
        INDArray[] result = graph.output(Nd4j.createFromArray(image).reshape('c', 1, 1, 28, 28));
        try (ImageNetwork network = model.network()) {
            ImageResponse response = network.respond(image, 1);
            assertArrayEquals(response.scores(), result[0].dup('c').data().asFloat(), 1e-5f);
            assertArrayEquals(
                    response.reconstructions(), result[1].dup('c').data().asFloat(), 1e-5f);
        } finally {
            graph.close();
        }
        assertEquals(List.of(), leftovers());
    }

    @Test
    void aDecoderThatWasNotTrainedCannotGoToDl4j() throws IOException {
        String model = model(ImageModels.withoutLambda(ImageModels.untrained(ImageArchitecture.DAE_SYM)));
        Path graph = folder.resolve("graph.zip");
        assertEquals(1, terminal.run("export", model, "--dl4j", graph.toString()));
        assertTrue(
                terminal.err().startsWith("penumbra: --dl4j: " + model + " was trained with lambda 0.0"),
                terminal.err());
        assertFalse(Files.exists(graph));
        assertEquals(List.of(), leftovers());
    }

    @Test
    void whatIsInTheWayIsSaidInOneLineAndNothingIsWritten() throws IOException {
        String model = model(ImageModels.untrained(ImageArchitecture.CNN));
        Path npz = folder.resolve("model.npz");
        assertFails("--npz: cannot write " + folder + ": it is a folder", model, "--npz", folder.toString());
        Path nowhere = folder.resolve("none/model.npz");
        assertFails(
                "--npz: cannot write " + nowhere + ": there is no folder " + nowhere.getParent(),
                model,
                "--npz",
                nowhere.toString());
        assertFails("nowhere.penumbra: there is no such model file", "nowhere.penumbra", "--npz", npz.toString());
        Path missing = folder.resolve("missing.png");
        assertFails(
                missing + ": there is no such file", model, "--npz", npz.toString(), "--inputs", missing.toString());
        Path small = Files.createDirectories(folder.resolve("small"));
        writeSet(small, 14);
        assertFails(
                "small: expected images of 28 x 28 pixels",
                model,
                "--npz",
                npz.toString(),
                "--inputs",
                small.toString());
        Path set = Files.createDirectories(folder.resolve("set"));
        writeSet(set, 28);
        assertFails(
                "--count: expected 1 to 3, as set has no more test images, but got 4",
                model,
                "--npz",
                npz.toString(),
                "--inputs",
                set.toString(),
                "--count",
                "4");
        assertFails(
                "MNIST is not here. Looked in --data " + folder,
                model,
                "--npz",
                npz.toString(),
                "--inputs",
                "mnist",
                "--data",
                folder.toString());
        assertFails(
                folder + ": expected the four files", model, "--npz", npz.toString(), "--inputs", folder.toString());
        assertFalse(Files.exists(npz));
        assertEquals(List.of(), leftovers());
    }

    @Test
    void aFolderWithADataSetIsOneToo() throws IOException {
        Path set = Files.createDirectories(folder.resolve("set"));
        writeSet(set, 28);
        Path npz = folder.resolve("model.npz");
        assertEquals(
                0,
                terminal.run(
                        "export",
                        model(ImageModels.untrained(ImageArchitecture.CNN)),
                        "--npz",
                        npz.toString(),
                        "--inputs",
                        set.toString(),
                        "--count",
                        "2"),
                terminal.err());
        NpzFile file = new NpzFile(npz);
        assertArrayEquals(new int[] {1, 2}, file.get("labels").integers());
        assertEquals(List.of("set test 0", "set test 1"), file.get("sources").texts());
        assertEquals(7 / 255f, file.get("inputs").floats()[7], 1e-7f);
    }

    /** Three images to learn from and three to test with, labelled 1, 2, 3; pixel i of all has the level i. */
    private static void writeSet(Path folder, int side) throws IOException {
        for (String part : List.of("train", "t10k")) {
            ByteBuffer images = ByteBuffer.allocate(16 + 3 * side * side);
            images.putInt(0x803).putInt(3).putInt(side).putInt(side);
            for (int i = 0; i < 3 * side * side; i++) {
                images.put((byte) (i % (side * side)));
            }
            Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.array());
            Files.write(folder.resolve(part + "-labels-idx1-ubyte"), new byte[] {0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3});
        }
    }

    private void assertFails(String beginning, String... arguments) {
        int code = terminal.run(
                Stream.concat(Stream.of("export"), Stream.of(arguments)).toArray(String[]::new));
        assertEquals(1, code, terminal.err());
        assertTrue(terminal.err().startsWith("penumbra: " + beginning), terminal.err());
        assertEquals(1, terminal.err().lines().count(), terminal.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "m",
                "--npz f",
                "m --dl4j f --inputs mnist",
                "m --npz f --dl4j ./f",
                "m --npz f --count 5",
                "m --npz f --as-is",
                "m --npz f --fit digit",
                "m --npz f --inputs a.png --fit digit --as-is",
                "m --npz f --inputs a.png --fit sideways",
                "m --npz f --inputs mnist --fit whole",
                "m --npz f --inputs mnist a.png",
                "m --npz f --inputs a.png --count 5",
                "m --npz f --inputs mnist --as-is",
                "m --npz f --inputs mnist --count 0",
                "m --npz f --inputs mnist --count 100001",
                "m --npz f --inputs",
                "m n --npz f",
                "m --npz f --csv g"
            })
    void wrongUseIsSaidWithExitCode2(String line) {
        assertEquals(2, terminal.runLine("export " + line), terminal.err());
        assertEquals("", terminal.out());
        assertTrue(terminal.err().startsWith("penumbra export: "), terminal.err());
        assertTrue(terminal.err().contains("Usage: penumbra export"), terminal.err());
    }

    @Test
    void everyArrayStandsInTheHelpAndInTheDocument() throws IOException {
        assertEquals(0, terminal.run("export", "--help"));
        String help = terminal.out();
        String document = Files.readString(Path.of("src/docs/npz.md"));
        for (String name : List.of(
                "convolution1/weights",
                "convolution2/weights",
                "code/weights",
                "head/weights",
                "decoder1/weights",
                "decoder2/weights",
                "decoder3/weights",
                "architecture",
                "omega",
                "classes",
                "fit",
                "provenance",
                "held_out_errors",
                "inputs",
                "sources",
                "labels",
                "logits",
                "scores",
                "reconstructions",
                "errors",
                "gammas")) {
            assertTrue(help.contains(name), name + " in " + help);
            assertTrue(document.contains("`" + name + "`"), name + " in the document");
        }
    }
}
