package org.penumbra.paint;

/**
 * The colours of classes, on a light and on a dark background. Any two of the ten differ clearly to normal and to
 * colour-blind eyes (at least 0.09 in OKLab in every simulation the test makes), the first three, five the more.
 * Immutable.
 */
public final class ClassColours {

    /** Number of colours; class 10 is painted like class 0. */
    public static final int COUNT = 10;

    /** What is drawn over them, dark, opaque ARGB; with a light rim it shows on every one. */
    public static final int INK = 0xFF11151C;

    private static final int[] COLOURS = {
        0xFF3A78DC, 0xFFE58A1F, 0xFF62D2AB, 0xFFA8325A, 0xFFF0D04A,
        0xFF25A7CC, 0xFF9E6907, 0xFF4B46A8, 0xFFB6C1FE, 0xFF7C6A9D
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
