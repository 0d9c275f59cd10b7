package org.penumbra.view.draw;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.data.image.KnownImages;
import org.penumbra.live.draw.ModelAnswer;
import org.penumbra.net.image.ImageModel;
import org.penumbra.view.draw.answer.CardReading;
import org.penumbra.view.draw.answer.DrawCard;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.lab.ModelMenu;
import org.penumbra.view.widget.ScoreBars;
import org.penumbra.view.widget.symbol.PaperSymbols;
import org.penumbra.view.widget.symbol.SymbolButton;

/** All that one model says of the image: verdict, bars, reconstruction, numbers. A press, or the focus in it, selects it. */
final class CardView extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final DrawCard card;
    private final DrawModel model;
    private final VerdictBanner verdict;
    private final ScoreBars bars = new ScoreBars();
    private final CardPictures pictures;
    private final CardNumbers numbers;
    private final CardAcceptance acceptance;

    /**
     * @param actions  opens files
     * @param openData opens the sheet of image data
     */
    CardView(DrawCard card, DrawModel model, DrawActions actions, Consumer<Optional<KnownImages>> openData) {
        this.card = card;
        this.model = model;
        verdict = new VerdictBanner(card);
        pictures = new CardPictures(card);
        numbers = new CardNumbers(card);
        acceptance = new CardAcceptance(card, model, openData);
        getStyleClass().addAll("card", "card-view");
        setId("card-" + card.entry().name());
        VBox.setVgrow(bars, Priority.ALWAYS);
        VBox.setVgrow(pictures, Priority.ALWAYS);
        VBox scores = new VBox(legend(), bars);
        scores.getStyleClass().add("card-scores");
        VBox seen = new VBox(pictures, numbers);
        seen.getStyleClass().add("card-seen");
        HBox body = new HBox(scores, seen);
        body.getStyleClass().add("card-body");
        HBox.setHgrow(scores, Priority.ALWAYS);
        HBox.setHgrow(seen, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header(actions), verdict, body, acceptance);
        addEventFilter(
                MouseEvent.MOUSE_PRESSED, event -> model.selectedProperty().set(card));
        focusWithinProperty().addListener((observed, before, now) -> selectIf(now));
        model.selectedProperty().addListener((observed, before, now) -> showSelected());
        card.answerProperty().addListener((observed, before, now) -> showBars());
        card.readingProperty().addListener((observed, before, now) -> showBars());
        card.modelProperty().addListener((observed, before, now) -> showBars());
        showSelected();
        showBars();
    }

    /** Who has no mouse selects a card by going into it. */
    private void selectIf(boolean entered) {
        if (entered) {
            model.selectedProperty().set(card);
        }
    }

    DrawCard card() {
        return card;
    }

    VerdictBanner verdict() {
        return verdict;
    }

    ScoreBars bars() {
        return bars;
    }

    CardPictures pictures() {
        return pictures;
    }

    CardNumbers numbers() {
        return numbers;
    }

    CardAcceptance acceptance() {
        return acceptance;
    }

    private ModelMenu header(DrawActions actions) {
        MenuItem remove = new MenuItem("Remove this card");
        remove.setId("card-remove");
        remove.setOnAction(event -> model.remove(card));
        ModelMenu menu = new ModelMenu(
                card.entry().name(),
                model::others,
                entry -> model.exchange(card, entry),
                () -> actions.openModel(entry -> model.exchange(card, entry)),
                remove);
        menu.getStyleClass().add("card-name");
        menu.setMaxWidth(Double.MAX_VALUE);
        Tooltip meaning = new Tooltip();
        meaning.textProperty()
                .bind(card.modelProperty()
                        .map(
                                model -> "The image is "
                                        + model.trainingImages().fit().words()
                                        + " for this model, as it was trained. Here you choose another model in its place, or none")
                        .orElse("Another model in this place, or none"));
        menu.setTooltip(meaning);
        return menu;
    }

    private static HBox legend() {
        HBox legend = new HBox(
                swatch("hollow"),
                new SymbolButton(PaperSymbols.Y, null),
                swatch("solid"),
                new SymbolButton(PaperSymbols.SCALED, null),
                space(),
                swatch("dashes"),
                new SymbolButton(DrawSymbols.TAU, null),
                space(),
                new Label("%"));
        legend.getStyleClass().add("bars-legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        return legend;
    }

    private static Region swatch(String style) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("bar-swatch", style);
        return swatch;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private void showSelected() {
        pseudoClassStateChanged(SELECTED, model.selectedProperty().get() == card);
    }

    private void showBars() {
        ImageModel known = card.modelProperty().get();
        ModelAnswer answer = card.answerProperty().get();
        CardReading reading = card.readingProperty().get();
        List<String> classes = known == null ? List.of() : known.classes();
        if (answer == null) {
            bars.clear(classes);
        } else {
            bars.show(
                    classes,
                    answer.scores(),
                    reading == null ? Double.NaN : reading.verdict().confidence(),
                    model.settingsProperty().get().tau());
        }
    }
}
