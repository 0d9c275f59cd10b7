package org.penumbra.view.rings.field;

/** Over which pictures the points, or the contour, are drawn in full. */
public enum Spread {
    /** Over y alone, so that the confidence is seen as it is. */
    ON_Y,
    /** Over all four. */
    EVERYWHERE,
    /** Over none. */
    OFF;

    /** Whether they are drawn in full over a picture. */
    public boolean covers(Field field) {
        return this == EVERYWHERE || this == ON_Y && field == Field.PREDICTION;
    }

    /** The one that follows, and after the last the first again. */
    public Spread next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
