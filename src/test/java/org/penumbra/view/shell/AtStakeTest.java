package org.penumbra.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.EmptyLab;
import org.penumbra.kit.window.ShownWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Work of minutes is not lost without a question, which can be answered with the keyboard. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class AtStakeTest {

    @TempDir
    Path folder;

    private EmptyLab shown;
    private EmptyLab unseen;
    private LabContext context;
    private MainWindow window;
    private Stage stage;
    private int lost;

    @Start
    void open(Stage opened) {
        stage = opened;
        shown = new EmptyLab();
        unseen = new EmptyLab();
        window = ShownWindow.open(
                stage,
                folder,
                new ChosenFiles(),
                new LabEntry("Unseen", "", given -> unseen),
                new LabEntry("Shown", "", given -> {
                    context = given;
                    return shown;
                }));
        window.open("Shown");
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void closingAsksForEveryLabAndEscapeKeepsTheWindow(FxRobot robot) {
        shown.atStake = "The run of 2 minutes is not saved.";
        unseen.atStake = "The run of 40 minutes is not saved.";
        ShownWindow.requestClose(robot, stage);
        assertTrue(stage.isShowing());
        assertEquals(
                "The run of 40 minutes is not saved.\nThe run of 2 minutes is not saved.", ShownWindow.question(robot));
        assertEquals(1, unseen.caughtUp, "it may not have heard that its run has ended");
        assertTrue(robot.lookup("#answer-no").query().isFocused(), "what is safe has the focus");
        assertEquals(List.of(), CutOff.in(stage.getScene()));
        robot.type(KeyCode.ESCAPE);
        assertTrue(stage.isShowing());
        assertTrue(robot.lookup(".question").tryQuery().isEmpty());
        ShownWindow.requestClose(robot, stage);
        robot.type(KeyCode.TAB, KeyCode.ENTER);
        assertFalse(stage.isShowing());
    }

    @Test
    void closingIsAtOnceWhereLittleIsAtStake(FxRobot robot) {
        ShownWindow.requestClose(robot, stage);
        assertFalse(stage.isShowing());
    }

    @Test
    void aResetAsksOnlyWhereMuchIsAtStake(FxRobot robot) {
        robot.interact(() -> context.losing("", () -> lost++));
        assertEquals(1, lost);
        robot.interact(() -> context.losing("The run of 2 minutes is not saved.", () -> lost++));
        robot.type(KeyCode.ESCAPE);
        assertEquals(1, lost);
        robot.interact(() -> context.losing("The run of 2 minutes is not saved.", () -> lost++));
        robot.type(KeyCode.TAB, KeyCode.ENTER);
        assertEquals(2, lost);
    }
}
