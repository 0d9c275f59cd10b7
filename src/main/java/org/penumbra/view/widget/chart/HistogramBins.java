package org.penumbra.view.widget.chart;

import java.util.Arrays;
import java.util.List;
import org.penumbra.view.widget.Tick;
import org.penumbra.view.widget.chart.Histogram.Population;

/**
 * Populations counted into bins of one width from 0 on.
 *
 * @param width  of a bin, a round number above 0
 * @param shares of each population the share of its values in every bin, 0 to 1
 */
record HistogramBins(double width, List<double[]> shares) {

    private static final int MOST_BINS = 80;

    /** Counts. The bins reach as far as the greatest value of all. */
    static HistogramBins of(List<Population> populations) {
        double greatest = 0;
        for (Population population : populations) {
            for (float value : population.values()) {
                greatest = Float.isFinite(value) ? Math.max(greatest, value) : greatest;
            }
        }
        double width = width(greatest);
        int bins = 1 + (int) (greatest / width);
        return new HistogramBins(
                width,
                populations.stream()
                        .map(one -> shares(one.values(), width, bins))
                        .toList());
    }

    /** Where the last bin ends. */
    double end() {
        return shares.isEmpty() ? width : width * shares.get(0).length;
    }

    /** The greatest share of any bin. */
    double highest() {
        return shares.stream().flatMapToDouble(Arrays::stream).max().orElse(0);
    }

    private static double width(double greatest) {
        if (greatest <= 0) {
            return 1;
        }
        List<Tick> ticks = Tick.between(0, greatest, MOST_BINS);
        return ticks.get(1).value() - ticks.get(0).value();
    }

    private static double[] shares(float[] values, double width, int bins) {
        double[] shares = new double[bins];
        for (float value : values) {
            if (Float.isFinite(value) && value >= 0) {
                shares[Math.min(bins - 1, (int) (value / width))] += 1.0 / values.length;
            }
        }
        return shares;
    }
}
