package org.penumbra.view.widget;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;

/**
 * Keeps the room of a scroll bar free, also while there is nothing to scroll: so nothing in the pane moves when the bar comes
 * or goes. While everything fits, the pane has the pseudo-class "fits", by which app.css hides the bar.
 */
public final class SteadyScroll {

    private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");

    private SteadyScroll() {}

    /**
     * Does so from now on; the pane has no bar in the other direction.
     *
     * @param direction in which the pane scrolls
     */
    public static void in(ScrollPane scroll, Orientation direction) {
        boolean down = direction == Orientation.VERTICAL;
        scroll.setVbarPolicy(down ? ScrollBarPolicy.ALWAYS : ScrollBarPolicy.NEVER);
        scroll.setHbarPolicy(down ? ScrollBarPolicy.NEVER : ScrollBarPolicy.ALWAYS);
        scroll.viewportBoundsProperty().addListener((observed, before, now) -> show(scroll, down));
        scroll.contentProperty().subscribe(content -> {
            if (content != null) {
                content.layoutBoundsProperty().addListener((observed, before, now) -> show(scroll, down));
            }
        });
        show(scroll, down);
    }

    private static void show(ScrollPane scroll, boolean down) {
        boolean fits = scroll.getContent() == null
                || (down
                        ? scroll.getContent().getLayoutBounds().getHeight()
                                <= scroll.getViewportBounds().getHeight()
                        : scroll.getContent().getLayoutBounds().getWidth()
                                <= scroll.getViewportBounds().getWidth());
        scroll.pseudoClassStateChanged(FITS, fits);
    }
}
