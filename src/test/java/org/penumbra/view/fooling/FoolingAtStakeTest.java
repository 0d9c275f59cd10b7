package org.penumbra.view.fooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.fooling.FoolingPlan;
import org.penumbra.live.fooling.FoolingStatus;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** An attack of more than a minute is not lost without a question, whatever would begin another in its place. */
@Timeout(240)
class FoolingAtStakeTest extends FoolingWindow {

    @Start
    void open(Stage shown) {
        show(shown);
    }

    /** An attack that paused after a minute, as the lab sees it. */
    private void attackForAMinute(FxRobot robot) {
        awaitFrame();
        robot.type(KeyCode.SPACE);
        await(() -> model.statusProperty().get().step() > 0);
        robot.type(KeyCode.SPACE);
        await(() -> model.statusProperty().get().state() == State.PAUSED);
        robot.interact(() -> {
            FoolingStatus now = model.statusProperty().get();
            FoolingStatus running = new FoolingStatus(now.generation(), State.RUNNING, now.step(), 1, "");
            long start = System.nanoTime();
            lab.played().look(running, start);
            lab.played().look(running, start + 61_000_000_000L);
        });
        assertTrue(lab.atStake().startsWith("The attack of 1 minute ("), lab.atStake());
    }

    @Test
    void whatBeginsAnotherAttackIsAskedBeforeAndKeepingItKeepsAll(FxRobot robot) {
        attackForAMinute(robot);
        FoolingPlan plan = model.planProperty().get();
        int generation = model.statusProperty().get().generation();
        List<Runnable> losses = List.of(
                () -> robot.type(KeyCode.R),
                () -> robot.type(KeyCode.N),
                () -> robot.type(KeyCode.DIGIT7),
                () -> robot.type(KeyCode.A),
                () -> robot.clickOn("#remove-1"),
                () -> robot.interact(() -> combo(robot).setValue(Protocol.CPPN)),
                () -> robot.interact(() -> model.tauProperty().set(0.5)),
                () -> robot.interact(
                        () -> model.change(() -> model.mostStepsProperty().set(7))));
        for (int i = 0; i < losses.size(); i++) {
            losses.get(i).run();
            assertTrue(robot.lookup("#answer-no").tryQuery().isPresent(), "nobody asked at loss " + i);
            robot.type(KeyCode.ESCAPE);
            await(() -> robot.lookup("#answer-no").tryQuery().isEmpty());
            await(() -> model.targetProperty().get() == 3
                    && model.protocolProperty().get() == Protocol.PAPER
                    && model.tauProperty().get() == 0.9
                    && model.mostStepsProperty().get() == 1000
                    && model.seedProperty().get() == 1);
            assertSame(plan, model.planProperty().get());
            assertEquals(generation, model.statusProperty().get().generation());
            assertEquals(Protocol.PAPER, combo(robot).getValue(), "the menu says what is attacked");
        }
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Protocol> combo(FxRobot robot) {
        return (ComboBox<Protocol>) robot.lookup("#protocol").queryAs(ComboBox.class);
    }

    @Test
    void whoAgreesGetsWhatTheyChose(FxRobot robot) {
        attackForAMinute(robot);
        FoolingPlan plan = model.planProperty().get();
        robot.type(KeyCode.DIGIT7);
        await(() -> model.targetProperty().get() == 3);
        robot.clickOn("#answer-yes");
        assertEquals(7, model.targetProperty().get());
        assertNotSame(plan, model.planProperty().get());
        assertEquals(7, model.planProperty().get().settings().target(0));
        await(() -> lab.atStake().isEmpty());
    }

    @Test
    void whatWasExportedIsNotAtStake(FxRobot robot) {
        attackForAMinute(robot);
        files.file = folder.resolve("trials.csv");
        robot.interact(lab.actions()::exportTrials);
        await(() -> Files.exists(files.file));
        await(() ->
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> lab.atStake()).isEmpty());
        robot.type(KeyCode.R);
        assertTrue(robot.lookup("#answer-no").tryQuery().isEmpty());
    }
}
