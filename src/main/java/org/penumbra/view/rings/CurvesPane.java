package org.penumbra.view.rings;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import org.penumbra.live.CurvePoint;
import org.penumbra.view.widget.PulseRedraw;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.WidgetStyles;

/**
 * The curves of the present run: the two losses above, accuracy and AUROC below. Redrawn at most ten times a second,
 * and cheap however long the run; no point is lost for exports.
 */
public final class CurvesPane extends VBox {
    private static final Duration REST = Duration.millis(100);
    private static final Color ORANGE = Color.web("#e0851b");

    private static final List<Curve> LOSSES = List.of(
            new Curve(Symbols.CROSS_ENTROPY, CurvePoint::classificationLoss, ThemeColours::accent, 2f),
            new Curve(Symbols.RECONSTRUCTION_LOSS, CurvePoint::reconstructionLoss, colours -> ORANGE, 2f, 6f, 3f));
    private static final List<Curve> SHARES = List.of(
            new Curve(Symbols.ACCURACY, CurvePoint::accuracy, ThemeColours::muted, 2f, 2f, 2f),
            new Curve(Symbols.AUROC_WITHOUT_GAMMA, CurvePoint::aurocWithoutGamma, colours -> ORANGE, 2f, 6f, 3f),
            new Curve(Symbols.AUROC, CurvePoint::aurocWithGamma, ThemeColours::accent, 2f));

    private final CurveHistory history = new CurveHistory();
    private final ThemeColours colours = new ThemeColours(this::changed);
    private final CurveLegend lossLegend = new CurveLegend(LOSSES);
    private final CurveLegend shareLegend = new CurveLegend(SHARES);
    private final CurveChart lossChart = new CurveChart(LOSSES, CurveAxis.LOGARITHMIC, history);
    private final CurveChart shareChart = new CurveChart(SHARES, CurveAxis.SHARE, history);
    private final PulseRedraw pulse = new PulseRedraw(this, PulseRedraw.Moment.AFTER_LAYOUT, this::draw);
    private final PauseTransition rest = new PauseTransition(REST);
    private boolean stale;

    /** The curves of the model's run, from now on. */
    public CurvesPane(RingsModel model) {
        this();
        model.onCurve(this::add);
    }

    /** Curves that are told their points by {@link #add}. */
    public CurvesPane() {
        getStyleClass().add("curves-pane");
        WidgetStyles.apply(this);
        getChildren().addAll(colours, lossLegend, lossChart, shareLegend, shareChart);
        setVgrow(lossChart, Priority.ALWAYS);
        setVgrow(shareChart, Priority.ALWAYS);
        lossChart.setAccessibleText("Chart of the losses over the training steps");
        shareChart.setAccessibleText("Chart of accuracy and AUROC over the training steps");
        rest.setOnFinished(event -> {
            if (stale) {
                changed();
            }
        });
    }

    /** Adds points, oldest first; those of another generation start the curves anew. */
    public void add(List<CurvePoint> points) {
        points.forEach(history::add);
        changed();
    }

    /** Every point of the present run, oldest first: what an export writes. */
    public List<CurvePoint> all() {
        return List.copyOf(history.all());
    }

    /** Asks for a redraw, at once or when the charts have rested. */
    private void changed() {
        stale = true;
        if (rest.getStatus() != javafx.animation.Animation.Status.RUNNING) {
            pulse.request();
        }
    }

    private void draw() {
        stale = false;
        rest.playFromStart();
        CurvePoint last = history.all().isEmpty() ? null : history.last();
        lossLegend.show(last, colours);
        shareLegend.show(last, colours);
        lossChart.draw(colours);
        shareChart.draw(colours);
    }
}
