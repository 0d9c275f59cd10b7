package org.penumbra.experiment.report;

import java.util.List;

/**
 * Curves over one axis, which become a picture and a table.
 *
 * @param id      name of its files, unique in its report: "auroc" becomes auroc.csv and auroc.png; letters a to z, digits and
 *                single hyphens
 * @param heading above them
 * @param caption what they show
 * @param x       the axis to the right
 * @param y       the axis upwards
 * @param curves  at least one while anything is known
 */
public record Curves(String id, String heading, String caption, Axis x, Axis y, List<Curve> curves)
        implements ReportPart {

    public Curves {
        PartId.require(id);
        curves = List.copyOf(curves);
    }

    /**
     * An axis.
     *
     * @param name of what is on it, with its unit
     * @param low  its beginning; NaN to follow from the curves
     * @param high its end; NaN likewise
     */
    public record Axis(String name, double low, double high) {

        /** An axis that is as long as the curves need. */
        public static Axis of(String name) {
            return new Axis(name, Double.NaN, Double.NaN);
        }
    }

    /**
     * A curve.
     *
     * @param name     in the legend, where ", paper" follows if it is the paper's
     * @param x        rising, or at least not falling
     * @param y        as many; NaN leaves a gap
     * @param interval half of the 95 % interval's width at each place; empty where nothing was repeated
     * @param paper    whether it is the paper's
     */
    public record Curve(String name, List<Double> x, List<Double> y, List<Double> interval, boolean paper) {

        public Curve {
            x = List.copyOf(x);
            y = List.copyOf(y);
            interval = List.copyOf(interval);
            if (x.size() != y.size() || !interval.isEmpty() && interval.size() != x.size()) {
                throw new IllegalArgumentException(name + ": expected as many places as values, but got " + x.size()
                        + ", " + y.size() + " and " + interval.size());
            }
        }

        /** A curve of ours without intervals. */
        public static Curve of(String name, List<Double> x, List<Double> y) {
            return new Curve(name, x, y, List.of(), false);
        }
    }
}
