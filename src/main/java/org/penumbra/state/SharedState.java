package org.penumbra.state;

import java.util.List;

/**
 * What a lab gives to be set up elsewhere.
 *
 * @param state   what it is set to
 * @param lacking whole sentences on what no state can hold, such as a picture from a file; empty where it holds all
 */
public record SharedState(LabState state, List<String> lacking) {

    public SharedState {
        lacking = List.copyOf(lacking);
    }
}
