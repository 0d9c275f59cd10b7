package org.penumbra.view.shell.key;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/**
 * Hears every key of a scene before its controls do. So Space plays even while a button has the focus, and the button
 * does not fire too; Enter presses the focused button instead. Text fields keep what can be typed, and Escape leaves
 * them.
 */
public final class ShortcutKeys {

    private final Supplier<List<Shortcut>> shortcuts;
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);
    private boolean resting;

    /** @param shortcuts asked at every key, so they may change with the open lab */
    public ShortcutKeys(Scene scene, Supplier<List<Shortcut>> shortcuts) {
        this.shortcuts = shortcuts;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> held.remove(event.getCode()));
        // A key let go of over another window is never heard here.
        scene.windowProperty().flatMap(Window::focusedProperty).addListener((observed, before, now) -> held.clear());
    }

    /** While resting, all keys but those that always work go where they would go without this: something modal lies over the scene. */
    public void setResting(boolean rest) {
        resting = rest;
    }

    private void pressed(KeyEvent event) {
        if (!(event.getSource() instanceof Scene scene)) {
            return;
        }
        Node focus = scene.getFocusOwner();
        Optional<Shortcut> meant = shortcuts.get().stream()
                .filter(shortcut -> shortcut.always() || !resting)
                .filter(shortcut -> shortcut.keys().stream().anyMatch(keys -> keys.match(event)))
                .findFirst();
        if (meant.isPresent() && !belongsTo(focus, event)) {
            event.consume();
            if (held.add(event.getCode()) || meant.get().repeats()) {
                meant.get().action().run();
            }
        } else if (resting) {
            return;
        } else if (event.getCode() == KeyCode.ENTER && focus instanceof ButtonBase button && plain(event)) {
            event.consume();
            button.fire();
        } else if (event.getCode() == KeyCode.ESCAPE && focus instanceof TextInputControl && !event.isConsumed()) {
            scene.getRoot().requestFocus();
        }
    }

    /** Whether the control that has the focus needs this key itself. */
    private static boolean belongsTo(Node focus, KeyEvent event) {
        if (focus instanceof TextInputControl) {
            return plain(event) && !event.getCode().isFunctionKey();
        }
        boolean indifferent = focus == null || focus.getParent() == null || focus instanceof Button;
        return !indifferent && event.getCode().isArrowKey();
    }

    private static boolean plain(KeyEvent event) {
        return !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown() && !event.isMetaDown();
    }
}
