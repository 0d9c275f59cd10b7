package org.penumbra.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.EmptyLab;
import org.penumbra.kit.window.ShownWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The keys of the whole window: full screen and the size of letters, and what is remembered of them. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class WindowKeysTest {

    @TempDir
    Path folder;

    private final MemoryPreferences memory = new MemoryPreferences();
    private Stage stage;
    private MainWindow window;

    @Start
    void open(Stage shown) {
        stage = shown;
        window = ShownWindow.open(stage, folder, memory, new ChosenFiles(), lab("First"), lab("Second"));
    }

    private static LabEntry lab(String name) {
        return new LabEntry(name, "", given -> new EmptyLab());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            window.close();
            stage.setFullScreen(false);
        });
    }

    @Test
    void theKeyFillsTheScreenAndEscapeLeavesItUnlessAFieldOrASheetWantsIt(FxRobot robot) {
        TextField field = new TextField();
        robot.interact(() ->
                ((VBox) robot.lookup("Lab").query().getParent()).getChildren().add(field));
        robot.type(KeyCode.F11);
        await(stage::isFullScreen);
        assertEquals("", stage.getFullScreenExitHint());
        robot.type(KeyCode.F1);
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup(".paper").tryQuery().isEmpty(), "the sheet has gone");
        assertTrue(stage.isFullScreen(), "Escape was for the sheet");
        robot.interact(field::requestFocus);
        robot.type(KeyCode.ESCAPE);
        assertTrue(stage.isFullScreen(), "Escape was for the field");
        robot.type(KeyCode.ESCAPE);
        await(() -> !stage.isFullScreen());
        robot.type(KeyCode.ESCAPE);
        assertFalse(stage.isFullScreen());
        robot.interact(field::requestFocus);
        robot.type(KeyCode.F11);
        await(stage::isFullScreen);
        robot.type(KeyCode.F1, KeyCode.F11);
        await(() -> !stage.isFullScreen(), "also while the sheet of keys lies there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLUS", "EQUALS", "ADD"})
    void lettersGrowWithEachKeyOfPlus(String key, FxRobot robot) {
        double before = letters();
        robot.press(KeyCode.CONTROL).type(KeyCode.valueOf(key)).release(KeyCode.CONTROL);
        await(() -> letters() > before);
        assertEquals(14.5, letters());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.EQUALS).release(KeyCode.SHIFT, KeyCode.CONTROL);
        await(() -> letters() == 15.5);
        assertEquals(120, memory.getInt("letters-percent", 0));
    }

    @Test
    void lettersShrinkComeBackAndStopAtBothEnds(FxRobot robot) {
        assertEquals(13, letters());
        robot.press(KeyCode.CONTROL).type(KeyCode.SUBTRACT).type(KeyCode.MINUS).release(KeyCode.CONTROL);
        await(() -> letters() == 10.5);
        robot.press(KeyCode.CONTROL).type(KeyCode.NUMPAD0).release(KeyCode.CONTROL);
        await(() -> letters() == 13);
        robot.press(KeyCode.CONTROL).type(KeyCode.MINUS, 9).release(KeyCode.CONTROL);
        await(() -> letters() == 9, () -> "70 %, but " + letters());
        robot.press(KeyCode.CONTROL).type(KeyCode.PLUS, 30).release(KeyCode.CONTROL);
        await(() -> letters() == 26, () -> "200 %, but " + letters());
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        await(() -> letters() == 13);
    }

    @Test
    void lettersGrowWhileOneTypesAndWhileASheetLiesThere(FxRobot robot) {
        TextField field = new TextField();
        robot.interact(() -> {
            ((VBox) robot.lookup("Lab").query().getParent()).getChildren().add(field);
            field.requestFocus();
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.PLUS).release(KeyCode.CONTROL);
        await(() -> letters() == 14.5);
        assertEquals("", field.getText());
        robot.interact(() -> stage.getScene().getRoot().requestFocus());
        robot.type(KeyCode.F1);
        robot.press(KeyCode.CONTROL).type(KeyCode.PLUS).release(KeyCode.CONTROL);
        await(() -> letters() == 15.5);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        assertEquals("First", memory.get("lab", ""), "other keys still rest");
    }

    @Test
    void theTopBarStaysInSightAboveALabThatHasNoRoom(FxRobot robot) {
        VBox lab = (VBox) robot.lookup("Lab").query().getParent();
        robot.interact(() -> {
            lab.setMinSize(3000, 3000);
            stage.setWidth(960);
            stage.setHeight(640);
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.PLUS, 5).release(KeyCode.CONTROL);
        Region bar = robot.lookup(".top-bar").queryAs(Region.class);
        await(() -> letters() == 19.5 && bar.getWidth() == 960);
        assertEquals(new Point2D(0, 0), bar.localToScene(0, 0));
    }

    @Test
    void theSheetOfKeysNamesThemAndKeepsItsButtonInSight(FxRobot robot) {
        robot.interact(() -> {
            stage.setWidth(960);
            stage.setHeight(640);
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.PLUS, 10).release(KeyCode.CONTROL);
        robot.type(KeyCode.F1);
        List<String> keys = robot.lookup(".key").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
        assertTrue(keys.containsAll(List.of("F11", "Ctrl+plus", "Ctrl+minus", "Ctrl+0")), keys.toString());
        robot.clickOn("Close");
        assertTrue(robot.lookup(".paper").tryQuery().isEmpty());
    }

    private double letters() {
        Label name = (Label) stage.getScene().lookup(".program-name");
        // It is written in letters a quarter larger.
        return Math.round(2 * name.getFont().getSize() / 1.25) / 2.0;
    }
}
