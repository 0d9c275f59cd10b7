package org.penumbra.view.shell.tour;

import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * One stop of the guided tour.
 *
 * @param title  a few words
 * @param text   two or three sentences
 * @param target what they are about; it is lit while the rest is dimmed
 */
public record TourStep(String title, String text, Supplier<Node> target) {}
