package org.penumbra.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.image.Emnist;
import org.penumbra.kit.OwnSets;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.NamelessButtons;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImageSource;
import org.penumbra.view.shell.Theme;
import org.penumbra.view.shell.message.Message;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A run in the whole window: what it does, what is typed, how it looks. */
@Timeout(240)
class TrainWindowTest extends TrainWindow {

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @Test
    void itStartsPausedOnBuiltInDigitsAndSpaceTrains(FxRobot robot) {
        awaitFrame();
        assertEquals("Training tiny \u2013 Penumbra", stage.getTitle());
        assertEquals(State.PAUSED, model.statusProperty().get().state());
        robot.type(KeyCode.SPACE);
        await(() -> model.statusProperty().get().step() > 20);
        robot.type(KeyCode.SPACE);
        assertEquals(List.of("begin", "play", "pause"), engine.commands);
        assertTrue(model.curves().held().all().size() > 1);
    }

    @Test
    void playPressedBeforeTheImagesAreThereIsNotForgotten(FxRobot robot) {
        robot.interact(() -> lab.actions().togglePlay());
        await(() -> model.statusProperty().get().step() > 0);
    }

    @Test
    void keysStepKeepAndGoBack(FxRobot robot) {
        awaitFrame();
        robot.type(KeyCode.S, KeyCode.DIGIT1, KeyCode.RIGHT, KeyCode.C);
        await(() -> model.milestoneProperty().get() != null);
        robot.type(KeyCode.S, KeyCode.B);
        await(() -> model.statusProperty().get().step() == 3);
        robot.type(KeyCode.R);
        await(() -> model.statusProperty().get().step() == 0);
        assertEquals(
                List.of("begin", "step 1", "step 1", "step 1", "snapshot", "step 1", "resume 3", "reset"),
                engine.commands);
    }

    @Test
    void typedNonsenseIsExplainedAndChangesNothing(FxRobot robot) {
        awaitFrame();
        TextField sigma = robot.lookup("#sigma").queryAs(TextField.class);
        robot.interact(() -> sigma.setText("much"));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#restart").queryButton().isDisabled());
        assertTrue(robot.lookup(".problem").queryAll().stream().anyMatch(Node::isVisible));
        robot.interact(() -> lab.actions().togglePlay());
        assertEquals(List.of("begin"), engine.commands, "nothing has been trained, so play would start what is typed");
        assertTrue(
                ShownWindow.messages(window).get(0).text().startsWith("Sigma: expected a number"),
                ShownWindow.messages(window).toString());
        robot.interact(() -> sigma.setText("11"));
        assertTrue(robot.lookup("#restart").queryButton().isDisabled(), "sigma is 10 at most");
        robot.interact(() -> lab.actions().draft().revert());
        assertEquals("0.1", sigma.getText());
        assertFalse(robot.lookup(".restart-bar").query().isVisible());
    }

    @Test
    void aChangeWaitsUntilTheRunIsStartedAnew(FxRobot robot) {
        awaitFrame();
        robot.type(KeyCode.S);
        robot.interact(() -> robot.lookup("#lambda").queryAs(TextField.class).setText("7"));
        assertTrue(robot.lookup(".restart-bar").query().isVisible());
        assertEquals(1, engine.plans.size());
        robot.interact(() -> robot.lookup("#restart").queryButton().fire());
        await(() -> engine.plans.size() == 2);
        assertEquals(7, engine.plans.get(1).course().training().lambda());
        assertFalse(robot.lookup(".restart-bar").query().isVisible());
    }

