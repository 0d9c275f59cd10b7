package org.penumbra.view.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.PresetFile;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.shell.message.Message;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Presets, points and exports of the rings lab, as files. */
@Timeout(240)
class RingsFilesTest extends RingsWindow {

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @Test
    void aWrongPresetIsAMessageAndChangesNothing(FxRobot robot) throws IOException {
        files.file = Files.writeString(folder.resolve("bad.json"), "{\"format\": \"penumbra-preset/1\"}");
        var setup = model.setupProperty().get();
        robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        await(() -> !ShownWindow.messages(window).isEmpty());
        assertTrue(
                ShownWindow.messages(window).get(0).text().contains("bad.json"),
                ShownWindow.messages(window).toString());
        assertEquals(setup, model.setupProperty().get());
        assertEquals("rings", model.presetProperty().get().name());
        assertTrue(engine.commands.isEmpty());
        assertNotNull(robot.lookup(".notice.failure").query());
    }

    @Test
    void aSavedStateOpensAsItWas(FxRobot robot) {
        files.file = folder.resolve("mine.json");
        robot.interact(() -> {
            model.settings().betaProperty().set(0);
            model.settings().sigmaProperty().set(0.25);
        });
        assertTrue(stage.getTitle().startsWith("Three rings (changed)"), stage.getTitle());
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        await(() -> !model.modifiedProperty().get());
        assertEquals("mine", PresetFile.read(files.file).name());
        assertEquals("mine \u2013 Penumbra", stage.getTitle());
        robot.interact(() -> model.settings().betaProperty().set(5));
        robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        await(() -> model.settings().betaProperty().get() == 0);
        assertEquals(0.25, engine.setup().training().sigma());
    }

    @Test
    void exportsWritePicturesAndNumbers(FxRobot robot) throws IOException {
        awaitFrame();
        await(() -> heatmaps().pixels(Field.SCALED).length > 0);
        robot.interact(model::step);
        await(() -> !model.curve().isEmpty());
        files.file = folder;
        robot.interact(lab.exports()::exportPictures);
        awaitSaved();
        assertTrue(Files.exists(folder.resolve("scaled.png")));
        ArgbImage gamma = PngFile.read(folder.resolve("gamma.png"));
        assertTrue(
                gamma.width() > 700 && gamma.height() > 700,
                gamma.width() + ": 600 for the field, and axes and legend");
        assertEquals(0xFFFFFFFF, gamma.pixel(0, 0), "paper around it");
        files.file = folder.resolve("all.png");
        robot.interact(lab.exports()::exportAll);
        awaitSaved();
        ArgbImage all = PngFile.read(files.file);
        assertTrue(all.width() >= 2 * gamma.width() && all.height() >= 2 * gamma.height(), "two by two");
        files.file = folder.resolve("fields.csv");
        robot.interact(lab.exports()::exportFields);
        awaitSaved();
        assertEquals(40_001, Files.readAllLines(files.file).size());
        files.file = folder.resolve("curves.csv");
        robot.interact(lab.exports()::exportCurves);
        awaitSaved();
        assertEquals(2, Files.readAllLines(files.file).size());
    }

    @Test
    void anExportThatFailsSaysWhere(FxRobot robot) {
        awaitFrame();
        files.file = folder.resolve("missing").resolve("fields.csv");
        robot.interact(lab.exports()::exportFields);
        await(() -> !ShownWindow.messages(window).isEmpty());
        assertTrue(
                ShownWindow.messages(window).get(0).text().contains("missing"),
                ShownWindow.messages(window).toString());
    }

    private void awaitSaved() {
        await(() -> WaitForAsyncUtils.waitForAsyncFx(60_000, this::closeSaved));
    }

    private boolean closeSaved() {
        List<Message> saved = ShownWindow.messages(window).stream()
                .filter(one -> one.title().equals("Saved"))
                .toList();
        saved.forEach(window.messages()::hide);
        return !saved.isEmpty();
    }

    @Test
    void aSaveDoesNotWaitForAReadOfAnotherLab(FxRobot robot) {
        CountDownLatch held = new CountDownLatch(1);
        files.file = folder.resolve("mine.json");
        robot.interact(() ->
                lab.context().background().run(() -> held.await(60, TimeUnit.SECONDS), late -> {}, problem -> {}));
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        awaitSaved();
        assertEquals("mine", PresetFile.read(files.file).name());
        held.countDown();
    }

    @Test
    void aFileMayHaveALongerNameThanAPreset(FxRobot robot) {
        files.file = folder.resolve("n".repeat(150) + ".json");
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        awaitSaved();
        assertEquals(100, PresetFile.read(files.file).name().length());
    }

    @Test
    void picturesInAFolderAreNotReplacedUnasked(FxRobot robot) throws IOException {
        awaitFrame();
        await(() -> heatmaps().pixels(Field.SCALED).length > 0);
        Path old = Files.writeString(folder.resolve("gamma.png"), "old");
        files.file = folder;
        robot.interact(lab.exports()::exportPictures);
        robot.clickOn("Keep the old file");
        assertEquals("old", Files.readString(old));
        robot.interact(lab.exports()::exportPictures);
        robot.clickOn("Replace");
        awaitSaved();
        assertTrue(PngFile.read(old).width() > 700);
    }

    @Test
    void pointsOfATableAreOpenedByDialogAndByDroppingAndUndoBringsTheOldBack(FxRobot robot) throws IOException {
        awaitFrame();
        files.file = Files.writeString(folder.resolve("mine.csv"), "x,y,class\n0,0,left\n9,0,right\n");
        robot.interact(() -> ((TitledPane) robot.lookup("#data").query()).setExpanded(true));
        robot.interact(() -> robot.lookup("#open-points").queryButton().fire());
        await(() -> engine.setup().data() instanceof PaintedPoints);
        assertEquals(2, engine.setup().points());
        assertTrue(model.look().regionProperty().get().contains(9, 0), "all of them are seen");
        Message told = ShownWindow.messages(window).get(0);
        assertTrue(told.text().contains("class 0 is left, class 1 is right"), told.text());
        assertTrue(model.toPreset("mine", "Mine", "").setup().data() instanceof PaintedPoints);
        SetupDraft draft = ((RingsView) lab.view()).controls().draft();
        assertTrue(draft.formProperty().get().isPainted());
        Path other = Files.writeString(folder.resolve("other.tsv"), "0\t0\t0\n1\t1\t1\n2\t2\t1\n");
        robot.interact(() -> new PointsDrop(lab.view(), lab.actions()::openPoints, lab.actions()::open).take(other));
        await(() -> engine.setup().points() == 3);
        robot.interact(() -> draft.painting().undo());
        await(() -> ((PaintedPoints) engine.setup().data()).points().size() == 2);
    }

    @Test
    void aTableThatIsWrongIsAMessageWithItsLineAndChangesNothing(FxRobot robot) throws IOException {
        awaitFrame();
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "0,0,0\n1,one,1\n");
        robot.interact(() -> lab.actions().openPoints(wrong));
        await(() -> !ShownWindow.messages(window).isEmpty());
        String said = ShownWindow.messages(window).get(0).text();
        assertTrue(said.contains("wrong.csv, line 2: y: expected a number"), said);
        assertTrue(engine.commands.isEmpty(), engine.commands.toString());
    }
}
