package org.penumbra.view.fooling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.fooling.GradientAttack;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.fooling.descent.GeneratorStart;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.NamelessButtons;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.view.widget.DigitView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The fooling lab at work in its window. */
@Timeout(240)
class FoolingWindowTest extends FoolingWindow {

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @Test
    void itOpensWithAPlanAndWaitsForPlay() {
        awaitFrame();
        assertEquals(
                List.of("mnist-cnn", "mnist-cool", "mnist-dae-sym"),
                model.planProperty().get().victims().stream()
                        .map(victim -> victim.name())
                        .toList());
        assertEquals(State.PAUSED, model.statusProperty().get().state());
        assertEquals(0, frame().step());
        assertEquals("Fooling: \u201c3\u201d \u2013 Penumbra", stage.getTitle());
        assertArrayEquals(trial(0).image(), trial(2).image(), "the same first image for every victim");
    }

    @Test
    void spaceAttacksTheNetworkIsFooledAndTheAutoencoderHolds(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> model.mostStepsProperty().set(120));
        robot.type(KeyCode.SPACE);
        awaitEnd();
        assertEquals(Outcome.FOOLED, trial(0).outcome());
        assertTrue(trial(0).score() >= 0.9, "score " + trial(0).score());
        assertEquals(Outcome.FAILED, trial(2).outcome());
        assertTrue(trial(2).score() < 0.9, "score " + trial(2).score());
        assertEquals("fooled after " + trial(0).steps() + " steps", text(robot, "#outcome-0"));
        assertTrue(text(robot, "#outcome-2").matches("holds at 0\\.\\d\\d after 120 steps"), text(robot, "#outcome-2"));
        assertEquals(121, model.curve(2, 0).all().size(), "a point of the curve a step");
        assertEquals("Again", text(robot, "#play"));
    }

    @Test
    void keysStepRestartAndDrawANewSeed(FxRobot robot) {
        awaitFrame();
        float[] first = trial(0).image();
        robot.type(KeyCode.S, KeyCode.S, KeyCode.S);
        await(() -> frame() != null && frame().step() == 3);
        assertEquals(3, trial(0).steps());
        float[] third = trial(0).image();
        robot.type(KeyCode.R);
        await(() -> frame() != null && frame().step() == 0);
        assertArrayEquals(first, trial(0).image());
        robot.type(KeyCode.S, KeyCode.S, KeyCode.S);
        await(() -> frame() != null && frame().step() == 3);
        assertArrayEquals(third, trial(0).image());
        robot.type(KeyCode.N);
        awaitFrame();
        assertFalse(Arrays.equals(first, trial(0).image()));
        assertEquals(
                Long.toString(model.seedProperty().get()),
                robot.lookup("#seed").queryAs(TextField.class).getText());
    }

    @Test
    void theFirstImageIsChosenByItsPictureAndEveryVictimBeginsWithIt(FxRobot robot) {
        awaitFrame();
        float[] grey = trial(0).image();
        assertTrue(robot.lookup("#start-grey").queryAs(ToggleButton.class).isSelected());
        robot.interact(
                () -> robot.lookup("#start-noise").queryAs(ToggleButton.class).fire());
        await(() -> frame() != null && !Arrays.equals(grey, trial(0).image()));
        assertEquals(
                GradientAttack.paper(GeneratorStart.NOISE),
                model.planProperty().get().attack());
        float[] noise = GradientAttack.paper(GeneratorStart.NOISE).firstImage(784, 1);
        assertArrayEquals(noise, trial(0).image());
        assertArrayEquals(noise, trial(2).image());
        robot.interact(() -> model.protocolProperty().set(Protocol.CPPN));
        assertFalse(robot.lookup(".starts").query().isVisible(), "evolution moves no generator");
        robot.interact(() -> model.protocolProperty().set(Protocol.STRONG));
        assertTrue(robot.lookup(".starts").query().isVisible());
        assertTrue(robot.lookup("#start-noise").queryAs(ToggleButton.class).isSelected());
        assertEquals(
                GradientAttack.strong(GeneratorStart.NOISE),
                model.planProperty().get().attack());
    }

    @Test
    void allTenTargetsAreCountedAndAClickWatchesOne(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> {
            model.victims().remove("mnist-cool");
            model.protocolProperty().set(Protocol.STRONG);
            model.mostStepsProperty().set(15);
        });
        robot.type(KeyCode.A);
        robot.type(KeyCode.SPACE);
        awaitEnd();
        var cnn = frame().victims().get(0);
        assertEquals(10, cnn.trials().size());
        assertTrue(cnn.fooled() >= 3, "seed 1: the CNN was fooled " + cnn.fooled() + " of 10 times");
        assertEquals("fooled " + cnn.fooled() + " of 10", text(robot, "#count-0"));
        assertEquals("fooled 0 of 10", text(robot, "#count-1"));
        robot.clickOn("#trial-1-7");
        assertEquals(new FoolingModel.Watched(1, 7), model.watchedProperty().get());
        assertTrue(
                text(robot, "#watched .title").contains("mnist-dae-sym for \u201c7\u201d"),
                text(robot, "#watched .title"));
        assertFalse(model.curve(1, 7).isEmpty());
        robot.type(KeyCode.DIGIT4);
        await(() -> robot.lookup("#column-0").tryQuery().isPresent());
        assertEquals(4, model.planProperty().get().settings().target(0));
    }

    @Test
    void everyControlHasATooltipOrAName(FxRobot robot) {
        awaitFrame();
        assertEquals(List.of(), NamelessButtons.in(robot));
    }

    @Test
    void whoHearsTheLabIsToldTheNameOfEveryControlAndPicture(FxRobot robot) {
        awaitFrame();
        for (int target : new int[] {3, FoolingModel.ALL}) {
            robot.interact(() -> model.targetProperty().set(target));
            await(() ->
                    frame() != null && frame().plan() == model.planProperty().get());
            List<Node> nameless = new ArrayList<>();
            robot.interact(() -> {
                Set<Node> labelled = new HashSet<>();
                Set<Node> all = lab.view().lookupAll("*");
                all.forEach(node -> labelled.add(node instanceof Label label ? label.getLabelFor() : null));
                all.stream()
                        .filter(node -> node.isFocusTraversable() || node instanceof DigitView)
                        .filter(node -> !(node instanceof ScrollPane) && !labelled.contains(node))
                        .filter(node -> node.getAccessibleText() == null
                                || node.getAccessibleText().isBlank())
                        .filter(node -> !(node instanceof Labeled labeled)
                                || labeled.getText().isBlank())
                        .forEach(nameless::add);
            });
            assertEquals(List.of(), nameless, "target " + target);
        }
    }

    @Test
    void theTourEndsAndNothingIsCutOff(FxRobot robot) {
        awaitFrame();
        ShownWindow.assertTourEnds(robot, lab.tour().size());
        robot.interact(() -> model.victims().add(entry("mnist-dae-asym")));
        await(() -> names().size() == 4);
        awaitFrame();
        robot.interact(() -> model.mostStepsProperty().set(3));
        for (int target : new int[] {3, FoolingModel.ALL}) {
            robot.interact(() -> {
                model.targetProperty().set(target);
                model.play();
            });
            awaitEnd();
            assertEquals(List.of(), CutOff.in(stage.getScene()), "target " + target);
        }
    }
}
