package org.penumbra.net.guest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penumbra.net.guest.GuestException.Kind;

/**
 * The configuration of a guest as that of a ComputationGraph without what only training needs.
 *
 * @param root    what DL4J reads
 * @param input   the name of its one input
 * @param outputs the names of its outputs
 * @param nodes   its layers and vertices, what feeds a node before it
 */
record GuestGraphJson(ObjectNode root, String input, List<String> outputs, Map<String, GuestNode> nodes) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CONF = "org.deeplearning4j.nn.conf.";
    private static final String INPUT = "pixels";
    private static final int MOST_LAYERS = 2000;
    private static final String MEND = ". Save the network again with DL4J's ModelSerializer";

    /** Of the configuration of a MultiLayerNetwork. */
    static GuestGraphJson ofRow(ObjectNode row, String source) {
        JsonNode confs = row.get("confs");
        if (!confs.isArray() || confs.isEmpty() || confs.size() > MOST_LAYERS) {
            throw wrong(source, "expected \"confs\" to be a list of 1 to " + MOST_LAYERS + " layers");
        }
        List<String> names = names(confs);
        ObjectNode graph = row.deepCopy();
        graph.remove(List.of("confs", "inputPreProcessors"));
        ObjectNode vertices = graph.putObject("vertices");
        ObjectNode inputs = graph.putObject("vertexInputs");
        String before = INPUT;
        for (int i = 0; i < names.size(); i++) {
            ObjectNode vertex = vertices.putObject(names.get(i));
            vertex.put("@class", CONF + "graph.LayerVertex");
            vertex.set("layerConf", confs.get(i).deepCopy());
            vertex.set(
                    "preProcessor", row.path("inputPreProcessors").path("" + i).deepCopy());
            vertex.put("outputVertex", false);
            if (vertex.get("preProcessor").isMissingNode()) {
                vertex.putNull("preProcessor");
            }
            inputs.putArray(names.get(i)).add(before);
            before = names.get(i);
        }
        graph.putArray("networkInputs").add(INPUT);
        graph.putArray("networkOutputs").add(before);
        ObjectNode common = ((ObjectNode) common(confs.get(0), source)).deepCopy();
        common.putNull("layer");
        graph.set("defaultConfiguration", common);
        return ofGraph(graph, source);
    }

    private static JsonNode common(JsonNode conf, String source) {
        if (!conf.isObject()) {
            throw wrong(source, "expected each of \"confs\" to be an object");
        }
        return conf;
    }

    /** The names that people gave the layers, or their numbers where these do not tell them apart. */
    private static List<String> names(JsonNode confs) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < confs.size(); i++) {
            String given = confs.get(i).path("layer").path("layerName").asText("");
            String name = given.isBlank() || given.equals(INPUT) || given.equals("null") ? "layer " + i : given;
            while (!seen.add(name)) {
                name = name + " (" + i + ")";
            }
            names.add(name);
        }
        return names;
    }

    /** Of the configuration of a ComputationGraph. */
    static GuestGraphJson ofGraph(ObjectNode original, String source) {
        ObjectNode root = original.deepCopy();
        if (!(root.get("vertices") instanceof ObjectNode vertices)
                || !(root.get("vertexInputs") instanceof ObjectNode vertexInputs)) {
            throw wrong(
                    source,
                    "expected the layers of a MultiLayerNetwork (\"confs\") or of a ComputationGraph (\"vertices\")");
        }
        if (vertices.size() > MOST_LAYERS) {
            throw wrong(source, "expected at most " + MOST_LAYERS + " layers, but found " + vertices.size());
        }
        List<String> inputs = texts(root.get("networkInputs"), "networkInputs", source);
        if (inputs.size() != 1) {
            throw new GuestException(
                    Kind.UNFIT,
                    source + ": expected a network with one input, the image, but it has " + inputs.size()
                            + "; a guest is a network for single images of 28 x 28 pixels");
        }
        Map<String, GuestNode> nodes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> vertex : vertices.properties()) {
            ObjectNode plain = vertex(vertex.getValue(), source);
            vertex.setValue(plain);
            nodes.put(
                    vertex.getKey(),
                    node(
                            vertex.getKey(),
                            plain,
                            texts(vertexInputs.get(vertex.getKey()), "vertexInputs", source),
                            source));
        }
        List<String> outputs = texts(root.get("networkOutputs"), "networkOutputs", source);
        if (outputs.isEmpty() || !nodes.keySet().containsAll(outputs)) {
            throw wrong(source, "expected \"networkOutputs\" to name layers of the network");
        }
        inSinglePrecision(root);
        root.put("validateOutputLayerConfig", false);
        root.put("backpropType", "Standard");
        root.put("cacheMode", "NONE");
        root.put("trainingWorkspaceMode", "NONE");
        root.put("inferenceWorkspaceMode", "NONE");
        return new GuestGraphJson(root, inputs.get(0), outputs, sorted(nodes, inputs.get(0), source));
    }

    private static GuestException wrong(String source, String why) {
        return new GuestException(
                Kind.DAMAGED, source + ": its configuration.json is not that of a network: " + why + MEND);
    }

    private static List<String> texts(JsonNode list, String key, String source) {
        if (list == null || !list.isArray()) {
            throw wrong(source, "expected \"" + key + "\" to be a list of names");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list) {
            if (!text.isTextual()) {
                throw wrong(source, "expected \"" + key + "\" to be a list of names");
            }
            texts.add(text.textValue());
        }
        return texts;
    }

    /** A vertex as it is when nothing is frozen and nobody trains. */
    private static ObjectNode vertex(JsonNode value, String source) {
        if (!(value instanceof ObjectNode vertex) || !vertex.has("@class")) {
            throw old(source);
        }
        if (is(vertex, "graph.FrozenVertex")) {
            return vertex(vertex.get("underlying"), source);
        }
        if (is(vertex, "graph.LayerVertex")) {
            if (!(vertex.get("layerConf") instanceof ObjectNode conf)) {
                throw wrong(source, "expected a \"layerConf\" in each layer");
            }
            conf.putNull("stepFunction");
            conf.set("layer", layer(conf.get("layer"), source));
        }
        return vertex;
    }

    private static ObjectNode layer(JsonNode value, String source) {
        if (!(value instanceof ObjectNode layer) || !layer.has("@class")) {
            throw old(source);
        }
        if (is(layer, "layers.misc.FrozenLayer") || is(layer, "layers.misc.FrozenLayerWithBackprop")) {
            return layer(layer.has("layer") ? layer.get("layer") : layer.get("underlying"), source);
        }
        for (String training : List.of("idropout", "constraints", "weightNoise", "biasUpdater")) {
            layer.putNull(training);
        }
        layer.put("gradientNormalization", "None");
        if (layer.has("iupdater")) {
            layer.set("iupdater", object("org.nd4j.linalg.learning.config.NoOp"));
            layer.putArray("regularization");
            layer.putArray("regularizationBias");
        }
        if (layer.has("weightInitFn")) {
            layer.set(
                    "weightInitFn",
                    object("org.deeplearning4j.nn.weights.WeightInitConstant").put("value", 0.0));
        }
        return withoutLoss(layer);
    }

    /** A layer with a loss answers as one without does, and only the latter takes slopes from outside. */
    private static ObjectNode withoutLoss(ObjectNode layer) {
        if (is(layer, "layers.OutputLayer")) {
            layer.remove("lossFn");
            layer.put("@class", CONF + "layers.DenseLayer").put("hasLayerNorm", false);
        } else if (is(layer, "layers.LossLayer") || is(layer, "layers.CnnLossLayer")) {
            return activation(layer, layer.get("activationFn"));
        } else if (is(layer, "layers.DropoutLayer")) {
            return activation(layer, object("org.nd4j.linalg.activations.impl.ActivationIdentity"));
        }
        return layer;
    }

    private static ObjectNode activation(ObjectNode replaced, JsonNode function) {
        ObjectNode layer = object(CONF + "layers.ActivationLayer");
        layer.set("activationFn", function);
        layer.put("layerName", replaced.path("layerName").asText(""));
        return layer;
    }

    static ObjectNode object(String type) {
        return JSON.objectNode().put("@class", type);
    }

    private static boolean is(ObjectNode object, String type) {
        return object.path("@class").asText().equals(CONF + type);
    }

    private static GuestException old(String source) {
        return wrong(
                source,
                "expected each layer to name its class (\"@class\"), which versions of DL4J before 1.0.0-beta did not. "
                        + "Load it there with DL4J 1.0.0-M2.1");
    }

    private static GuestNode node(String name, ObjectNode vertex, List<String> inputs, String source) {
        if (inputs.isEmpty()) {
            throw wrong(source, "the layer " + GuestConfiguration.quoted(name) + " has no input");
        }
        if (!is(vertex, "graph.LayerVertex")) {
            return new GuestNode(name, inputs, vertex, null);
        }
        JsonNode preprocessor = vertex.path("preProcessor");
        return new GuestNode(
                name,
                inputs,
                (ObjectNode) vertex.get("layerConf").get("layer"),
                preprocessor.isObject() ? preprocessor : null);
    }

    /** Double precision, half precision and what else there is become single precision. */
    private static void inSinglePrecision(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("dataType").isTextual()) {
            object.put("dataType", "FLOAT");
        }
        node.forEach(GuestGraphJson::inSinglePrecision);
    }

    /** What feeds a node before it; refused where there is a circle or somebody is fed by nobody. */
    private static Map<String, GuestNode> sorted(Map<String, GuestNode> nodes, String input, String source) {
        if (nodes.containsKey(input)) {
            throw wrong(source, "a layer has the name of the input, " + GuestConfiguration.quoted(input));
        }
        Map<String, GuestNode> sorted = new LinkedHashMap<>();
        Map<String, GuestNode> left = new LinkedHashMap<>(nodes);
        while (!left.isEmpty()) {
            int before = left.size();
            left.values().removeIf(node -> {
                boolean fed = node.inputs().stream().allMatch(name -> name.equals(input) || sorted.containsKey(name));
                if (fed) {
                    sorted.put(node.name(), node);
                }
                return fed;
            });
            if (left.size() == before) {
                throw wrong(
                        source,
                        "the inputs of the layer "
                                + GuestConfiguration.quoted(
                                        left.keySet().iterator().next()) + " are missing or go round in a circle");
            }
        }
        return sorted;
    }
}
