package org.penumbra.data.home;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a person has chosen in earlier starts, as it was found.
 *
 * @param values  by their keys; a value is text also where the file has a number
 * @param found   whether there is a file of preferences
 * @param problem what is wrong with the file and what was done about it; empty where nothing is
 * @param aside   where a damaged file lies now; empty where there was none or it could not be moved
 * @param kept    whether changes can be kept: a file that can neither be read nor put aside is left as it is
 */
public record Choices(
        Map<String, String> values, boolean found, Optional<String> problem, Optional<Path> aside, boolean kept) {

    public Choices {
        values = Map.copyOf(values);
    }

    /** Of a first start. */
    static Choices none() {
        return new Choices(Map.of(), false, Optional.empty(), Optional.empty(), true);
    }
}
