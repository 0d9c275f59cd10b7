package org.penumbra.paint;

/**
 * The colours of classes: told apart by colour-blind eyes too, on a light and on a dark background. The first five are
 * far apart for everybody; of more, ten at most, neighbours in the list are. Immutable.
 */
public final class ClassColours {

    /** Number of colours; class 10 is painted like class 0. */
    public static final int COUNT = 10;

    private static final int[] COLOURS = {
        0xFF0C7BDC, 0xFFF28E2B, 0xFF1B9E77, 0xFFCC79A7, 0xFFE3C800,
        0xFFD1382C, 0xFF6FC5F2, 0xFF7A4FBF, 0xFF8B5A2B, 0xFF9AB83A};

    private ClassColours() {
    }

    /** The colour of a class, 0 or more; opaque ARGB. */
    public static int argb(int classNumber) {
        if (classNumber < 0) {
            throw new IllegalArgumentException("class: expected 0 or more, but got " + classNumber);
        }
        return COLOURS[classNumber % COUNT];
    }
}
