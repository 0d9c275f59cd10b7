package org.penumbra.view.rings;

import javafx.beans.value.ObservableValue;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.live.rings.RingsFrame;

/**
 * The part of the lab's state that the heatmaps and the numbers under the pointer show, so that both can be shown
 * without an engine.
 *
 * @param frame      the newest answers of the network, null before the first
 * @param confidence alpha, beta, tau
 * @param look       what is seen of the plane, and what lies over it
 */
public record FieldSource(
        ObservableValue<RingsFrame> frame, ObservableValue<ConfidenceSettings> confidence, PlaneLook look) {

    /** What the model holds. */
    public static FieldSource of(RingsModel model) {
        return new FieldSource(model.frameProperty(), model.confidenceProperty(), model.look());
    }
}
