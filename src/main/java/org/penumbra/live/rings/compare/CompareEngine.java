package org.penumbra.live.rings.compare;

import java.util.Map;
import java.util.Optional;
import org.penumbra.detector.Detector;

/**
 * Detectors beside a training as their viewers see them: what is to be compared goes in, frames come out. Every method returns
 * at once.
 */
public interface CompareEngine {

    /** Where there is no training to compare anything beside: it shows nothing. */
    CompareEngine NONE = new CompareEngine() {
        @Override
        public void compare(Map<Side, Detector> detectors) {}

        @Override
        public Optional<ComparedFrame> take(Side side) {
            return Optional.empty();
        }

        @Override
        public Optional<OwnFigures> takeOwn() {
            return Optional.empty();
        }

        @Override
        public double fitting(Side side) {
            return Double.NaN;
        }
    };

    /** Compares these from now on, at most one a side; none at first. What is being fitted for others is given up. */
    void compare(Map<Side, Detector> detectors);

    /** The newest frame of a side not yet taken, or empty. */
    Optional<ComparedFrame> take(Side side);

    /** The newest figures of the lab's own pictures not yet taken, or empty; there are none while nothing is compared. */
    Optional<OwnFigures> takeOwn();

    /** How far the fit of a side has come, 0 to 1; NaN while nothing is fitted there. */
    double fitting(Side side);
}
