package org.penumbra.view.widget.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The points of one line, from left to right. They may become more between two drawings. */
public interface LinePoints {

    /** How many there are. */
    int count();

    /** Where a point lies along the chart, in the unit of {@link LineReach}. */
    double along(int index);

    /** The value of a point; what is not finite leaves a gap. */
    double value(int index);

    /**
     * Points that stay as they are.
     *
     * @param points from left to right
     * @param along  where a point lies along the chart
     * @param value  what is drawn
     */
    static <P> LinePoints of(List<P> points, ToDoubleFunction<P> along, ToDoubleFunction<P> value) {
        LineHistory<P> fixed = new LineHistory<>();
        points.forEach(fixed::add);
        return fixed.line(along, value);
    }
}
