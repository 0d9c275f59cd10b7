package org.penumbra.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.kit.window.AllLabs;
import org.penumbra.kit.window.ShownLab;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.kit.window.TabWalk;
import org.penumbra.view.shell.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Whoever has no mouse, or no eyes, reaches every control of every lab and is told where they are. */
@Timeout(180)
class KeyboardTest extends AllLabs {

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @ParameterizedTest
    @CsvSource({"Rings,50", "Draw,45", "Train,35", "Fooling,40", "Experiments,25"})
    void everyControlIsReachedSeenAndNamed(String lab, int atLeast, FxRobot robot) {
        robot.interact(() -> window.open(lab));
        ShownLab.awaitReady(stage.getScene());
        robot.interact(() -> ShownLab.unfold(stage.getScene()));
        List<String> problems = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            robot.interact(theme::apply);
            TabWalk walk = TabWalk.through(stage.getScene());
            assertTrue(walk.length() >= atLeast, "only " + walk.length() + " stops");
            walk.unseen().forEach(line -> problems.add(theme + ", focus not seen: " + line));
            walk.unreached().forEach(line -> problems.add(theme + ", not reached: " + line));
            walk.nameless().forEach(line -> problems.add(theme + ", without a name: " + line));
        }
        assertEquals(List.of(), problems, () -> problems.size() + " in " + lab + ":\n" + String.join("\n", problems));
    }

    @Test
    void theTabKeyGoesFromLabToLabAndEnterOpensOne(FxRobot robot) {
        robot.interact(() -> robot.lookup(".lab").nth(0).query().requestFocus());
        // An arrow pressed the button beside it, and nothing followed from that.
        robot.type(KeyCode.RIGHT, KeyCode.TAB);
        ToggleButton draw = robot.lookup(".lab").nth(1).query();
        assertTrue(draw.isFocused());
        assertTrue(draw.isFocusVisible());
        assertFalse(draw.isSelected());
        robot.type(KeyCode.ENTER);
        assertTrue(draw.isSelected());
        assertTrue(stage.getTitle().startsWith("Draw"), stage.getTitle());
        assertEquals(1, selected(robot, ".lab"));
    }

    @Test
    void theTabKeyGoesFromSpeedToSpeedAndEnterSetsOne(FxRobot robot) {
        ShownLab.awaitReady(stage.getScene());
        robot.interact(() -> robot.lookup("#speed-1").query().requestFocus());
        // An arrow pressed the button beside it, and nothing followed from that.
        robot.type(KeyCode.RIGHT, KeyCode.TAB);
        ToggleButton ten = robot.lookup("#speed-10").queryAs(ToggleButton.class);
        assertTrue(ten.isFocused());
        assertTrue(ten.isFocusVisible());
        assertFalse(ten.isSelected());
        robot.type(KeyCode.ENTER);
        assertTrue(ten.isSelected());
        assertEquals(1, selected(robot, ".segments .toggle-button"));
    }

    @Test
    void whereTheKeyboardRestsAnIconSaysWhatItMeans(FxRobot robot) {
        ShownLab.awaitReady(stage.getScene());
        robot.interact(() -> robot.lookup("#play").query().requestFocus());
        robot.type(KeyCode.TAB);
        Tooltip meaning = ((Control) stage.getScene().getFocusOwner()).getTooltip();
        ShownWindow.await(
                meaning::isShowing, "the tooltip of " + stage.getScene().getFocusOwner());
        robot.type(KeyCode.TAB);
        assertFalse(meaning.isShowing());
    }

    private static long selected(FxRobot robot, String buttons) {
        return robot.lookup(buttons).queryAll().stream()
                .filter(button -> ((ToggleButton) button).isSelected())
                .count();
    }

    @Test
    void enterOpensAMenuAndASymbol(FxRobot robot) {
        ShownLab.awaitReady(stage.getScene());
        MenuButton menu = robot.lookup("#presets").queryAs(MenuButton.class);
        robot.interact(menu::requestFocus);
        robot.type(KeyCode.ENTER);
        assertTrue(menu.isShowing());
        robot.type(KeyCode.ESCAPE);
        assertFalse(menu.isShowing());
        robot.interact(() -> robot.lookup("#alpha .symbol-button").query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertTrue(robot.lookup(".symbol-card").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        // It fades.
        ShownWindow.await(() -> robot.lookup(".symbol-card").tryQuery().isEmpty());
    }
}
