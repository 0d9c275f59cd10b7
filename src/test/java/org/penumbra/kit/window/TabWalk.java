package org.penumbra.kit.window;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The way of the Tab key through a window, as somebody goes it who has no mouse: which controls it reaches, whether one sees
 * where one is, and whether a screen reader has a name to say.
 */
public final class TabWalk {

    /** Beside a control, where a ring around it lies, px. */
    private static final double AROUND = 6;

    private static final int LONGEST = 1000;

    private final Scene scene;
    /** Controls outside of it are of no account. */
    private final Node within;
    /** What is to be seen of each stop, in the order of the walk. */
    private final Map<Node, SeenFocus> stops = new LinkedHashMap<>();

    private final List<String> traps = new ArrayList<>();
    /** The controls that could be used when the walk began. */
    private final List<Node> usable = new ArrayList<>();

    private TabWalk(Scene scene, Node within) {
        this.scene = scene;
        this.within = within;
    }

    /** Goes from the first control to the last, whose next is the first; waits, on any thread but the window's. */
    public static TabWalk through(Scene scene) {
        return through(scene, scene.getRoot());
    }

    /** The same while a part of the window keeps the focus to itself, such as a sheet: what lies below it counts for nothing. */
    public static TabWalk through(Scene scene, Node within) {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(120_000, () -> {
            TabWalk walk = new TabWalk(scene, within);
            walk.go();
            return walk;
        });
    }

    /** How many controls the key comes by. */
    public int length() {
        return stops.size();
    }

    /** A line for every stop whose focus is not seen, or at which the key does not go on. */
    public List<String> unseen() {
        List<String> found = new ArrayList<>(traps);
        stops.forEach((node, seen) -> {
            if (!seen.isRing()) {
                found.add(name(node) + ": " + seen);
            }
        });
        return found;
    }

    /** A line for every control in sight, and not disabled, that the key does not come by. */
    public List<String> unreached() {
        return usable.stream()
                .filter(node -> !stops.containsKey(node))
                .map(TabWalk::name)
                .toList();
    }

    /** A line for every stop, control and picture in sight that a screen reader has no name for. */
    public List<String> nameless() {
        List<String> found = new ArrayList<>();
        for (Node node : inSight()) {
            boolean told = stops.containsKey(node)
                    || isControl(node)
                    || node.getAccessibleRole() == AccessibleRole.IMAGE_VIEW && !node.isMouseTransparent();
            if (told && !isNamed(node)) {
                found.add(name(node));
            }
        }
        return found;
    }

    private void go() {
        inSight().stream().filter(node -> isControl(node) && !node.isDisabled()).forEach(usable::add);
        scene.getRoot().requestFocus();
        Node before = scene.getRoot();
        while (stops.size() < LONGEST) {
            press(before);
            Node now = scene.getFocusOwner();
            if (now == before && stops.size() == 1) {
                return;
            }
            if (now == before) {
                traps.add(name(now) + " keeps the Tab key");
                return;
            }
            if (stops.containsKey(now)) {
                return;
            }
            stops.put(now, look(now));
            before = now;
        }
        traps.add("the way does not end after " + LONGEST + " stops");
    }

    private static void press(Node node) {
        node.requestFocus();
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(
                    node.getScene().getFocusOwner(),
                    new KeyEvent(type, "\t", "\t", KeyCode.TAB, false, false, false, false));
        }
    }

    /** Looks at the surroundings of a control while it has the focus and while nothing has it. */
    private SeenFocus look(Node node) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Bounds seen = node.localToScene(node.getLayoutBounds());
        Bounds area = new BoundingBox(
                Math.floor(seen.getMinX() - AROUND),
                Math.floor(seen.getMinY() - AROUND),
                Math.ceil(seen.getWidth() + 2 * AROUND),
                Math.ceil(seen.getHeight() + 2 * AROUND));
        WritableImage focused = picture(area);
        scene.getRoot().requestFocus();
        return SeenFocus.between(picture(area), focused);
    }

    private WritableImage picture(Bounds area) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(new Rectangle2D(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight()));
        return scene.getRoot().snapshot(parameters, null);
    }

    private Collection<Node> inSight() {
        Set<Node> found = new LinkedHashSet<>();
        collect(within, found);
        return found;
    }

    private static void collect(Node node, Set<Node> found) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        found.add(node);
        if (node instanceof TitledPane fold && !fold.isExpanded()) {
            return;
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean isControl(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof Slider
                || node instanceof ComboBoxBase<?>
                || node instanceof ChoiceBox<?>
                || node instanceof TitledPane fold && fold.isCollapsible();
    }

    private static boolean isNamed(Node node) {
        return isName(node.getAccessibleText())
                || node instanceof Labeled labeled && isName(labeled.getText())
                || node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Labeled label
                        && isName(label.getText());
    }

    /** A picture of an arrow or a lone sign is nothing that could be read aloud. */
    private static boolean isName(String text) {
        return text != null && text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static String name(Node node) {
        StringBuilder name = new StringBuilder(node.getClass().getSimpleName());
        name.append(' ').append(node.getStyleClass());
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            name.append(" \"").append(labeled.getText()).append('"');
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getId() != null) {
                name.append(at == node ? " #" : " in #").append(at.getId());
            }
        }
        return name.toString();
    }
}
