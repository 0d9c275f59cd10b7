package org.penumbra.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.penumbra.view.widget.DigitView;

/**
 * Finds what a person cannot see whole or cannot tell apart in a window: controls that lie outside of it, texts that end in
 * an ellipsis, controls and texts that lie over one another. What a scroll pane can bring into sight is no fault.
 */
public final class Fitting {

    /** Pixels that rounding may move an edge by. */
    private static final double TOLERANCE = 1.5;

    /** What lies over other things by intention: covers, questions, messages. */
    private static final List<String> LAYERS = List.of("starting-cover", "supply-cover", "cover", "tour", "messages");

    /** A control, a picture or a text, with the part of it that the window and its scroll panes let through. */
    private record Shown(Node node, Bounds seen, Node layer) {}

    private final Scene scene;
    private final List<Shown> shown = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private Fitting(Scene scene) {
        this.scene = scene;
    }

    /**
     * A line for every fault of the scene as it is laid out now; empty where there is none. Belongs to the window's thread.
     */
    public static List<String> faults(Scene scene) {
        // Between two pulses a label may show what it said before.
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Fitting search = new Fitting(scene);
        search.look(scene.getRoot(), new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()), false, null);
        search.overlaps();
        return List.copyOf(search.faults);
    }

    /**
     * @param frame   what is seen of the parent, px of the scene
     * @param scrolls whether a scroll pane brings the rest into sight
     * @param within  the layer it belongs to; null for the lowest
     */
    private void look(Node node, Bounds frame, boolean scrolls, Node within) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        Node layer = node.getStyleClass().stream().anyMatch(LAYERS::contains) ? node : within;
        Bounds place = node.localToScene(node.getLayoutBounds());
        if (node instanceof Control && !(node instanceof ScrollBar) && !scrolls && !within(place, frame)) {
            faults.add(name(node) + " lies at " + words(place) + ", outside of " + words(frame));
        }
        if (node instanceof Labeled labeled) {
            wholeText(labeled);
        }
        if (isSolid(node) && place.getWidth() > 0 && place.getHeight() > 0) {
            shown.add(new Shown(node, common(place, frame), layer));
        }
        if (node instanceof ScrollPane scroll && scroll.lookup(".viewport") != null) {
            Node viewport = scroll.lookup(".viewport");
            Bounds inner = common(viewport.localToScene(viewport.getLayoutBounds()), frame);
            look(scroll.getContent(), inner, true, layer);
        } else if (node instanceof Parent parent) {
            Bounds inner = node.getClip() == null
                    ? frame
                    : common(node.localToScene(node.getClip().getBoundsInParent()), frame);
            parent.getChildrenUnmodifiable().forEach(child -> look(child, inner, scrolls, layer));
        }
    }

    /** Whether nothing else may lie where it is. What only groups others is not solid, nor is a text within a control. */
    private static boolean isSolid(Node node) {
        if (node instanceof Labeled labeled) {
            return labeled.getGraphic() != null
                    || (labeled.getText() != null && !labeled.getText().isBlank());
        }
        return node instanceof TextField || node instanceof Slider || node instanceof DigitView;
    }

    private void wholeText(Labeled labeled) {
        String meant = labeled.getText();
        if (meant == null || meant.isEmpty()) {
            return;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text
                    && text.isVisible()
                    && text.getStyleClass().contains("text")
                    && !text.getText().equals(meant)) {
                faults.add(name(labeled) + " shows \"" + text.getText() + "\" of \"" + meant + "\"");
            }
        }
    }

    private void overlaps() {
        for (int i = 0; i < shown.size(); i++) {
            for (int j = i + 1; j < shown.size(); j++) {
                Shown one = shown.get(i);
                Shown other = shown.get(j);
                Bounds both = common(one.seen(), other.seen());
                if (one.layer() == other.layer()
                        && both.getWidth() > TOLERANCE
                        && both.getHeight() > TOLERANCE
                        && !isInside(one.node(), other.node())
                        && !isInside(other.node(), one.node())) {
                    faults.add(name(one.node()) + " and " + name(other.node()) + " lie over one another at "
                            + words(both));
                }
            }
        }
    }

    private static boolean isInside(Node node, Node outer) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up == outer) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(Bounds place, Bounds frame) {
        return place.getMinX() >= frame.getMinX() - TOLERANCE
                && place.getMaxX() <= frame.getMaxX() + TOLERANCE
                && place.getMinY() >= frame.getMinY() - TOLERANCE
                && place.getMaxY() <= frame.getMaxY() + TOLERANCE;
    }

    private static Bounds common(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        double right = Math.min(one.getMaxX(), other.getMaxX());
        double bottom = Math.min(one.getMaxY(), other.getMaxY());
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private static String name(Node node) {
        StringBuilder words = new StringBuilder(node.getClass().getSimpleName());
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getId() != null) {
                words.append(at == node ? " #" : " in #").append(at.getId());
                break;
            }
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            words.append(" \"").append(labeled.getText()).append('"');
        }
        return words.toString();
    }

    private static String words(Bounds bounds) {
        return String.format(
                Locale.ROOT,
                "%.0f,%.0f to %.0f,%.0f",
                bounds.getMinX(),
                bounds.getMinY(),
                bounds.getMaxX(),
                bounds.getMaxY());
    }
}
