package org.penumbra.view.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.rings.RingsStatus;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.view.shell.message.Message;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** How runs of the rings lab end: by themselves, by a failure, or because a person wants another. */
@Timeout(240)
class RingsEndingsTest extends RingsWindow {

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @Test
    void aFailureIsShownWithAWayOut(FxRobot robot) {
        robot.interact(() -> model.settings().learningRateProperty().set(100));
        robot.interact(() -> engine.diverge("The loss is NaN at step 3."));
        await(() -> !ShownWindow.messages(window).isEmpty());
        assertTrue(robot.lookup("#play").queryButton().isDisabled());
        robot.clickOn("Lower the learning rate and reset");
        assertEquals(1e-3, engine.setup().training().learningRate());
        await(() -> ShownWindow.messages(window).isEmpty());
        await(() -> !robot.lookup("#play").queryButton().isDisabled());
    }

    @Test
    void onlyARunThatDivergedIsOfferedALowerRate(FxRobot robot) {
        robot.interact(() -> engine.fail("The file with the learning rate is damaged."));
        await(() -> !ShownWindow.messages(window).isEmpty());
        assertEquals(
                List.of("Reset"),
                ShownWindow.messages(window).get(0).choices().stream()
                        .map(Message.Choice::label)
                        .toList());
    }

    @Test
    void aStopIsTypedLeftEmptyAndRefusedWithAWord(FxRobot robot) {
        TextField steps = robot.lookup("#stop-steps").queryAs(TextField.class);
        TextField patience = robot.lookup("#stop-patience").queryAs(TextField.class);
        assertEquals("", steps.getText());
        robot.interact(() -> {
            steps.setText("5000");
            steps.fireEvent(new javafx.event.ActionEvent());
            patience.setText("3");
            patience.fireEvent(new javafx.event.ActionEvent());
        });
        assertEquals(new PlaneStop(5000, 0), engine.stop());
        assertTrue(robot.lookup("#stop-problem").queryLabeled().getText().contains("10 to 1000000"));
        robot.interact(() -> {
            steps.setText(" ");
            steps.fireEvent(new javafx.event.ActionEvent());
            patience.setText("500");
            patience.fireEvent(new javafx.event.ActionEvent());
        });
        assertEquals(new PlaneStop(0, 500), engine.stop());
        assertFalse(robot.lookup("#stop-problem").query().isVisible());
    }

    @Test
    void theStatusLineSaysThatARunEndedByItself(FxRobot robot) {
        robot.interact(model::play);
        robot.interact(() -> engine.end(PlaneStop.Reason.SETTLED));
        await(() -> robot.lookup("#state").queryLabeled().getText().equals("Ended by itself"));
        assertEquals(
                "the loss no longer falls",
                robot.lookup("#remark").queryLabeled().getText());
        assertEquals("Play", robot.lookup("#play").queryButton().getText());
    }

    @Test
    void aRunOfMinutesIsAskedForBeforeItIsLost(FxRobot robot) {
        awaitFrame();
        for (Runnable lost : List.<Runnable>of(
                () -> robot.type(KeyCode.R),
                () -> robot.type(KeyCode.N),
                () -> robot.interact(() -> robot.lookup("#reset").queryButton().fire()),
                () -> robot.interact(
                        () -> robot.lookup("#new-seed").queryButton().fire()),
                () -> robot.interact(() -> lab.actions().open(RingsPresets.paper())))) {
            aMinutePasses(robot);
            engine.commands.clear();
            lost.run();
            robot.clickOn("#answer-no");
            assertEquals(List.of(), engine.commands, "it is kept");
            lost.run();
            robot.clickOn("#answer-yes");
            assertFalse(engine.commands.isEmpty(), "it is lost");
            WaitForAsyncUtils.waitForFxEvents();
            engine.commands.clear();
            lost.run();
            assertFalse(engine.commands.isEmpty(), "so little is not asked for");
        }
    }

    private void aMinutePasses(FxRobot robot) {
        robot.interact(() -> {
            RingsStatus now = model.statusProperty().get();
            RingsStatus running = new RingsStatus(
                    now.generation(),
                    RingsStatus.State.RUNNING,
                    now.step(),
                    1000,
                    0,
                    now.settings(),
                    "",
                    now.divergence(),
                    false,
                    now.ending());
            lab.played().look(running, 0);
            lab.played().look(running, 61_000_000_000L);
        });
    }
}
