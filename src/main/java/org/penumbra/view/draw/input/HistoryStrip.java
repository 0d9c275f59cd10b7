package org.penumbra.view.draw.input;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The inputs that were tried, the newest above; a click returns to one. An input counts as tried when it was chosen, or when
 * nothing has changed about it for a second.
 */
final class HistoryStrip extends VBox {

    private static final Duration REST = Duration.seconds(1);

    private final InputModel model;
    private final VBox cells = new VBox();
    private final ScrollPane scroll = new ScrollPane(cells);
    private final PauseTransition rest = new PauseTransition(REST);

    HistoryStrip(InputModel model) {
        this.model = model;
        getStyleClass().add("history-strip");
        setId("history");
        Label title = new Label("Tried");
        title.getStyleClass().add("section-title");
        cells.getStyleClass().add("cells");
        Label none = new Label("What you try is kept here, to come back to.");
        none.getStyleClass().add("hint");
        none.setWrapText(true);
        none.visibleProperty().bind(Bindings.isEmpty(model.history().entries()));
        none.managedProperty().bind(none.visibleProperty());
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        setVgrow(scroll, Priority.ALWAYS);
        scroll.visibleProperty().bind(none.visibleProperty().not());
        scroll.managedProperty().bind(scroll.visibleProperty());
        getChildren().addAll(title, none, scroll);
        model.history().entries().addListener(this::changed);
        model.shownFitProperty().addListener((observed, before, now) -> cells().forEach(cell -> cell.show(now)));
        rest.setOnFinished(event -> rested());
        model.inputProperty().addListener((observed, before, now) -> {
            rest.playFromStart();
            cells().forEach(cell -> cell.follow(now));
        });
    }

    private List<HistoryCell> cells() {
        return cells.getChildren().stream().map(HistoryCell.class::cast).toList();
    }

    private void rested() {
        if (model.isPenDown()) {
            rest.playFromStart();
        } else {
            model.rest();
        }
    }

    private void changed(ListChangeListener.Change<? extends HistoryEntry> change) {
        while (change.next()) {
            boolean focused =
                    cells.getChildren().subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).stream()
                            .anyMatch(Node::isFocused);
            cells.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            for (int i = change.getFrom(); i < change.getTo(); i++) {
                cells.getChildren().add(i, cell(change.getList().get(i)));
            }
            if (focused && !cells.getChildren().isEmpty()) {
                cells.getChildren()
                        .get(Math.min(change.getFrom(), cells.getChildren().size() - 1))
                        .requestFocus();
            }
            if (change.wasAdded()) {
                scroll.setVvalue(0);
            }
        }
    }

    private HistoryCell cell(HistoryEntry entry) {
        HistoryCell cell = new HistoryCell(model, entry);
        cell.follow(model.inputProperty().get());
        cell.focusedProperty().addListener((observed, before, now) -> {
            if (now) {
                reveal(cell);
            }
        });
        return cell;
    }

    private void reveal(HistoryCell cell) {
        Bounds place = cell.getBoundsInParent();
        double seen = scroll.getViewportBounds().getHeight();
        double beyond = cells.getHeight() - seen;
        double from = scroll.getVvalue() * beyond;
        if (beyond > 0 && place.getMinY() < from) {
            scroll.setVvalue(place.getMinY() / beyond);
        } else if (beyond > 0 && place.getMaxY() > from + seen) {
            scroll.setVvalue((place.getMaxY() - seen) / beyond);
        }
    }
}
