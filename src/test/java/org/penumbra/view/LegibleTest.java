package org.penumbra.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.kit.window.AllLabs;
import org.penumbra.kit.window.FaintText;
import org.penumbra.kit.window.ShownLab;
import org.penumbra.view.shell.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** All letters can be read from the back of a class room, in both themes. */
@Timeout(180)
class LegibleTest extends AllLabs {

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rings", "Draw", "Train", "Fooling", "Experiments"})
    void everyTextStandsOutFromItsGround(String lab, FxRobot robot) {
        robot.interact(() -> window.open(lab));
        ShownLab.awaitReady(stage.getScene());
        robot.interact(() -> ShownLab.unfold(stage.getScene()));
        List<String> faint = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            robot.interact(theme::apply);
            FaintText.in(stage.getScene()).forEach(line -> faint.add(theme + ": " + line));
        }
        assertEquals(List.of(), faint, () -> faint.size() + " in " + lab + ":\n" + String.join("\n", faint));
    }
}
