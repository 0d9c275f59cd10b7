package org.penumbra.view.widget;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Brings a part of the window into sight. */
public final class Scrolling {

    private Scrolling() {}

    /** Scrolls all panes around a node so that it is seen, or its beginning where it is larger than the pane. */
    public static void reveal(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane && pane.getContent() != null) {
                reveal(node, pane);
            }
        }
    }

    private static void reveal(Node node, ScrollPane pane) {
        Node content = pane.getContent();
        Bounds whole = content.getLayoutBounds();
        Bounds view = pane.getViewportBounds();
        Bounds wanted = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        pane.setVvalue(value(
                pane.getVvalue(),
                view.getHeight(),
                whole.getHeight(),
                wanted.getMinY() - whole.getMinY(),
                wanted.getHeight()));
        pane.setHvalue(value(
                pane.getHvalue(),
                view.getWidth(),
                whole.getWidth(),
                wanted.getMinX() - whole.getMinX(),
                wanted.getWidth()));
    }

    /** What the bar stands at, 0 to 1, when the wanted part is seen; as it stands where it is seen already. */
    static double value(double now, double view, double whole, double start, double length) {
        double room = whole - view;
        if (room <= 0) {
            return now;
        }
        double first = now * room;
        boolean fromStart = length >= view || start < first;
        double next = fromStart ? start : Math.max(first, start + length - view);
        return Math.max(0, Math.min(1, next / room));
    }
}
