package org.penumbra.view.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.experiment.report.Report;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.kit.window.TabWalk;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.experiments.CellState.Phase;
import org.penumbra.live.experiments.ExperimentStatus.End;
import org.penumbra.view.shell.message.Message;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What a person does in the experiments lab. */
@Timeout(240)
class ExperimentsWindowTest extends ExperimentsWindow {

    @Start
    void open(Stage shown) {
        show(shown);
    }

    private String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    @Test
    void whatItWillTakeIsToldBeforeItStarts(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        await(() -> text(robot, "#progress-words").startsWith("It will take 8 cells, about 5 s"));
        robot.interact(
                () -> model.draft().kindProperty().set(model.draft().kinds().get(1)));
        await(() -> text(robot, "#progress-words").startsWith("It will take 180 cells, about "));
        assertEquals("Figures of many cells \u2013 Penumbra", stage.getTitle());
        assertEquals(180, robot.lookup(".cell-grid > .cell-tile").queryAll().size());
    }

    @Test
    void cellsFillAndTheReportGrowsBesideThePaper(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        assertEquals(CELLS, model.frameProperty().get().count(Phase.WAITING));
        assertTrue(figures(robot).stream().allMatch("\u2013"::equals), "nothing is known");
        robot.clickOn("#play");
        awaitState(State.FINISHED);
        await(() -> finished() == CELLS);
        await(() -> figures(robot).stream().noneMatch("\u2013"::equals));
        double sum = Double.parseDouble(figures(robot).get(0));
        String paper = robot.lookup(".paper-figure").nth(0).queryAs(Label.class).getText();
        assertTrue(paper.startsWith("paper 0.500, \u0394 "), paper);
        double difference = Double.parseDouble(
                paper.substring("paper 0.500, \u0394 ".length()).replace('\u2212', '-'));
        assertEquals(sum - 0.5, difference, 1.1e-3);
        Path results = folder.resolve("results/counting-quick");
        assertTrue(Files.exists(results.resolve("report.md")));
        robot.clickOn("#open-report");
        await(() -> opened.equals(List.of(results.resolve("report.md").toAbsolutePath())));
    }

    private static List<String> figures(FxRobot robot) {
        return robot.lookup(".figures .figure").queryAll().stream()
                .map(figure -> ((Label) figure).getText())
                .toList();
    }

    @Test
    void itPausesAndGoesOn(FxRobot robot) {
        startHeld(robot);
        assertTrue(robot.lookup("#experiment").query().isDisabled(), "another one is chosen when it has ended");
        robot.type(KeyCode.SPACE);
        awaitState(State.PAUSED);
        assertEquals("Go on", text(robot, "#play"));
        assertEquals(2, finished());
        held = false;
        robot.clickOn("#play");
        awaitState(State.FINISHED);
        assertEquals(End.WHOLE, model.statusProperty().get().end());
        assertEquals("Start", text(robot, "#play"));
    }

    @Test
    void itGoesOnWhileAnotherLabIsSeenAndItsTabSaysSo(FxRobot robot) {
        startHeld(robot);
        robot.interact(() -> window.open("Empty"));
        ToggleButton tab = robot.lookup(".lab").nth(0).query();
        await(() -> "Experiments (running)".equals(tab.getAccessibleText()));
        held = false;
        await(() -> lab.model().engineStatus().orElseThrow().state() == State.FINISHED);
        robot.interact(() -> window.open("Experiments"));
        await(() -> finished() == CELLS);
    }

    @Test
    void aCancelledRunGoesOnAndAFolderGivesTheSameResults(FxRobot robot) {
        startHeld(robot);
        robot.type(KeyCode.E);
        awaitState(State.FINISHED);
        assertEquals(2, model.statusProperty().get().step());
        assertTrue(robot.lookup("#answer-no").tryQuery().isEmpty(), "less than a minute is at stake");
        assertEquals(End.CANCELLED, model.statusProperty().get().end());
        await(() -> text(robot, "#play").equals("Go on"));
        // Another experiment is looked at, and then the folder is opened.
        robot.interact(
                () -> model.draft().kindProperty().set(model.draft().kinds().get(1)));
        await(() -> model.frameProperty().get().cells().size() == 180);
        Path left = folder.resolve("results/counting-quick");
        files.file = left;
        robot.clickOn("#open-results");
        await(() -> model.frameProperty().get().cells().size() == CELLS && state() == State.FINISHED);
        assertEquals("counting", model.draft().kindProperty().get().about().name());
        assertTrue(model.draft().quickProperty().get());
        await(() -> text(robot, "#play").equals("Go on"));
        assertEquals(2, finished(), "looking computes nothing");
        held = false;
        robot.clickOn("#play");
        await(() -> model.statusProperty().get().end() == End.WHOLE);
        await(() -> finished() == CELLS);
        Report resumed = model.frameProperty().get().report();
        robot.clickOn("#play");
        await(() -> model.statusProperty().get().end() == End.WHOLE
                && model.frameProperty()
                        .get()
                        .folder()
                        .filter(at -> at.endsWith("counting-quick-2"))
                        .isPresent());
        await(() -> finished() == CELLS);
        assertEquals(model.frameProperty().get().report(), resumed);
    }

