package org.penumbra.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.kit.window.CutOff;
import org.penumbra.net.image.StepEngine;
import org.penumbra.view.widget.NumberScale;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The engine is chosen in the lab; a run of the one is held against a run of the other. */
@Timeout(240)
class TrainEnginesTest extends TrainWindow {

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @Test
    void theSameRunByTheOtherEngineIsHeldAgainstTheOneThatWasKept(FxRobot robot) {
        awaitFrame();
        ComboBox<StepEngine> engines = comboBox(robot, "#engine");
        assertEquals(StepEngine.PENUMBRA, engines.getValue());
        assertFalse(engines.isDisabled(), "DL4J is there");
        assertFalse(robot.lookup("#compared-engines").query().getParent().isVisible());
        robot.type(KeyCode.SPACE);
        await(() -> model.statusProperty().get().step() > 60);
        robot.type(KeyCode.SPACE, KeyCode.K);
        await(() -> model.curves().kept().size() == 1);

        robot.interact(() -> engines.setValue(StepEngine.DL4J));
        assertTrue(robot.lookup(".restart-bar").query().isVisible());
        assertEquals(1, engine.plans.size(), "the present run goes on as it began");
        robot.interact(() -> robot.lookup("#restart").queryButton().fire());
        await(() -> engine.plans.size() == 2);
        assertEquals(StepEngine.DL4J, engine.plans.get(1).course().engine());
        assertEquals(
                engine.plans.get(0).course().training(),
                engine.plans.get(1).course().training());
        robot.type(KeyCode.SPACE);
        Label found = robot.lookup("#compared-engines").queryAs(Label.class);
        await(() -> found.getParent().isVisible() && found.getText().contains("From step"));
        robot.type(KeyCode.SPACE);
        assertTrue(found.getText().startsWith("DL4J beside A (Penumbra): in the "), found.getText());
        assertTrue(
                found.getText()
                        .contains(" Penumbra trains 24 times as fast: " + NumberScale.grouped(7200)
                                + " against 300 images/s."),
                found.getText());
        assertTrue(found.getText().contains("From step 51 on it is more than 1e-4: rounding"), found.getText());
        assertTrue(robot.lookup(".chip .label").queryAs(Label.class).getText().endsWith("Penumbra"));
        assertEquals(List.of(), CutOff.in(stage.getScene()));

        robot.interact(() -> lab.actions().draft().sigma().show(0.2));
        robot.interact(() -> lab.actions().draft().apply());
        await(() -> engine.plans.size() == 3);
        assertFalse(found.getParent().isVisible(), "another run is no twin");
    }

    @Test
    void aCheckpointOfDl4jsRunGoesBackToItsEngine(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> lab.actions().start(new TrainSetup(preset, 0, StepEngine.DL4J)));
        await(() -> engine.plans.size() == 2);
        robot.type(KeyCode.S, KeyCode.C);
        await(() -> model.milestoneProperty().get() != null);
        robot.interact(() -> lab.actions().start(new TrainSetup(preset, 0)));
        await(() -> engine.plans.size() == 3);
        assertEquals(StepEngine.PENUMBRA, comboBox(robot, "#engine").getValue());
        robot.type(KeyCode.B);
        await(() -> model.setupProperty().get().engine() == StepEngine.DL4J);
        assertEquals(StepEngine.DL4J, comboBox(robot, "#engine").getValue());
    }
}
