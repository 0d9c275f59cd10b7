package org.penumbra.view.draw.input;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.penumbra.data.Position;

/** Draws without a mouse: arrows move the pen over the pad, Space puts it down and lifts it. */
final class KeyPen {

    /** How far an arrow moves the pen, pad units; with Shift by less. */
    private static final double STEP = 5;

    private static final double FINE_STEP = 1;

    private final InkPad pad;
    private final InputModel model;
    private Position place = new Position(InputModel.PAD / 2, InputModel.PAD / 2);
    private boolean down;

    KeyPen(InkPad pad, InputModel model) {
        this.pad = pad;
        this.model = model;
    }

    /** Does what a key says; whether it says anything. */
    boolean take(KeyEvent event) {
        double step = event.isShiftDown() ? FINE_STEP : STEP;
        KeyCode code = event.getCode();
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        if (code == KeyCode.SPACE) {
            putDown(!isDown());
        } else if (code.isArrowKey()) {
            double x = code == KeyCode.LEFT ? -step : code == KeyCode.RIGHT ? step : 0;
            double y = code == KeyCode.UP ? -step : code == KeyCode.DOWN ? step : 0;
            move(x, y);
        } else {
            return false;
        }
        return true;
    }

    /** Lifts the pen: the pad has lost the focus. */
    void leave() {
        if (isDown()) {
            putDown(false);
        }
        pad.hideBrush();
    }

    /** A stroke that was ended otherwise, by undo or by the mouse, has lifted the pen. */
    private boolean isDown() {
        return down && model.isPenDown();
    }

    private void putDown(boolean drawing) {
        if (drawing) {
            model.penDown(new Pen(place, 0, model.erasingProperty().get()));
        } else {
            model.penUp();
        }
        down = drawing;
        pad.showBrush(place);
    }

    private void move(double x, double y) {
        place = pad.inside(new Position(place.x() + x, place.y() + y));
        if (isDown()) {
            model.penTo(List.of(place));
        }
        pad.showBrush(place);
    }
}
