package org.penumbra.view.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.penumbra.view.shell.message.Messages;

/**
 * What lies over a window: a sheet or the tour, one at a time, below the messages. As long as it lies there the focus
 * stays on it and on the messages: Tab goes round, and Enter presses the focused button.
 */
public final class Sheets {

    private final StackPane root;
    private final Messages messages;
    private final Consumer<Boolean> covered;
    private Node cover;

    /**
     * @param root     of the window's scene; the messages are its last child
     * @param messages stay above whatever is shown
     * @param covered  told whether something lies over the window
     */
    Sheets(StackPane root, Messages messages, Consumer<Boolean> covered) {
        this.root = root;
        this.messages = messages;
        this.covered = covered;
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::unused);
        root.sceneProperty()
                .flatMap(scene -> scene.focusOwnerProperty())
                .addListener((observed, before, now) -> keep(now));
    }

    /** Lays something over the window, in place of what lay there, and gives it the focus. */
    public void show(Node next) {
        root.getChildren().remove(cover);
        cover = next;
        covered.accept(true);
        root.getChildren().add(root.getChildren().indexOf(messages), cover);
        cover.requestFocus();
    }

    /** Takes away what lies over the window, if anything does. */
    public void leave() {
        root.getChildren().remove(cover);
        cover = null;
        covered.accept(false);
        root.requestFocus();
    }

    /** The focus came to something that cannot be seen well: back. */
    private void keep(Node focus) {
        if (cover != null && focus != null && !isWithin(focus, cover) && !isWithin(focus, messages)) {
            cover.requestFocus();
        }
    }

    private void pressed(KeyEvent event) {
        Node focus = root.getScene().getFocusOwner();
        if (cover == null) {
            return;
        }
        if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
            event.consume();
            goOn(focus, event.isShiftDown() ? -1 : 1);
        } else if (event.getCode() == KeyCode.ENTER && focus instanceof ButtonBase button && !button.isDisabled()) {
            event.consume();
            button.fire();
        }
    }

    /** Escape closes the newest message, where nothing else wanted it: a sheet, a list that is open, a text that is typed. */
    private void unused(KeyEvent event) {
        Node focus = root.getScene().getFocusOwner();
        boolean typing = event.getTarget() instanceof TextInputControl;
        boolean theirs = cover == null ? !typing : focus != null && isWithin(focus, messages);
        if (event.getCode() == KeyCode.ESCAPE && theirs && messages.closeNewest()) {
            event.consume();
        }
    }

    private void goOn(Node focus, int step) {
        List<Node> stops = new ArrayList<>();
        collect(cover, stops);
        collect(messages, stops);
        stops.remove(cover);
        if (!stops.isEmpty()) {
            int at = stops.indexOf(focus);
            int next = at < 0 ? (step > 0 ? 0 : stops.size() - 1) : Math.floorMod(at + step, stops.size());
            stops.get(next).requestFocus();
        }
    }

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
    }

    private static boolean isWithin(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }
}