    @Test
    void whatWasMadeOfAFoldersFilesIsToldAndCanBeChosenOtherwise(FxRobot robot) throws IOException {
        int[] labels = OwnSets.turns(480, 1, 26);
        Path set = OwnSets.write(folder.resolve("emnist-letters"), labels, labels);
        awaitFrame();
        Node row = robot.lookup("#emnist").query();
        assertFalse(row.getParent().getParent().isVisible(), "built-in digits are no set of EMNIST");
        robot.interact(() -> {
            lab.actions().draft().sourceProperty().set(new ImageSource.Stored(set.toString()));
            lab.actions().draft().apply();
        });
        await(() -> engine.plans.size() == 2);
        assertTrue(row.getParent().getParent().isVisible());
        assertEquals("a", engine.plans.get(1).course().data().classes().get(0));
        assertTrue(
                ShownWindow.messages(window).stream()
                        .anyMatch(message -> message.text().contains("read as EMNIST letters, as its name says")),
                ShownWindow.messages(window).toString());
        ComboBox<Emnist> box = comboBox(robot, "#emnist");
        robot.interact(() -> box.setValue(new Emnist.AsStored()));
        assertTrue(robot.lookup(".restart-bar").query().isVisible());
        robot.interact(() -> robot.lookup("#restart").queryButton().fire());
        await(() -> engine.plans.size() == 3);
        assertEquals("1", engine.plans.get(2).course().data().classes().get(0));
    }

    @Test
    void imagesThatCannotBeLearntAreRefusedAndTheRunStays(FxRobot robot) throws IOException {
        Path one = OwnSets.write(folder.resolve("one"), new int[480], new int[480]);
        Path large = OwnSets.write(folder.resolve("large"), 32, 32, OwnSets.turns(480, 0, 9), OwnSets.turns(10, 0, 9));
        awaitFrame();
        Map<Path, String> expected = Map.of(
                one, "one: expected images of 2 to 100 classes, but all are of the class 0",
                large, "large: expected images of 28 x 28 pixels, as the networks take them, but they have 32 x 32");
        for (Map.Entry<Path, String> entry : expected.entrySet()) {
            robot.interact(() -> {
                lab.actions()
                        .draft()
                        .sourceProperty()
                        .set(new ImageSource.Stored(entry.getKey().toString()));
                lab.actions().draft().apply();
            });
            await(() -> ShownWindow.messages(window).stream()
                    .anyMatch(message -> message.text().startsWith(entry.getValue())));
            assertEquals(1, engine.plans.size());
        }
    }

    @Test
    void clutterIsAShareThatEveryArchitectureMayHave(FxRobot robot) {
        awaitFrame();
        TextField clutter = robot.lookup("#clutter").queryAs(TextField.class);
        assertEquals("0", clutter.getText());
        robot.interact(() -> clutter.setText("1.5"));
        assertTrue(robot.lookup("#restart").queryButton().isDisabled(), "clutter is 1 at most");
        assertTrue(
                lab.actions().draft().complaint().startsWith("Clutter: "),
                lab.actions().draft().complaint());
        robot.interact(() -> {
            clutter.setText("0.5");
            lab.actions().draft().architectureProperty().set(ImageArchitecture.CNN);
        });
        assertTrue(clutter.getParent().getParent().isVisible());
        assertEquals(List.of(), CutOff.in(stage.getScene()));
        robot.interact(() -> robot.lookup("#restart").queryButton().fire());
        await(() -> engine.plans.size() == 2);
        assertEquals(0.5, engine.plans.get(1).course().training().clutter());
        assertEquals("0.5", clutter.getText());
    }

