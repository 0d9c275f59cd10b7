package org.penumbra.view.widget.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.Tick;
import org.penumbra.view.widget.chart.Histogram.Mark;
import org.penumbra.view.widget.chart.Histogram.Population;

/** The steps and marks of a histogram. Draws when told to, once a call. */
final class HistogramChart extends Region {

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
    /** Size of numbers and titles in base letters. */
    private static final double SIZE = 12 / 13.0;
    /** Room above the highest step for the labels of the marks, share of the height. */
    private static final double HEADROOM = 0.42;
    /** A mark beyond the data stretches the axis up to so many times its length. */
    private static final double STRETCH = 1.6;
    /** Between the lines of two labels, in letters. */
    private static final double LINE = 1.5;
    /** Between a line and its label, px. */
    private static final double ASIDE = 6;
    /** Above the uppermost row of labels, px. */
    private static final double ABOVE = 3;

    private static final FontRenderContext FLAT = new FontRenderContext(null, true, true);

    private static final float[][] DASHES = {null, {7, 3}, {2, 2}, {7, 3, 2, 3}};

    private final NumberAxis numbers = new NumberAxis();
    private final NumberAxis shares = new NumberAxis();
    private final XYAreaRenderer renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
    private final XYPlot plot = new XYPlot(new XYSeriesCollection(), numbers, shares, renderer);
    private final WordedChart chart = new WordedChart(plot);
    private HistogramBins bins = new HistogramBins(1, List.of());

    HistogramChart(String number, String share) {
        getChildren().addAll(chart.canvas(), chart.words());
        chart.setNotify(false);
        plot.setInsets(new RectangleInsets(2, 2, 0, 2));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        numbers.setLabel(number);
        shares.setLabel(share);
        for (NumberAxis axis : List.of(numbers, shares)) {
            axis.setAutoRange(false);
            axis.setAxisLineVisible(false);
            axis.setLabelInsets(new RectangleInsets(1, 1, 1, 1));
        }
        renderer.setOutline(true);
    }

    /** Counts populations anew. */
    void show(List<Population> populations) {
        chart.setNotify(false);
        bins = HistogramBins.of(populations);
        XYSeriesCollection steps = new XYSeriesCollection();
        for (int i = 0; i < populations.size(); i++) {
            // The place tells series of one name apart.
            XYSeries series = new XYSeries(i, false, true);
            addSteps(series, bins.shares().get(i));
            steps.addSeries(series);
        }
        plot.setDataset(steps);
    }

    /** From the first bin that holds anything to the last; a line along the axis would say nothing. */
    private void addSteps(XYSeries series, double[] counted) {
        int first = 0;
        int last = counted.length - 1;
        while (first < last && counted[first] == 0) {
            first++;
        }
        while (last > first && counted[last] == 0) {
            last--;
        }
        for (int bin = first; bin <= last; bin++) {
            series.add(bin * bins.width(), counted[bin], false);
            series.add((bin + 1) * bins.width(), counted[bin], false);
        }
    }

    /** Draws everything as it stands now in the colours of a theme. */
    void draw(ThemeColours colours, Mark mark, Mark limit) {
        chart.setNotify(false);
        paint(colours);
        fit(mark, limit);
        plot.clearDomainMarkers();
        Look dashed = new Look(colours, colours.text(), new float[] {5, 4}, 1.5f);
        Look solid = new Look(colours, colours.accent(), null, 2.5f);
        plot.clearAnnotations();
        boolean both = isShown(limit) && isShown(mark);
        if (isShown(limit)) {
            drawLine(limit, dashed, both && lies(mark, limit, colours) ? 1 : -1, colours);
            plot.addDomainMarker(label(limit, dashed, 0, isRightOf(limit, mark, colours)), Layer.FOREGROUND);
        }
        if (isShown(mark)) {
            drawLine(mark, solid, both && lies(limit, mark, colours) ? 0 : -1, colours);
            int row = isShown(limit) ? 1 : 0;
            plot.addDomainMarker(label(mark, solid, row, isRightOf(mark, limit, colours)), Layer.FOREGROUND);
        }
        chart.setNotify(true);
    }

    /** Whether a mark lies on the axis as it was last fitted. */
    private boolean isShown(Mark mark) {
        return mark != null
                && mark.value() >= 0
                && mark.value() <= numbers.getRange().getUpperBound();
    }

    private void fit(Mark mark, Mark limit) {
        double end = bins.end();
        double most = STRETCH * end;
        for (Mark one : new Mark[] {limit, mark}) {
            if (one != null
                    && one.value() > end
                    && (one == mark || one.value() <= most)
                    && Double.isFinite(one.value())) {
                end = 1.05 * one.value();
            }
        }
        numbers.setRange(0, end);
        List<Tick> ticks = Tick.between(0, end, 10);
        double step = ticks.get(1).value() - ticks.get(0).value();
        numbers.setTickUnit(new NumberTickUnit(step, decimals(step)));
        double high = Math.max(0.01, bins.highest()) * (1 + HEADROOM);
        shares.setRange(0, high);
        double part = Tick.between(0, high, 4).get(1).value();
        DecimalFormat percent = decimals(100 * part);
        percent.setMultiplier(100);
        percent.setPositiveSuffix(" %");
        shares.setTickUnit(new NumberTickUnit(part, percent));
    }

