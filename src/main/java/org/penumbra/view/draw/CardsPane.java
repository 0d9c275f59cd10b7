package org.penumbra.view.draw;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.penumbra.data.image.KnownImages;
import org.penumbra.view.draw.answer.DrawCard;
import org.penumbra.view.draw.answer.DrawModel;

/** The cards side by side, all of one width; where there are too many for the room they scroll. */
final class CardsPane extends ScrollPane {

    private final DrawModel model;
    private final DrawActions actions;
    private final Consumer<Optional<KnownImages>> openData;
    private final HBox row = new HBox();

    CardsPane(DrawModel model, DrawActions actions, Consumer<Optional<KnownImages>> openData) {
        this.model = model;
        this.actions = actions;
        this.openData = openData;
        getStyleClass().add("cards-pane");
        row.getStyleClass().add("cards");
        setContent(row);
        setFitToWidth(true);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        model.cards().addListener((ListChangeListener<DrawCard>) change -> show());
        show();
    }

    /** The cards from left to right. */
    List<CardView> cards() {
        return row.getChildren().stream().map(CardView.class::cast).toList();
    }

    /** Keeps the views of cards that stay. */
    private void show() {
        List<CardView> before = cards();
        List<Node> now = model.cards().stream()
                .<Node>map(card -> before.stream()
                        .filter(view -> view.card() == card)
                        .findFirst()
                        .orElseGet(() -> made(card)))
                .toList();
        row.getChildren().setAll(now);
    }

    private CardView made(DrawCard card) {
        CardView view = new CardView(card, model, actions, openData);
        HBox.setHgrow(view, Priority.ALWAYS);
        return view;
    }
}
