package org.penumbra.view.shell;

import java.util.function.Function;

/**
 * A lab as the navigation knows it before it is open. A new lab is one more of these in the application's list.
 *
 * @param name   in the navigation
 * @param about  what one does there, a sentence
 * @param opener makes it, once, when it is first shown
 */
public record LabEntry(String name, String about, Function<LabContext, Lab> opener) {}
