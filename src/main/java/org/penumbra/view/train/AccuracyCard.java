package org.penumbra.view.train;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
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
import org.penumbra.view.widget.chart.LineReach;

/** The share of held-out images answered right over the epochs, of this run and of earlier ones. */
final class AccuracyCard extends TitledCard {

    private final RunCurves curves;
    private final LineChart chart = new LineChart(LineAxis.SHARE, LineReach.EPOCHS);
    private final LineLegend legend =
            new LineLegend(List.of(new LineLegend.Entry(TrainSymbols.ACCURACY, RunStyles.HELD_LOSS)));
    private final ThemeColours colours = new ThemeColours(this::restyled);
    private final RestedRedraw redraw = new RestedRedraw(this, Duration.seconds(1), this::draw);

    private int drawn;

    AccuracyCard(TrainModel model) {
        super("accuracy", "Accuracy over the epochs");
        curves = model.curves();
        chart.setAccessibleText("Chart of the accuracy over the epochs");
        getChildren().addAll(colours, legend);
        fill(chart);
        curves.onChange(this::grown);
        curves.kept().addListener((ListChangeListener<KeptRun>) change -> relined());
        relined();
    }

    private void relined() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                "accuracy",
                RunStyles.HELD_LOSS,
                curves.held().line(TrainingPoint::epochs, TrainingPoint::heldOutAccuracy)));
        for (KeptRun run : curves.kept()) {
            lines.add(LossCard.kept(
                    "", run, RunStyles.keptLoss(run.place()), TrainingPoint::heldOutAccuracy, point -> Double.NaN));
        }
        chart.setLines(lines);
        changed();
    }

    /** The held-out images are asked far less often than there are points. */
    private void grown() {
        if (curves.held().all().size() != drawn) {
            changed();
        }
    }

    /** The colours of the theme, or the size of letters, have changed. */
    private void restyled() {
        redraw.requestAtOnce();
    }

    private void changed() {
        redraw.request();
    }

    private void draw() {
        LineHistory<TrainingPoint> held = curves.held();
        drawn = held.all().size();
        legend.show(held.isEmpty() ? new double[0] : new double[] {held.last().heldOutAccuracy()}, colours);
        chart.draw(colours);
    }
}
