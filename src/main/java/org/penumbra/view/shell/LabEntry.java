package org.penumbra.view.shell;

import java.util.function.Function;

/**
 * A lab as the navigation knows it before it is open. A new lab is one more of these in the application's list.
 *
 * @param name   in the navigation
 * @param about  what one does there, a sentence
 * @param opener makes it, once, when it is first shown
 * @param tryOut whether it is the one in which one tries out what a model answers
 */
public record LabEntry(String name, String about, Function<LabContext, Lab> opener, boolean tryOut) {

    /** A lab in which no models are tried out. */
    public LabEntry(String name, String about, Function<LabContext, Lab> opener) {
        this(name, about, opener, false);
    }
}
