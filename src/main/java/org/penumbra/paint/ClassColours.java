package org.penumbra.paint;

/**
 * The colours of classes, on a light and on a dark background. They were chosen by measured distance (decision 35): any two
 * of the ten differ clearly to normal and to colour-blind eyes (at least 0.1 in OKLab in every simulation the test makes), the
 * first five and the first three the more, and every one differs from the backgrounds of both themes. Immutable.
 */
public final class ClassColours {

    /** Number of colours; class 10 is painted like class 0. */
    public static final int COUNT = 10;

    /** What is drawn over them, dark, opaque ARGB; with a light rim it shows on every one. */
    public static final int INK = 0xFF11151C;

    private static final int[] COLOURS = {
        0xFF3A78DC, 0xFFD9780F, 0xFFA33D79, 0xFF35B2FC, 0xFFFDB500,
        0xFF476E04, 0xFF361F9F, 0xFFBD8EAC, 0xFF4E3E09, 0xFFACC495
    };

    private ClassColours() {}

    /** The colour of a class, 0 or more; opaque ARGB. */
    public static int argb(int classNumber) {
        if (classNumber < 0) {
            throw new IllegalArgumentException("class: expected 0 or more, but got " + classNumber);
        }
        return COLOURS[classNumber % COUNT];
    }
}
