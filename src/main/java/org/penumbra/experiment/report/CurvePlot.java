package org.penumbra.experiment.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** The curves of a picture in their frame, without any words. The first curve lies on top, those of the paper at the bottom. */
final class CurvePlot {

    private static final Color GRID = new Color(0xDDE0E7);
    private static final Color FRAME = new Color(0x8A90A0);
    /** How much of a band covers what lies below. */
    private static final float BAND = 0.16f;

    private final XYPlot plot;

    CurvePlot(Curves curves, PictureAxis right, PictureAxis up) {
        List<CurvePiece> pieces = new ArrayList<>(CurvePiece.of(curves.curves()));
        pieces.sort(
                Comparator.comparing(piece -> curves.curves().get(piece.curve()).paper()));
        plot = new XYPlot(places(pieces), axis(right), axis(up), renderer(pieces, curves, right, up));
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(FRAME);
        plot.setOutlineStroke(new BasicStroke(2));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        for (double tick : right.ticks().values()) {
            plot.addDomainMarker(line(tick), Layer.BACKGROUND);
        }
        for (double tick : up.ticks().values()) {
            plot.addRangeMarker(line(tick), Layer.BACKGROUND);
        }
    }

    /** Draws the curves with their frame as the edge of an area. */
    void draw(Graphics2D graphics, Rectangle2D area) {
        plot.draw(graphics, area, null, null, null);
    }

    private static YIntervalSeriesCollection places(List<CurvePiece> pieces) {
        YIntervalSeriesCollection places = new YIntervalSeriesCollection();
        for (int number = 0; number < pieces.size(); number++) {
            CurvePiece piece = pieces.get(number);
            YIntervalSeries series = new YIntervalSeries(number, false, true);
            for (int i = 0; i < piece.count(); i++) {
                double y = piece.y()[i];
                series.add(piece.x()[i], y, y - piece.around()[i], y + piece.around()[i]);
            }
            places.addSeries(series);
        }
        return places;
    }

    /** An axis that is not seen itself: its numbers are written by whoever draws the picture. */
    private static NumberAxis axis(PictureAxis picture) {
        NumberAxis axis = new NumberAxis();
        axis.setVisible(false);
        axis.setRange(picture.low(), picture.high());
        // Any will do, as none is seen; one that is chosen by the axis would be measured in letters.
        axis.setTickUnit(new NumberTickUnit(picture.high() - picture.low()));
        return axis;
    }

    private static ValueMarker line(double at) {
        return new ValueMarker(at, GRID, new BasicStroke(2));
    }

    private static DeviationRenderer renderer(
            List<CurvePiece> pieces, Curves curves, PictureAxis right, PictureAxis up) {
        List<BitSet> marked =
                pieces.stream().map(piece -> piece.marked(right, up)).toList();
        DeviationRenderer renderer = new MarkedRenderer(marked);
        List<CurveLook> looks = CurveLook.of(curves.curves());
        for (int i = 0; i < pieces.size(); i++) {
            CurveLook look = looks.get(pieces.get(i).curve());
            renderer.setSeriesPaint(i, look.colour());
            renderer.setSeriesFillPaint(i, look.colour());
            renderer.setSeriesStroke(i, look.stroke());
            renderer.setSeriesShape(i, look.mark());
            renderer.setSeriesShapesFilled(i, look.filled());
            renderer.setSeriesOutlineStroke(i, look.rim());
        }
        renderer.setAlpha(BAND);
        return renderer;
    }

    /** Marks some places only. */
    private static final class MarkedRenderer extends DeviationRenderer {

        private static final long serialVersionUID = 1;

        private final transient List<BitSet> marked;

        MarkedRenderer(List<BitSet> marked) {
            super(true, true);
            this.marked = marked;
        }

        @Override
        public boolean getItemShapeVisible(int series, int item) {
            return marked.get(series).get(item);
        }
    }
}
