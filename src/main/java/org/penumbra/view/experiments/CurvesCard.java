package org.penumbra.view.experiments;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import org.penumbra.experiment.report.Curves;
import org.penumbra.view.widget.RestedRedraw;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.chart.Band;
import org.penumbra.view.widget.chart.BandChart;
import org.penumbra.view.widget.chart.LineStyle;

/** Curves of a report, the paper's dashed and grey; the band around one of ours is its 95 % interval. */
final class CurvesCard extends ReportCard<Curves> {

    private static final double SAMPLE = 26;

    private final ThemeColours colours = new ThemeColours(this::changed);
    private final BandChart chart = new BandChart();
    private final FlowPane legend = new FlowPane();
    private final RestedRedraw redraw = new RestedRedraw(this, this::draw);
    private final List<Line> samples = new ArrayList<>();
    private List<Band> bands = List.of();

    CurvesCard(Curves first) {
        super(first.heading());
        legend.getStyleClass().add("report-legend");
        getChildren().add(0, colours);
        getChildren().addAll(legend, chart);
        show(first);
    }

    @Override
    void show(Curves curves) {
        caption(curves.caption());
        bands = bands(curves);
        chart.show(axis(curves.x()), axis(curves.y()), bands);
        chart.setAccessibleText("Chart of " + curves.heading() + ": "
                + curves.y().name() + " over " + curves.x().name());
        legend.getChildren().clear();
        samples.clear();
        bands.forEach(this::addEntry);
        changed();
    }

    private static List<Band> bands(Curves curves) {
        List<Band> bands = new ArrayList<>();
        int ours = 0;
        int papers = 0;
        for (Curves.Curve curve : curves.curves()) {
            LineStyle style = curve.paper() ? CurveStyles.paper(papers++) : CurveStyles.ours(ours++);
            String name = curve.paper() ? curve.name() + ", paper" : curve.name();
            bands.add(new Band(name, style, curve.x(), curve.y(), curve.interval()));
        }
        return bands;
    }

    private void addEntry(Band band) {
        Line sample = new Line(0, 0, SAMPLE, 0);
        sample.setStrokeWidth(band.style().width());
        sample.setStrokeLineCap(StrokeLineCap.BUTT);
        for (float dash : band.style().dashes()) {
            sample.getStrokeDashArray().add((double) dash);
        }
        samples.add(sample);
        Label name = new Label(band.name());
        name.setMinWidth(USE_PREF_SIZE);
        HBox entry = new HBox(sample, name);
        entry.setAlignment(Pos.CENTER_LEFT);
        entry.getStyleClass().add("entry");
        legend.getChildren().add(entry);
    }

    private static BandChart.Axis axis(Curves.Axis axis) {
        return new BandChart.Axis(axis.name(), axis.low(), axis.high());
    }

    private void changed() {
        // The colours may be told before there is anything to draw.
        if (redraw != null) {
            redraw.request();
        }
    }

    private void draw() {
        for (int i = 0; i < samples.size(); i++) {
            samples.get(i).setStroke(bands.get(i).style().colour().apply(colours));
        }
        chart.draw(colours);
    }
}
