package org.penumbra.view.widget.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.Tick;

/**
 * Lines between any two axes, each in a band that tells how far it may be wrong. Draws when told to, once a call. Lines with
 * few places show them as dots.
 */
public final class BandChart extends Region {

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
    /** Size of the numbers in base letters. */
    private static final double SIZE = 12 / 13.0;
    /** Strength of a band beside its line. */
    private static final double FAINT = 0.16;
    /** Most places that are shown as dots. */
    private static final int FEW = 20;

    private static final double DOT = 5;
    /** Beyond the ends of what is drawn, a share of it, so that no line is half hidden by the frame. */
    private static final double ASIDE = 0.03;

    /**
     * An axis.
     *
     * @param name what is on it, with its unit
     * @param low  its beginning; NaN to follow from the lines
     * @param high its end; NaN likewise
     */
    public record Axis(String name, double low, double high) {}

    private final NumberAxis along = new NumberAxis();
    private final NumberAxis upright = new NumberAxis();
    private final DeviationRenderer renderer = new DeviationRenderer(true, false);
    private final XYPlot plot = new XYPlot(null, along, upright, renderer);
    private final WordedChart chart = new WordedChart(plot);
    private Axis x = new Axis("", Double.NaN, Double.NaN);
    private Axis y = x;
    private List<Band> bands = List.of();

    /** A chart without lines. */
    public BandChart() {
        getStyleClass().add("band-chart");
        getChildren().addAll(chart.canvas(), chart.words());
        chart.setNotify(false);
        chart.setPadding(new RectangleInsets(2, 0, 0, 8));
        plot.setInsets(new RectangleInsets(2, 2, 0, 2));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        for (NumberAxis axis : List.of(along, upright)) {
            axis.setAutoRange(false);
            axis.setAxisLineVisible(false);
            axis.setLabelInsets(new RectangleInsets(1, 1, 1, 1));
        }
        // The colour of a band is as faint as it is to be.
        renderer.setAlpha(1);
    }

    /** Takes these lines in place of all others, the ones in front first; they are seen with the next {@link #draw}. */
    public void show(Axis toTheRight, Axis upwards, List<Band> shown) {
        chart.setNotify(false);
        x = toTheRight;
        y = upwards;
        bands = List.copyOf(shown);
        along.setLabel(x.name());
        upright.setLabel(y.name());
        YIntervalSeriesCollection all = new YIntervalSeriesCollection();
        for (int i = 0; i < bands.size(); i++) {
            all.addSeries(series(i, bands.get(i)));
            float[] dashes = bands.get(i).style().dashes();
            renderer.setSeriesStroke(
                    i,
                    new BasicStroke(
                            bands.get(i).style().width(),
                            BasicStroke.CAP_BUTT,
                            BasicStroke.JOIN_ROUND,
                            1,
                            dashes.length == 0 ? null : dashes,
                            0));
        }
        plot.setDataset(all);
    }

    private static YIntervalSeries series(int place, Band band) {
        YIntervalSeries series = new YIntervalSeries(place, false, true);
        for (int i = 0; i < band.x().size(); i++) {
            double value = band.y().get(i);
            if (Double.isFinite(value) && Double.isFinite(band.x().get(i))) {
                series.add(band.x().get(i), value, value - band.half(i), value + band.half(i));
            }
        }
        return series;
    }

    /** Draws everything as it stands now in the colours of a theme. */
    public void draw(ThemeColours colours) {
        chart.setNotify(false);
        Font font = FONT.deriveFont((float) (SIZE * colours.letter()));
        Color muted = colours.muted();
        for (NumberAxis axis : List.of(along, upright)) {
            axis.setTickLabelFont(font);
            axis.setLabelFont(font);
            axis.setTickLabelPaint(WordedChart.awt(muted));
            axis.setLabelPaint(WordedChart.awt(muted));
            axis.setTickMarkPaint(WordedChart.awt(colours.border()));
        }
        java.awt.Color clear = new java.awt.Color(0, 0, 0, 0);
        java.awt.Color grid = WordedChart.awt(colours.border());
        chart.setBackgroundPaint(clear);
        plot.setBackgroundPaint(clear);
        plot.setOutlinePaint(grid);
        plot.setDomainGridlinePaint(grid);
        plot.setRangeGridlinePaint(grid);
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        for (int i = 0; i < bands.size(); i++) {
            Color colour = bands.get(i).style().colour().apply(colours);
            renderer.setSeriesPaint(i, WordedChart.awt(colour));
            renderer.setSeriesFillPaint(i, WordedChart.awt(colour.deriveColor(0, 1, 1, FAINT)));
            renderer.setSeriesShapesVisible(i, bands.get(i).x().size() <= FEW);
            renderer.setSeriesShape(i, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        }
        fit(along, x, false);
        fit(upright, y, true);
        chart.setNotify(true);
    }

    private void fit(NumberAxis axis, Axis wanted, boolean ofValues) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Band band : bands) {
            for (int i = 0; i < band.x().size(); i++) {
                double at = ofValues ? band.y().get(i) : band.x().get(i);
                double half = ofValues ? band.half(i) : 0;
                low = Double.isFinite(at) ? Math.min(low, at - half) : low;
                high = Double.isFinite(at) ? Math.max(high, at + half) : high;
            }
        }
        low = Double.isNaN(wanted.low()) ? (low <= high ? low : 0) : wanted.low();
        high = Double.isNaN(wanted.high()) ? Math.max(high, low) : wanted.high();
        high = high > low ? high : low + Math.max(1e-6, Math.abs(low) / 10);
        double aside = ASIDE * (high - low);
        axis.setRange(low - aside, high + aside);
        List<Tick> ticks = Tick.between(low, high, 6);
        double step = ticks.size() < 2
                ? high - low
                : ticks.get(1).value() - ticks.get(0).value();
        axis.setTickUnit(new NumberTickUnit(step, LineAxis.format(BandChart::number)));
    }

    /** Ticks are multiples of their step, which rounding may have moved a little. */
    private static String number(double value) {
        return NumberScale.text(Math.rint(value * 1e9) / 1e9).replace('-', '\u2212');
    }

    @Override
    protected double computePrefWidth(double height) {
        return 266;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 160;
    }

    @Override
    protected void layoutChildren() {
        chart.fill(this);
    }
}
