package org.penumbra.view.rings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.live.rings.RingsFrame;

/** A lab's state without an engine: a frame of the standard region, alpha 20, beta 2, tau 0.5. */
final class FakeState {
    final ObjectProperty<RingsFrame> frame = new SimpleObjectProperty<>();
    final ObjectProperty<ConfidenceSettings> confidence =
            new SimpleObjectProperty<>(new ConfidenceSettings(20, 2, 0.5));
    final ObjectProperty<PlaneRegion> region = new SimpleObjectProperty<>(PlaneRegion.STANDARD);
    final ObjectProperty<Position> pointer = new SimpleObjectProperty<>();
    final ObjectProperty<Boolean> points = new SimpleObjectProperty<>(false);
    final ObjectProperty<Boolean> arrows = new SimpleObjectProperty<>(false);
    final ObjectProperty<Boolean> contour = new SimpleObjectProperty<>(false);

    FieldSource source() {
        return new FieldSource(
                frame,
                confidence,
                region,
                new SimpleObjectProperty<>(PlaneRegion.STANDARD),
                pointer,
                points,
                arrows,
                contour);
    }

    void train(int cells, int pointCount) {
        frame.set(AnalyticFrames.frame(new Grid(region.get(), cells, cells), 0, 6000, pointCount));
    }
}
