package org.penumbra.experiment.report;

import java.util.List;
import java.util.stream.DoubleStream;
import org.penumbra.paint.Ticks;

/**
 * An axis as it is drawn.
 *
 * @param low   where the picture begins, a little before the first place, so that marks on the edge are seen whole
 * @param high  where it ends
 * @param ticks the numbers along it
 */
record PictureAxis(double low, double high, Ticks ticks) {

    /** Room beyond the first and the last place, as a share of what lies between them. */
    private static final double MARGIN = 0.02;

    /**
     * As long as it was asked to be, otherwise as long as the values need.
     *
     * @param values what lies along it, at least one that is finite
     * @param whole  whether only whole numbers mean something on it, such as classes
     * @param most   how many numbers there is room for, at least 2
     */
    static PictureAxis of(Curves.Axis axis, List<Double> values, boolean whole, int most) {
        double low = Double.isNaN(axis.low()) ? finite(values).min().orElseThrow() : axis.low();
        double high = Double.isNaN(axis.high()) ? finite(values).max().orElseThrow() : axis.high();
        if (!(low < high)) {
            // One value alone, or all beyond the end that was asked for.
            double around = whole ? 1 : low == 0 ? 1 : Math.abs(low) * 0.1;
            high = low + around;
            low -= around;
        }
        double margin = (high - low) * MARGIN;
        int room = whole ? (int) Math.max(2, Math.min(most, high - low + 1)) : most;
        return new PictureAxis(low - margin, high + margin, Ticks.between(low - margin, high + margin, room));
    }

    private static DoubleStream finite(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite);
    }

    /** Where a value lies, 0 at the beginning and 1 at the end. */
    double share(double value) {
        return (value - low) / (high - low);
    }
}
