package org.penumbra.view.widget.chart;

/**
 * One line of a chart.
 *
 * @param name   unique in its chart
 * @param style  how it is drawn
 * @param points what is drawn
 */
public record Line(String name, LineStyle style, LinePoints points) {}
