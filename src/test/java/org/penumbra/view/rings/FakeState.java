package org.penumbra.view.rings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.view.rings.field.Spread;

/** A lab's state without an engine: a frame of the standard region, alpha 20, beta 2, tau 0.5. */
final class FakeState {
    final ObjectProperty<RingsFrame> frame = new SimpleObjectProperty<>();
    final ObjectProperty<ConfidenceSettings> confidence =
            new SimpleObjectProperty<>(new ConfidenceSettings(20, 2, 0.5));
    final PlaneLook look = new PlaneLook(PlaneRegion.STANDARD);
    final ObjectProperty<PlaneRegion> region = look.regionProperty();
    final ObjectProperty<Position> pointer = look.pointerProperty();
    final ObjectProperty<Spread> points = look.pointsProperty();
    final BooleanProperty arrows = look.arrowsProperty();
    final ObjectProperty<Spread> contour = look.contourProperty();

    FakeState() {
        points.set(Spread.OFF);
        contour.set(Spread.OFF);
    }

    FieldSource source() {
        return new FieldSource(frame, confidence, look);
    }

    void train(int cells, int pointCount) {
        frame.set(AnalyticFrames.frame(new Grid(region.get(), cells, cells), 0, 6000, pointCount));
    }
}
