package org.penumbra.paint;

/**
 * Colours for numbers: 256 steps whose lightness changes evenly, so that equal steps of the number look equally large,
 * in grey print and to colour-blind eyes too. Immutable.
 *
 * <p>The maps are our own (decision 0003): a few control colours, equally spaced, joined by a Catmull-Rom curve through
 * their hue and chroma in {@link OkLab}, while the lightness runs along a straight line.
 */
public final class ColourMap {

    /** Number of colours of every map. */
    public static final int STEPS = 256;

    /** What is painted where there is no number: a grey which no map holds. */
    public static final int NOT_A_NUMBER = 0xFF8C8C8C;

    /** For confidences: night indigo, violet, rose, amber, pale gold, like light coming back after an eclipse. */
    public static final ColourMap CONFIDENCE = sequential("confidence", 0.14, 0.97, new double[][] {
        {0.07, 275}, {0.115, 285}, {0.145, 310}, {0.165, 350}, {0.165, 25}, {0.15, 55}, {0.125, 82}, {0.06, 98}
    });

    /** For Gamma: deep sea blue, teal, mint, ivory; never to be taken for {@link #CONFIDENCE}. */
    public static final ColourMap CURVATURE = sequential("curvature", 0.14, 0.97, new double[][] {
        {0.07, 272}, {0.105, 262}, {0.09, 245}, {0.088, 225}, {0.095, 202}, {0.105, 180}, {0.10, 155}, {0.04, 125}
    });

    /** The same on a dark ground: it ends in teal, where an ivory square would dazzle who looks at the pictures beside it. */
    public static final ColourMap CURVATURE_ON_DARK = sequential("curvature-on-dark", 0.14, 0.70, new double[][] {
        {0.068, 271}, {0.104, 265}, {0.102, 255}, {0.08, 242}, {0.089, 225}, {0.095, 216}, {0.093, 207}, {0.077, 196}
    });

    /** For what is wrong by how much: black, moss, lime, pale yellow. */
    public static final ColourMap RESIDUAL = sequential("residual", 0.15, 0.97, new double[][] {
        {0.03, 20}, {0.05, 130}, {0.105, 146}, {0.13, 140}, {0.15, 132}, {0.155, 122}, {0.14, 113}, {0.07, 106}
    });

    private final String name;
    private final int[] table;

    private ColourMap(String name, int[] table) {
        this.name = name;
        this.table = table;
    }

    /** @param chromaAndHue one pair a control colour, hue in degrees turning less than 180 between two */
    private static ColourMap sequential(String name, double darkest, double lightest, double[][] chromaAndHue) {
        double[] a = new double[chromaAndHue.length];
        double[] b = new double[chromaAndHue.length];
        for (int i = 0; i < a.length; i++) {
            OkLab colour = OkLab.ofHue(0, chromaAndHue[i][0], chromaAndHue[i][1]);
            a[i] = colour.a();
            b[i] = colour.b();
        }
        int[] table = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double share = i / (STEPS - 1.0);
            double lightness = darkest + (lightest - darkest) * share;
            table[i] = new OkLab(lightness, curve(a, share), curve(b, share)).argb();
        }
        return new ColourMap(name, table);
    }

    /** The Catmull-Rom curve through equally spaced values, going on straight beyond both ends. */
    private static double curve(double[] values, double share) {
        int last = values.length - 1;
        double at = share * last;
        int i = Math.min((int) at, last - 1);
        double t = at - i;
        double p1 = values[i];
        double p2 = values[i + 1];
        double p0 = i > 0 ? values[i - 1] : 2 * p1 - p2;
        double p3 = i + 2 <= last ? values[i + 2] : 2 * p2 - p1;
        return 0.5
                * (2 * p1
                        + (p2 - p0) * t
                        + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t
                        + (3 * p1 - p0 - 3 * p2 + p3) * t * t * t);
    }

    /** What the map is for, in one word. */
    public String name() {
        return name;
    }

    /**
     * The colour of a number.
     *
     * @param fraction 0 (darkest) to 1 (lightest); what lies outside gets the colour of its end, NaN
     *                 {@link #NOT_A_NUMBER}
     * @return opaque ARGB
     */
    public int argb(double fraction) {
        if (Double.isNaN(fraction)) {
            return NOT_A_NUMBER;
        }
        return table[(int) Math.max(0, Math.min(STEPS - 1, fraction * STEPS))];
    }

    /** The colours from the darkest to the lightest, {@link #STEPS} opaque ARGB numbers; a copy. */
    public int[] colours() {
        return table.clone();
    }

    /** The table itself, for painters. */
    int[] table() {
        return table;
    }
}
