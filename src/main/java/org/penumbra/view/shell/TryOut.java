package org.penumbra.view.shell;

import java.util.function.Consumer;

/**
 * The lab in which one tries out what a model answers.
 *
 * @param lab  its name in the navigation
 * @param open opens it with a model
 */
public record TryOut(String lab, Consumer<ModelEntry> open) {}
