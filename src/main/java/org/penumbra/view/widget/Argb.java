package org.penumbra.view.widget;

import javafx.scene.paint.Color;

/** Colours as pixels hold them, opaque ARGB, and as JavaFX does. */
public final class Argb {

    private Argb() {}

    /** The colour of a pixel; its alpha is not looked at. */
    public static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }

    /** The opaque pixel of a colour. */
    public static int of(Color colour) {
        return 0xFF000000
                | (int) Math.round(255 * colour.getRed()) << 16
                | (int) Math.round(255 * colour.getGreen()) << 8
                | (int) Math.round(255 * colour.getBlue());
    }
}
