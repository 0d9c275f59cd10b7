package org.penumbra.view.lab;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;

/** Scrolls a column so that a section which was unfolded is seen: all of it, or where it is higher than the column, its top. */
final class FoldInSight {

    private final ScrollPane scroll;
    private final Region sections;

    /** @param sections what scrolls */
    FoldInSight(ScrollPane scroll, Region sections) {
        this.scroll = scroll;
        this.sections = sections;
    }

    /** Does so for a section from now on. */
    void follow(TitledPane fold) {
        fold.expandedProperty().addListener((observed, before, unfolded) -> {
            if (unfolded) {
                // What it holds has to be laid out before it is known how high it is.
                Platform.runLater(() -> reveal(fold));
            }
        });
    }

    private void reveal(TitledPane fold) {
        if (fold.getScene() == null || !fold.isExpanded()) {
            return;
        }
        scroll.applyCss();
        scroll.layout();
        Bounds place = sections.sceneToLocal(fold.localToScene(fold.getLayoutBounds()));
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = sections.getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        double wanted = Math.min(place.getMinY(), Math.max(top, place.getMaxY() - seen));
        scroll.setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
    }
}
