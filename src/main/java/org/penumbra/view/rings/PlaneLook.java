package org.penumbra.view.rings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.view.rings.field.Spread;

/** How the plane is looked at: which part of it, where the cross-hair is, and what lies over the pictures. It trains nothing. */
public final class PlaneLook {

    private final ObjectProperty<PlaneRegion> region;
    private final ObjectProperty<PlaneRegion> home;
    private final ObjectProperty<Position> pointer = new SimpleObjectProperty<>(this, "pointer");
    private final ObjectProperty<Spread> points = new SimpleObjectProperty<>(this, "points", Spread.ON_Y);
    private final BooleanProperty arrows = new SimpleBooleanProperty(this, "arrows");
    private final ObjectProperty<Spread> contour = new SimpleObjectProperty<>(this, "contour", Spread.ON_Y);

    /** @param start the region seen at first */
    PlaneLook(PlaneRegion start) {
        region = new SimpleObjectProperty<>(this, "region", start);
        home = new SimpleObjectProperty<>(this, "home", start);
    }

    /** What the four heatmaps show; shared by zoom and pan. */
    public ObjectProperty<PlaneRegion> regionProperty() {
        return region;
    }

    /** The whole of what there is to be seen: what zooming and panning come back to. */
    public ObjectProperty<PlaneRegion> homeProperty() {
        return home;
    }

    /** Shows a region, which is the whole from now on. */
    void goTo(PlaneRegion whole) {
        home.set(whole);
        region.set(whole);
    }

    /** Shows the whole again. */
    void goHome() {
        region.set(home.get());
    }

    /** Where the cross-hair is in data units, null when the pointer is outside; shared by the four. */
    public ObjectProperty<Position> pointerProperty() {
        return pointer;
    }

    /** Over which heatmaps the training points are drawn. */
    public ObjectProperty<Spread> pointsProperty() {
        return points;
    }

    /** Whether arrows of r(x) - x are drawn over the heatmaps. */
    public BooleanProperty arrowsProperty() {
        return arrows;
    }

    /** Over which heatmaps the contour where the scaled outputs reach tau is drawn in full; elsewhere it is a hair line. */
    public ObjectProperty<Spread> contourProperty() {
        return contour;
    }
}
