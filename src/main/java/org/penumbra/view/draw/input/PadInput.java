package org.penumbra.view.draw.input;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.scene.input.TransferMode;
import org.penumbra.data.Position;
import org.penumbra.view.widget.PulseRedraw;

/**
 * What mouse, pen, fingers, keys and dropped files do to the pad. Mouse and pen report more often than the screen is drawn:
 * where they were is collected, and becomes one new image a pulse.
 */
final class PadInput {

    private static final int NOBODY = -1;
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final List<KeyCombination> REDO = List.of(
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
            new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN));

    private final InkPad pad;
    private final InputModel model;
    private final PictureInput pictures;
    private final List<Position> collected = new ArrayList<>();
    private final PulseRedraw take;
    private final KeyPen keys;
    private final LargePicture large;
    private int finger = NOBODY;
    /** Which button draws or erases; null while none does. */
    private MouseButton held;

    PadInput(InkPad pad, InputModel model, PictureInput pictures, LargePicture large) {
        this.pad = pad;
        this.model = model;
        this.pictures = pictures;
        this.large = large;
        keys = new KeyPen(pad, model);
        take = new PulseRedraw(pad, PulseRedraw.Moment.BEFORE_LAYOUT, this::hand);
        pad.addEventHandler(MouseEvent.ANY, this::mouse);
        pad.addEventHandler(TouchEvent.ANY, this::touch);
        pad.addEventHandler(ScrollEvent.ANY, this::scroll);
        pad.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        pad.addEventHandler(DragEvent.ANY, this::drag);
        pad.focusedProperty().addListener((observed, before, now) -> {
            if (!now) {
                keys.leave();
            }
        });
    }

    private void mouse(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            // A scroll pane around the pad would take the focus.
            event.consume();
        }
        // Fingers are heard as fingers; the mouse events made from them would draw everything twice.
        if (event.isSynthesized()) {
            return;
        }
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED && held == null && finger == NOBODY && touches(event)) {
            press(event);
        } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED && held != null) {
            to(event.getX(), event.getY());
        } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED && event.getButton() == held) {
            held = null;
            up(event.getX(), event.getY());
        }
        if (event.getEventType() == MouseEvent.MOUSE_EXITED
                || large.judgedProperty().get()) {
            pad.hideBrush();
        } else if (event.getEventType() == MouseEvent.MOUSE_MOVED || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            pad.showBrush(event.getX(), event.getY(), erases(held));
        }
    }

    private static boolean touches(MouseEvent event) {
        return event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.SECONDARY;
    }

    private boolean erases(MouseButton button) {
        return button == MouseButton.SECONDARY || model.erasingProperty().get();
    }

    private void press(MouseEvent event) {
        if (large.judgedProperty().get()) {
            large.swap();
            return;
        }
        held = event.getButton();
        down(event.getX(), event.getY(), erases(held));
    }

    /** The first finger draws; others wait until it is lifted. */
    private void touch(TouchEvent event) {
        TouchPoint point = event.getTouchPoint();
        if (event.getEventType() == TouchEvent.TOUCH_PRESSED
                && large.judgedProperty().get()) {
            large.swap();
        } else if (event.getEventType() == TouchEvent.TOUCH_PRESSED && finger == NOBODY && held == null) {
            finger = point.getId();
            pad.hideBrush();
            down(point.getX(), point.getY(), model.erasingProperty().get());
        } else if (event.getEventType() == TouchEvent.TOUCH_MOVED && point.getId() == finger) {
            to(point.getX(), point.getY());
        } else if (event.getEventType() == TouchEvent.TOUCH_RELEASED && point.getId() == finger) {
            finger = NOBODY;
            up(point.getX(), point.getY());
        }
        event.consume();
    }

    /** A finger on the pad draws and does not also scroll what the pad lies in; a wheel does. */
    private void scroll(ScrollEvent event) {
        if (event.isDirect() || event.getTouchCount() > 0 || finger != NOBODY) {
            event.consume();
        }
    }

    private void down(double x, double y, boolean erases) {
        pad.requestFocus();
        collected.clear();
        model.penDown(new Pen(pad.place(x, y), pad.pixel(), erases));
    }

    private void to(double x, double y) {
        collected.add(pad.place(x, y));
        take.request();
    }

    private void up(double x, double y) {
        collected.add(pad.place(x, y));
        hand();
        model.penUp();
    }

    /** Hands over where the pen was since the last pulse. */
    private void hand() {
        if (!collected.isEmpty()) {
            model.penTo(List.copyOf(collected));
            collected.clear();
        }
    }

    private void key(KeyEvent event) {
        boolean known = true;
        if (UNDO.match(event)) {
            model.undo();
        } else if (REDO.stream().anyMatch(keys -> keys.match(event))) {
            model.redo();
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            model.clear();
        } else {
            known = !large.judgedProperty().get() && keys.take(event);
        }
        if (known) {
            event.consume();
        }
    }

    private void drag(DragEvent event) {
        boolean could = PictureInput.takes(event.getDragboard());
        if (event.getEventType() == DragEvent.DRAG_OVER && could) {
            event.acceptTransferModes(TransferMode.COPY);
            pad.setDropping(true);
            event.consume();
        } else if (event.getEventType() == DragEvent.DRAG_EXITED) {
            pad.setDropping(false);
        } else if (event.getEventType() == DragEvent.DRAG_DROPPED && could) {
            pictures.take(event.getDragboard());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
