package org.penumbra.view.rings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.archive.Origin;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.NamelessButtons;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.rings.points.DataForm;
import org.penumbra.view.shell.FontScale;
import org.penumbra.view.shell.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window with an engine made of formulas. */
@Timeout(240)
class RingsWindowTest extends RingsWindow {

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @Test
    void startShowsTheNetworkBeforeTheFirstStep(FxRobot robot) {
        awaitFrame();
        assertEquals("Three rings \u2013 Penumbra", stage.getTitle());
        assertEquals(0, model.frameProperty().get().step());
        assertEquals(200 * 200, heatmaps().pixels(Field.PREDICTION).length);
        await(() -> robot.lookup(".starting-cover")
                .tryQuery()
                .map(cover -> !cover.isVisible())
                .orElse(false));
    }

    @Test
    void spacePlaysAndPausesWithoutPressingTheFocusedButton(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> robot.lookup("#reset").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertEquals(List.of("play"), engine.commands);
        await(() -> model.frameProperty().get().step() > 0);
        robot.type(KeyCode.SPACE);
        assertEquals(List.of("play", "pause"), engine.commands);
    }

    @Test
    void enterPressesTheFocusedButton(FxRobot robot) {
        robot.interact(() -> robot.lookup("#reset").query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertEquals("reset", engine.commands.get(0));
    }

    @Test
    void lettersTypedIntoAFieldAreNoCommandsAndEscapeLeavesIt(FxRobot robot) {
        robot.clickOn("#seed");
        robot.type(KeyCode.SPACE, KeyCode.S, KeyCode.R, KeyCode.N, KeyCode.T);
        assertTrue(engine.commands.isEmpty(), engine.commands.toString());
        robot.type(KeyCode.ESCAPE);
        assertEquals("1", robot.lookup("#seed").queryAs(TextField.class).getText());
        robot.type(KeyCode.S);
        assertEquals(List.of("step 1"), engine.commands);
    }

    @Test
    void keysStepResetAndDrawANewSeed(FxRobot robot) {
        robot.type(KeyCode.S, KeyCode.RIGHT, KeyCode.R, KeyCode.N);
        assertEquals(List.of("step 1", "step 1", "reset"), engine.commands.subList(0, 3));
        assertEquals("restart", engine.commands.get(engine.commands.size() - 1));
        assertEquals(
                Long.toString(engine.setup().seed()),
                robot.lookup("#seed").queryAs(TextField.class).getText());
    }

    @Test
    void theAlphaSliderChangesConfidenceAndPixelsWhilePaused(FxRobot robot) {
        robot.interact(() -> {
            for (int i = 0; i < 500; i++) {
                model.step();
            }
        });
        await(() -> model.frameProperty().get() != null
                && model.frameProperty().get().step() == 500);
        WaitForAsyncUtils.waitForFxEvents();
        await(() -> heatmaps().pixels(Field.CONFIDENCE).length > 0);
        int[] confidence = heatmaps().pixels(Field.CONFIDENCE);
        int[] prediction = heatmaps().pixels(Field.PREDICTION);
        engine.commands.clear();
        Slider slider = robot.lookup("#alpha .slider").queryAs(Slider.class);
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.RIGHT, 5);
        assertTrue(
                model.settings().alphaProperty().get() > 20,
                "alpha is " + model.settings().alphaProperty().get());
        assertTrue(
                engine.commands.stream().allMatch(command -> command.startsWith("confidence")),
                engine.commands.toString());
        await(() -> !Arrays.equals(confidence, heatmaps().pixels(Field.CONFIDENCE)));
        assertArrayEquals(prediction, heatmaps().pixels(Field.PREDICTION));
    }

