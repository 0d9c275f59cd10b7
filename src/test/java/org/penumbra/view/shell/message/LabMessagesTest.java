package org.penumbra.view.shell.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.EmptyLab;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Messages leave with their lab, Escape closes the newest, and mild ones fade when they can have been read. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class LabMessagesTest {

    private static final Message FAILURE = Message.failure("Training stopped", "It diverged.");
    private static final Message WARNING = Message.warning("There is no picture to paste", "Copy one first.");

    @TempDir
    Path folder;

    private LabContext first;
    private LabContext second;
    private MainWindow window;
    private boolean gone;

    @Start
    void open(Stage stage) {
        window = ShownWindow.open(
                stage,
                folder,
                new ChosenFiles(),
                new LabEntry("First", "", given -> {
                    first = given;
                    return new EmptyLab();
                }),
                new LabEntry("Second", "", given -> {
                    second = given;
                    return new EmptyLab();
                }));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    private List<String> shown() {
        return ShownWindow.messages(window).stream().map(Message::title).toList();
    }

    @Test
    void theyLeaveWithTheirLabAndAFailureComesBack(FxRobot robot) {
        Message ofWindow = Message.failure("The preset could not be opened", "");
        robot.interact(() -> {
            window.messages().show(ofWindow);
            first.messages().show(FAILURE);
            first.messages().show(WARNING);
            window.open("Second");
            assertEquals(List.of(ofWindow.title()), shown());
            second.messages().show(Message.failure("The models do not answer", ""));
            window.open("First");
            assertEquals(List.of(FAILURE.title(), ofWindow.title()), shown());
            first.messages().hide(FAILURE);
            window.open("Second");
            assertEquals(List.of("The models do not answer", ofWindow.title()), shown());
            window.open("First");
            assertEquals(List.of(ofWindow.title()), shown(), "it was closed, or held no more");
        });
    }

    @Test
    void whatEndsWhileAnotherLabIsSeenIsToldWithTheNameOfItsLab(FxRobot robot) {
        robot.interact(() -> {
            window.open("Second");
            first.messages().show(Message.failure("The export failed", "No room."));
            assertEquals(List.of("The export failed"), shown());
        });
        assertFalse(robot.lookup("First: The export failed").queryAll().isEmpty());
        robot.interact(() -> window.open("First"));
        assertEquals(List.of("The export failed"), shown(), "it stays where it belongs");
    }

    @Test
    void escapeClosesTheNewestUnlessASheetIsOpen(FxRobot robot) {
        robot.interact(() -> {
            first.messages().show(FAILURE);
            first.messages().show(WARNING);
        });
        robot.type(KeyCode.F1, KeyCode.ESCAPE);
        assertEquals(2, shown().size(), "it closed the sheet");
        robot.type(KeyCode.ESCAPE);
        assertEquals(List.of(FAILURE.title()), shown());
        robot.type(KeyCode.ESCAPE);
        assertEquals(List.of(), shown());
    }

    @Test
    void theyLieOneAboveTheOtherAtTheLowerRight(FxRobot robot) {
        robot.interact(() -> {
            first.messages().show(FAILURE);
            first.messages().show(WARNING);
        });
        robot.interact(() -> window.messages().layout());
        Bounds board = window.messages().localToScene(window.messages().getLayoutBounds());
        List<Bounds> cards = robot.lookup(".notice").queryAll().stream()
                .map(card -> card.localToScene(card.getLayoutBounds()))
                .toList();
        assertEquals(2, cards.size());
        assertTrue(cards.get(0).getMaxY() < cards.get(1).getMinY(), cards.toString());
        assertEquals(board.getMaxX() - 16, cards.get(1).getMaxX(), 1);
        assertTrue(cards.get(1).getMaxY() < board.getMaxY() - 30, "the status bar stays in sight: " + cards);
        assertTrue(cards.get(0).getMinX() > board.getWidth() / 2, cards.toString());
    }

    @Test
    void onlyMildOnesFadeAndLongOnesLater() {
        assertEquals(Optional.empty(), FAILURE.stays());
        double little = WARNING.stays().orElseThrow().toSeconds();
        double much =
                Message.note("Saved", "a".repeat(200)).stays().orElseThrow().toSeconds();
        assertTrue(little >= 5 && little < 12, little + " s");
        assertTrue(much >= 12 && much < 30, much + " s");
    }

    @Test
    void oneThatHasTheFocusWaits(FxRobot robot) {
        Button inside = new Button("Save");
        Node card = new VBox(inside);
        robot.interact(() -> {
            ((VBox) window.lab().view()).getChildren().add(card);
            inside.requestFocus();
            new Fading(card, Duration.millis(50), () -> gone = true);
        });
        robot.sleep(700);
        assertFalse(gone, "somebody is about to press its button");
        robot.interact(() -> window.lab().view().getScene().getRoot().requestFocus());
        await(() -> gone, "its end");
    }
}
