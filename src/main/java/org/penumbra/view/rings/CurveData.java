package org.penumbra.view.rings;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jfree.data.xy.AbstractXYDataset;

/** The points of a history as JFreeChart reads them: a series a curve, x the training step. Nothing is copied. */
final class CurveData extends AbstractXYDataset {
    private static final long serialVersionUID = 1;

    private final transient List<Curve> curves;
    private final transient CurveHistory history;
    private final transient DoubleUnaryOperator scale;

    /** @param scale applied to each value, such as a logarithm */
    CurveData(List<Curve> curves, CurveHistory history, DoubleUnaryOperator scale) {
        this.curves = curves;
        this.history = history;
        this.scale = scale;
    }

    @Override
    public int getSeriesCount() {
        return curves.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return curves.get(series).symbol().name();
    }

    @Override
    public int getItemCount(int series) {
        return history.shownCount();
    }

    @Override
    public double getXValue(int series, int item) {
        return history.shown(item).step();
    }

    @Override
    public double getYValue(int series, int item) {
        return scale.applyAsDouble(curves.get(series).value().applyAsDouble(history.shown(item)));
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }

    /** The smallest and largest finite value of all series; empty when there is none. */
    double[] range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int series = 0; series < getSeriesCount(); series++) {
            for (int item = 0; item < getItemCount(series); item++) {
                double value = getYValue(series, item);
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return low <= high ? new double[] {low, high} : new double[0];
    }
}
