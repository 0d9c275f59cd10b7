package org.penumbra.kit.window;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.testfx.util.WaitForAsyncUtils;

/** Finds what a person cannot see whole: controls outside the window or their scroll pane, texts with an ellipsis. */
public final class CutOff {

    private static final double TOLERANCE = 1;

    private final Scene scene;
    private final List<String> found = new ArrayList<>();

    private CutOff(Scene scene) {
        this.scene = scene;
    }

    /** A line for everything that is cut off once the scene is laid out; empty when nothing is. Waits, on any thread. */
    public static List<String> in(Scene scene) {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            // Between two pulses a label may show what it said before.
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            CutOff search = new CutOff(scene);
            search.look(scene.getRoot(), null);
            return search.found;
        });
    }

    /** The same for a part of a scene; on the window's thread, when it is laid out. */
    public static List<String> within(Parent part) {
        CutOff search = new CutOff(part.getScene());
        search.look(part, null);
        return search.found;
    }

    private void look(Node node, ScrollPane within) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Control && !(node instanceof ScrollBar)) {
            inWindow(node, within);
        }
        if (node instanceof Labeled labeled) {
            wholeText(labeled);
        }
        if (node instanceof Parent parent) {
            ScrollPane next = node instanceof ScrollPane scroll ? scroll : within;
            parent.getChildrenUnmodifiable().forEach(child -> look(child, next));
        }
    }

    private void inWindow(Node node, ScrollPane within) {
        Bounds seen = node.localToScene(node.getLayoutBounds());
        Bounds frame = within == null
                ? scene.getRoot().getLayoutBounds()
                : within.lookup(".viewport")
                        .localToScene(within.lookup(".viewport").getLayoutBounds());
        boolean cut = seen.getMinX() < frame.getMinX() - TOLERANCE || seen.getMaxX() > frame.getMaxX() + TOLERANCE;
        // A scroll pane shows the rest in the vertical.
        cut |= within == null
                && (seen.getMinY() < frame.getMinY() - TOLERANCE || seen.getMaxY() > frame.getMaxY() + TOLERANCE);
        if (cut) {
            found.add(name(node) + " lies at " + seen + ", outside of " + frame);
        }
    }

    private void wholeText(Labeled labeled) {
        Node shown = labeled.lookup(".text");
        if (shown instanceof Text text
                && labeled.getText() != null
                && !labeled.getText().isEmpty()
                && shown.getParent() == labeled
                && !text.getText().equals(labeled.getText())) {
            found.add(name(labeled) + " shows \"" + text.getText() + "\" of \"" + labeled.getText() + "\"");
        }
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + " #" + node.getId() + " " + node.getStyleClass();
    }
}
