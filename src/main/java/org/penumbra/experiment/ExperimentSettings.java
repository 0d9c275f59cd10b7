package org.penumbra.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How an experiment is run. Together with its name these determine every result; where data lie, how many work at it and when
 * does not count.
 *
 * @param quick   the version of a few minutes, for a lecture or a test
 * @param seed    of everything drawn, any number
 * @param repeats of what is repeated (class subsets, trainings); 0 for as many as is usual for the experiment
 * @param lanes   parts a mini-batch of image training is cut into, 1 to 64; the last bits of trained weights depend on it
 * @param unknown further sets of unknown images, by name or folder; only where an experiment has such
 */
public record ExperimentSettings(boolean quick, long seed, int repeats, int lanes, List<String> unknown) {

    /** Most repeats. */
    public static final int MOST_REPEATS = 100;
    /** Most lanes. */
    public static final int MOST_LANES = 64;
    /** Where nobody chose anything: the full experiment, as measured on two cores. */
    public static final ExperimentSettings USUAL = new ExperimentSettings(false, 1, 0, 2, List.of());

    public ExperimentSettings {
        unknown = List.copyOf(unknown);
        if (repeats < 0 || repeats > MOST_REPEATS) {
            throw new IllegalArgumentException("repeats: expected 0 to " + MOST_REPEATS + ", but got " + repeats);
        }
        if (lanes < 1 || lanes > MOST_LANES) {
            throw new IllegalArgumentException("lanes: expected 1 to " + MOST_LANES + ", but got " + lanes);
        }
    }

    /** The version of a few minutes of the same. */
    public ExperimentSettings quickly() {
        return new ExperimentSettings(true, seed, repeats, lanes, unknown);
    }

    /** As many repeats as were chosen, or this many. */
    public int repeatsOr(int usual) {
        return repeats == 0 ? usual : repeats;
    }

    /** As it stands in files. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("quick", quick);
        node.put("seed", seed);
        node.put("repeats", repeats);
        node.put("lanes", lanes);
        ArrayNode names = node.putArray("unknown");
        unknown.forEach(names::add);
        return node;
    }

    /**
     * From a file.
     *
     * @throws IllegalArgumentException when it holds something else
     */
    public static ExperimentSettings of(JsonNode node) {
        List<String> unknown = new ArrayList<>();
        for (JsonNode name : value(node, "unknown", node.path("unknown").isArray())) {
            unknown.add(required(name, "unknown", name.isTextual()).textValue());
        }
        return new ExperimentSettings(
                value(node, "quick", node.path("quick").isBoolean()).booleanValue(),
                value(node, "seed", node.path("seed").canConvertToLong()).longValue(),
                value(node, "repeats", node.path("repeats").canConvertToInt()).intValue(),
                value(node, "lanes", node.path("lanes").canConvertToInt()).intValue(),
                unknown);
    }

    private static JsonNode value(JsonNode node, String name, boolean right) {
        return required(node.path(name), name, right);
    }

    private static JsonNode required(JsonNode node, String name, boolean right) {
        if (!right) {
            throw new IllegalArgumentException(
                    name + ": expected a value of the experiment's settings, but found another or none");
        }
        return node;
    }
}
