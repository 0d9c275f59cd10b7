package org.penumbra.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an experiment's cells.
 *
 * @param finished results, by the cell's id
 * @param failed   why a cell could not be computed, by its id
 */
public record Results(Map<String, ObjectNode> finished, Map<String, String> failed) {

    public Results {
        finished = Map.copyOf(finished);
        failed = Map.copyOf(failed);
    }

    /** A cell's result, when it is there. */
    public Optional<ObjectNode> of(String id) {
        return Optional.ofNullable(finished.get(id));
    }
}
