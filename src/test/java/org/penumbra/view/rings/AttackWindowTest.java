package org.penumbra.view.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.rings.AttackFrame;
import org.penumbra.preset.Presets;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.rings.field.Spread;
import org.penumbra.view.rings.points.DataForm;
import org.penumbra.view.shell.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The attack in the whole window, with an engine made of formulas whose points arrive after forty looks. */
@Timeout(240)
class AttackWindowTest extends RingsWindow {

    private AttackModel attack;

    @Start
    void open(Stage shown) {
        show(shown);
        attack = model.attack();
    }

    @Test
    void aClassAndAClickSendTwoPointsOffAndTheirPathsAreSeenOverYAndScaledOutputs(FxRobot robot) {
        begin(robot);
        WritableImage[] before = pictures(robot);
        robot.interact(() -> unfold(robot));
        robot.clickOn("#attack-choose");
        assertTrue(attack.armedProperty().get());
        robot.clickOn("#attack-2");
        robot.clickOn(at(robot, "y", 0.3, 0.6));
        AttackFrame end = awaitEnd();
        assertEquals(2, end.plan().target());
        assertEquals(-1, end.plan().start().x(), 0.02);
        assertEquals(-0.5, end.plan().start().y(), 0.02);
        assertEquals(41, end.scaled().points().size());
        WritableImage[] after = pictures(robot);
        for (Field field : Field.values()) {
            boolean shown = field == Field.PREDICTION || field == Field.SCALED;
            int changed = changed(before[field.ordinal()], after[field.ordinal()]);
            assertEquals(shown, changed > 300, changed + " pixels of " + field);
        }
        double told = Double.parseDouble(label(robot, "#attack-y-score"));
        assertTrue(
                told <= end.prediction().score() && told > end.prediction().score() - 0.01,
                told + " of " + end.prediction());
        String place = label(robot, "#attack-y-place");
        double x = Double.parseDouble(place.substring(1, place.indexOf(',')));
        assertEquals(0.21, x, 0.05, label(robot, "#attack-y-place"));
        assertTrue(label(robot, "#attack-y-place").endsWith("no data there"), label(robot, "#attack-y-place"));
        robot.clickOn("#attack-clear");
        assertNull(attack.frameProperty().get());
        assertFalse(attack.armedProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(robot.lookup(".attack-card").query().isVisible());
        await(() -> changed(before[0], pictures(robot)[0]) == 0);
    }

    @Test
    void keyFArmsAndDisarmsAndDraggingStillPans(FxRobot robot) {
        begin(robot);
        robot.type(KeyCode.F);
        assertTrue(robot.lookup(".attack-card").query().isVisible());
        robot.drag(at(robot, "scaled", 0.5, 0.5), MouseButton.PRIMARY)
                .moveBy(40, 0)
                .drop();
        assertTrue(lab.model().look().regionProperty().get().xMin() < -2.6, "it pans");
        assertTrue(
                engine.commands.stream().noneMatch(command -> command.startsWith("attack")),
                engine.commands.toString());
        robot.clickOn(at(robot, "scaled", 0.5, 0.5));
        assertTrue(engine.commands.contains("attack 0 GRADIENT"), engine.commands.toString());
        robot.type(KeyCode.F);
        int asked = engine.commands.size();
        robot.clickOn(at(robot, "scaled", 0.2, 0.5));
        assertEquals(asked, engine.commands.size(), engine.commands.toString());
    }

    @Test
    void whileArmedAClickDoesNotPaintAndAfterwardsItDoes(FxRobot robot) {
        begin(robot);
        SetupDraft draft = ((RingsView) lab.view()).controls().draft();
        robot.interact(() -> {
            draft.formProperty()
                    .set(draft.forms().stream()
                            .filter(DataForm::isPainted)
                            .findFirst()
                            .orElseThrow());
            attack.armedProperty().set(true);
        });
        robot.clickOn(at(robot, "y", 0.5, 0.5));
        assertEquals(List.of(), draft.painting().pointsProperty().get());
        assertTrue(engine.commands.contains("attack 0 GRADIENT"), engine.commands.toString());
        robot.type(KeyCode.F);
        robot.clickOn(at(robot, "y", 0.4, 0.4));
        assertEquals(1, draft.painting().pointsProperty().get().size());
    }

    @Test
    void whatIsChangedSendsThePointsOffAgainFromTheSamePlace(FxRobot robot) {
        begin(robot);
        robot.type(KeyCode.F);
        robot.clickOn(at(robot, "y", 0.5, 0.5));
        AttackFrame first = awaitEnd();
        robot.interact(() -> attack.differencesProperty().set(true));
        assertEquals("attack 0 DIFFERENCES", engine.commands.get(engine.commands.size() - 1));
        robot.interact(() -> attack.targetProperty().set(1));
        assertEquals("attack 1 DIFFERENCES", engine.commands.get(engine.commands.size() - 1));
        robot.interact(() -> lab.model().settings().alphaProperty().set(3));
        await(() -> attack.frameProperty().get().plan().confidence().alpha() == 3);
        assertEquals(first.plan().start(), awaitEnd().plan().start());
        robot.clickOn("#attack-again");
        assertTrue(attack.frameProperty().get() != null);
    }

    @Test
    void anotherRunForgetsThePathsAndFewerClassesLowerTheTarget(FxRobot robot) {
        begin(robot);
        robot.interact(() -> {
            attack.armedProperty().set(true);
            attack.targetProperty().set(2);
        });
        robot.clickOn(at(robot, "y", 0.5, 0.5));
        awaitEnd();
        robot.interact(lab.model()::reset);
        assertNull(attack.frameProperty().get());
        robot.clickOn(at(robot, "y", 0.5, 0.5));
        awaitEnd();
        robot.interact(() -> lab.model().open(Presets.load("moons")));
        assertNull(attack.frameProperty().get());
        assertEquals(1, attack.targetProperty().get());
        assertEquals(2, robot.lookup(".class-buttons > .paint-class").queryAll().size());
    }

    @Test
    void pathsAreExportedAndWithoutAnyThatIsSaid(FxRobot robot) throws IOException {
        begin(robot);
        files.file = folder.resolve("attack.csv");
        robot.interact(lab.exports()::exportAttack);
        await(() -> ShownWindow.messages(window).stream()
                .anyMatch(message -> message.text().startsWith("Press F")));
        robot.type(KeyCode.F);
        robot.clickOn(at(robot, "y", 0.5, 0.5));
        awaitEnd();
        robot.interact(lab.exports()::exportAttack);
        await(() -> ShownWindow.messages(window).stream()
                .anyMatch(message -> message.title().equals("Saved")));
        List<String> lines = Files.readAllLines(files.file);
        assertEquals(2 * 41 + 1, lines.size());
        assertTrue(lines.get(1).startsWith("0,y,0,0.5,20.0,2.0,0,"), lines.get(1));
        assertTrue(lines.get(82).startsWith("0,scaled,0,0.5,20.0,2.0,40,"), lines.get(82));
    }

    @Test
    void nothingOfItIsCutOff(FxRobot robot) {
        begin(robot);
        for (Theme theme : Theme.values()) {
            assertEquals(theme, window.theme());
            robot.interact(() -> {
                attack.armedProperty().set(true);
                unfold(robot);
            });
            assertEquals(List.of(), CutOff.in(stage.getScene()), theme + ", armed");
            robot.interact(() -> attack.start(new org.penumbra.data.Position(-2, 1)));
            awaitEnd();
            assertEquals(List.of(), CutOff.in(stage.getScene()), theme + ", arrived");
            robot.interact(attack::clear);
            robot.type(KeyCode.T);
        }
    }

    private void begin(FxRobot robot) {
        await(() -> lab.model().frameProperty().get() != null);
        robot.interact(() -> {
            for (int i = 0; i < 900; i++) {
                lab.model().step();
            }
        });
        await(() -> lab.model().frameProperty().get().step() == 900
                && ((RingsView) lab.view()).heatmaps().pixels(Field.SCALED).length > 0);
        robot.interact(() -> lab.model().look().pointsProperty().set(Spread.OFF));
        assertEquals(PlaneRegion.STANDARD, lab.model().look().regionProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void unfold(FxRobot robot) {
        robot.lookup("#attack").queryAs(TitledPane.class).setExpanded(true);
    }

    private AttackFrame awaitEnd() {
        await(() -> attack.frameProperty().get() != null
                && !attack.frameProperty().get().walking());
        WaitForAsyncUtils.waitForFxEvents();
        return attack.frameProperty().get();
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static Point2D at(FxRobot robot, String field, double right, double down) {
        var bounds = robot.lookup("#heatmap-" + field + " .plot").query();
        return bounds.localToScreen(
                right * bounds.getBoundsInLocal().getWidth(),
                down * bounds.getBoundsInLocal().getHeight());
    }

    /** What lies over the four plots; the pointer is taken away first. */
    private WritableImage[] pictures(FxRobot robot) {
        WritableImage[] images = new WritableImage[Field.values().length];
        robot.interact(() -> lab.model().look().pointerProperty().set(null));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
        for (Field field : Field.values()) {
            robot.interact(() -> images[field.ordinal()] = robot.lookup("#heatmap-" + field.fileName() + " .plot")
                    .query()
                    .snapshot(new SnapshotParameters(), null));
        }
        return images;
    }

    private static int changed(WritableImage one, WritableImage other) {
        int count = 0;
        for (int y = 2; y < (int) one.getHeight() - 2; y++) {
            for (int x = 2; x < (int) one.getWidth() - 2; x++) {
                count += one.getPixelReader().getArgb(x, y)
                                == other.getPixelReader().getArgb(x, y)
                        ? 0
                        : 1;
            }
        }
        return count;
    }
}
