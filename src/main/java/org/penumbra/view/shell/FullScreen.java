package org.penumbra.view.shell;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/**
 * Lets a window fill the screen. Escape leaves it, but only where nothing nearer to the focus wants the key: a sheet, a
 * menu or a field that is left by it comes first.
 */
final class FullScreen {

    private final Stage stage;

    FullScreen(Stage stage, Scene scene) {
        this.stage = stage;
        // JavaFX would take Escape before anything else can, and cover the labs with a hint.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Fills the screen, or ends that. */
    void toggle() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE
                && stage.isFullScreen()
                && !event.isConsumed()
                && !(event.getTarget() instanceof TextInputControl)) {
            event.consume();
            stage.setFullScreen(false);
        }
    }
}
