package org.penumbra.data;

/** A point painted by hand: where, data units, and of which class. */
public record PaintedPoint(float x, float y, int label) {
}
