package org.penumbra.view.widget.plot;

import javafx.scene.canvas.GraphicsContext;

/** Something drawn over a heatmap: arrows, a contour. */
@FunctionalInterface
public interface Overlay {

    /**
     * Draws; the canvas is empty, its corner (0, 0) is the picture's.
     *
     * @param graphics of a canvas as large as the picture
     * @param scale    where the data lie on it
     */
    void draw(GraphicsContext graphics, PlaneScale scale);
}
