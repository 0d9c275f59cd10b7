package org.penumbra.view.fooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.Models;
import org.penumbra.kit.ImageModels;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.TrainedModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Who is attacked, how its confidence is set, and what is refused. */
@Timeout(240)
class FoolingVictimsTest extends FoolingWindow {

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @Test
    void aModelThatCannotBeCalibratedSaysWhyAndNothingChanges(FxRobot robot) {
        awaitFrame();
        TrainedModel bare = ImageModels.withoutHeldOut(Models.shipped("mnist-dae-asym"));
        files.file = folder.resolve("bare.penumbra");
        ModelFile.write(bare, files.file);
        robot.interact(() -> lab.actions().openVictim(null));
        await(() -> WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> !ShownWindow.messages(window).isEmpty()));
        String text = ShownWindow.messages(window).get(0).text();
        assertTrue(text.startsWith("bare: ") && text.contains("no images were held out"), text);
        assertEquals(3, model.victims().chosen().size());
    }

    @Test
    void aModelWithOtherClassesIsRefusedBesideTheOthers(FxRobot robot) {
        awaitFrame();
        TrainedModel cnn = Models.shipped("mnist-cnn");
        ImageSettings settings = new ImageSettings(cnn.settings().architecture(), 2, 1);
        float[] parameters = new float[ImageNetwork.parameterCount(settings)];
        robot.interact(() -> model.victims()
                .add(lab.context()
                        .models()
                        .add(
                                "two",
                                new TrainedModel(
                                        settings, List.of("a", "b"), parameters, new float[0], cnn.provenance()))));
        String text = ShownWindow.messages(window).get(0).text();
        assertTrue(text.contains("two: it has 2 classes, but mnist-cnn beside it has 10"), text);
        assertEquals(3, model.victims().chosen().size());
    }

    @Test
    void victimsAreExchangedAddedAndTakenAway(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> model.victims().replace("mnist-cool", entry("mnist-dae-asym")));
        await(() -> names().equals(List.of("mnist-cnn", "mnist-dae-asym", "mnist-dae-sym")));
        robot.interact(() -> model.victims().add(entry("fashion-mnist-dae-sym")));
        await(() -> names().size() == 4);
        assertTrue(robot.lookup("#add-victim").query().isDisabled(), "four are the most");
        robot.clickOn("#remove-0");
        await(() -> names().size() == 3);
        assertFalse(robot.lookup("#add-victim").query().isDisabled());
        awaitFrame();
        assertEquals(3, frame().victims().size());
        assertNotEquals(0, model.planProperty().get().victims().get(0).alpha());
    }

    @Test
    void aCardSaysWhetherAnAutoencoderWasTrainedAmongClutterAsItsProvenanceTells(FxRobot robot) {
        awaitFrame();
        assertTrue(robot.lookup("#clutter-0").tryQuery().isEmpty(), "a network without a decoder copies nothing");
        assertEquals("no clutter", text(robot, "#clutter-2"));
        robot.interact(() -> model.victims().replace("mnist-dae-sym", entry("mnist-dae-sym-clutter")));
        await(() -> names().contains("mnist-dae-sym-clutter"));
        assertEquals("clutter", text(robot, "#clutter-2"));
        TrainedModel sym = Models.shipped("mnist-dae-sym");
        TrainedModel asym = Models.shipped("mnist-dae-asym");
        TrainedModel named = new TrainedModel(
                sym.settings(), sym.classes(), sym.parameters(), sym.heldOutErrors(), asym.provenance());
        robot.interact(() -> model.victims()
                .replace("mnist-dae-sym-clutter", lab.context().models().add("trained-among-clutter", named)));
        await(() -> names().contains("trained-among-clutter"));
        assertEquals("no clutter", text(robot, "#clutter-2"), "the name proves nothing");
    }

    /** A teacher's next press of the space bar must start what was chosen, not stop it. */
    @Test
    void whatIsChosenAfterTheEndRestsUntilSpaceIsPressed(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> model.mostStepsProperty().set(2));
        robot.type(KeyCode.SPACE);
        awaitEnd();
        List<Runnable> choices = List.of(
                () -> model.victims().add(entry("mnist-dae-asym")),
                () -> model.protocolProperty().set(Protocol.STRONG),
                () -> model.targetProperty().set(4));
        for (Runnable choice : choices) {
            int generation = model.statusProperty().get().generation();
            robot.interact(choice);
            await(() -> model.statusProperty().get().generation() > generation
                    && frame() != null
                    && model.statusProperty().get().state() != State.STARTING);
            assertEquals(State.PAUSED, model.statusProperty().get().state());
            assertEquals(0, model.statusProperty().get().step());
            assertEquals("Play", text(robot, "#play"));
            robot.type(KeyCode.SPACE);
            awaitEnd();
            assertEquals("Again", text(robot, "#play"));
        }
    }

    @Test
    void whatIsChosenWhileItPlaysGoesOnPlaying(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> model.mostStepsProperty().set(100_000));
        robot.type(KeyCode.SPACE);
        await(() -> model.statusProperty().get().step() > 0);
        robot.interact(() -> model.victims().add(entry("mnist-dae-asym")));
        await(() -> names().size() == 4);
        await(() -> frame() != null && frame().step() > 0);
        assertEquals(State.RUNNING, model.statusProperty().get().state());
        assertEquals("Pause", text(robot, "#play"));
    }

    @Test
    void kappaLowersAlphaAndTauRaisesTheBar(FxRobot robot) {
        awaitFrame();
        double alpha = model.planProperty().get().victims().get(2).alpha();
        robot.interact(() -> model.kappaProperty().set(2));
        assertEquals(alpha / 2, model.planProperty().get().victims().get(2).alpha(), 1e-9);
        robot.interact(() -> model.tauProperty().set(0.99));
        assertEquals(0.99, model.planProperty().get().settings().tau());
        assertEquals(
                alpha / 2 * Math.log(0.99) / Math.log(0.9),
                model.planProperty().get().victims().get(2).alpha(),
                1e-9);
        assertEquals(0, model.planProperty().get().victims().get(0).alpha());
    }

    @Test
    void aWrongNumberIsRefusedWithAReasonAndChangesNothing(FxRobot robot) {
        awaitFrame();
        var plan = model.planProperty().get();
        enter(robot, "#most-steps", "0");
        assertTrue(problem(robot).contains("expected 1 to 10000000, but got 0"), problem(robot));
        enter(robot, "#most-steps", "many");
        assertTrue(problem(robot).contains("expected a whole number"), problem(robot));
        enter(robot, "#tau .text-field", "1.5");
        assertTrue(
                robot.lookup("#tau .message").queryAs(Labeled.class).getText().contains("expected a number from"));
        enter(robot, "#seed", "x");
        assertEquals(plan, model.planProperty().get());
        enter(robot, "#most-steps", "77");
        assertEquals(plan, model.planProperty().get(), "the seed is still wrong");
        enter(robot, "#seed", "8");
        assertEquals(77, model.planProperty().get().settings().mostSteps());
        assertEquals(8, model.planProperty().get().settings().seed());
    }

    private void enter(FxRobot robot, String field, String text) {
        TextField node = robot.lookup(field).queryAs(TextField.class);
        robot.interact(() -> {
            node.setText(text);
            node.fireEvent(new javafx.event.ActionEvent());
        });
    }

    private static String problem(FxRobot robot) {
        return robot.lookup(".problem").queryAll().stream()
                .filter(javafx.scene.Node::isVisible)
                .map(node -> ((Labeled) node).getText())
                .reduce("", (a, b) -> a + b);
    }
}
