package org.penumbra.view.widget.chart;

import java.util.Locale;

/** What runs along a chart. */
public enum LineReach {
    /** Training steps, whole numbers. */
    STEPS(10, 1) {
        @Override
        String text(double at, double unit) {
            return LineChart.steps(at);
        }
    },
    /** Powers of ten of steps: a point lies at the decimal logarithm of its step. */
    DECADES(1, 1) {
        @Override
        String text(double at, double unit) {
            return LineChart.steps(Math.pow(10, at));
        }
    },
    /** Passes over the training images, with fractions. */
    EPOCHS(1, 0.01) {
        @Override
        String text(double at, double unit) {
            if (at >= 1000) {
                return LineChart.steps(at);
            }
            return String.format(Locale.ROOT, unit >= 1 ? "%.0f" : unit >= 0.1 ? "%.1f" : "%.2f", at);
        }
    };

    private final double least;
    private final double leastUnit;

    LineReach(double least, double leastUnit) {
        this.least = least;
        this.leastUnit = leastUnit;
    }

    /** Where a chart ends at least. */
    double least() {
        return least;
    }

    /** Smallest distance of two numbers below a chart. */
    double leastUnit() {
        return leastUnit;
    }

    /** A number as it stands below the chart, at most five letters. */
    abstract String text(double at, double unit);
}
