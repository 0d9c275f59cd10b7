package org.penumbra.view.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A number on an axis.
 *
 * @param value where it stands, in the axis's unit
 * @param label how it is written, with as many decimals as its neighbours need
 */
public record Tick(double value, String label) {

    /**
     * Round numbers (1, 2 or 5 times a power of ten apart) within an interval, smallest first.
     *
     * @param low  lower end
     * @param high upper end, above {@code low}
     * @param most how many there may be, at least 2
     */
    public static List<Tick> between(double low, double high, int most) {
        if (!(low < high) || most < 2) {
            throw new IllegalArgumentException("ticks need an interval and room for two, but got " + low + " to " + high
                    + " and room for " + most);
        }
        double step = step((high - low) / most);
        while (Math.floor(high / step) - Math.ceil(low / step) + 1 > most) {
            step = step(step * 1.5);
        }
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        List<Tick> ticks = new ArrayList<>();
        // The small allowance keeps a tick at an edge that rounding pushed out by one bit.
        for (long at = (long) Math.ceil(low / step - 1e-6); at <= high / step + 1e-6; at++) {
            ticks.add(new Tick(at * step, label(at * step, decimals)));
        }
        return ticks;
    }

    /** The smallest of 1, 2, 5 times a power of ten that is at least {@code least}. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double digit : new double[] {1, 2, 5}) {
            if (digit * power >= least * (1 - 1e-9)) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    private static String label(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value + 0.0).replace('-', '\u2212');
    }
}
