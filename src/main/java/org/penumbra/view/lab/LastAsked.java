package org.penumbra.view.lab;

import java.util.function.Consumer;

/**
 * Of several things that were asked for one after another only the last one counts, although an earlier one may come after
 * it. Belongs to one thread.
 */
public final class LastAsked {

    private int asked;

    /** Receives what is asked for now, unless something else is asked for before it comes. */
    public <T> Consumer<T> only(Consumer<T> receiver) {
        int number = ++asked;
        return value -> {
            if (number == asked) {
                receiver.accept(value);
            }
        };
    }

    /** What was asked for does not count any more. */
    public void forget() {
        asked++;
    }
}
