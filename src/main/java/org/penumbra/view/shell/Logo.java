package org.penumbra.view.shell;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Scale;

/** The sign of the program: a sun the moon has almost covered, between them the half shadow. */
final class Logo extends StackPane {

    private static final double RADIUS = 10;

    Logo() {
        getStyleClass().add("logo");
        getChildren().add(drawing());
        setMouseTransparent(true);
    }

    /** The same as an icon of so many pixels each way. */
    static Image image(int pixels) {
        SnapshotParameters scaled = new SnapshotParameters();
        scaled.setFill(Color.TRANSPARENT);
        scaled.setTransform(new Scale(pixels / (2 * RADIUS), pixels / (2 * RADIUS)));
        Group drawing = drawing();
        // Style sheets reach what stands in a scene.
        new Scene(drawing);
        drawing.applyCss();
        return drawing.snapshot(scaled, new WritableImage(pixels, pixels));
    }

    private static Group drawing() {
        Shape covered = Shape.intersect(sunDisc(), moonDisc());
        covered.getStyleClass().add("moon");
        covered.setOpacity(0.4);
        Shape light = Shape.subtract(sunDisc(), moonDisc());
        light.getStyleClass().add("sun");
        Group drawing = new Group(covered, light);
        drawing.getStylesheets().add(Logo.class.getResource("logo.css").toExternalForm());
        return drawing;
    }

    private static Circle sunDisc() {
        return new Circle(RADIUS, RADIUS, RADIUS);
    }

    private static Circle moonDisc() {
        return new Circle(1.4 * RADIUS, 0.75 * RADIUS, 0.8 * RADIUS);
    }
}
