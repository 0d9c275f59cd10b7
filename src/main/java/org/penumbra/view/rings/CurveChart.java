package org.penumbra.view.rings;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.Tick;

/** The lines of some curves over the training steps. Draws when told to, once a call. */
final class CurveChart extends Region {
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
    private static final double FEWEST_STEPS = 10;
    /** Size of the numbers in base letters. */
    private static final double SIZE = 12 / 13.0;
    /**
     * Room beside the lines in base letters: at the left for a value, at the right for the half of the last step's number that lies
     * beyond the frame. The same in every chart, so that steps line up in charts above each other.
     */
    private static final double LEFT = 42 / 13.0;
    private static final double RIGHT = 15 / 13.0;

    private final List<Curve> curves;
    private final CurveAxis upright;
    private final CurveData data;
    private final NumberAxis steps = new NumberAxis();
    private final NumberAxis values = new NumberAxis();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    private final XYPlot plot;
    private final JFreeChart chart;
    private final ChartCanvas canvas;

    CurveChart(List<Curve> curves, CurveAxis upright, CurveHistory history) {
        this.curves = curves;
        this.upright = upright;
        data = new CurveData(curves, history, upright::scaled);
        plot = new XYPlot(data, steps, values, renderer);
        chart = new JFreeChart(null, null, plot, false);
        canvas = new ChartCanvas(chart);
        canvas.setMouseTransparent(true);
        getStyleClass().add("curve-chart");
        getChildren().add(canvas);
        chart.setNotify(false);
        chart.setPadding(new RectangleInsets(2, 0, 0, 4));
        plot.setInsets(new RectangleInsets(2, 2, 0, 2));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        for (NumberAxis axis : List.of(steps, values)) {
            axis.setAutoRange(false);
            axis.setAxisLineVisible(false);
        }
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            renderer.setSeriesStroke(i, new BasicStroke(curve.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
                    curve.dashes().length == 0 ? null : curve.dashes(), 0));
        }
        renderer.setDrawSeriesLineAsPath(true);
    }

    /** Draws everything as it stands now in the colours of a theme. */
    void draw(ThemeColours colours) {
        // Every change of an axis or a colour would redraw the chart; with notification off they cost one redraw.
        chart.setNotify(false);
        paint(colours);
        measure(colours.letter());
        double last = data.getItemCount(0) == 0 ? 0 : data.getXValue(0, data.getItemCount(0) - 1);
        double end = Math.max(FEWEST_STEPS, last);
        steps.setRange(0, end);
        List<Tick> ticks = Tick.between(0, end, 5);
        steps.setTickUnit(new NumberTickUnit(Math.max(1, ticks.get(1).value() - ticks.get(0).value()),
                CurveAxis.format(CurveChart::steps)));
        double[] range = data.range();
        upright.fit(values, range.length == 0 ? upright.scaled(0.1) : range[0],
                range.length == 0 ? upright.scaled(1) : range[1]);
        chart.setNotify(true);
    }

    /** Where the lines may lie as last drawn, pixels of this chart. */
    Rectangle2D plotArea() {
        return canvas.getRenderingInfo().getPlotInfo().getDataArea();
    }

    /** Steps in thousands or millions, so that the numbers stay short: 2000 is "2k". */
    static String steps(double steps) {
        if (steps >= 1e6) {
            return String.format(Locale.ROOT, "%.1fM", steps / 1e6).replace(".0M", "M");
        }
        return steps >= 1000 ? String.format(Locale.ROOT, "%.1fk", steps / 1e3).replace(".0k", "k")
                : String.format(Locale.ROOT, "%.0f", steps);
    }

    private void measure(double letter) {
        AxisSpace beside = new AxisSpace();
        beside.setLeft(Math.rint(LEFT * letter));
        beside.setRight(Math.rint(RIGHT * letter));
        plot.setFixedRangeAxisSpace(beside);
        Font font = FONT.deriveFont((float) (SIZE * letter));
        steps.setTickLabelFont(font);
        values.setTickLabelFont(font);
    }

    private void paint(ThemeColours colours) {
        java.awt.Color clear = new java.awt.Color(0, 0, 0, 0);
        java.awt.Color grid = awt(colours.border());
        java.awt.Color text = awt(colours.muted());
        chart.setBackgroundPaint(clear);
        plot.setBackgroundPaint(clear);
        plot.setOutlinePaint(grid);
        plot.setDomainGridlinePaint(grid);
        plot.setRangeGridlinePaint(grid);
        BasicStroke thin = new BasicStroke(1);
        plot.setDomainGridlineStroke(thin);
        plot.setRangeGridlineStroke(thin);
        for (NumberAxis axis : List.of(steps, values)) {
            axis.setTickLabelPaint(text);
            axis.setTickMarkPaint(grid);
        }
        for (int i = 0; i < curves.size(); i++) {
            renderer.setSeriesPaint(i, awt(curves.get(i).colour().apply(colours)));
        }
    }

    private static java.awt.Color awt(Color colour) {
        return new java.awt.Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue(),
                (float) colour.getOpacity());
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
        return 80;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.floor(getWidth()));
        canvas.setHeight(Math.floor(getHeight()));
    }
}
