package org.penumbra.view.widget;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/**
 * Scrolls to whatever the keyboard gives the focus to, and a little farther. A scroll pane scrolls by itself too, but only
 * until the control touches its edge, where the ring around the control is cut off.
 */
public final class FocusInSight {

    /** Beside the control, px. */
    private static final double MARGIN = 12;

    private FocusInSight() {}

    /** Does so from now on for all scroll panes of a scene. */
    public static void in(Scene scene) {
        scene.focusOwnerProperty().addListener((observed, before, now) -> {
            // Under the mouse nothing may move.
            if (now != null && now.isFocusVisible()) {
                reveal(now);
            }
        });
    }

    private static void reveal(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane scroll && scroll.getContent() != null) {
                reveal(node, scroll);
            }
        }
    }

    private static void reveal(Node node, ScrollPane scroll) {
        Bounds whole = scroll.getContent().getLayoutBounds();
        Bounds seen = scroll.getViewportBounds();
        Bounds wanted = scroll.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        scroll.setVvalue(
                value(scroll.getVvalue(), whole.getHeight(), seen.getHeight(), wanted.getMinY(), wanted.getMaxY()));
        scroll.setHvalue(
                value(scroll.getHvalue(), whole.getWidth(), seen.getWidth(), wanted.getMinX(), wanted.getMaxX()));
    }

    /**
     * How far to scroll.
     *
     * @param value how far it is scrolled now, 0 to 1
     * @param whole length of what scrolls, px
     * @param seen  length of what is to be seen of it at a time, px
     * @param from  where begins what is wanted, px from the start of the whole
     * @param to    where it ends; its start is shown where there is no room for both
     */
    static double value(double value, double whole, double seen, double from, double to) {
        double hidden = whole - seen;
        if (hidden <= 0) {
            return value;
        }
        double at = value * hidden;
        double least = Math.min(whole, to + MARGIN) - seen;
        double most = Math.max(0, from - MARGIN);
        return Math.min(Math.max(at, least), most) / hidden;
    }
}
