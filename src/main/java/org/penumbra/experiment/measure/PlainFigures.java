package org.penumbra.experiment.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penumbra.experiment.Results;

/** Figures in the plain results of cells, which hold no NaN: what has no value is left out. */
public final class PlainFigures {

    private PlainFigures() {}

    /** Puts a figure, if it is one. */
    public static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }

    /**
     * A figure of a cell.
     *
     * @param path names, from the outside
     * @return empty while the cell is missing, or where it has no such figure
     */
    public static Optional<Double> of(Results results, String cell, String... path) {
        JsonNode node = results.of(cell).<JsonNode>map(found -> found).orElse(null);
        for (String name : path) {
            node = node == null ? null : node.get(name);
        }
        return node == null || !node.isNumber() ? Optional.empty() : Optional.of(node.doubleValue());
    }

    /** The same figure of several cells, without those that lack it. */
    public static List<Double> of(Results results, List<String> cells, String... path) {
        List<Double> values = new ArrayList<>();
        cells.forEach(cell -> of(results, cell, path).ifPresent(values::add));
        return values;
    }
}
