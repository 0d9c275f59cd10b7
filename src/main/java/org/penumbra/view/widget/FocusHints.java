package org.penumbra.view.widget;

import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * Shows the tooltip of a control without words once the keyboard has rested on it, as it is shown to the mouse: what an icon
 * means stands nowhere else. Any key and any press take it away.
 */
public final class FocusHints {

    private static final Duration REST = Duration.millis(600);
    /** Between the control and the words below it, px. */
    private static final double GAP = 6;

    private final Scene scene;
    private final PauseTransition rest = new PauseTransition(REST);
    private Tooltip shown;

    private FocusHints(Scene scene) {
        this.scene = scene;
        rest.setOnFinished(event -> show());
        scene.focusOwnerProperty().addListener((observed, before, now) -> moved(now));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> hide());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> hide());
    }

    /** Does so from now on for all controls of a scene. */
    public static void in(Scene scene) {
        new FocusHints(scene);
    }

    private void moved(Node now) {
        hide();
        if (now instanceof Labeled control && control.isFocusVisible() && isWordless(control)) {
            rest.playFromStart();
        }
    }

    private static boolean isWordless(Labeled control) {
        return control.getText() == null
                || control.getText().isBlank()
                || control.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY;
    }

    private void show() {
        if (!(scene.getFocusOwner() instanceof Control control) || control.getTooltip() == null) {
            return;
        }
        Bounds place = control.localToScreen(control.getLayoutBounds());
        if (place != null) {
            shown = control.getTooltip();
            shown.show(control, place.getMinX(), place.getMaxY() + GAP);
        }
    }

    private void hide() {
        rest.stop();
        if (shown != null) {
            shown.hide();
            shown = null;
        }
    }
}
