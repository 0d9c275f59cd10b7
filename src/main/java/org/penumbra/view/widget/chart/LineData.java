package org.penumbra.view.widget.chart;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jfree.data.xy.AbstractXYDataset;

/** The points of lines as JFreeChart reads them: a series a line. Nothing is copied. */
final class LineData extends AbstractXYDataset {
    private static final long serialVersionUID = 1;

    private final transient DoubleUnaryOperator scale;
    private transient List<Line> lines = List.of();

    /** @param scale applied to each value, such as a logarithm */
    LineData(DoubleUnaryOperator scale) {
        this.scale = scale;
    }

    void setLines(List<Line> shown) {
        lines = shown;
    }

    @Override
    public int getSeriesCount() {
        return lines.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return lines.get(series).name();
    }

    @Override
    public int getItemCount(int series) {
        return lines.get(series).points().count();
    }

    @Override
    public double getXValue(int series, int item) {
        return lines.get(series).points().along(item);
    }

    @Override
    public double getYValue(int series, int item) {
        return scale.applyAsDouble(lines.get(series).points().value(item));
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }

    /** Where the farthest point of all lines lies; 0 when there is none. */
    double end() {
        double end = 0;
        for (int series = 0; series < getSeriesCount(); series++) {
            int count = getItemCount(series);
            end = count == 0 ? end : Math.max(end, getXValue(series, count - 1));
        }
        return end;
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
