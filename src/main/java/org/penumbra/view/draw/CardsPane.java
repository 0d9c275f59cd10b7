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

    /** Room below the cards for a scroll bar, px. */
    private static final double BAR = 12;

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

    /** Width of the narrowest card. */
    double leastWidth() {
        return row.getChildren().isEmpty() ? 0 : row.getChildren().get(0).minWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.ceil(row.minHeight(-1)) + BAR;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(row.prefHeight(-1)) + BAR;
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
        boolean added = !before.isEmpty() && now.size() > before.size();
        row.getChildren().setAll(now);
        if (added) {
            reveal(cards().get(now.size() - 1));
        }
    }

    /** Scrolls as little as it takes to see all of a card. */
    void reveal(CardView card) {
        // Its place is known once all have theirs.
        applyCss();
        layout();
        double seen = getViewportBounds().getWidth();
        double beyond = row.getWidth() - seen;
        double from = getHvalue() * beyond;
        if (beyond > 0 && card.getLayoutX() < from) {
            setHvalue(card.getLayoutX() / beyond);
        } else if (beyond > 0 && card.getLayoutX() + card.getWidth() > from + seen) {
            setHvalue((card.getLayoutX() + card.getWidth() - seen) / beyond);
        }
    }

    private CardView made(DrawCard card) {
        CardView view = new CardView(card, model, actions, openData);
        HBox.setHgrow(view, Priority.ALWAYS);
        return view;
    }
}
