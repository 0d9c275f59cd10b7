package org.penumbra.net.guest;

import java.util.List;

/**
 * What is supposed of a guest, and why.
 *
 * @param reading what is taken for what
 * @param reasons one sentence each, for a person who may correct it
 */
public record GuestGuess(GuestReading reading, List<String> reasons) {

    public GuestGuess {
        reasons = List.copyOf(reasons);
    }
}
