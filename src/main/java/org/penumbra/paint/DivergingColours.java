package org.penumbra.paint;

/**
 * Colours for numbers that lie about 0: blue below, orange above, and at 0 the colour of the ground they are painted on,
 * so that nothing looks like nothing. Lightness and chroma change evenly in {@link OkLab}. Immutable.
 */
public final class DivergingColours {

    private static final OkLab BELOW = OkLab.ofHue(0.52, 0.16, 258);
    private static final OkLab ABOVE = OkLab.ofHue(0.66, 0.15, 58);

    private final OkLab ground;

    /** @param ground the colour of 0, ARGB; its alpha is not looked at */
    public DivergingColours(int ground) {
        this.ground = OkLab.of(ground);
    }

    /**
     * The colour of a number.
     *
     * @param share -1 (blue) to 1 (orange); what lies outside gets the colour of its end, NaN
     *              {@link ColourMap#NOT_A_NUMBER}
     * @return opaque ARGB
     */
    public int argb(double share) {
        if (Double.isNaN(share)) {
            return ColourMap.NOT_A_NUMBER;
        }
        return ground.mix(share < 0 ? BELOW : ABOVE, Math.min(1, Math.abs(share)))
                .argb();
    }
}
