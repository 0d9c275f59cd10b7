package org.penumbra.view.fooling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.confidence.RoundedScore;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.live.fooling.FoolingPlan;
import org.penumbra.live.fooling.FoolingPoint;
import org.penumbra.view.fooling.trial.FoolingSymbols;
import org.penumbra.view.widget.IconButton;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.RestedRedraw;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.chart.Line;
import org.penumbra.view.widget.chart.LineAxis;
import org.penumbra.view.widget.chart.LineChart;
import org.penumbra.view.widget.chart.LineHistory;
import org.penumbra.view.widget.chart.LineLegend;
import org.penumbra.view.widget.chart.LinePoints;
import org.penumbra.view.widget.chart.LineReach;
import org.penumbra.view.widget.symbol.Symbol;
import org.penumbra.view.widget.symbol.SymbolButton;

/**
 * The score of the target over the steps, a line a victim, and tau. Steps run along in powers of ten, as one victim gives in
 * after a few and another holds for thousands.
 */
final class ScoresPane extends VBox {

    private static final String FOLD = "Fold the curves away: the images become larger";

    private final FoolingModel model;
    private final ThemeColours colours = new ThemeColours(this::changed);
    private final LineChart chart = new LineChart(LineAxis.WHOLE, LineReach.DECADES);
    private final Label title = new Label();
    private final BorderPane body = new BorderPane(chart);
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", true);
    private final RestedRedraw redraw = new RestedRedraw(this, this::draw);
    private LineLegend legend;
    private boolean upright;
    private List<LineHistory<FoolingPoint>> shown = List.of();
    private FoolingPlan plan;

    ScoresPane(FoolingModel model) {
        this.model = model;
        getStyleClass().addAll("card", "scores-pane");
        setId("scores");
        title.getStyleClass().add("pane-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(new SymbolButton(FoolingSymbols.SCALED, null), title, space, fold());
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        body.getStyleClass().add("body");
        body.visibleProperty().bind(open);
        body.managedProperty().bind(open);
        setVgrow(body, Priority.ALWAYS);
        chart.setAccessibleText("Chart of the target's score over the steps, a line for each victim");
        getChildren().addAll(colours, head, body);
        model.onCurve(this::changed);
        model.planProperty().subscribe(next -> take(next));
        model.watchedProperty().subscribe(watched -> take(model.planProperty().get()));
    }

    /** Whether the chart is shown below its title, or folded away; may be set. */
    BooleanProperty openProperty() {
        return open;
    }

    /** Puts the legend below the chart, for a narrow pane, or at its right. */
    void setUpright(boolean now) {
        if (upright != now) {
            upright = now;
            placeLegend();
        }
    }

    private void placeLegend() {
        body.setRight(null);
        body.setBottom(null);
        if (upright) {
            body.setBottom(legend);
        } else {
            body.setRight(legend);
        }
    }

    private Button fold() {
        Button fold = new IconButton("fold-scores", Feather.CHEVRON_DOWN, FOLD, () -> open.set(!open.get()));
        fold.getStyleClass().add("flat");
        open.subscribe(shown -> {
            fold.setGraphic(new FontIcon(shown ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP));
            fold.getTooltip().setText(shown ? FOLD : "Show the curves of the scores");
            fold.setAccessibleText(fold.getTooltip().getText());
        });
        return fold;
    }

    private void take(FoolingPlan next) {
        if (next == null) {
            return;
        }
        plan = next;
        int trial = model.watchedProperty().get().trial();
        List<LineLegend.Entry> entries = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        shown = IntStream.range(0, plan.victims().size())
                .mapToObj(v -> model.curve(v, trial))
                .toList();
        for (int v = 0; v < shown.size(); v++) {
            String name = plan.victims().get(v).name();
            entries.add(new LineLegend.Entry(
                    new Symbol(
                            name,
                            name,
                            plan.victims().get(v).threshold(1).ofScore()
                                    ? "y\u0303_{t}(x) = c\u0303(x) \u00b7 y_{t}(x)"
                                    : "",
                            said(plan.victims().get(v))),
                    VictimStyles.of(v)));
            lines.add(new Line(
                    name,
                    VictimStyles.of(v),
                    decades(shown.get(v), plan.victims().get(v))));
        }
        entries.add(new LineLegend.Entry(FoolingSymbols.TAU, VictimStyles.TAU));
        lines.add(new Line("\u03c4", VictimStyles.TAU, threshold()));
        legend = new LineLegend(entries);
        legend.setMinWidth(USE_PREF_SIZE);
        placeLegend();
        chart.setLines(lines);
        int target = plan.settings().target(trial);
        title.setText("of \u201c" + plan.victims().get(0).model().classes().get(target) + "\u201d over the "
                + model.protocolProperty().get().unit() + "s");
        changed();
    }

    private String said(AttackedModel victim) {
        Threshold threshold = victim.threshold(plan.settings().tau());
        return threshold.ofScore()
                ? "The score of the target class over the steps of the attack on this model."
                : "What " + victim.fitted().about().name()
                        + " accepts over the steps of the attack, 0 while the target is "
                        + "not the answer. Its own threshold, " + NumberScale.text(threshold.value())
                        + ", is drawn at \u03c4; the number is its own.";
    }

    /** Step 0 has no logarithm; the line begins with step 1, or with step 0 in its place once that was thinned away. */
    private LinePoints decades(LineHistory<FoolingPoint> history, AttackedModel victim) {
        double tau = plan.settings().tau();
        Threshold threshold = victim.threshold(tau);
        LinePoints points = history.line(
                point -> Math.log10(Math.max(1, point.step())), point -> threshold.beside(point.score(), tau));
        return new LinePoints() {
            @Override
            public int count() {
                return Math.max(0, points.count() - skipped());
            }

            @Override
            public double along(int index) {
                return points.along(index + skipped());
            }

            @Override
            public double value(int index) {
                return points.value(index + skipped());
            }

            private int skipped() {
                return points.count() > 1 && points.along(1) > 0 ? 0 : 1;
            }
        };
    }

    private LinePoints threshold() {
        return new LinePoints() {
            @Override
            public int count() {
                return 2;
            }

            @Override
            public double along(int index) {
                return index == 0
                        ? 0
                        : Math.max(
                                1,
                                shown.stream()
                                        .filter(history -> !history.isEmpty())
                                        .mapToDouble(history -> Math.log10(
                                                Math.max(1, history.last().step())))
                                        .max()
                                        .orElse(0));
            }

            @Override
            public double value(int index) {
                return plan.settings().tau();
            }
        };
    }

    private void changed() {
        redraw.request();
    }

    private void draw() {
        if (plan == null) {
            return;
        }
        double[] newest = new double[shown.size() + 1];
        for (int v = 0; v < shown.size(); v++) {
            newest[v] = shown.get(v).isEmpty()
                    ? Double.NaN
                    : roundedDown(shown.get(v).last().score());
        }
        newest[shown.size()] = plan.settings().tau();
        legend.show(newest, colours);
        chart.draw(colours);
    }

    /** To three decimals, so that what stays below tau also reads so; to a digit that counts where it is smaller. */
    private static double roundedDown(double score) {
        if (score >= 1e-3 || score <= 0) {
            return RoundedScore.down(score, 3);
        }
        double unit = Math.pow(10, Math.floor(Math.log10(score)));
        return Math.floor(score / unit + 1e-9) * unit;
    }
}
