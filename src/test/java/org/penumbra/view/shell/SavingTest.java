package org.penumbra.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
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
import org.penumbra.view.lab.Exports;
import org.penumbra.view.shell.message.Message;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Saves of the whole window: what they do not wait for, that they are seen, and that closing waits for them. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class SavingTest {

    @TempDir
    Path folder;

    private final CountDownLatch held = new CountDownLatch(1);
    private EmptyLab waiting;
    private LabContext context;
    private MainWindow window;
    private Stage stage;
    private Path file;

    @Start
    void open(Stage shown) {
        stage = shown;
        file = folder.resolve("mine.csv");
        window = ShownWindow.open(
                stage,
                folder,
                new ChosenFiles(),
                new LabEntry("Empty", "", given -> {
                    context = given;
                    return waiting = new EmptyLab();
                }),
                new LabEntry("Other", "", given -> new EmptyLab()));
    }

    @AfterEach
    void close(FxRobot robot) {
        held.countDown();
        robot.interact(window::close);
    }

    @Test
    void aSaveAndAReadOfAnotherLabDoNotWaitForAReadThatHangs(FxRobot robot) {
        boolean[] read = {false};
        robot.interact(() -> {
            context.background().run(() -> held.await(60, TimeUnit.SECONDS), late -> {}, this::unexpected);
            exports().write(file, () -> Files.writeString(file, "saved"));
            context.background().run(() -> true, done -> read[0] = done, this::unexpected);
        });
        await(this::isSaved, "the save");
        await(() -> read[0], "the other read");
    }

    @Test
    void whatLastsIsShownAndClosingWaitsForIt(FxRobot robot) throws IOException {
        hold(robot);
        await(() -> title().equals("Saving\u2026"), "the word that something is being saved");
        assertEquals("mine.csv in " + folder, onlyMessage().text());
        assertTrue(robot.lookup(".notice .button").tryQuery().isEmpty(), "it goes by itself");
        ShownWindow.requestClose(robot, stage);
        assertTrue(stage.isShowing());
        assertTrue(
                ShownWindow.question(robot).startsWith("mine.csv is still being written."),
                ShownWindow.question(robot));
        assertFalse(robot.lookup("#closing-give-up").query().isVisible());
        assertEquals(List.of(), CutOff.in(stage.getScene()));
        ShownWindow.requestClose(robot, stage);
        held.countDown();
        await(() -> !stage.isShowing(), "the end of the window");
        assertEquals("saved", Files.readString(file));
    }

    @Test
    void aSaveThatFailsMeanwhileKeepsTheWindowAndIsTold(FxRobot robot) {
        Path nowhere = folder.resolve("missing").resolve("mine.csv");
        robot.interact(() -> exports().write(nowhere, () -> {
            waitFor(held);
            Files.writeString(nowhere, "lost");
        }));
        ShownWindow.requestClose(robot, stage);
        held.countDown();
        await(() -> title().equals("The export failed"), "the failure");
        await(() -> robot.lookup("#closing-stay").tryQuery().isEmpty(), "the end of the wait");
        assertTrue(stage.isShowing());
        ShownWindow.requestClose(robot, stage);
        assertFalse(stage.isShowing(), "it was read, and is closed");
    }

    @Test
    void whatTakesLongCanBeGivenUpOrWaitedForWithTheKeyboard(FxRobot robot) {
        hold(robot);
        ShownWindow.requestClose(robot, stage);
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#closing-stay").tryQuery().isEmpty());
        ShownWindow.requestClose(robot, stage);
        await(() -> robot.lookup("#closing-give-up").query().isVisible(), "the question");
        assertTrue(ShownWindow.question(robot).contains("takes long"), ShownWindow.question(robot));
        assertEquals(List.of(), CutOff.in(stage.getScene()));
        assertTrue(robot.lookup("#closing-stay").query().isFocused(), "what is safe has the focus");
        robot.type(KeyCode.TAB, KeyCode.ENTER);
        await(() -> !stage.isShowing(), "the end of the window");
        assertEquals(List.of(), window.saves().underWay());
        long before = System.nanoTime();
        robot.interact(window::close);
        assertTrue(System.nanoTime() - before < TimeUnit.SECONDS.toNanos(5), "it waited for what was given up");
    }

    @Test
    void aFileThatWaitsForAnEngineIsWaitedForInEveryLab(FxRobot robot) throws IOException {
        robot.interact(() -> window.open("Other"));
        AtomicReference<Consumer<Exports.Writing>> writing = new AtomicReference<>();
        robot.interact(() -> writing.set(exports().announce(file)));
        await(() -> waiting.caughtUp > 0, "the lab that is not shown to look what its engine has");
        ShownWindow.requestClose(robot, stage);
        assertTrue(stage.isShowing());
        robot.interact(() -> writing.get().accept(() -> Files.writeString(file, "saved")));
        await(() -> !stage.isShowing(), "the end of the window");
        assertEquals("saved", Files.readString(file));
    }

    @Test
    void aWindowThatIsClosedWhileAModelIsReadHearsNoMoreOfIt(FxRobot robot) {
        boolean[] heard = {false};
        robot.interact(() -> {
            context.models()
                    .load(
                            context.models().entries().get(0),
                            model -> {
                                heard[0] = true;
                                context.background().run(() -> 1, one -> {}, this::unexpected);
                            },
                            this::unexpected);
            window.close();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(), ShownWindow.messages(window));
        assertFalse(heard[0]);
    }

    @Test
    void closingWithoutAnythingToSaveIsAtOnce(FxRobot robot) {
        ShownWindow.requestClose(robot, stage);
        assertFalse(stage.isShowing());
    }

    /** Begins a save that takes until the test lets it go. */
    private void hold(FxRobot robot) {
        robot.interact(() -> exports().write(file, () -> {
            waitFor(held);
            Files.writeString(file, "saved");
        }));
    }

    private static void waitFor(CountDownLatch held) {
        try {
            held.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isSaved() {
        return title().equals("Saved");
    }

    private String title() {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> ShownWindow.messages(window).stream()
                        .findFirst()
                        .map(Message::title)
                        .orElse(""));
    }

    private Message onlyMessage() {
        assertEquals(1, ShownWindow.messages(window).size());
        return ShownWindow.messages(window).get(0);
    }

    private Exports exports() {
        return new Exports(context);
    }

    private void unexpected(Throwable problem) {
        throw new IllegalStateException(problem);
    }
}
