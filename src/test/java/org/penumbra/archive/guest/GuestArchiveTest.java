package org.penumbra.archive.guest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.kit.Mutations;
import org.penumbra.kit.StockGuests;
import org.penumbra.net.guest.GuestContent;
import org.penumbra.net.guest.GuestException;
import org.penumbra.net.guest.GuestException.Kind;

@Timeout(120)
class GuestArchiveTest {

    private static final String EVIL = "javax.script.ScriptEngineManager";
    private static final long SEED = 20_261_128;

    @TempDir
    private static Path folder;

    private static Path row;
    private static Path graph;
    private static float[] rowParameters;

    @BeforeAll
    static void makeFiles() {
        MultiLayerNetwork network = StockGuests.tinyRow();
        rowParameters = network.params().dup().data().asFloat();
        row = StockGuests.write(network, folder.resolve("row.zip"));
        graph = StockGuests.write(StockGuests.tinyGraph(), folder.resolve("graph.zip"));
    }

    @Test
    void aNetworkOfLayersInARowGivesItsParametersAndItsLayers() {
        GuestContent content = GuestArchive.read(row);
        assertTrue(content.configuration().inARow());
        assertArrayEquals(rowParameters, content.parameters(), 0);
        assertEquals(rowParameters.length, content.configuration().parametersNeeded());
        assertTrue(content.configuration().knowsAll());
        assertEquals(
                List.of("ConvolutionLayer", "SubsamplingLayer", "DenseLayer", "DenseLayer"),
                content.configuration().layers().stream().map(l -> l.type()).toList());
        assertEquals(List.of("layer3"), content.configuration().outputs());
        assertTrue(content.sha256().matches("[0-9a-f]{64}"));
    }

    @Test
    void aGraphGivesBothItsOutputs() {
        GuestContent content = GuestArchive.read(graph);
        assertFalse(content.configuration().inARow());
        assertEquals(
                List.of("reconstruction", "classes"), content.configuration().outputs());
        assertEquals(4, content.configuration().layer("half").orElseThrow().units());
        assertEquals(784 * 4 + 4 + 4 * 784 + 784 + 4 * 3 + 3, content.parameters().length);
    }

    @Test
    void theStateOfTheUpdaterIsLeftUnreadAndDoublePrecisionIsTaken() throws IOException {
        Path file = folder.resolve("updater.zip");
        ModelSerializer.writeModel(
                StockGuests.tinyRow().convertDataType(org.nd4j.linalg.api.buffer.DataType.DOUBLE), file.toFile(), true);
        assertTrue(StockGuests.members(file).containsKey("updaterState.bin"));
        GuestContent content = GuestArchive.read(file);
        assertArrayEquals(rowParameters, content.parameters(), 0);
        assertEquals(GuestArchive.read(row).sha256(), content.sha256());
    }

