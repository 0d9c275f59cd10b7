package org.penumbra.view.widget.plot;

import javafx.scene.Group;
import javafx.scene.shape.Line;

/** Two lines through a place of the picture, light on a dark halo so that they show on every colour. */
final class CrossHair extends Group {
    private final Line[] lines = {line("halo"), line("halo"), line("core"), line("core")};

    CrossHair() {
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        getChildren().addAll(lines);
    }

    /** Crosses at pixel (x, y) of a picture of the given size. */
    void show(double x, double y, double width, double height) {
        // Half pixels give lines exactly one pixel wide.
        double across = Math.floor(x) + 0.5;
        double down = Math.floor(y) + 0.5;
        for (int i = 0; i < lines.length; i += 2) {
            place(lines[i], across, 0, across, height);
            place(lines[i + 1], 0, down, width, down);
        }
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }

    private static void place(Line line, double fromX, double fromY, double toX, double toY) {
        line.setStartX(fromX);
        line.setStartY(fromY);
        line.setEndX(toX);
        line.setEndY(toY);
    }

    private static Line line(String style) {
        Line line = new Line();
        line.getStyleClass().addAll("cross-hair", style);
        return line;
    }
}
