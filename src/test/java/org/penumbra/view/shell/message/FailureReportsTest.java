package org.penumbra.view.shell.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.EmptyLab;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.engine.EngineThread;
import org.penumbra.live.engine.EngineWork;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Errors nobody expected, of the window's thread and of others: told once, counted, and the program goes on. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class FailureReportsTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private EmptyLab lab;
    private Thread.UncaughtExceptionHandler usual;
    private MainWindow window;
    private Stage stage;

    @Start
    void open(Stage shown) {
        stage = shown;
        lab = new EmptyLab();
        usual = Thread.getDefaultUncaughtExceptionHandler();
        // TestFX takes errors of the window's thread for its own; the window's handler is what is tested here.
        WaitForAsyncUtils.autoCheckException = false;
        window = ShownWindow.open(shown, folder, new ChosenFiles(), new LabEntry("Empty", "", given -> lab));
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
        WaitForAsyncUtils.clearExceptions();
        WaitForAsyncUtils.autoCheckException = true;
        assertSame(usual, Thread.getDefaultUncaughtExceptionHandler());
        assertEquals(0, dialogs());
    }

    private static long dialogs() {
        return Window.getWindows().stream()
                .filter(shown -> shown instanceof Stage named
                        && named.isShowing()
                        && "Something went wrong inside Penumbra".equals(named.getTitle()))
                .count();
    }

    private void awaitTold(String beginning) {
        await(() -> dialogs() == 1 && told().startsWith(beginning), this::told);
    }

    private String told() {
        return robot.lookup("#failure-errors")
                .<Labeled>tryQuery()
                .map(Labeled::getText)
                .orElse("nothing");
    }

    private void onWindowsThread(Runnable work) {
        Platform.runLater(work);
    }

    @Test
    void anErrorInAHandlerIsToldOnceAndCountsUp() {
        Button broken = new Button();
        broken.setOnAction(event -> {
            throw new IllegalStateException("no such row: " + System.nanoTime());
        });
        for (int time = 0; time < 4; time++) {
            onWindowsThread(() -> broken.fireEvent(new ActionEvent()));
        }
        awaitTold("no such row: ");
        await(() -> told().endsWith("(IllegalStateException), 4 times"), this::told);
        assertEquals(1, dialogs());
        robot.clickOn("#failure-copy");
        String details =
                robot.lookup("#failure-details").queryAs(TextInputControl.class).getText();
        String[] copied = {""};
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals(details, copied[0]);
        assertTrue(
                details.startsWith("Penumbra ") && details.contains("anErrorInAHandlerIsToldOnceAndCountsUp"), details);
        robot.type(KeyCode.ESCAPE);
        onWindowsThread(() -> broken.fireEvent(new ActionEvent()));
        await(() -> window.failures().get(0).count() == 5);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, dialogs(), "the same error opens no second dialog");
        onWindowsThread(() -> {
            throw new IllegalArgumentException("another");
        });
        awaitTold("no such row: ");
        assertEquals(2, told().lines().count(), told());
        robot.clickOn("#failure-close");
        robot.type(KeyCode.S);
        assertEquals(List.of("s"), lab.heard, "the program goes on");
    }

    @Test
    void anErrorOfASessionsThreadIsTold() throws InterruptedException {
        Throwable[] ended = {null};
        EngineThread<EngineWork> session = new EngineThread<>(
                "penumbra-test",
                interruption -> {
                    throw new AssertionError("a session broke");
                },
                cause -> ended[0] = cause);
        session.start();
        assertTrue(session.awaitEnd(30, TimeUnit.SECONDS));
        awaitTold("a session broke (AssertionError)");
        assertTrue(ended[0] instanceof AssertionError, String.valueOf(ended[0]));
        assertTrue(robot.lookup("#failure-details")
                .queryAs(TextInputControl.class)
                .getText()
                .contains("on the thread penumbra-test"));
    }

    @Test
    void anErrorInEveryLayoutPassMakesNoStorm() {
        int[] passes = {0};
        Runnable broken = () -> {
            passes[0]++;
            throw new IndexOutOfBoundsException("row " + passes[0]);
        };
        Pane once = new Pane(new Region()) {
            @Override
            protected void layoutChildren() {
                throw new UnsupportedOperationException("a pane without a layout");
            }
        };
        robot.interact(() -> {
            ((Pane) lab.view()).getChildren().add(once);
            stage.getScene().addPreLayoutPulseListener(broken);
        });
        await(() -> window.failures().stream().anyMatch(failure -> failure.count() > 20));
        awaitTold("");
        assertTrue(told().contains("row "), told());
        assertEquals(1, dialogs());
        assertTrue(window.failures().size() <= 3, window.failures().toString());
        await(() -> robot.lookup("#failure-errors").queryAs(Region.class).getWidth() > 0, "the dialog is laid out");
        robot.interact(() -> {
            ((Pane) lab.view()).getChildren().remove(once);
            stage.getScene().removePreLayoutPulseListener(broken);
        });
        robot.clickOn("#failure-close");
        robot.type(KeyCode.S);
        assertEquals(List.of("s"), lab.heard);
    }

    @Test
    void tooLittleMemoryIsAMessageAndNotADialog() {
        for (int time = 0; time < 3; time++) {
            onWindowsThread(() -> {
                throw new OutOfMemoryError("Java heap space");
            });
        }
        await(() -> !window.failures().isEmpty() && window.failures().get(0).count() == 3);
        assertEquals(1, ShownWindow.messages(window).size());
        assertTrue(ShownWindow.messages(window).get(0).text().startsWith("Not enough memory"));
        assertEquals(0, dialogs());
        robot.type(KeyCode.S);
        assertEquals(List.of("s"), lab.heard);
    }

    @Test
    void nothingIsCutOffInTheDialog() {
        onWindowsThread(() -> {
            throw new IllegalStateException("a wheel came off".repeat(20));
        });
        awaitTold("a wheel came off");
        Stage dialog =
                (Stage) robot.lookup("#failure-errors").query().getScene().getWindow();
        assertEquals(List.of(), CutOff.in(dialog.getScene()));
        assertFalse(dialog.getIcons().isEmpty());
        assertSame(stage, dialog.getOwner());
    }

    @Test
    void moreKindsThanTwentyAreOnlyLogged() {
        FailureCounts counts = new FailureCounts();
        for (int kind = 0; kind < FailureCounts.MOST_KINDS + 5; kind++) {
            Exception problem = new Exception("kind");
            problem.setStackTrace(new StackTraceElement[] {new StackTraceElement("A", "b", "A.java", kind)});
            FailureCounts.News news =
                    counts.add(Thread.currentThread(), problem).news();
            assertEquals(
                    kind < FailureCounts.MOST_KINDS ? FailureCounts.News.FIRST : FailureCounts.News.TOO_MANY, news);
        }
        assertEquals(FailureCounts.MOST_KINDS, counts.all().size());
        assertEquals(
                FailureCounts.News.AGAIN,
                counts.add(Thread.currentThread(), same(0)).news());
        assertEquals(2, counts.all().get(0).count());
    }

    private static Exception same(int line) {
        Exception problem = new Exception("kind");
        problem.setStackTrace(new StackTraceElement[] {new StackTraceElement("A", "b", "A.java", line)});
        return problem;
    }
}
