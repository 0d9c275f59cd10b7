package org.penumbra.view.draw.answer;

/** What stands side by side. */
public enum Comparison {
    /** Several networks, each with the detector that it brings along. */
    NETWORKS,
    /** Several detectors of one network. */
    DETECTORS
}
