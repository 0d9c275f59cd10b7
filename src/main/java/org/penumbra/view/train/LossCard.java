package org.penumbra.view.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.penumbra.live.train.TrainingPoint;
import org.penumbra.view.lab.TitledCard;
import org.penumbra.view.train.card.TrainSymbols;
import org.penumbra.view.widget.RestedRedraw;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.chart.Line;
import org.penumbra.view.widget.chart.LineAxis;
import org.penumbra.view.widget.chart.LineChart;
import org.penumbra.view.widget.chart.LineHistory;
import org.penumbra.view.widget.chart.LineLegend;
import org.penumbra.view.widget.chart.LinePoints;
import org.penumbra.view.widget.chart.LineReach;
import org.penumbra.view.widget.chart.LineStyle;

/** The losses over the epochs: thin while training, thick on held-out images, dashed those of earlier runs. */
final class LossCard extends TitledCard {

    private final RunCurves curves;
    private final TrainModel model;
    private final LineChart chart = new LineChart(LineAxis.LOGARITHMIC, LineReach.EPOCHS);
    private final LineLegend trained = new LineLegend(List.of(
            new LineLegend.Entry(TrainSymbols.TRAIN_LOSS, RunStyles.TRAINED_LOSS),
            new LineLegend.Entry(TrainSymbols.TRAIN_RECONSTRUCTION, RunStyles.TRAINED_RECONSTRUCTION)));
    private final LineLegend held = new LineLegend(List.of(
            new LineLegend.Entry(TrainSymbols.HELD_LOSS, RunStyles.HELD_LOSS),
            new LineLegend.Entry(TrainSymbols.HELD_RECONSTRUCTION, RunStyles.HELD_RECONSTRUCTION)));
    private final CheckBox weighted = new CheckBox("times \u03bb");
    private final ThemeColours colours = new ThemeColours(this::restyled);
    private final RestedRedraw redraw = new RestedRedraw(this, Duration.seconds(1), this::draw);

    LossCard(TrainModel model) {
        super("losses", "Losses over the epochs");
        this.model = model;
        curves = model.curves();
        weighted.setId("weighted");
        weighted.setTooltip(new Tooltip("Show the reconstruction losses as they count in the sum that is minimised"));
        weighted.selectedProperty().addListener((observed, before, now) -> relined());
        headerEnd(weighted);
        HBox legends = new HBox(trained, held);
        legends.getStyleClass().add("legends");
        HBox.setHgrow(trained, Priority.ALWAYS);
        HBox.setHgrow(held, Priority.ALWAYS);
        chart.setAccessibleText("Chart of the losses over the epochs");
        getChildren().addAll(colours, legends);
        fill(chart);
        curves.onChange(this::changed);
        curves.kept().addListener((ListChangeListener<KeptRun>) change -> relined());
        model.setupProperty().addListener((observed, before, now) -> {
            fitLegends();
            relined();
        });
        relined();
    }

    private void relined() {
        List<Line> lines = new ArrayList<>();
        double factor = factor(model.setupProperty().get());
        LineHistory<TrainingPoint> train = curves.trained();
        LineHistory<TrainingPoint> known = curves.held();
        lines.add(line("held", RunStyles.HELD_LOSS, known, TrainingPoint::heldOutCrossEntropy));
        lines.add(
                line("held r", RunStyles.HELD_RECONSTRUCTION, known, point -> factor * point.heldOutReconstruction()));
        for (KeptRun run : curves.kept()) {
            double own = factor(run.setup());
            lines.add(kept(
                    "",
                    run,
                    RunStyles.keptLoss(run.place()),
                    TrainingPoint::heldOutCrossEntropy,
                    TrainingPoint::crossEntropy));
            lines.add(kept(
                    " r",
                    run,
                    RunStyles.keptReconstruction(run.place()),
                    point -> own * point.heldOutReconstruction(),
                    point -> own * point.reconstruction()));
        }
        lines.add(line("train", RunStyles.TRAINED_LOSS, train, TrainingPoint::crossEntropy));
        lines.add(line("train r", RunStyles.TRAINED_RECONSTRUCTION, train, point -> factor * point.reconstruction()));
        chart.setLines(lines);
        changed();
    }

    /** The reconstruction has its rows only where a network reconstructs. */
    private void fitLegends() {
        TrainSetup setup = model.setupProperty().get();
        boolean reconstructs = setup == null || setup.preset().architecture().reconstructs();
        trained.showRow(1, reconstructs);
        held.showRow(1, reconstructs);
        weighted.setVisible(reconstructs);
    }

    private double factor(TrainSetup setup) {
        return setup != null && weighted.isSelected()
                ? setup.preset().training().lambda()
                : 1;
    }

    private static Line line(
            String name, LineStyle style, LineHistory<TrainingPoint> history, ToDoubleFunction<TrainingPoint> value) {
        return new Line(name, style, history.line(TrainingPoint::epochs, value));
    }

    /** The held-out images of an earlier run; its training images where none were held out. */
    static Line kept(
            String name,
            KeptRun run,
            LineStyle style,
            ToDoubleFunction<TrainingPoint> held,
            ToDoubleFunction<TrainingPoint> trained) {
        boolean validated = !run.held().isEmpty();
        List<TrainingPoint> points = validated ? run.held() : run.trained();
        return new Line(
                run.letter() + name, style, LinePoints.of(points, TrainingPoint::epochs, validated ? held : trained));
    }

    /** The colours of the theme, or the size of letters, have changed. */
    private void restyled() {
        redraw.requestAtOnce();
    }

    private void changed() {
        redraw.request();
    }

    private void draw() {
        double factor = factor(model.setupProperty().get());
        trained.show(
                newest(curves.trained(), TrainingPoint::crossEntropy, point -> factor * point.reconstruction()),
                colours);
        held.show(
                newest(
                        curves.held(),
                        TrainingPoint::heldOutCrossEntropy,
                        point -> factor * point.heldOutReconstruction()),
                colours);
        chart.draw(colours);
    }

    private static double[] newest(
            LineHistory<TrainingPoint> history,
            ToDoubleFunction<TrainingPoint> first,
            ToDoubleFunction<TrainingPoint> second) {
        return history.isEmpty()
                ? new double[0]
                : new double[] {first.applyAsDouble(history.last()), second.applyAsDouble(history.last())};
    }
}
