package org.penumbra.view.lab;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A titled part of a column. */
public final class Section extends VBox {

    public Section(String title, Node... content) {
        getStyleClass().add("section");
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        getChildren().add(heading);
        getChildren().addAll(content);
    }
}