    @Test
    void aCellThatFailsIsToldAndTheOthersGoOn(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        robot.interact(() -> model.draft().repeats().textProperty().set("13"));
        robot.clickOn("#play");
        await(() -> model.statusProperty().get().end() == End.FAILURES);
        await(() -> finished() == CELLS - 1);
        assertEquals("1 failed", text(robot, "#failed-now"));
        robot.moveTo("#cell-sum-2");
        await(() -> text(robot, "#cell-words").equals("cell 2: expected numbers, but it is the one that fails"));
        assertEquals("Go on", text(robot, "#play"), "to try it again");
    }

    @Test
    void theArrowKeysGoFromCellToCell(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        CellGrid grid = robot.lookup(".cell-grid").query();
        robot.interact(grid::requestFocus);
        robot.type(KeyCode.RIGHT, KeyCode.DOWN);
        assertEquals(
                "row 1 \u00b7 column 1",
                robot.lookup(".cell-name").queryAs(Label.class).getText());
        assertTrue(grid.getAccessibleText().contains("row 1 \u00b7 column 1: waits"), grid.getAccessibleText());
        robot.type(KeyCode.DOWN, KeyCode.LEFT, KeyCode.LEFT, KeyCode.UP);
        assertEquals(
                "row 0 \u00b7 column 0",
                robot.lookup(".cell-name").queryAs(Label.class).getText());
        robot.type(KeyCode.END);
        assertEquals(
                "row 1 \u00b7 column 3",
                robot.lookup(".cell-name").queryAs(Label.class).getText());
    }

    @Test
    void closingAsksWhileItRunsAndKeepsWhatIsFinished(FxRobot robot) {
        startHeld(robot);
        ShownWindow.requestClose(robot, stage);
        String asked = ShownWindow.question(robot);
        assertTrue(asked.startsWith("The experiment is not finished: "), asked);
        assertTrue(stage.isShowing());
        robot.clickOn("#answer-no");
        ShownWindow.requestClose(robot, stage);
        robot.clickOn("#answer-yes");
        assertFalse(stage.isShowing());
        assertTrue(Files.exists(folder.resolve("results/counting-quick/cells/sum-0.cell")));
    }

    @Test
    void whatIsNoFolderOfResultsIsTold(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        files.file = folder;
        robot.clickOn("#open-results");
        await(() -> messages("The experiment stopped").size() == 1);
        assertTrue(messages("The experiment stopped").get(0).text().contains("no run was begun there"));
    }

    @Test
    void aMissingDataSetOffersTheDataSheet(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        robot.interact(
                () -> model.draft().kindProperty().set(model.draft().kinds().get(2)));
        robot.clickOn("#play");
        await(() -> messages("MNIST is missing").size() == 1);
        robot.clickOn("Download\u2026");
        assertTrue(robot.lookup(".places .path").tryQuery().isPresent(), "the sheet of image data");
    }

    private List<Message> messages(String title) {
        return ShownWindow.messages(window).stream()
                .filter(message -> message.title().equals(title))
                .toList();
    }

    @Test
    void theReportIsExported(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        files.file = folder.resolve("exported");
        robot.interact(() -> robot.lookup("#export")
                .queryAs(MenuButton.class)
                .getItems()
                .get(0)
                .fire());
        await(() -> messages("There is nothing to export yet").size() == 1);
        robot.clickOn("#play");
        awaitState(State.FINISHED);
        await(() -> finished() == CELLS);
        robot.interact(() -> files.file.toFile().mkdirs());
        robot.interact(() -> robot.lookup("#export")
                .queryAs(MenuButton.class)
                .getItems()
                .get(0)
                .fire());
        await(() -> Files.exists(folder.resolve("exported/report.md")));
    }

    @Test
    void theTourEnds(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        ShownWindow.assertTourEnds(robot, 4);
    }

    @Test
    void aFullLabIsSeenWholeAndReachedByKeyboardInBothThemes(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        robot.interact(
                () -> model.draft().kindProperty().set(model.draft().kinds().get(1)));
        robot.clickOn("#play");
        awaitState(State.FINISHED);
        await(() -> finished() == 179);
        StringBuilder faults = new StringBuilder();
        for (int theme = 0; theme < 2; theme++) {
            for (int[] size : new int[][] {{960, 640}, {1366, 768}, {1920, 1080}}) {
                robot.interact(() -> {
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                });
                CutOff.in(stage.getScene())
                        .forEach(fault -> faults.append(size[0])
                                .append(": ")
                                .append(fault)
                                .append('\n'));
            }
            TabWalk walk = TabWalk.through(stage.getScene());
            walk.unseen()
                    .forEach(line -> faults.append("not seen: ").append(line).append('\n'));
            walk.unreached()
                    .forEach(line -> faults.append("not reached: ").append(line).append('\n'));
            walk.nameless()
                    .forEach(line -> faults.append("nameless: ").append(line).append('\n'));
            robot.type(KeyCode.T);
        }
        assertEquals("", faults.toString());
    }

    @Test
    void aWrongNumberOfRepeatsIsToldAndNothingStarts(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        robot.interact(() -> model.draft().repeats().textProperty().set("101"));
        assertEquals(
                "expected 0 to 100", model.draft().repeats().problemProperty().get());
        assertTrue(robot.lookup("#play").queryAs(Button.class).isDisabled());
    }
}