    @Test
    void whatWouldBeBroughtToLifeIsRefusedWithAdvice() {
        for (String name : List.of("normalizer.bin", "preprocessor.bin")) {
            GuestException told = refused(Kind.UNSAFE, members -> members.put(name, new byte[] {1, 2}));
            assertTrue(told.getMessage().contains(name + ", an object of Java"), told.getMessage());
            assertTrue(told.getMessage().contains("Save the network without it"), told.getMessage());
        }
        assertTrue(refused(Kind.FOREIGN, members -> members.put("Evil.class", new byte[] {1}))
                .getMessage()
                .contains("it holds \"Evil.class\""));
        refused(Kind.FOREIGN, members -> members.put("../../escape", new byte[] {1}));
        refused(Kind.FOREIGN, members -> members.remove("configuration.json"));
        refused(Kind.FOREIGN, members -> members.remove("coefficients.bin"));
        refused(Kind.UNFIT, members -> members.put("noParams.marker", new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {EVIL, "com.sun.rowset.JdbcRowSetImpl", "[Ljavax.script.ScriptEngineManager;", "Evil"})
    void aForeignClassIsRefusedInWhateverObjectItStands(String foreign) {
        for (Path file : List.of(row, graph)) {
            ObjectNode root = configuration(file);
            List<ObjectNode> objects = new ArrayList<>();
            gather(root, objects);
            assertTrue(objects.size() > 20, objects.size() + " objects");
            for (int i = 0; i < objects.size(); i++) {
                ObjectNode copy = root.deepCopy();
                List<ObjectNode> same = new ArrayList<>();
                gather(copy, same);
                same.get(i).put("@class", foreign);
                assertUnsafe(file, copy, foreign);
            }
        }
    }

    private static void gather(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> gather(child, objects));
    }

    /** Names of layers are the people's own; everywhere else a text that looks like a class must be one we know. */
    @Test
    void aForeignClassIsRefusedInPlaceOfEveryTextAndAsAWrapper() {
        for (Path file : List.of(row, graph)) {
            int[] texts = {0};
            everyText(configuration(file), changed -> {
                texts[0]++;
                assertUnsafe(file, changed, EVIL);
            });
            assertTrue(texts[0] > 30, texts[0] + " texts");
        }
        for (String key : List.of("activationFn", "lossFn", "weightInitFn", "iupdater", "distribution")) {
            ObjectNode root = configuration(row);
            ObjectNode owner = (ObjectNode) root.findParent(key);
            if (owner != null) {
                owner.putObject(key).putObject(EVIL);
                assertUnsafe(row, root, EVIL);
            }
        }
    }

    private static void everyText(ObjectNode root, Consumer<ObjectNode> use) {
        List<Runnable> changes = new ArrayList<>();
        collect(root, root, "", changes, use);
        changes.forEach(Runnable::run);
    }

    private static void collect(
            ObjectNode root, JsonNode node, String key, List<Runnable> changes, Consumer<ObjectNode> use) {
        Set<String> names =
                Set.of("layerName", "networkInputs", "networkOutputs", "topologicalOrderStr", "vertexInputs");
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (field.getValue().isTextual() && !names.contains(field.getKey())) {
                    changes.add(() -> {
                        JsonNode before = object.get(field.getKey());
                        object.put(field.getKey(), EVIL);
                        use.accept(root);
                        object.set(field.getKey(), before);
                    });
                }
                if (!key.equals("vertexInputs")) {
                    collect(root, field.getValue(), field.getKey(), changes, use);
                }
            });
        } else if (node instanceof ArrayNode array && !names.contains(key)) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                if (array.get(i).isTextual()) {
                    changes.add(() -> {
                        JsonNode before = array.get(at);
                        array.set(at, EVIL);
                        use.accept(root);
                        array.set(at, before);
                    });
                }
                collect(root, array.get(i), key, changes, use);
            }
        }
    }

    @Test
    void layersThatAreNotOnTheListAreNamedAndDuplicateKeysSeen() {
        for (String layer : List.of(
                "org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer",
                "org.deeplearning4j.nn.modelimport.keras.layers.core.KerasReshape",
                "org.deeplearning4j.nn.conf.layers.LSTM",
                "org.nd4j.linalg.lossfunctions.SameDiffLoss")) {
            ObjectNode root = configuration(row);
            ((ObjectNode) root.at("/confs/0/layer")).put("@class", layer);
            GuestException told = assertUnsafe(row, root, layer);
            assertEquals(
                    layer.endsWith("LSTM"), told.getMessage().contains("which is for sequences"), told.getMessage());
        }
        String good = configuration(row).toString();
        refusedText(
                Kind.DAMAGED, good.replaceFirst("\"@class\"", "\"@class\":\"" + EVIL + "\",\"@class\""), "Duplicate");
        refusedText(Kind.UNSAFE, good.replaceFirst("\"@class\"", "\"@Class\":\"" + EVIL + "\",\"@class\""), EVIL);
        refusedText(Kind.UNSAFE, good.replaceFirst("\"@class\":\"[^\"]*", "\"\\\\u0040class\":\"" + EVIL), EVIL);
        refusedText(
                Kind.UNSAFE,
                good.replaceFirst("\"type\":\"[^\"]*", "\"type\":\"org.nd4j.linalg.activations.impl.ActivationReLU"),
                "ActivationReLU");
    }

    private static GuestException assertUnsafe(Path file, ObjectNode changed, String foreign) {
        return refusedText(file, Kind.UNSAFE, changed.toString(), foreign);
    }

    private static GuestException refusedText(Kind kind, String json, String expected) {
        return refusedText(row, kind, json, expected);
    }

    private static GuestException refusedText(Path original, Kind kind, String json, String expected) {
        Map<String, byte[]> members = new LinkedHashMap<>(StockGuests.members(original));
        members.put("configuration.json", json.getBytes(StandardCharsets.UTF_8));
        return refused(kind, StockGuests.zip(members, folder.resolve("hostile.zip")), expected);
    }

    private static GuestException refused(Kind kind, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> members = new LinkedHashMap<>(StockGuests.members(row));
        change.accept(members);
        return refused(kind, StockGuests.zip(members, folder.resolve("hostile.zip")), "hostile.zip: ");
    }

    private static GuestException refused(Kind kind, Path file, String expected) {
        GuestException told = assertThrows(GuestException.class, () -> GuestArchive.read(file), expected);
        assertTrue(told.getMessage().startsWith(file + ": "), told.getMessage());
        assertTrue(told.getMessage().contains(expected), () -> expected + " is not in: " + told.getMessage());
        assertFalse(told.getMessage().contains("\n"), told.getMessage());
        assertTrue(told.getMessage().length() < 600, told.getMessage());
        assertEquals(kind, told.kind(), told.getMessage());
        return told;
    }

    private static ObjectNode configuration(Path file) {
        try {
            return (ObjectNode)
                    new ObjectMapper().readTree(StockGuests.members(file).get("configuration.json"));
        } catch (IOException error) {
            throw new java.io.UncheckedIOException(error);
        }
    }

    @Test
    void deepNestingHugeNumbersAndWhatIsNoConfigurationAreRefused() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        refusedText(Kind.DAMAGED, deep, "at most 40 brackets inside each other");
        String good = configuration(row).toString();
        refusedText(Kind.DAMAGED, good.replaceFirst("\"nout\":3", "\"nout\":99999999999"), "32 bits at nout");
        refusedText(Kind.DAMAGED, good.replaceFirst("\"biasInit\":0.0", "\"biasInit\":1e999"), "32 bits at biasInit");
        refusedText(Kind.DAMAGED, good.replaceFirst("\"nout\":3", "\"nout\":" + "9".repeat(500)), "at most 100 digits");
        refusedText(
                Kind.TOO_LARGE,
                good.replaceFirst("\"nout\":6", "\"nout\":2000000000"),
                "expected a network of at most");
        refusedText(Kind.DAMAGED, good.replaceFirst("\"nout\":6", "\"nout\":7"), "its layers have ");
        refusedText(Kind.DAMAGED, "", "nothing behind it");
        refusedText(Kind.DAMAGED, "[1]", "expected an object");
        refusedText(Kind.DAMAGED, "{}", "expected the layers of a MultiLayerNetwork");
        refusedText(Kind.DAMAGED, "{\"confs\":[]}", "a list of 1 to");
        refusedText(Kind.DAMAGED, "{\"confs\":[{\"layer\":{\"dense\":{}}}]}", "before 1.0.0-beta");
        refusedText(Kind.DAMAGED, "PK nonsense", "it is no JSON");
        refusedText(
                Kind.DAMAGED,
                good.replaceFirst("\"shape\":\\[3\\]", "\"shape\":[1000000000]"),
                "as many numbers in an array");
        ObjectNode circle = configuration(graph);
        ((ArrayNode) circle.at("/vertexInputs/code")).set(0, "half");
        refusedText(graph, Kind.DAMAGED, circle.toString(), "go round in a circle");
        ObjectNode two = configuration(graph);
        ((ArrayNode) two.get("networkInputs")).add("another");
        refusedText(graph, Kind.UNFIT, two.toString(), "expected a network with one input");
    }

    @Test
    void aBombIsRefusedBeforeRoomIsMadeForIt() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("configuration.json", new byte[60_000_000]);
        members.put("coefficients.bin", new byte[1]);
        Path file = StockGuests.packed(members, folder.resolve("bomb.zip"));
        assertTrue(Files.size(file) < 100_000, Files.size(file) + " bytes");
        refused(Kind.TOO_LARGE, file, "of at most 8000000 bytes");
        long claimed = 4_000_000_000L;
        byte[] bytes = Files.readAllBytes(row);
        int at = directoryEntry(bytes, "coefficients.bin");
        ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(at + 24, (int) claimed);
        refused(Kind.DAMAGED, Files.write(folder.resolve("claims.zip"), bytes), "claims 4000000000 bytes in ");
    }

    private static int directoryEntry(byte[] zip, String name) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.lastIndexOf(name) - 46;
    }

    @Test
    void duplicateMembersAreRefused() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>(StockGuests.members(row));
        members.put("coefficients.bi2", members.get("coefficients.bin"));
        Path file = StockGuests.zip(members, folder.resolve("twice.zip"));
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Files.write(file, text.replace("coefficients.bi2", "coefficients.bin").getBytes(StandardCharsets.ISO_8859_1));
        refused(Kind.DAMAGED, file, "it holds coefficients.bin twice");
    }

    @Test
    void coefficientsThatAreNoneAreRefused() {
        assertCoefficients(
                Kind.NUMBERS, bytes -> with(bytes, bytes.length - 4, Float.floatToIntBits(Float.NaN)), "is NaN");
        assertCoefficients(
                Kind.NUMBERS,
                bytes -> with(bytes, bytes.length - 8, Float.floatToIntBits(Float.NEGATIVE_INFINITY)),
                "is -Infinity");
        assertCoefficients(Kind.DAMAGED, bytes -> Arrays.copyOf(bytes, bytes.length - 1), "numbers of 4 bytes");
        assertCoefficients(Kind.DAMAGED, bytes -> Arrays.copyOf(bytes, bytes.length + 1), "numbers of 4 bytes");
        assertCoefficients(Kind.DAMAGED, bytes -> Arrays.copyOf(bytes, 30), "ends too early");
        assertCoefficients(Kind.DAMAGED, bytes -> new byte[100], "expected coefficients.bin to hold an array of ND4J");
        byte[] good = StockGuests.members(row).get("coefficients.bin");
        int length = new String(good, StandardCharsets.ISO_8859_1).lastIndexOf("FLOAT") - 10;
        assertCoefficients(Kind.TOO_LARGE, bytes -> with(bytes, length, 1), "claims 429496");
        assertCoefficients(Kind.TOO_LARGE, bytes -> with(bytes, length, -1), "claims -");
        assertCoefficients(Kind.DAMAGED, bytes -> with(bytes, length + 4, 7), "and 7 numbers of 4 bytes");
        assertCoefficients(
                Kind.TOO_LARGE, bytes -> with(bytes, 22, 0x7FFFFFFF), "parameters, but coefficients.bin claims");
        byte[] half = good.clone();
        System.arraycopy("HALF!".getBytes(StandardCharsets.ISO_8859_1), 0, half, length + 10, 5);
        assertCoefficients(Kind.NUMBERS, bytes -> half, "of type FLOAT or DOUBLE");
    }

    private static byte[] with(byte[] bytes, int at, int number) {
        ByteBuffer.wrap(bytes).putInt(at, number);
        return bytes;
    }

    private static void assertCoefficients(Kind kind, UnaryOperator<byte[]> change, String expected) {
        Map<String, byte[]> members = new LinkedHashMap<>(StockGuests.members(row));
        members.compute("coefficients.bin", (name, bytes) -> change.apply(bytes.clone()));
        refused(kind, StockGuests.zip(members, folder.resolve("hostile.zip")), expected);
    }

    @Test
    void missingFilesAndFoldersAreToldApart() throws IOException {
        refused(Kind.MISSING, folder.resolve("none.zip"), "there is no such file");
        refused(Kind.NO_FILE, folder, "it is a folder");
        refused(Kind.DAMAGED, Files.write(folder.resolve("empty.zip"), new byte[0]), "it is no whole zip file");
        refused(Kind.DAMAGED, Files.write(folder.resolve("text.zip"), "hello".getBytes()), "it is no whole zip file");
    }

    @Test
    void tenThousandDamagedFilesAreReadOrRefusedInOneLine() throws IOException {
        System.out.println("seed " + SEED);
        // Classes that the first reading loads are not counted against a damaged file.
        GuestArchive.read(row);
        GuestArchive.read(graph);
        Path file = folder.resolve("mutated.zip");
        Mutations.Outcome files = new Mutations(SEED)
                .run(
                        List.of(Files.readAllBytes(row), Files.readAllBytes(graph)),
                        4000,
                        GuestException.class,
                        8_000_000,
                        bytes -> GuestArchive.read(Files.write(file, bytes)));
        // What is packed is torn by a damage to the file, so the members are damaged before they are packed as well.
        Mutations.Outcome configurations = damagedMember("configuration.json", SEED + 1);
        Mutations.Outcome coefficients = damagedMember("coefficients.bin", SEED + 2);
        assertTrue(files.refused() > 3000, files.toString());
        assertTrue(files.read() > 0, files.toString());
        assertTrue(configurations.refused() > 1000 && configurations.read() > 20, configurations.toString());
        assertTrue(coefficients.refused() > 1000 && coefficients.read() > 100, coefficients.toString());
        System.out.println(files + " " + configurations + " " + coefficients);
    }

    private static Mutations.Outcome damagedMember(String name, long seed) {
        Path file = folder.resolve("mutated.zip");
        Map<String, byte[]> small = StockGuests.members(row);
        Map<String, byte[]> large = StockGuests.members(graph);
        int[] turn = {0};
        return new Mutations(seed)
                .run(List.of(small.get(name), large.get(name)), 3000, GuestException.class, 8_000_000, bytes -> {
                    Map<String, byte[]> members = new LinkedHashMap<>(turn[0]++ % 2 == 0 ? small : large);
                    members.put(name, bytes);
                    GuestArchive.read(StockGuests.zip(members, file));
                });
    }

    @Test
    void aGraphIsReadTheSameWayTwice() {
        assertEquals(
                GuestArchive.read(graph).configuration(),
                GuestArchive.read(graph).configuration());
        ComputationGraph unused = StockGuests.tinyGraph();
        assertArrayEquals(
                unused.params().dup().data().asFloat(), GuestArchive.read(graph).parameters(), 0);
    }
}
