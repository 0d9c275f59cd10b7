package org.penumbra.view.rings.compare;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.confidence.Verdict;
import org.penumbra.data.Position;
import org.penumbra.detector.Description;
import org.penumbra.detector.openmax.FittedOpenMax;
import org.penumbra.detector.openmax.Revision;
import org.penumbra.detector.tail.WeibullTail;
import org.penumbra.live.rings.compare.ComparedFrame;
import org.penumbra.live.rings.compare.Side;
import org.penumbra.view.widget.PulseRedraw;
import org.penumbra.view.widget.WidgetStyles;
import org.penumbra.words.ReasonWords;
import org.penumbra.words.VerdictWords;

/** What the detectors that are compared say of the place under the pointer, and why. It is there while anything is compared. */
public final class ComparedCard extends VBox {

    /** Where nearly all of a tail is nearer. */
    private static final double RISEN = 0.99;

    private final CompareModel model;
    private final ObservableValue<Position> pointer;
    private final Map<Side, Words> words = new EnumMap<>(Side.class);
    private final PulseRedraw pulse = new PulseRedraw(this, PulseRedraw.Moment.BEFORE_LAYOUT, this::show);

    /** What one detector says. */
    private static final class Words extends VBox {

        private final Label name = new Label();
        private final Label acceptance = new Label();
        private final Label detail = new Label();
        private final TailChart tail = new TailChart();

        Words(String id) {
            getStyleClass().add("compared-side");
            name.getStyleClass().add("name");
            name.setMinWidth(USE_PREF_SIZE);
            acceptance.getStyleClass().add("acceptance");
            acceptance.setId("compared-" + id + "-acceptance");
            acceptance.setMinWidth(USE_PREF_SIZE);
            detail.getStyleClass().add("detail");
            detail.setId("compared-" + id);
            detail.setWrapText(true);
            detail.setMinHeight(USE_PREF_SIZE);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox header = new HBox(name, space, acceptance);
            header.getStyleClass().add("header");
            getChildren().addAll(header, detail, tail);
            managedProperty().bind(visibleProperty());
        }

        void show(Description about, String number, String text) {
            name.setText(CompareSymbols.title(about));
            acceptance.setText(number);
            detail.setText(text);
            tail.setVisible(false);
        }

        /** OpenMax: how far the activations of the place are from those of its class, in the tail of that class. */
        void show(FittedOpenMax openMax, PointedPlace pointed) {
            Revision revision = openMax.revision(pointed.evidence(), 0);
            int likeliest = revision.likeliest();
            WeibullTail known = openMax.model().classes().get(likeliest).tail();
            tail.show("class " + likeliest, known::beyond, known.at(RISEN), revision.distances()[likeliest]);
        }
    }

    /** @param pointer the place, data units; null for none */
    public ComparedCard(CompareModel model, ObservableValue<Position> pointer) {
        this.model = model;
        this.pointer = pointer;
        getStyleClass().add("compared-card");
        WidgetStyles.apply(this);
        managedProperty().bind(visibleProperty());
        for (Side side : Side.values()) {
            Words own = new Words(side.name().toLowerCase(Locale.ROOT));
            words.put(side, own);
            getChildren().add(own);
            model.detectorProperty(side).addListener((observed, before, now) -> changed());
            model.frameProperty(side).addListener((observed, before, now) -> pulse.request());
        }
        pointer.addListener((observed, before, now) -> pulse.request());
        show();
    }

    /** Whether it is there decides about the layout of others, so that is told at once; the rest waits for the pulse. */
    private void changed() {
        setVisible(model.isOn());
        pulse.request();
    }

    private void show() {
        setVisible(model.isOn());
        words.forEach((side, own) -> {
            Optional<Description> about = model.about(side);
            own.setVisible(about.isPresent());
            about.ifPresent(shown -> show(own, shown, model.present(side)));
        });
    }

    private void show(Words own, Description about, Optional<ComparedFrame> frame) {
        if (frame.isEmpty()) {
            own.show(about, "", "It is being fitted.");
            return;
        }
        if (!frame.get().problem().isEmpty()) {
            own.show(about, "", frame.get().problem());
            return;
        }
        Optional<PointedPlace> pointed = PointedPlace.of(frame.get(), pointer.getValue());
        if (pointed.isEmpty()) {
            own.show(about, "", CompareSymbols.sentence(about.meaning()));
            return;
        }
        Verdict verdict = pointed.get().verdict();
        ReasonWords reasons = ReasonWords.ofPoints(pointed.get().evidence().classes());
        own.show(
                about,
                number(verdict.score()) + (verdict.known() ? " \u2265 " : " < ") + number(verdict.tau()),
                new VerdictWords(verdict).answer() + ": "
                        + reasons.why(pointed.get().reason(), verdict) + ".");
        if (pointed.get().fitted() instanceof FittedOpenMax openMax) {
            own.show(openMax, pointed.get());
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