    @Test
    void aTypedLearningRateReachesTheEngine(FxRobot robot) {
        TextField field = robot.lookup("#learning-rate .text-field").queryAs(TextField.class);
        robot.interact(() -> {
            field.setText("100");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        assertEquals(100, engine.training().learningRate());
    }

    @Test
    void badGeometryIsExplainedAndCannotBeApplied(FxRobot robot) {
        robot.interact(() -> ((TitledPane) robot.lookup("#data").query()).setExpanded(true));
        TextField centres = robot.lookup("#centres").queryAs(TextField.class);
        robot.interact(() -> centres.setText("(0, 0) (1"));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#restart").queryButton().isDisabled());
        assertTrue(robot.lookup(".problem").queryAll().stream().anyMatch(Node::isVisible));
        robot.interact(() -> centres.setText("(0, 0) (1, 1)"));
        assertTrue(robot.lookup(".problem").queryAll().stream().noneMatch(Node::isVisible));
        robot.interact(() -> robot.lookup("#restart").queryButton().fire());
        assertEquals(2, engine.setup().data().classes());
        assertFalse(robot.lookup(".restart-bar").query().isVisible());
    }

    @Test
    void theThemeIsToggledAndRemembered(FxRobot robot) {
        robot.type(KeyCode.T);
        assertEquals(Theme.DARK, window.theme());
        assertEquals(Theme.DARK, Theme.remembered(memory));
        robot.type(KeyCode.T);
        assertEquals(Theme.LIGHT, Theme.remembered(memory));
    }

    @Test
    void digitsEnlargeAPictureAndZeroShowsAllFour(FxRobot robot) {
        robot.type(KeyCode.DIGIT3);
        assertEquals(Field.CURVATURE, heatmaps().aloneProperty().get());
        robot.type(KeyCode.DIGIT0);
        assertNull(heatmaps().aloneProperty().get());
    }

    @Test
    void theSheetOfKeysTakesTheKeysUntilItIsClosed(FxRobot robot) {
        robot.type(KeyCode.F1);
        assertNotNull(robot.lookup(".paper").query());
        assertEquals(
                "Penumbra " + Origin.programVersion() + ". It logs to standard error.",
                robot.lookup("#about").queryLabeled().getText());
        robot.type(KeyCode.S);
        assertTrue(engine.commands.isEmpty());
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup(".paper").tryQuery().isEmpty());
        robot.type(KeyCode.S);
        assertEquals(List.of("step 1"), engine.commands);
    }

    @Test
    void theTourHasFiveStopsAndEnds(FxRobot robot) {
        ShownWindow.assertTourEnds(robot, 5);
    }

    @Test
    void paintedPointsAreTrainedOnWhenTheStrokeEnds(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> {
            SetupDraft draft = ((RingsView) lab.view()).controls().draft();
            draft.formProperty()
                    .set(draft.forms().stream()
                            .filter(DataForm::isPainted)
                            .findFirst()
                            .orElseThrow());
            draft.painting().labelProperty().set(2);
        });
        assertTrue(engine.commands.isEmpty());
        robot.drag("#heatmap-y .plot").moveBy(30, 20).moveBy(30, -10);
        assertTrue(engine.commands.isEmpty());
        robot.drop();
        await(() -> engine.setup().data() instanceof PaintedPoints);
        PaintedPoints painted = (PaintedPoints) engine.setup().data();
        assertTrue(painted.points().size() >= 2, painted.toString());
        assertTrue(painted.points().stream().allMatch(point -> point.label() == 2));
    }

