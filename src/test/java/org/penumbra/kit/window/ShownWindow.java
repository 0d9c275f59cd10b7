package org.penumbra.kit.window;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.penumbra.data.home.DataHome;
import org.penumbra.kit.Await;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.MemoryPreferences;
import org.penumbra.view.shell.message.Message;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What tests of windows share. */
public final class ShownWindow {

    /** A window waits for models to be read and networks to answer, on a machine that may have other things to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ShownWindow() {}

    /** Shows it at the upper left of the screen, as large as the smallest comfortable one. */
    public static void show(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    /**
     * Opens the program's window with some labs, of which the first is open, and shows it. Nothing is remembered of it.
     *
     * @param data  the only folder of image data
     * @param files chooses files in a person's place
     */
    public static MainWindow open(Stage stage, Path data, FilePicker files, LabEntry... labs) {
        return open(stage, data, new MemoryPreferences(), files, labs);
    }

    /** The same with a memory that the test looks into. */
    public static MainWindow open(Stage stage, Path data, Preferences memory, FilePicker files, LabEntry... labs) {
        MainWindow window = new MainWindow(
                stage, List.of(labs), ImageDataPart.of(DataHome.in(data), DataSources.shipped()), memory, files);
        show(stage);
        return window;
    }

    /** Closes the window as its button on the frame does: it may ask first. */
    public static void requestClose(FxRobot robot, Stage stage) {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    /** The messages that are shown now, read on the window's thread, which alone may look at them. */
    public static List<Message> messages(MainWindow window) {
        return Platform.isFxApplicationThread()
                ? List.copyOf(window.messages().shown())
                : WaitForAsyncUtils.waitForAsyncFx(
                        60_000, () -> List.copyOf(window.messages().shown()));
    }

    /** What the question that is shown says below its title. */
    public static String question(FxRobot robot) {
        return robot.lookup(".question > .label").queryAll().stream()
                .map(Label.class::cast)
                .filter(label -> !label.getStyleClass().contains("paper-title"))
                .findFirst()
                .orElseThrow()
                .getText();
    }

    /** Takes the tour of the lab that is open, which ends after so many stops. */
    public static void assertTourEnds(FxRobot robot, int stops) {
        robot.clickOn("#tour");
        for (int stop = 0; stop < stops; stop++) {
            assertNotNull(robot.lookup(".tour-card").query());
            robot.type(KeyCode.ENTER);
        }
        assertTrue(robot.lookup(".tour-card").tryQuery().isEmpty());
    }

    /**
     * Waits until it holds, and then until the window's thread has done all it was asked.
     *
     * @throws AssertionError after two minutes, naming the line of the test that waits
     */
    public static void await(BooleanSupplier condition) {
        String line = StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().toString());
        await(condition, "what is waited for at " + line);
    }

    /** The same for what has a name, as in "the first frame". */
    public static void await(BooleanSupplier condition, String what) {
        await(condition, () -> what);
    }

    /** The same for what can be told only at the end, such as the text that is shown instead. */
    public static void await(BooleanSupplier condition, Supplier<String> what) {
        // This throws what has gone wrong on the window's thread before.
        WaitForAsyncUtils.asyncFx(() -> {});
        Await.await(condition, PATIENCE, what);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