    @Test
    void beforeTheFirstStepPlayTakesWhatIsTyped(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> robot.lookup("#seed").queryAs(TextField.class).setText("77"));
        robot.interact(() -> lab.actions().togglePlay());
        await(() -> model.statusProperty().get().step() > 0);
        assertEquals(77, engine.plans.get(1).course().training().seed());
    }

    @Test
    void anEarlierRunIsSeenInTheChartsUntilItIsRemoved(FxRobot robot) {
        awaitFrame();
        robot.type(KeyCode.SPACE);
        await(() -> model.statusProperty().get().step() > 50);
        robot.type(KeyCode.SPACE, KeyCode.K, KeyCode.R);
        await(() -> model.statusProperty().get().step() == 0);
        assertEquals(
                "A  dAE sym", robot.lookup(".chip .label").queryAs(Label.class).getText());
        robot.interact(() -> {
            robot.lookup("#sigma").queryAs(TextField.class).setText("0.3");
            lab.actions().draft().apply();
        });
        assertEquals(
                "A  dAE sym, \u03c3 0.1",
                robot.lookup(".chip .label").queryAs(Label.class).getText());
        robot.interact(() -> robot.lookup("#remove-A").queryButton().fire());
        assertTrue(robot.lookup(".chip").tryQuery().isEmpty());
        assertTrue(model.curves().kept().isEmpty());
    }

    @Test
    void aRunThatStopsEarlySaysWhyAndItsModelIsInTheOtherLabs(FxRobot robot) {
        awaitFrame();
        robot.type(KeyCode.S);
        robot.interact(() -> engine.finish("The validation loss has not fallen for 5 epochs."));
        await(() -> !ShownWindow.messages(window).isEmpty());
        Message message = ShownWindow.messages(window).get(0);
        assertTrue(message.text().startsWith("The validation loss has not fallen for 5 epochs."), message.text());
        assertEquals(
                "Finished",
                robot.lookup(".status-bar > #state").queryAs(Label.class).getText());
        TrainedModel known = (TrainedModel)
                context.models().find("tiny trained here").orElseThrow().model();
        assertEquals("tiny", known.provenance().preset());
        assertEquals(1, known.provenance().steps());
        assertEquals(model.data().images().checksums(), known.provenance().checksums());
        assertTrue(robot.lookup("#play").queryButton().isDisabled());
    }

    @Test
    void thePresentNetworkCanBeUsedWhileTheRunIsPaused(FxRobot robot) {
        awaitFrame();
        assertTrue(robot.lookup("#use").queryButton().isDisabled());
        robot.type(KeyCode.S, KeyCode.U);
        await(() -> context.models().find("tiny at step 1").isPresent());
        assertEquals(
                "The other labs know it as \u201ctiny at step 1\u201d.",
                robot.lookup(".model-pane .hint").queryAs(Label.class).getText());
    }

    @Test
    void aFailureIsShownWithAWayOut(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> engine.diverge("The loss is NaN at step 3."));
        await(() -> !ShownWindow.messages(window).isEmpty());
        robot.clickOn("A tenth of the learning rate, and start anew");
        await(() -> engine.plans.size() == 2);
        assertEquals(1e-4, engine.plans.get(1).course().training().learningRate(), 1e-12);
        await(() -> ShownWindow.messages(window).isEmpty());
    }

    @Test
    void onlyARunThatDivergedIsOfferedALowerRate(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> engine.fail("The file with the learning rate is damaged."));
        await(() -> !ShownWindow.messages(window).isEmpty());
        assertEquals(List.of("Reset"), choices(ShownWindow.messages(window).get(0)));
    }

    private static List<String> choices(Message message) {
        return message.choices().stream().map(Message.Choice::label).toList();
    }

    @Test
    void nothingIsCutOff(FxRobot robot) {
        awaitFrame();
        robot.type(KeyCode.SPACE);
        await(() -> model.statusProperty().get().step() > 30);
        robot.type(KeyCode.SPACE, KeyCode.C, KeyCode.K, KeyCode.K, KeyCode.K);
        await(() -> model.milestoneProperty().get() != null);
        for (int[] size : new int[][] {{960, 640}, {960, 1080}, {1280, 800}, {1920, 1080}}) {
            for (Theme theme : Theme.values()) {
                robot.interact(() -> {
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                });
                for (ImageArchitecture architecture : ImageArchitecture.values()) {
                    robot.interact(
                            () -> lab.actions().draft().architectureProperty().set(architecture));
                    assertEquals(List.of(), CutOff.in(stage.getScene()), size[0] + " " + theme + " " + architecture);
                }
                robot.type(KeyCode.T);
            }
        }
    }

    @Test
    void minutesAreNotLostByResetAndBackOffersThem(FxRobot robot) {
        awaitFrame();
        robot.type(KeyCode.S, KeyCode.C);
        await(() -> model.milestoneProperty().get() != null);
        trainForAMinute(robot);
        robot.type(KeyCode.R);
        await(() -> model.statusProperty().get().step() == 0);
        await(() -> !ShownWindow.messages(window).isEmpty());
        Message told = ShownWindow.messages(window).get(0);
        assertTrue(told.title().endsWith(" is kept"), told.toString());
        assertEquals("Back to\u2026", robot.lookup("#back").queryButton().getText());
        assertTrue(lab.atStake().contains(" of training, is in no file"), lab.atStake());
        long step = model.leftBehindProperty().get().step();
        assertEquals(List.of("Go back to it"), choices(told));
        robot.interact(told.choices().get(0).action());
        await(() -> model.statusProperty().get().step() == step);
    }

    @Test
    void theCheckpointsAreAskedForAlsoWhileTheSidePaneIsFolded(FxRobot robot) {
        awaitFrame();
        robot.type(KeyCode.S, KeyCode.C);
        await(() -> model.milestoneProperty().get() != null);
        trainForAMinute(robot);
        robot.type(KeyCode.R);
        await(() -> model.statusProperty().get().step() == 0);
        robot.interact(() -> lab.view().sideShownProperty().set(false));
        robot.type(KeyCode.B);
        await(() -> robot.lookup(".menu-item").queryAll().size() == 2);
        robot.clickOn("tiny at step 1");
        await(() -> model.statusProperty().get().step() == 1);
    }

    @Test
    void whatWasAddedToTheLabsIsSaidAndTriedOut(FxRobot robot) {
        awaitFrame();
        robot.type(KeyCode.S, KeyCode.U);
        await(() -> !ShownWindow.messages(window).isEmpty());
        Message told = ShownWindow.messages(window).get(0);
        assertEquals("Added to Draw and Fooling as \u201ctiny at step 1\u201d", told.title());
        assertEquals("In the labs", robot.lookup("#use").queryButton().getText());
        robot.type(KeyCode.U);
        assertTrue(context.models().find("tiny at step 1 (2)").isEmpty(), "it is there already");
        assertEquals(List.of("Go to Draw"), choices(told));
        robot.interact(told.choices().get(0).action());
        assertEquals(List.of("try out tiny at step 1"), trying.heard);
        robot.interact(() -> window.open("Train"));
        robot.type(KeyCode.R);
        await(() -> model.statusProperty().get().step() == 0);
        assertEquals("Use in the labs", robot.lookup("#use").queryButton().getText());
    }

    @Test
    void aRunWithoutACurveIsNotKept(FxRobot robot) {
        awaitFrame();
        assertTrue(robot.lookup("#keep").queryButton().isDisabled());
        robot.type(KeyCode.S);
        await(() -> !robot.lookup("#keep").queryButton().isDisabled());
        robot.type(KeyCode.K, KeyCode.K);
        assertEquals(1, model.curves().kept().size(), "the same curves once more would say nothing");
    }

    @Test
    void theListOfPresetsShowsItsRowsWhole(FxRobot robot) {
        awaitFrame();
        await(() -> !lab.actions().shipped().isEmpty());
        ComboBox<ImagePreset> box = comboBox(robot, "#preset");
        robot.interact(box::show);
        ListView<?> list = (ListView<?>) ((ComboBoxListViewSkin<?>) box.getSkin()).getPopupContent();
        await(() -> list.lookupAll(".list-cell").stream()
                .anyMatch(cell -> cell.isVisible() && ((ListCell<?>) cell).getItem() != null));
        Bounds seen = list.localToScreen(list.getLayoutBounds());
        List<Double> cut = list.lookupAll(".list-cell").stream()
                .map(cell -> (ListCell<?>) cell)
                .filter(cell -> cell.isVisible() && cell.getItem() != null)
                .map(cell -> cell.localToScreen(cell.getLayoutBounds()).getMaxY() - seen.getMaxY())
                .filter(beyond -> beyond > 1)
                .toList();
        assertEquals(List.of(), cut);
    }

    @Test
    void everyControlHasATooltipOrAName(FxRobot robot) {
        assertEquals(List.of(), NamelessButtons.in(robot));
    }

    @Test
    void theTourEnds(FxRobot robot) {
        awaitFrame();
        ShownWindow.assertTourEnds(robot, lab.tour().size());
    }

    @Test
    void closingEndsTheEngine(FxRobot robot) {
        robot.interact(window::close);
        assertTrue(engine.commands.contains("close"));
    }
}
