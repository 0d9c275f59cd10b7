package org.penumbra.view.widget.chart;

import java.util.List;

/**
 * A line of a {@link BandChart}, with how far it may be wrong at each of its places.
 *
 * @param name  unique in its chart
 * @param style how it is drawn
 * @param x     rising
 * @param y     as many; what is not finite is left out
 * @param half  half of the width of the band around the line at each place; empty for a line alone
 */
public record Band(String name, LineStyle style, List<Double> x, List<Double> y, List<Double> half) {

    public Band {
        x = List.copyOf(x);
        y = List.copyOf(y);
        half = List.copyOf(half);
    }

    /** How far it may be wrong at a place; 0 where that is not known. */
    double half(int index) {
        return half.isEmpty() || !Double.isFinite(half.get(index)) ? 0 : half.get(index);
    }
}
