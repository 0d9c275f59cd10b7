package org.penumbra.view.widget.plot;

import javafx.scene.control.Label;

/** A sentence in the middle of a heatmap that has nothing to show, or not yet. */
final class PlotNotice extends Label {

    private static final double AWAY = 12;

    private double side;

    PlotNotice() {
        getStyleClass().add("plot-notice");
        setManaged(false);
        setMouseTransparent(true);
        setWrapText(true);
        tell("");
    }

    /** What to say from now on; nothing for an empty text. */
    void tell(String words) {
        if (!words.equals(getText()) || words.isEmpty() == isVisible()) {
            setText(words);
            setVisible(!words.isEmpty());
            place(side);
        }
    }

    /** Goes to the middle of a picture so wide and high. */
    void place(double now) {
        side = now;
        double width = Math.max(0, Math.min(prefWidth(-1), side - 2 * AWAY));
        double height = Math.min(prefHeight(width), Math.max(0, side - 2 * AWAY));
        resizeRelocate(Math.rint((side - width) / 2), Math.rint((side - height) / 2), width, height);
    }
}
