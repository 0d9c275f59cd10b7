package org.penumbra.view.rings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.preset.Preset;

/**
 * The part of the lab's state that the heatmaps and the numbers under the pointer show, so that both can be shown
 * without an engine.
 *
 * @param frame       the newest answers of the network, null before the first
 * @param confidence  alpha, beta, tau
 * @param region      what the heatmaps show; zoom and pan set it
 * @param home        what a double click goes back to
 * @param pointer     where the cross-hair is; null when the pointer is outside
 * @param showPoints  whether the training points are shown
 * @param showArrows  whether r(x) - x is shown
 * @param showContour whether the contour where y~ reaches tau is shown
 */
public record FieldSource(
        ObservableValue<RingsFrame> frame,
        ObservableValue<ConfidenceSettings> confidence,
        ObjectProperty<PlaneRegion> region,
        ObservableValue<PlaneRegion> home,
        ObjectProperty<Position> pointer,
        ObservableValue<Boolean> showPoints,
        ObservableValue<Boolean> showArrows,
        ObservableValue<Boolean> showContour) {

    /** What the model holds; home is the region of the preset last opened. */
    public static FieldSource of(RingsModel model) {
        return new FieldSource(
                model.frameProperty(),
                model.confidenceProperty(),
                model.regionProperty(),
                model.presetProperty().map(Preset::region).orElse(PlaneRegion.STANDARD),
                model.pointerProperty(),
                model.showPointsProperty(),
                model.showArrowsProperty(),
                model.showContourProperty());
    }
}
