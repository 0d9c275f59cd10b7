package org.penumbra.kit.window;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import org.testfx.api.FxRobot;

/** Finds the buttons that say neither in a text nor in a tooltip what they do. */
public final class NamelessButtons {

    private NamelessButtons() {}

    /** A line for every such button in the windows that are shown; empty when there is none. */
    public static List<String> in(FxRobot robot) {
        return robot
                .lookup(node -> node instanceof ButtonBase button
                        && button.getTooltip() == null
                        && (button.getText() == null || button.getText().isBlank()))
                .queryAll()
                .stream()
                .map(Node::toString)
                .toList();
    }
}
