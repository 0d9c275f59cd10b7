package org.penumbra.view.draw.detector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.penumbra.data.image.KnownImages;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.board.DetectorBoard;
import org.penumbra.view.draw.board.DetectorCard;
import org.penumbra.view.draw.board.KnownPictures;

/** The cards of the detectors side by side, all of one width; where there are too many for the room they scroll. */
public final class DetectorsPane extends ScrollPane {

    /** Room below the cards for a scroll bar, px. */
    private static final double BAR = 12;

    private final DetectorBoard board;
    private final DrawModel model;
    private final KnownPictures training;
    private final Consumer<Optional<KnownImages>> openData;
    private final HBox row = new HBox();

    /** @param openData opens the sheet of image data at a data set */
    public DetectorsPane(
            DetectorBoard board, DrawModel model, KnownPictures training, Consumer<Optional<KnownImages>> openData) {
        this.board = board;
        this.model = model;
        this.training = training;
        this.openData = openData;
        getStyleClass().addAll("cards-pane", "detectors-pane");
        row.getStyleClass().add("cards");
        setContent(row);
        setFitToWidth(true);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        board.cards().addListener((ListChangeListener<DetectorCard>) change -> show());
        show();
    }

    /** The cards from left to right. */
    public List<DetectorCardView> cards() {
        return row.getChildren().stream().map(DetectorCardView.class::cast).toList();
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.ceil(row.minHeight(-1)) + BAR;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(row.prefHeight(-1)) + BAR;
    }

    /** Scrolls as little as it takes to see all of a card, counted from 0 at the left. */
    public void reveal(int at) {
        // Its place is known once all have theirs.
        applyCss();
        layout();
        DetectorCardView card = cards().get(at);
        double seen = getViewportBounds().getWidth();
        double beyond = row.getWidth() - seen;
        double from = getHvalue() * beyond;
        if (beyond > 0 && card.getLayoutX() < from) {
            setHvalue(card.getLayoutX() / beyond);
        } else if (beyond > 0 && card.getLayoutX() + card.getWidth() > from + seen) {
            setHvalue((card.getLayoutX() + card.getWidth() - seen) / beyond);
        }
    }

    /** Keeps the views of cards that stay. */
    private void show() {
        List<DetectorCardView> before = cards();
        row.getChildren()
                .setAll(board.cards().stream()
                        .<Node>map(card -> before.stream()
                                .filter(view -> view.card() == card)
                                .findFirst()
                                .orElseGet(() -> made(card)))
                        .toList());
    }

    private DetectorCardView made(DetectorCard card) {
        DetectorCardView view = new DetectorCardView(card, board, model, training, openData);
        HBox.setHgrow(view, Priority.ALWAYS);
        return view;
    }
}
