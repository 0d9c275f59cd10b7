package org.penumbra.view.widget.plot;

import javafx.scene.control.Label;
import org.penumbra.data.Position;

/** A few words beside a place of a heatmap. Where the place is outside, they stay at the border it went over. */
final class PlaceTag extends Label {

    private static final double AWAY = 12;
    private static final double BORDER = 4;

    private Position place;

    PlaceTag() {
        getStyleClass().add("place-tag");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** What to show where from now on, data units; nothing without a place. */
    void tell(Position where, String text) {
        place = where;
        setText(text);
        setVisible(where != null);
    }

    /** Goes to its place. */
    void follow(PlaneScale scale) {
        if (place != null) {
            autosize();
            double x = scale.screenX(place.x());
            double y = scale.screenY(place.y());
            double left = x + AWAY + getWidth() > scale.width() - BORDER ? x - AWAY - getWidth() : x + AWAY;
            relocate(
                    within(left, scale.width() - getWidth()),
                    within(y - getHeight() / 2, scale.height() - getHeight()));
        }
    }

    private static double within(double wanted, double room) {
        return Math.rint(Math.max(BORDER, Math.min(room - BORDER, wanted)));
    }
}
