package org.penumbra.view.shell;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.archive.Models;
import org.penumbra.archive.Origin;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.EmptyLab;
import org.penumbra.kit.window.NamelessButtons;
import org.penumbra.kit.window.ShownWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The sheet about the program in the window. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class AboutSheetTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final List<Path> opened = new ArrayList<>();
    private MainWindow window;
    private Stage stage;

    @Start
    void open(Stage shown) {
        stage = shown;
        window = ShownWindow.open(shown, folder, new ChosenFiles(), new LabEntry("Empty", "", given -> new EmptyLab()));
        window.program().opener(opened::add);
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
    }

    private void openWhole() {
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        await(() -> robot.lookup("#about-copy")
                .<Button>tryQuery()
                .filter(copy -> !copy.isDisabled())
                .isPresent());
    }

    private void press(String button) {
        await(() -> robot.lookup(button).tryQuery().isPresent());
        robot.interact(() -> robot.lookup(button).queryButton().fire());
    }

    private String clipboard() {
        String[] copied = {""};
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        return copied[0];
    }

    @Test
    void itTellsVersionsMachineModelsAndFolders() {
        openWhole();
        String facts = robot.lookup(".fact").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .collect(Collectors.joining("\n"));
        assertAll(
                () -> assertTrue(facts.contains(Origin.programVersion()), facts),
                () -> assertTrue(facts.contains(System.getProperty("java.vendor")), facts),
                () -> assertTrue(facts.contains(System.getProperty("javafx.runtime.version")), facts),
                () -> assertTrue(facts.contains(System.getProperty("os.version")), facts),
                () -> assertEquals(
                        Models.names(),
                        Models.names().stream()
                                .filter(name -> facts.contains(name + ": preset "))
                                .toList()),
                () -> assertEquals(
                        folder.toString(),
                        robot.lookup("#about-image-data")
                                .queryAs(TextField.class)
                                .getText()));
        robot.clickOn("#about-copy-image-data");
        assertEquals(folder.toString(), clipboard());
        robot.clickOn("#about-open-image-data");
        assertEquals(List.of(folder), opened);
        assertEquals(List.of(), NamelessButtons.in(robot));
    }

    @Test
    void theReportIsPlainTextWithErrorsAndWithoutWhoSendsIt() {
        robot.interact(() -> Thread.currentThread()
                .getUncaughtExceptionHandler()
                .uncaughtException(Thread.currentThread(), new OutOfMemoryError("a wheel came off")));
        openWhole();
        robot.clickOn("#about-copy");
        String report = clipboard();
        assertAll(
                () -> assertTrue(report.startsWith("Penumbra: " + Origin.programVersion() + "\nJava: "), report),
                () -> assertTrue(report.contains("\nOpenBLAS kernels: "), report),
                () -> assertTrue(report.contains("\nImage data: " + folder), report),
                () -> assertTrue(report.contains("\n  mnist-"), report),
                () -> assertTrue(report.contains("a wheel came off"), report),
                () -> assertFalse(
                        report.replace(folder.toString(), "").contains("user.name="), "no list of Java's properties"));
        assertEquals("Copied", robot.lookup("#about-copy").queryAs(Button.class).getText());
    }

    @Test
    void itIsReachedFromTheKeysAndThePreferencesAndFits() {
        robot.type(KeyCode.F1);
        press("#keys-about");
        await(() -> robot.lookup("#about-close").tryQuery().isPresent());
        press("#about-close");
        press("#preferences");
        press("#preferences-about");
        await(() -> robot.lookup("#about-copy")
                .<Button>tryQuery()
                .filter(copy -> !copy.isDisabled())
                .isPresent());
        robot.interact(() -> {
            stage.setWidth(960);
            stage.setHeight(640);
        });
        assertEquals(List.of(), CutOff.in(stage.getScene()));
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.T);
        openWhole();
        assertEquals(Theme.DARK, window.theme());
        assertEquals(List.of(), CutOff.in(stage.getScene()));
    }
}
