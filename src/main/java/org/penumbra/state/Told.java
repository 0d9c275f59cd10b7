package org.penumbra.state;

import java.util.List;

/**
 * What was read from a state, and what of it was wrong.
 *
 * @param <T>     settings of a lab
 * @param value   with the usual value in place of each that is missing or wrong
 * @param remarks a line for each part that was wrong or unknown
 */
public record Told<T>(T value, List<String> remarks) {

    public Told {
        remarks = List.copyOf(remarks);
    }
}
