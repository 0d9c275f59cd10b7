package org.penumbra.view.train;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.view.widget.IconButton;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.chart.LineStyle;

/** The runs in the charts: the present one can be kept, and earlier ones be taken away. */
final class KeptRuns extends FlowPane {

    private static final double SAMPLE = 32;

    private final TrainModel model;
    private final Button keep = new Button("Keep this run to compare", new FontIcon(Feather.BOOKMARK));
    private final ThemeColours colours = new ThemeColours(this::show);

    KeptRuns(TrainModel model) {
        this.model = model;
        getStyleClass().add("kept-runs");
        setAlignment(Pos.CENTER_LEFT);
        keep.setId("keep");
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setTooltip(new Tooltip("Keep these curves in the charts, dashed, while other runs are trained; up to "
                + RunCurves.MOST_KEPT + " (K)"));
        keep.setOnAction(event -> keep());
        getChildren().addAll(colours, keep);
        model.curves().kept().addListener((ListChangeListener<KeptRun>) change -> show());
        model.setupProperty().addListener((observed, before, now) -> show());
        model.curves().onChange(this::allow);
        allow();
    }

    /** Keeps the present run, if there is one and room for it. */
    void keep() {
        if (!keep.isDisabled()) {
            model.curves().keep(model.setupProperty().get());
        }
    }

    private void allow() {
        keep.setDisable(!model.curves().isWorthKeeping());
    }

    private void show() {
        getChildren().setAll(colours, keep);
        getChildren().addAll(model.curves().kept().stream().map(this::chip).toList());
        allow();
    }

    private String name(KeptRun run) {
        TrainSetup present = model.setupProperty().get();
        return RunWords.of(run, model.curves().kept(), Optional.ofNullable(present));
    }

    private HBox chip(KeptRun run) {
        LineStyle style = RunStyles.sample(run.place());
        Line sample = new Line(0, 0, SAMPLE, 0);
        sample.setStroke(style.colour().apply(colours));
        sample.setStrokeWidth(style.width());
        sample.setStrokeLineCap(StrokeLineCap.BUTT);
        for (float dash : style.dashes()) {
            sample.getStrokeDashArray().add((double) dash);
        }
        Label name = new Label(run.letter() + "  " + name(run));
        Tooltip all = new Tooltip(
                RunWords.all(run.setup()) + ", " + NumberScale.grouped(run.end().step()) + " steps");
        all.setWrapText(true);
        all.setMaxWidth(400);
        name.setTooltip(all);
        IconButton away = new IconButton(
                "remove-" + run.letter(),
                Feather.X,
                "Take run " + run.letter() + " out of the charts",
                () -> model.curves().remove(run));
        away.getStyleClass().add("flat");
        HBox chip = new HBox(sample, name, away);
        chip.getStyleClass().add("chip");
        chip.setAlignment(Pos.CENTER_LEFT);
        return chip;
    }
}
