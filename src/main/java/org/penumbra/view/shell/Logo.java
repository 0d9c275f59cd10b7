package org.penumbra.view.shell;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Shape;

/** The sign of the program: a sun the moon has almost covered, between them the half shadow. */
final class Logo extends StackPane {

    private static final double RADIUS = 10;

    Logo() {
        getStyleClass().add("logo");
        Shape sun = Shape.subtract(new Circle(RADIUS, RADIUS, RADIUS), new Circle(14, 7.5, 8));
        sun.getStyleClass().add("sun");
        Shape halfShadow = Shape.intersect(new Circle(RADIUS, RADIUS, RADIUS), new Circle(14, 7.5, 8));
        halfShadow.getStyleClass().add("half-shadow");
        getChildren().add(new Group(halfShadow, sun));
        setMouseTransparent(true);
    }
}
