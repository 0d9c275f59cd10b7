package org.penumbra.view.widget.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Region;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.Tick;

/**
 * Lines over the steps or epochs of a training run. Draws when told to, once a call; {@link org.penumbra.view.widget.RestedRedraw} tells it often
 * enough and not too often.
 */
public final class LineChart extends Region {
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
    /** Size of the numbers in base letters. */
    private static final double SIZE = 12 / 13.0;
    /**
     * Room beside the lines in base letters: at the left for a value, at the right for the half of the last number
     * below that lies beyond the frame. The same in every chart, so that charts above each other line up.
     */
    private static final double LEFT = 42 / 13.0;

    private static final double RIGHT = 15 / 13.0;
    /** Across a point that has no neighbour, pixels. */
    private static final double DOT = 5;

    private final LineAxis upright;
    private final LineReach reach;
    private final LineData data;
    private final NumberAxis along = new NumberAxis();
    private final NumberAxis values = new NumberAxis();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    private final XYPlot plot;
    private final WordedChart chart;
    private List<Line> lines = List.of();

    /**
     * A chart without lines.
     *
     * @param upright how values lie on the upright axis
     * @param reach   what runs along the chart
     */
    public LineChart(LineAxis upright, LineReach reach) {
        this.upright = upright;
        this.reach = reach;
        data = new LineData(upright::scaled);
        plot = new XYPlot(data, along, values, renderer);
        chart = new WordedChart(plot);
        getStyleClass().add("curve-chart");
        getChildren().addAll(chart.canvas(), chart.words());
        chart.setNotify(false);
        chart.setPadding(new RectangleInsets(2, 0, 0, 4));
        plot.setInsets(new RectangleInsets(2, 2, 0, 2));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        for (NumberAxis axis : List.of(along, values)) {
            axis.setAutoRange(false);
            axis.setAxisLineVisible(false);
        }
        renderer.setDrawSeriesLineAsPath(true);
    }

    /** Takes these lines in place of all others, the ones in front first; they are seen with the next {@link #draw}. */
    public void setLines(List<Line> shown) {
        chart.setNotify(false);
        lines = List.copyOf(shown);
        data.setLines(lines);
        for (int i = 0; i < lines.size(); i++) {
            LineStyle style = lines.get(i).style();
            renderer.setSeriesStroke(
                    i,
                    new BasicStroke(
                            style.width(),
                            BasicStroke.CAP_BUTT,
                            BasicStroke.JOIN_ROUND,
                            1,
                            style.dashes().length == 0 ? null : style.dashes(),
                            0));
        }
    }

    /** Draws everything as it stands now in the colours of a theme. */
    public void draw(ThemeColours colours) {
        // Every change of an axis or a colour would redraw the chart; with notification off they cost one redraw.
        chart.setNotify(false);
        paint(colours);
        measure(colours.letter());
        double end = Math.max(reach.least(), data.end());
        along.setRange(0, end);
        List<Tick> ticks = Tick.between(0, end, 5);
        double unit =
                Math.max(reach.leastUnit(), ticks.get(1).value() - ticks.get(0).value());
        along.setTickUnit(new NumberTickUnit(unit, LineAxis.format(at -> reach.text(at, unit))));
        double[] range = data.range();
        upright.fit(
                values,
                range.length == 0 ? upright.scaled(0.1) : range[0],
                range.length == 0 ? upright.scaled(1) : range[1]);
        chart.setNotify(true);
    }

    /** Where the lines may lie as last drawn, pixels of this chart. */
    public Rectangle2D plotArea() {
        return chart.canvas().getRenderingInfo().getPlotInfo().getDataArea();
    }

    /** Steps in thousands or millions, so that the numbers stay short: 2000 is "2k". */
    public static String steps(double steps) {
        if (steps >= 1e6) {
            return String.format(Locale.ROOT, "%.1fM", steps / 1e6).replace(".0M", "M");
        }
        return steps >= 1000
                ? String.format(Locale.ROOT, "%.1fk", steps / 1e3).replace(".0k", "k")
                : String.format(Locale.ROOT, "%.0f", steps);
    }

    private void measure(double letter) {
        AxisSpace beside = new AxisSpace();
        beside.setLeft(Math.rint(LEFT * letter));
        beside.setRight(Math.rint(RIGHT * letter));
        plot.setFixedRangeAxisSpace(beside);
        Font font = FONT.deriveFont((float) (SIZE * letter));
        along.setTickLabelFont(font);
        values.setTickLabelFont(font);
    }

    private static Ellipse2D dot() {
        return new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT);
    }

    private void paint(ThemeColours colours) {
        java.awt.Color clear = new java.awt.Color(0, 0, 0, 0);
        java.awt.Color grid = WordedChart.awt(colours.border());
        java.awt.Color text = WordedChart.awt(colours.muted());
        chart.setBackgroundPaint(clear);
        plot.setBackgroundPaint(clear);
        plot.setOutlinePaint(grid);
        plot.setDomainGridlinePaint(grid);
        plot.setRangeGridlinePaint(grid);
        BasicStroke thin = new BasicStroke(1);
        plot.setDomainGridlineStroke(thin);
        plot.setRangeGridlineStroke(thin);
        for (NumberAxis axis : List.of(along, values)) {
            axis.setTickLabelPaint(text);
            axis.setTickMarkPaint(grid);
        }
        for (int i = 0; i < lines.size(); i++) {
            // One point alone has no line yet, but is worth being seen.
            renderer.setSeriesShapesVisible(i, lines.get(i).points().count() == 1);
            renderer.setSeriesShape(i, dot());
            renderer.setSeriesPaint(
                    i, WordedChart.awt(lines.get(i).style().colour().apply(colours)));
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 266;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 140;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 64;
    }

    @Override
    protected void layoutChildren() {
        chart.fill(this);
    }
}
