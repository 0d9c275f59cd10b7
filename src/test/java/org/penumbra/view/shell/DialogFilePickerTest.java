package org.penumbra.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.EmptyLab;
import org.penumbra.kit.window.ShownWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Which file is written for what a person has typed, and that nothing is replaced which was not asked about. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class DialogFilePickerTest {

    private static final FilePicker.Kind PRESET = new FilePicker.Kind("Preset", "json");

    @TempDir
    Path folder;

    private EmptyLab lab;
    private LabContext context;
    private MainWindow window;
    private Stage stage;
    private String proposed;
    private Optional<Path> chosen;

    @Start
    void open(Stage shown) {
        stage = shown;
        window = ShownWindow.open(stage, folder, new ChosenFiles(), new LabEntry("Empty", "", given -> {
            context = given;
            return lab = new EmptyLab();
        }));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void aFileThatOnlyTheCompletedNameMeansIsReplacedWhenThatWasAgreedTo(FxRobot robot) throws IOException {
        Files.writeString(folder.resolve("prec.json"), "old");
        choose("prec");
        await(() -> robot.lookup("#answer-no").tryQuery().isPresent());
        assertTrue(robot.lookup("#answer-no").query().isFocused(), "what is safe has the focus");
        assertEquals(
                "Replace prec.json?",
                robot.lookup(".paper-title").queryAs(Label.class).getText());
        assertEquals(List.of(), CutOff.in(stage.getScene()));
        robot.type(KeyCode.S);
        assertEquals(List.of(), lab.heard, "the lab's keys rest");
        robot.type(KeyCode.TAB);
        assertTrue(robot.lookup("#answer-yes").query().isFocused());
        robot.type(KeyCode.ENTER);
        await(() -> chosen != null);
        assertEquals(Optional.of(folder.resolve("prec.json")), chosen);
        assertFalse(robot.lookup(".question").tryQuery().isPresent());
        assertEquals("rings.json", proposed);
    }

    @Test
    void keepingTheOldFileIsEscapeOrEnterOrTheEndOfTheWindow(FxRobot robot) throws IOException {
        Files.writeString(folder.resolve("run v1.2.json"), "old");
        for (KeyCode key : List.of(KeyCode.ESCAPE, KeyCode.ENTER)) {
            choose("run v1.2");
            await(() -> robot.lookup("#answer-no").tryQuery().isPresent());
            robot.type(key);
            await(() -> chosen != null);
            assertEquals(Optional.empty(), chosen);
        }
        choose("run v1.2.");
        await(() -> robot.lookup("#answer-no").tryQuery().isPresent());
        robot.interact(() -> window.data().open());
        await(() -> chosen != null);
        assertEquals(Optional.empty(), chosen, "another sheet in its place");
        choose("run v1.2 ");
        await(() -> robot.lookup("#answer-no").tryQuery().isPresent());
        robot.interact(window::close);
        await(() -> chosen != null);
        assertEquals(Optional.empty(), chosen, "the end of the window");
    }

    @Test
    void whatTheDialogAskedAboutOrIsNotThereIsNoQuestion(FxRobot robot) throws IOException {
        Files.writeString(folder.resolve("typed.json"), "old");
        Files.createDirectory(folder.resolve("folder.json"));
        for (String typed : List.of("typed.json", "new", "folder")) {
            choose(typed);
            await(() -> chosen != null);
            assertTrue(chosen.isPresent(), typed);
        }
        choose(null);
        await(() -> chosen != null);
        assertEquals(Optional.empty(), chosen);
        Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve("nowhere"));
        choose("link");
        await(() -> robot.lookup("#answer-no").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        await(() -> chosen != null);
    }

    @Test
    void aProposedNameIsOneThatFilesCanHave(FxRobot robot) {
        robot.interact(() -> picker("x").toSave("Save", PRESET, "../../elsewhere/pwned"));
        assertEquals(1, Path.of(proposed).getNameCount(), proposed);
        assertTrue(proposed.endsWith(".json"), proposed);
    }

    @Test
    void filesThatWouldBeReplacedInAFolderAreAskedAboutTogether(FxRobot robot) throws IOException {
        Files.writeString(folder.resolve("b.png"), "old");
        Files.writeString(folder.resolve("c.png"), "old");
        boolean[] written = {false};
        robot.interact(() ->
                context.replacing().inFolder(folder, List.of("a.png", "b.png", "c.png"), () -> written[0] = true));
        assertEquals(
                "Replace 2 files?",
                robot.lookup(".paper-title").queryAs(Label.class).getText());
        robot.clickOn("Keep the old files");
        assertFalse(written[0]);
        robot.interact(() -> context.replacing().inFolder(folder, List.of("b.png"), () -> written[0] = true));
        robot.clickOn("Replace");
        assertTrue(written[0]);
        written[0] = false;
        robot.interact(() -> context.replacing().inFolder(folder, List.of("a.png"), () -> written[0] = true));
        assertTrue(written[0], "nothing is there");
    }

    /** Chooses as a person would who types this, null for nothing. */
    private void choose(String typed) {
        chosen = null;
        Platform.runLater(() -> chosen = picker(typed).toSave("Save", PRESET, "rings"));
    }

    private DialogFilePicker picker(String typed) {
        return new DialogFilePicker(
                new DialogFilePicker.Dialogs() {
                    @Override
                    public File open(FileChooser chooser) {
                        throw new IllegalStateException("nothing is to be opened");
                    }

                    @Override
                    public File save(FileChooser chooser) {
                        proposed = chooser.getInitialFileName();
                        return typed == null ? null : folder.resolve(typed).toFile();
                    }

                    @Override
                    public File folder(DirectoryChooser chooser) {
                        throw new IllegalStateException("no folder is wanted");
                    }
                },
                context.replacing());
    }
}
