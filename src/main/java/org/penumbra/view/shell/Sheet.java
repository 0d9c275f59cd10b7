package org.penumbra.view.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A sheet of paper over the dimmed window. Escape or a press beside it closes it. */
public class Sheet extends StackPane {

    private final Runnable close;

    /**
     * @param paper what lies in the middle
     * @param close takes the sheet away
     */
    protected Sheet(Region paper, Runnable close) {
        this.close = close;
        getStyleClass().add("cover");
        setFocusTraversable(true);
        paper.getStyleClass().add("paper");
        paper.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        getChildren().add(paper);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> close.run());
        // A filter: a text field would keep Escape for itself.
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Whether a key closes the sheet. */
    protected boolean closes(KeyCode code) {
        return code == KeyCode.ESCAPE;
    }

    private void pressed(KeyEvent event) {
        if (closes(event.getCode())) {
            event.consume();
            close.run();
        }
    }
}
