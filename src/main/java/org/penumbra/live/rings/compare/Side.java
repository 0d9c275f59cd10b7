package org.penumbra.live.rings.compare;

/** Which of the two detectors that are compared. */
public enum Side {
    LEFT,
    RIGHT
}
