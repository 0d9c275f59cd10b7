package org.penumbra.view.widget.plot;

import java.util.Locale;

/** How a coordinate is written wherever it is shown: with as many decimals as a picture of the plane can tell apart. */
public final class CoordinateText {

    private CoordinateText() {}

    /**
     * A coordinate, with a proper minus.
     *
     * @param value  data units
     * @param extent of what is shown in the same direction, data units, positive
     */
    public static String of(double value, double extent) {
        int decimals = Math.min(6, Math.max(0, (int) Math.ceil(2.4 - Math.log10(extent))));
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '\u2212');
    }
}