    @Test
    void errorsNobodyExpectedAreShownOnceAndTheWindowLivesOn(FxRobot robot) {
        IllegalStateException problem = new IllegalStateException("a wheel came off");
        robot.interact(() -> {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, problem);
            thread.getUncaughtExceptionHandler().uncaughtException(thread, problem);
        });
        await(() -> robot.lookup("#failure-errors").tryQuery().isPresent());
        List<String> told =
                robot.lookup("#failure-errors").queryLabeled().getText().lines().toList();
        assertEquals(1, told.size());
        assertTrue(told.get(0).startsWith("a wheel came off"));
        robot.clickOn("#failure-close");
        robot.type(KeyCode.S);
        assertEquals(List.of("step 1"), engine.commands);
    }

    @Test
    void nothingIsCutOffInTheSmallestComfortableWindow(FxRobot robot) {
        awaitFrame();
        for (Theme theme : Theme.values()) {
            assertEquals(theme, window.theme());
            assertEquals(List.of(), CutOff.in(stage.getScene()), theme.toString());
            robot.interact(() -> {
                ((TitledPane) robot.lookup("#data").query()).setExpanded(true);
                ((TitledPane) robot.lookup("#network").query()).setExpanded(true);
                robot.lookup("#hidden-layers").queryAs(TextField.class).setText("32, x");
            });
            SetupDraft draft = ((RingsView) lab.view()).controls().draft();
            for (DataForm form : draft.forms()) {
                robot.interact(() -> draft.formProperty().set(form));
                assertEquals(List.of(), CutOff.in(stage.getScene()), theme + ", " + form.name());
            }
            robot.interact(draft::revert);
            robot.interact(() -> model.step());
            for (double[] place : new double[][] {{1, 1}, {-1.234, -1.234}, {1, 1.65}, {2.4, -2.4}, {0, 0}}) {
                robot.interact(() -> model.look().pointerProperty().set(new Position(place[0], place[1])));
                assertEquals(List.of(), CutOff.in(stage.getScene()), theme + ", pointer at " + place[0]);
            }
            robot.interact(() -> engine.fail("A long explanation of what happened and what to try. ".repeat(5)));
            await(() -> !ShownWindow.messages(window).isEmpty());
            assertEquals(List.of(), CutOff.in(stage.getScene()), theme + ", failed");
            robot.interact(model::reset);
            await(() -> ShownWindow.messages(window).isEmpty());
            robot.type(KeyCode.T);
        }
    }

    @Test
    void lettersGrowWithTheWindowAndNothingIsCutOff(FxRobot robot) {
        awaitFrame();
        Label headline = robot.lookup("#verdict").queryAs(Label.class);
        Label number = robot.lookup(".colour-bar > .number").queryAs(Label.class);
        assertEquals(18, headline.getFont().getSize(), 0.1);
        assertEquals(0.93 * 13, number.getFont().getSize(), 0.1);
        // The headless screen is 1600 x 1000; a window may be larger than that.
        for (int[] size : new int[][] {{1600, 1000}, {1920, 1080}}) {
            robot.interact(() -> {
                stage.setWidth(size[0]);
                stage.setHeight(size[1]);
                model.look().pointerProperty().set(new Position(-1.234, -1.234));
            });
            assertEquals(List.of(), CutOff.in(stage.getScene()), size[0] + " x " + size[1]);
            double grown =
                    FontScale.size(stage.getScene().getWidth(), stage.getScene().getHeight());
            assertTrue(grown >= 15, "base font " + grown);
            assertEquals(grown * 18 / 13, headline.getFont().getSize(), 0.1);
            assertEquals(0.93 * grown, number.getFont().getSize(), 0.1);
        }
    }

    @Test
    void everyControlHasATooltipOrAName(FxRobot robot) {
        assertEquals(List.of(), NamelessButtons.in(robot));
    }

    @Test
    void closingEndsTheEngine(FxRobot robot) {
        robot.interact(window::close);
        assertTrue(engine.commands.contains("close"));
    }

    /** Whether a file was said to be saved; the note is closed, so that the next one counts. */
    @Test
    void unfoldingASectionBelowTheEdgeBringsItIntoSight(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> stage.setHeight(640));
        for (String section : List.of("network", "data")) {
            robot.interact(() -> ((TitledPane) robot.lookup("#" + section).query()).setExpanded(true));
            WaitForAsyncUtils.waitForFxEvents();
            Node content = robot.lookup("#" + section).query().lookup(".content");
            Bounds viewport = robot.lookup(".controls-pane > .scroll-pane")
                    .query()
                    .localToScene(robot.lookup(".controls-pane > .scroll-pane")
                            .query()
                            .getLayoutBounds());
            await(() -> content.localToScene(content.getLayoutBounds()).getMaxY() <= viewport.getMaxY() + 1);
        }
    }
}
