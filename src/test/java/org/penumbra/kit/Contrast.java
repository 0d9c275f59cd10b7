package org.penumbra.kit;

/** How well two colours can be told apart by their lightness alone. Source: WCAG 2.2, "contrast ratio". */
public final class Contrast {

    private Contrast() {}

    /** The ratio of two pixels' luminances, 1 (equal) to 21 (black and white); their alphas are not looked at. */
    public static double of(int one, int other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 255) + 0.7152 * linear(argb >> 8 & 255) + 0.0722 * linear(argb & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
