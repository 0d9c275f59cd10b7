package org.penumbra.view.rings;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.penumbra.live.rings.RingsPoint;
import org.penumbra.view.rings.field.RingsSymbols;
import org.penumbra.view.widget.RestedRedraw;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.WidgetStyles;
import org.penumbra.view.widget.chart.Line;
import org.penumbra.view.widget.chart.LineAxis;
import org.penumbra.view.widget.chart.LineChart;
import org.penumbra.view.widget.chart.LineHistory;
import org.penumbra.view.widget.chart.LineLegend;
import org.penumbra.view.widget.chart.LineReach;
import org.penumbra.view.widget.chart.LineStyle;
import org.penumbra.view.widget.symbol.Symbol;

/**
 * The curves of the present run: the two losses above, accuracy and AUROC below. Redrawn at most ten times a second,
 * and cheap however long the run; no point is lost for exports.
 */
public final class CurvesPane extends VBox {
    /** One line and its number at a point. */
    private record Curve(Symbol symbol, ToDoubleFunction<RingsPoint> value, LineStyle style) {}

    private static final List<Curve> LOSSES = List.of(
            new Curve(
                    RingsSymbols.CROSS_ENTROPY, RingsPoint::classificationLoss, new LineStyle(ThemeColours::accent, 2)),
            new Curve(
                    RingsSymbols.RECONSTRUCTION_LOSS,
                    RingsPoint::reconstructionLoss,
                    new LineStyle(ThemeColours::orange, 2, 6, 3)));
    private static final List<Curve> SHARES = List.of(
            new Curve(RingsSymbols.ACCURACY, RingsPoint::accuracy, new LineStyle(ThemeColours::muted, 2, 2, 2)),
            new Curve(
                    RingsSymbols.AUROC_WITHOUT_GAMMA,
                    RingsPoint::aurocWithoutGamma,
                    new LineStyle(ThemeColours::orange, 2, 6, 3)),
            new Curve(RingsSymbols.AUROC, RingsPoint::aurocWithGamma, new LineStyle(ThemeColours::accent, 2)));

    /** The least height of a chart in base letters. */
    private static final double LEAST_CHART = 6;

    private final LineHistory<RingsPoint> history = new LineHistory<>();
    private final ThemeColours colours = new ThemeColours(this::restyled);
    private final LineLegend lossLegend = legend(LOSSES);
    private final LineLegend shareLegend = legend(SHARES);
    private final LineChart lossChart = chart(LineAxis.LOGARITHMIC, LOSSES);
    private final LineChart shareChart = chart(LineAxis.SHARE, SHARES);
    private boolean sideBySide;
    private final RestedRedraw redraw = new RestedRedraw(this, this::draw);

    /** The curves of the model's run, from now on. */
    public CurvesPane(RingsModel model) {
        this();
        model.onCurve(this::add);
        model.onNewRun(this::clear);
    }

    /** Curves that are told their points by {@link #add}. */
    public CurvesPane() {
        getStyleClass().add("curves-pane");
        WidgetStyles.apply(this);
        setVgrow(lossChart, Priority.ALWAYS);
        setVgrow(shareChart, Priority.ALWAYS);
        restyled();
        setSideBySide(false);
        lossChart.setAccessibleText("Chart of the losses over the training steps");
        shareChart.setAccessibleText("Chart of accuracy and AUROC over the training steps");
    }

    /** Whether the two charts stand beside each other rather than below each other. */
    void setSideBySide(boolean beside) {
        if (!getChildren().isEmpty() && beside == sideBySide) {
            return;
        }
        sideBySide = beside;
        getChildren().clear();
        if (beside) {
            VBox losses = new VBox(lossLegend, lossChart);
            VBox shares = new VBox(shareLegend, shareChart);
            HBox both = new HBox(losses, shares);
            for (VBox one : List.of(losses, shares)) {
                one.getStyleClass().add("curves");
                one.setMinWidth(0);
                one.setPrefWidth(1);
                HBox.setHgrow(one, Priority.ALWAYS);
            }
            both.getStyleClass().add("both");
            setVgrow(both, Priority.ALWAYS);
            getChildren().addAll(colours, both);
        } else {
            getChildren().addAll(colours, lossLegend, lossChart, shareLegend, shareChart);
        }
    }

    /** The least height with the charts beside each other or below each other, pixels. */
    double leastHeight(boolean beside) {
        double letter = colours.letter();
        double losses = lossLegend.prefHeight(-1);
        double shares = shareLegend.prefHeight(-1);
        return beside
                ? Math.max(losses, shares) + 1.5 * LEAST_CHART * letter
                : losses + shares + 2 * LEAST_CHART * letter + 2 * letter;
    }

    /** Adds points, oldest first; those of another generation start the curves anew. */
    public void add(List<RingsPoint> points) {
        for (RingsPoint point : points) {
            if (!history.isEmpty() && history.last().generation() != point.generation()) {
                history.clear();
            }
            history.add(point);
        }
        changed();
    }

    /** Forgets all points: another run begins. */
    public void clear() {
        history.clear();
        changed();
    }

    /** Every point of the present run, oldest first: what an export writes. */
    public List<RingsPoint> all() {
        return List.copyOf(history.all());
    }

    private void restyled() {
        // Lower ones show nothing.
        lossChart.setMinHeight(LEAST_CHART * colours.letter());
        shareChart.setMinHeight(LEAST_CHART * colours.letter());
        changed();
    }

    private void changed() {
        redraw.request();
    }

    private void draw() {
        lossLegend.show(newest(LOSSES), colours);
        shareLegend.show(newest(SHARES), colours);
        lossChart.draw(colours);
        shareChart.draw(colours);
    }

    private double[] newest(List<Curve> curves) {
        return history.isEmpty()
                ? new double[0]
                : curves.stream()
                        .mapToDouble(curve -> curve.value().applyAsDouble(history.last()))
                        .toArray();
    }

    private LineChart chart(LineAxis upright, List<Curve> curves) {
        LineChart chart = new LineChart(upright, LineReach.STEPS);
        chart.setLines(curves.stream()
                .map(curve ->
                        new Line(curve.symbol().name(), curve.style(), history.line(RingsPoint::step, curve.value())))
                .toList());
        return chart;
    }

    private static LineLegend legend(List<Curve> curves) {
        return new LineLegend(curves.stream()
                .map(curve -> new LineLegend.Entry(curve.symbol(), curve.style()))
                .toList());
    }
}
