package org.penumbra.paint;

/**
 * Paints fields into opaque ARGB pixels, one a cell, in the order of the cells. It keeps tables of colours, made once
 * for a background, and is immutable.
 *
 * <p>A cell whose numbers are not numbers is painted {@link ColourMap#NOT_A_NUMBER}, a plain grey.
 */
public final class FieldPainter {

    /** Behind the pictures of the light theme: near white. */
    public static final int LIGHT_BACKGROUND = 0xFFFBFAF7;
    /** Behind the pictures of the dark theme: near black, slightly blue. */
    public static final int DARK_BACKGROUND = 0xFF10131C;

    private static final int STRENGTHS = 256;

    private final int background;
    /** For each class the colours of all strengths, {@link #STRENGTHS} each, one class after the other. */
    private final int[] classTable;

    /** @param background ARGB, what is seen where no class is likely */
    public FieldPainter(int background) {
        this.background = background | 0xFF000000;
        this.classTable = new int[ClassColours.COUNT * STRENGTHS];
        OkLab from = OkLab.of(background);
        for (int k = 0; k < ClassColours.COUNT; k++) {
            OkLab to = OkLab.of(ClassColours.argb(k));
            for (int s = 0; s < STRENGTHS; s++) {
                classTable[k * STRENGTHS + s] =
                        from.mix(to, s / (STRENGTHS - 1.0)).argb();
            }
        }
    }

    /** What is seen where no class is likely; opaque ARGB. */
    public int background() {
        return background;
    }

    /** The colours of Gamma beside these pictures: {@link ColourMap#CURVATURE}, or its like for a dark background. */
    public ColourMap curvature() {
        return OkLab.of(background).lightness() < 0.5 ? ColourMap.CURVATURE_ON_DARK : ColourMap.CURVATURE;
    }

    /** The colour of a class at a strength of 0 (background) to 1 (the full {@link ClassColours} colour). */
    public int classColour(int classNumber, double strength) {
        if (Double.isNaN(strength)) {
            return ColourMap.NOT_A_NUMBER;
        }
        return colour(classNumber, (float) strength);
    }

    /**
     * Paints what the classifier says: the colour of the likeliest class, as strong as its probability.
     *
     * @param probabilities n x classes, row-major, each in [0, 1]
     * @param classes       numbers a cell, at least 1
     * @param pixels        n, filled
     */
    public void prediction(float[] probabilities, int classes, int[] pixels) {
        check(probabilities, classes, pixels);
        for (int i = 0; i < pixels.length; i++) {
            int at = i * classes;
            int best = best(probabilities, at, classes);
            float strength = probabilities[at + best];
            pixels[i] = strength != strength ? ColourMap.NOT_A_NUMBER : colour(best, strength);
        }
    }

    /**
     * Paints the scaled outputs y~: the colour of the likeliest class, as strong as its probability times the
     * confidence.
     *
     * @param probabilities n x classes, row-major, each in [0, 1]
     * @param confidence    n, c~, each in [0, 1]
     * @param classes       numbers a cell, at least 1
     * @param pixels        n, filled
     */
    public void scaledOutputs(float[] probabilities, float[] confidence, int classes, int[] pixels) {
        check(probabilities, classes, pixels);
        checkLength("confidence", confidence.length, pixels.length);
        for (int i = 0; i < pixels.length; i++) {
            int at = i * classes;
            int best = best(probabilities, at, classes);
            float strength = probabilities[at + best] * confidence[i];
            pixels[i] = strength != strength ? ColourMap.NOT_A_NUMBER : colour(best, strength);
        }
    }

    /**
     * Paints numbers with a colour map.
     *
     * @param values n
     * @param low    painted in the map's darkest colour, as all below it
     * @param high   above {@code low}; painted in its lightest, as all above it
     * @param map    the colours
     * @param pixels n, filled
     */
    public static void scalar(float[] values, double low, double high, ColourMap map, int[] pixels) {
        checkLength("values", values.length, pixels.length);
        if (!(low < high)) {
            throw new IllegalArgumentException("a colour scale needs low < high, but got " + low + " to " + high);
        }
        int[] table = map.table();
        float from = (float) low;
        float steps = (float) (ColourMap.STEPS / (high - low));
        for (int i = 0; i < pixels.length; i++) {
            float value = values[i];
            int step = (int) Math.min(ColourMap.STEPS - 1, Math.max(0, (value - from) * steps));
            pixels[i] = value != value ? ColourMap.NOT_A_NUMBER : table[step];
        }
    }

    /** The first of the likeliest classes; a NaN wins, so that it is seen. */
    private static int best(float[] probabilities, int at, int classes) {
        int best = 0;
        float most = probabilities[at];
        for (int k = 1; k < classes; k++) {
            float probability = probabilities[at + k];
            if (probability > most || probability != probability) {
                most = probability;
                best = k;
            }
        }
        return best;
    }

    private int colour(int classNumber, float strength) {
        int step = (int) (Math.min(1, Math.max(0, strength)) * (STRENGTHS - 1) + 0.5f);
        return classTable[classNumber % ClassColours.COUNT * STRENGTHS + step];
    }

    private static void check(float[] probabilities, int classes, int[] pixels) {
        if (classes < 1) {
            throw new IllegalArgumentException("classes: expected at least 1, but got " + classes);
        }
        checkLength("probabilities", probabilities.length, pixels.length * classes);
    }

    private static void checkLength(String what, int actual, int expected) {
        if (actual != expected) {
            throw new IllegalArgumentException(what + ": expected " + expected + " numbers, but got " + actual);
        }
    }
}
