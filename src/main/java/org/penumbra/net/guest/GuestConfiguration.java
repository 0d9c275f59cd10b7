package org.penumbra.net.guest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penumbra.data.OutsideText;

/**
 * The configuration of a DL4J network that was looked at: it names no class but those we know. It can be made of a text only by
 * {@link #of}, which looks at it, and DL4J is given nothing but what comes out here. A network of layers in a row becomes a
 * graph, so that both kinds are one from here on; what belongs to training alone (updaters, dropout, regularisation, losses) is
 * left out, and double precision becomes single. The order of the parameters stays.
 */
public final class GuestConfiguration {

    /** The most parameters of a guest. */
    public static final long MOST_PARAMETERS = 100_000_000;

    private final boolean inARow;
    private final ObjectNode graph;
    private final String input;
    private final List<String> outputs;
    private final Map<String, GuestNode> nodes;
    private final GuestWidths widths;

    private GuestConfiguration(boolean inARow, GuestGraphJson json) {
        this.inARow = inARow;
        graph = json.root();
        input = json.input();
        outputs = json.outputs();
        nodes = json.nodes();
        widths = new GuestWidths(input, nodes.values());
    }

    /**
     * Looks at a configuration.
     *
     * @param json   as DL4J's ModelSerializer wrote it
     * @param source what messages call the file
     * @throws GuestException when it names a class we do not know, is no configuration, or one of a network that takes
     *                        something else than one image
     */
    public static GuestConfiguration of(String json, String source) {
        ObjectNode root = GuestJson.parse(json, source);
        boolean inARow = root.has("confs");
        GuestGraphJson graph = inARow ? GuestGraphJson.ofRow(root, source) : GuestGraphJson.ofGraph(root, source);
        return new GuestConfiguration(inARow, graph);
    }

    /** Whether it is of a MultiLayerNetwork, layers in a row; a ComputationGraph otherwise. */
    public boolean inARow() {
        return inARow;
    }

    /** What DL4J calls its kind: "MultiLayerNetwork" or "ComputationGraph". */
    public String kind() {
        return inARow ? "MultiLayerNetwork" : "ComputationGraph";
    }

    /** Names of the outputs, in their order. */
    public List<String> outputs() {
        return outputs;
    }

    /** All layers and vertices, inputs before what they feed. */
    public List<GuestLayer> layers() {
        return nodes.values().stream()
                .map(node -> new GuestLayer(node.name(), node.type(), vectorOf(node.name())))
                .toList();
    }

    /** The layer of a name. */
    public Optional<GuestLayer> layer(String name) {
        return layers().stream().filter(layer -> layer.name().equals(name)).findFirst();
    }

    /**
     * How many parameters its layers need, as far as the configuration says: exactly so many where {@link #knowsAll}, at least
     * so many otherwise.
     */
    public long parametersNeeded() {
        return nodes.values().stream()
                .mapToLong(node -> Math.max(0, GuestParameters.of(node)))
                .reduce(0, GuestParameters::sum);
    }

    /** Whether the configuration says of all layers how many parameters they need. */
    public boolean knowsAll() {
        return nodes.values().stream().allMatch(node -> GuestParameters.of(node) >= 0);
    }

    /** The checked configuration as JSON, as DL4J is given it; for a person who wants to see the layers. */
    public String text() {
        return graph.toString();
    }

    String input() {
        return input;
    }

    Map<String, GuestNode> nodes() {
        return nodes;
    }

    GuestNode node(String name) {
        return nodes.get(name);
    }

    /** A copy of the graph's JSON, to be changed. */
    ObjectNode json() {
        return graph.deepCopy();
    }

    /** Length of the vector that a node gives, 0 where it gives maps or nobody knows. */
    int vectorOf(String name) {
        return widths.vector(name);
    }

    /** Whether a node gives a single map, of whatever size. */
    boolean isOneMap(String name) {
        return widths.vector(name) == 0 && widths.maps(name) == 1;
    }

    /** Length of the vector that enters a node, 0 where maps do or nobody knows. */
    int vectorInto(GuestNode node) {
        return widths.entering(node);
    }

    /** How a message names a layer. */
    static String quoted(String name) {
        return OutsideText.quoted(name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GuestConfiguration configuration
                && inARow == configuration.inARow
                && graph.equals(configuration.graph);
    }

    @Override
    public int hashCode() {
        return graph.hashCode();
    }

    @Override
    public String toString() {
        return kind() + " of " + nodes.size() + " layers";
    }
}