    private static DecimalFormat decimals(double step) {
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }

    /** Whether a label stands right of its line: away from the other line, unless there is no room at that side. */
    private boolean isRightOf(Mark mark, Mark other, ThemeColours colours) {
        double at = mark.value() * scale();
        boolean right = at + length(mark, colours) <= width();
        boolean left = at - length(mark, colours) >= 0;
        boolean away = !isShown(other) || mark.value() >= other.value();
        return right && (away || !left);
    }

    /** Whether the label of one mark lies where the line of another one is. */
    private boolean lies(Mark labelled, Mark line, ThemeColours colours) {
        double from = labelled.value() * scale();
        double at = line.value() * scale();
        double length = length(labelled, colours);
        return isRightOf(labelled, line, colours) ? at > from && at < from + length : at < from && at > from - length;
    }

    private double width() {
        return plotArea().getWidth() > 0 ? plotArea().getWidth() : getWidth();
    }

    private double scale() {
        return width() / numbers.getRange().getUpperBound();
    }

    private static double length(Mark mark, ThemeColours colours) {
        return labelFont(colours).getStringBounds(mark.label(), FLAT).getWidth() + 2 * ASIDE;
    }

    /** @param spared the row of labels, 0 for the uppermost, in which the line leaves room for a label; -1 for none */
    private void drawLine(Mark mark, Look look, int spared, ThemeColours colours) {
        double high = shares.getRange().getUpperBound();
        double plotted = plotArea().getHeight() > 0 ? plotArea().getHeight() : getHeight();
        double row = high * (LINE * SIZE * colours.letter() + ABOVE) / plotted;
        double top = high - Math.max(0, spared) * row;
        if (spared < 0) {
            drawLine(mark, look, 0, high);
        } else {
            drawLine(mark, look, 0, Math.max(0, top - row));
            drawLine(mark, look, top, high);
        }
    }

    private void drawLine(Mark mark, Look look, double from, double to) {
        if (to > from) {
            plot.addAnnotation(new XYLineAnnotation(
                    mark.value(),
                    from,
                    mark.value(),
                    to,
                    new BasicStroke(look.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, look.dashes(), 0),
                    WordedChart.awt(look.colour())));
        }
    }

    private static Font labelFont(ThemeColours colours) {
        return FONT.deriveFont(Font.BOLD, (float) (SIZE * colours.letter()));
    }

    /** @param row of labels, 0 for the uppermost */
    private static ValueMarker label(Mark mark, Look look, int row, boolean right) {
        double below = row * LINE * SIZE * look.theme().letter();
        ValueMarker label = new ValueMarker(mark.value(), new java.awt.Color(0, 0, 0, 0), new BasicStroke(1));
        label.setLabel(mark.label());
        label.setLabelFont(labelFont(look.theme()));
        label.setLabelPaint(WordedChart.awt(look.colour()));
        label.setLabelAnchor(right ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.TOP_LEFT);
        label.setLabelTextAnchor(right ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
        label.setLabelOffset(new RectangleInsets(ABOVE + below, ASIDE, ABOVE, ASIDE));
        return label;
    }

    /** How the line of a mark is drawn; no dashes are null. */
    private record Look(ThemeColours theme, Color colour, float[] dashes, float width) {}

    private void paint(ThemeColours colours) {
        java.awt.Color clear = new java.awt.Color(0, 0, 0, 0);
        java.awt.Color grid = WordedChart.awt(colours.border());
        java.awt.Color text = WordedChart.awt(colours.muted());
        Font font = FONT.deriveFont((float) (SIZE * colours.letter()));
        // The half of a number at the right end of the axis lies beyond the frame.
        chart.setPadding(new RectangleInsets(0, 0, 0, Math.rint(0.75 * colours.letter())));
        chart.setBackgroundPaint(clear);
        plot.setBackgroundPaint(clear);
        plot.setOutlinePaint(grid);
        plot.setRangeGridlinePaint(grid);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        for (NumberAxis axis : List.of(numbers, shares)) {
            axis.setTickLabelFont(font);
            axis.setLabelFont(font);
            axis.setTickLabelPaint(text);
            axis.setLabelPaint(text);
            axis.setTickMarkPaint(grid);
        }
        for (int i = 0; i < bins.shares().size(); i++) {
            Color colour = Histogram.colour(i);
            renderer.setSeriesPaint(i, WordedChart.awt(colour.deriveColor(0, 1, 1, 0.28)));
            renderer.setSeriesOutlinePaint(i, WordedChart.awt(colour));
            renderer.setSeriesOutlineStroke(
                    i,
                    new BasicStroke(
                            1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES[i % DASHES.length], 0));
        }
    }

    /** Where the steps may lie as last drawn, pixels of this chart. */
    Rectangle2D plotArea() {
        return chart.canvas().getRenderingInfo().getPlotInfo().getDataArea();
    }

    /** The right end of the lower axis as last drawn. */
    double end() {
        return numbers.getRange().getUpperBound();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 160;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 80;
    }

    @Override
    protected void layoutChildren() {
        chart.fill(this);
    }
}
