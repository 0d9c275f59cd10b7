package org.penumbra.view.lab;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A titled part of a column. */
public final class Section extends VBox {

    private final Label heading = new Label();

    public Section(String title, Node... content) {
        getStyleClass().add("section");
        heading.setText(title);
        heading.getStyleClass().add("section-title");
        getChildren().add(heading);
        getChildren().addAll(content);
    }

    /** What stands above it. */
    public StringProperty titleProperty() {
        return heading.textProperty();
    }
}
