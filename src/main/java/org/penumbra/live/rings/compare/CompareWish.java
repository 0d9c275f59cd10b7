package org.penumbra.live.rings.compare;

import java.util.Map;
import java.util.Optional;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.plane.Grid;
import org.penumbra.detector.Detector;

/**
 * What is to be compared. Detectors are equal where their settings are.
 *
 * @param detectors  at most one a side
 * @param confidence of the lab's own pictures, whose figures stand beside those of the detectors
 * @param grid       what the pictures show
 */
record CompareWish(Map<Side, Detector> detectors, ConfidenceSettings confidence, Grid grid) {

    CompareWish {
        detectors = Map.copyOf(detectors);
    }

    Optional<Detector> at(Side side) {
        return Optional.ofNullable(detectors.get(side));
    }

    boolean isEmpty() {
        return detectors.isEmpty();
    }

    CompareWish with(Map<Side, Detector> others) {
        return new CompareWish(others, confidence, grid);
    }

    CompareWish with(ConfidenceSettings other) {
        return new CompareWish(detectors, other, grid);
    }

    CompareWish with(Grid other) {
        return new CompareWish(detectors, confidence, other);
    }
}
