package org.penumbra.view.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.penumbra.confidence.Population;
import org.penumbra.view.draw.answer.DrawCard;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.answer.Tested;
import org.penumbra.view.widget.chart.Histogram;

/** Where the drawing lies: its error among the errors of images the selected model was tested with. */
final class ErrorsPane extends VBox {

    private static final List<String> ORDER = List.of(Population.TEST, Population.NOISE, Population.OTHER);

    private final DrawModel model;
    private final Label title = new Label();
    private final Label nothing = new Label();
    private final Histogram histogram =
            new Histogram("reconstruction error \u2016r(x) \u2212 x\u2016  (ink of a full pixel = 1)", "share");
    private final ChangeListener<Object> marks = (observed, before, now) -> mark();
    private final ChangeListener<Object> tests = (observed, before, now) -> show();
    private DrawCard shown;

    ErrorsPane(DrawModel model) {
        this.model = model;
        getStyleClass().addAll("card", "errors-pane");
        title.getStyleClass().add("section-title");
        nothing.getStyleClass().add("nothing");
        nothing.setWrapText(true);
        title.setWrapText(true);
        title.setMinSize(0, USE_PREF_SIZE);
        StackPane chart = new StackPane(histogram, nothing);
        setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(title, chart);
        model.selectedProperty().addListener((observed, before, now) -> select(now));
        model.settingsProperty().addListener((observed, before, now) -> mark());
        model.inputProperty().addListener((observed, before, now) -> mark());
        select(model.selectedProperty().get());
    }

    /** The chart. */
    Histogram histogram() {
        return histogram;
    }

    private void select(DrawCard card) {
        if (shown != null) {
            shown.answerProperty().removeListener(marks);
            shown.testedProperty().removeListener(tests);
            shown.modelProperty().removeListener(tests);
        }
        shown = card;
        if (card != null) {
            card.answerProperty().addListener(marks);
            card.testedProperty().addListener(tests);
            card.modelProperty().addListener(tests);
        }
        show();
    }

    private void show() {
        List<Histogram.Population> populations = populations();
        title.setText(
                shown == null
                        ? "Where this image lies"
                        : "Where this image lies for " + shown.entry().name());
        histogram.show(populations);
        histogram.setChartVisible(!populations.isEmpty());
        nothing.setVisible(populations.isEmpty());
        nothing.setText(why());
        mark();
    }

    private List<Histogram.Population> populations() {
        List<Histogram.Population> populations = new ArrayList<>();
        if (shown != null && shown.testedProperty().get() instanceof Tested.Known known) {
            for (String name : ORDER) {
                known.named(name)
                        .filter(one -> one.answers().errors().length > 0)
                        .ifPresent(one -> populations.add(new Histogram.Population(
                                one.title(), one.answers().errors())));
            }
        }
        return populations;
    }

    private String why() {
        if (shown == null) {
            return "";
        }
        if (shown.testedProperty().get() instanceof Tested.Waiting waiting) {
            return waiting.what();
        }
        if (shown.testedProperty().get() instanceof Tested.Missing missing) {
            return "There is nothing to hold the error against: " + missing.why() + ".";
        }
        return shown.entry().name() + " has no decoder, so there is no reconstruction error. Choose an autoencoder.";
    }

    private void mark() {
        boolean error = shown != null
                && shown.answerProperty().get() != null
                && !Double.isNaN(shown.answerProperty().get().error());
        histogram.mark(!error ? null : mark(shown.answerProperty().get().error(), "this image %.2f"));
        OptionalDouble limit = shown == null
                ? OptionalDouble.empty()
                : shown.errorLimit(model.settingsProperty().get());
        histogram.limit(limit.isPresent() ? mark(limit.getAsDouble(), "c\u0303 < \u03c4 from %.2f on") : null);
    }

    private static Histogram.Mark mark(double value, String label) {
        return new Histogram.Mark(value, String.format(Locale.ROOT, label, value));
    }
}
