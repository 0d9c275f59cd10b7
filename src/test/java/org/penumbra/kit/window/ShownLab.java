package org.penumbra.kit.window;

import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;

/** What tests of every lab do before they look at it, whichever it is. */
public final class ShownLab {

    /** What lies over a lab until there is something to see. */
    private static final Set<String> COVERS = Set.of(".starting-cover", ".supply-cover");

    private ShownLab() {}

    /** Waits until the lab has something to show and everything in it can be used. */
    public static void awaitReady(Scene scene) {
        ShownWindow.await(() -> isReady(scene.getRoot()), "the lab to have something to show");
    }

    /** Opens every section that is folded; on the window's thread. */
    public static void unfold(Scene scene) {
        for (Node node : scene.getRoot().lookupAll(".titled-pane")) {
            if (node instanceof TitledPane fold) {
                fold.setAnimated(false);
                fold.setExpanded(true);
            }
        }
    }

    private static boolean isReady(Parent root) {
        boolean covered = COVERS.stream()
                .flatMap(cover -> root.lookupAll(cover).stream())
                .anyMatch(cover -> cover.isVisible() && cover.getOpacity() > 0);
        boolean starting = root.lookupAll("#state").stream()
                .anyMatch(state ->
                        state instanceof Labeled words && words.getText().startsWith("Start"));
        return !covered && !starting;
    }
}
