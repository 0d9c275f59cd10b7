package org.penumbra.view.draw.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.Position;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.Picture;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a mouse, a finger and the keys do to the pad, and what becomes of it. */
@Timeout(240)
class InkOnPadTest extends InputPaneCase {

    @Start
    void open(Stage shown) throws IOException {
        show(shown);
    }

    @Test
    void aStrokeOfTheMouseBecomesTheInputAndThePreviewWhileItIsDrawn(FxRobot robot) {
        assertTrue(pad().isHintShown());
        robot.moveTo(onPad(0.3, 0.3)).press(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("drawing", input().title(), "a dot at once");
        assertFalse(pad().isHintShown());
        robot.moveTo(onPad(0.7, 0.3));
        pulse(robot);
        float[] across = input().pixels();
        assertTrue(across[14 * 28 + 6] > 0.9 && across[14 * 28 + 22] > 0.9, "a line across while the button is down");
        robot.moveTo(onPad(0.4, 0.8)).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1, input().strokes().size());
        assertFalse(model.isPenDown());
        Position start = input().strokes().get(0).points().get(0);
        assertEquals(30, start.x(), 1);
        assertEquals(30, start.y(), 1);
        assertPreviewShows(input().pixels());
        assertArrayEquals(
                DigitImage.of(input().strokes(), InputModel.USUAL_BRUSH).pixels(), input().pixels(), 0);
    }

    @Test
    void whatIsSeenOnThePadIsWhatIsMadeIntoTheImage(FxRobot robot) {
        // An L, whose centre of mass is not halfway between two pixels: there the least difference would move it.
        drag(robot, 0.3, 0.2, 0.3, 0.8);
        drag(robot, 0.3, 0.8, 0.55, 0.8);
        pulse(robot);
        WritableImage[] seen = new WritableImage[1];
        robot.interact(() -> seen[0] = pad().snapshot(null, null));
        int width = (int) seen[0].getWidth();
        int height = (int) seen[0].getHeight();
        float[] grey = new float[(width - 8) * (height - 8)];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (float) seen[0].getPixelReader()
                    .getColor(4 + i % (width - 8), 4 + i / (width - 8))
                    .getRed();
        }
        float[] ofScreen = DigitImage.of(new Picture("the pad", width - 8, height - 8, grey))
                .pixels();
        double off = 0;
        for (int i = 0; i < 784; i++) {
            off += Math.abs(ofScreen[i] - input().pixels()[i]) / 784;
        }
        System.out.printf("screen and image: mean distance %.4f%n", off);
        assertTrue(off < 0.01, "mean distance " + off);
    }

    @Test
    void keysUndoRedoAndClear(FxRobot robot) {
        drag(robot, 0.3, 0.2, 0.3, 0.8);
        drag(robot, 0.6, 0.2, 0.6, 0.8);
        assertEquals(2, input().strokes().size());
        assertTrue(pad().isFocused());
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertEquals(1, input().strokes().size());
        robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
        assertEquals(2, input().strokes().size());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT);
        robot.type(KeyCode.Z).release(KeyCode.CONTROL, KeyCode.SHIFT);
        assertEquals(2, input().strokes().size(), "there is nothing more to redo");
        robot.type(KeyCode.DELETE);
        assertEquals("blank", input().title());
        assertTrue(pad().isHintShown());
        assertPreviewShows(new float[784]);
        fire(robot, "#undo");
        assertEquals(2, input().strokes().size());
        fire(robot, "#clear");
        assertEquals("blank", input().title());
        robot.type(KeyCode.BACK_SPACE);
        assertTrue(robot.lookup("#clear").query().isDisabled());
    }

    @Test
    void aFingerDrawsOnceAndASecondOneWaits(FxRobot robot) {
        robot.interact(() -> {
            touch(TouchEvent.TOUCH_PRESSED, 1, 0.3, 0.3);
            synthesized(MouseEvent.MOUSE_PRESSED, 0.3, 0.3);
            touch(TouchEvent.TOUCH_PRESSED, 2, 0.9, 0.9);
            touch(TouchEvent.TOUCH_MOVED, 1, 0.6, 0.6);
            synthesized(MouseEvent.MOUSE_DRAGGED, 0.6, 0.6);
            touch(TouchEvent.TOUCH_MOVED, 2, 0.95, 0.9);
            touch(TouchEvent.TOUCH_RELEASED, 2, 0.95, 0.9);
            assertTrue(model.isPenDown());
            touch(TouchEvent.TOUCH_RELEASED, 1, 0.6, 0.7);
            synthesized(MouseEvent.MOUSE_RELEASED, 0.6, 0.7);
        });
        assertFalse(model.isPenDown());
        assertEquals(1, input().strokes().size());
        List<Position> points = input().strokes().get(0).points();
        assertEquals(30, points.get(0).x(), 1);
        assertEquals(70, points.get(points.size() - 1).y(), 1);
        assertTrue(points.stream().allMatch(point -> point.x() < 65), points.toString());
    }

    @Test
    void otherButtonsDoNotDrawAndStrokesStayOnThePad(FxRobot robot) {
        robot.moveTo(onPad(0.5, 0.5)).press(MouseButton.SECONDARY).release(MouseButton.SECONDARY);
        assertEquals("blank", input().title());
        robot.moveTo(onPad(0.5, 0.5))
                .press(MouseButton.PRIMARY)
                .moveTo(onPad(1.6, 0.5))
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        double most = input().strokes().get(0).points().stream()
                .mapToDouble(Position::x)
                .max()
                .orElseThrow();
        assertEquals(100 - InputModel.USUAL_BRUSH / 2, most, 1e-3);
    }

    @Test
    void theRightButtonAndTheEraserTakeInkAway(FxRobot robot) {
        drag(robot, 0.2, 0.5, 0.8, 0.5);
        robot.moveTo(onPad(0.8, 0.2))
                .press(MouseButton.SECONDARY)
                .moveTo(onPad(0.8, 0.8))
                .release(MouseButton.SECONDARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(2, input().strokes().size());
        assertTrue(input().strokes().get(1).erases());
        assertEquals(0, input().image().of(Fit.WHOLE)[14 * 28 + 22]);
        robot.type(KeyCode.DELETE);
        robot.interact(() -> robot.lookup("#eraser").queryAs(ToggleButton.class).fire());
        robot.interact(() -> model.choose(new Letters().draw('L')));
        float[] letter = input().pixels();
        drag(robot, 0.1, 0.9, 0.9, 0.9);
        robot.clickOn("#eraser");
        assertFalse(model.erasingProperty().get());
        fire(robot, "#undo");
        assertArrayEquals(letter, input().pixels(), 0, "undo brings back what was erased");
    }

    @Test
    void aDrawingIsMadeByKeysAlone(FxRobot robot) {
        robot.interact(() -> pad().requestFocus());
        robot.type(KeyCode.LEFT, 4).type(KeyCode.SPACE).type(KeyCode.RIGHT, 8);
        assertTrue(model.isPenDown());
        robot.type(KeyCode.SPACE);
        assertFalse(model.isPenDown());
        List<Position> points = input().strokes().get(0).points();
        assertEquals(new Position(30, 50), points.get(0));
        assertEquals(new Position(70, 50), points.get(points.size() - 1));
    }

    @Test
    void whatTheNetworksJudgeIsLargeWhileItIsChangedAndAClickBringsThePadBack(FxRobot robot) {
        drag(robot, 0.3, 0.2, 0.3, 0.8);
        double wide = pad().getWidth();
        assertTrue(pane.preview().getWidth() < wide / 2);
        assertEquals("The pad", text(robot, "#large-picture"));
        robot.interact(() -> model.modifiersProperty().set(Modifiers.NONE.withRotation(45)));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(wide, pane.preview().getWidth());
        assertEquals("As networks see it", text(robot, "#large-picture"));
        assertPreviewShows(input().pixels());
        robot.clickOn(pane.preview());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(wide, pad().getWidth());
        robot.clickOn(pane.preview());
        assertTrue(pane.large().judgedProperty().get());
        int strokes = input().strokes().size();
        robot.clickOn(pad());
        assertFalse(pane.large().judgedProperty().get(), "a click on the small pad shows it large");
        assertEquals(strokes, input().strokes().size(), "and draws nothing");
        drag(robot, 0.7, 0.2, 0.7, 0.8);
        assertEquals(strokes + 1, input().strokes().size());
    }

    @Test
    void aStrokeAtRestIsKeptAndAClickReturnsToIt(FxRobot robot) {
        robot.moveTo(onPad(0.3, 0.2)).press(MouseButton.PRIMARY).moveTo(onPad(0.6, 0.8));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, cells(robot).size(), "nothing is at rest while the button is down");
        robot.release(MouseButton.PRIMARY);
        await(() -> cells(robot).size() == 1);
        DigitInput first = input();
        drag(robot, 0.7, 0.2, 0.7, 0.8);
        await(() -> cells(robot).size() == 2);
        robot.interact(() -> model.history().entryOf(first).orElseThrow().note().set("unknown"));
        assertTrue(text(robot, ".history-cell .note").contains("unknown"));

        robot.clickOn(cells(robot).get(1));
        assertEquals(first, input());
        assertPreviewShows(first.pixels());
        assertEquals(1, ((Base.Drawing) model.baseProperty().get()).strokes().size());
        drag(robot, 0.2, 0.5, 0.8, 0.5);
        assertEquals(2, input().strokes().size());
        assertEquals(first.strokes().get(0), input().strokes().get(0));

        robot.interact(() -> cells(robot).get(0).requestFocus());
        robot.type(KeyCode.DELETE);
        assertEquals(
                List.of(first),
                model.history().entries().stream().map(HistoryEntry::input).toList());
        robot.type(KeyCode.SPACE);
        assertEquals(first, input(), "the next one has the focus, and a key returns to it");
    }

    private void touch(EventType<TouchEvent> type, int finger, double x, double y) {
        Point2D screen = onPad(x, y);
        Point2D scene = pad().localToScene(x * pad().getWidth(), y * pad().getHeight());
        TouchPoint point = new TouchPoint(
                finger,
                type == TouchEvent.TOUCH_PRESSED
                        ? TouchPoint.State.PRESSED
                        : type == TouchEvent.TOUCH_MOVED ? TouchPoint.State.MOVED : TouchPoint.State.RELEASED,
                scene.getX(),
                scene.getY(),
                screen.getX(),
                screen.getY(),
                pad(),
                new PickResult(pad(), scene.getX(), scene.getY()));
        Event.fireEvent(
                pad(),
                new TouchEvent(type, point, FXCollections.observableArrayList(point), 0, false, false, false, false));
    }

    private void synthesized(EventType<MouseEvent> type, double x, double y) {
        Point2D screen = onPad(x, y);
        Event.fireEvent(
                pad(),
                new MouseEvent(
                        type,
                        x * pad().getWidth(),
                        y * pad().getHeight(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }

    /** Waits until what happened was taken in, drawn, and one pulse more. */
    private void pulse(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        CountDownLatch drawn = new CountDownLatch(3);
        Runnable count = () -> {
            drawn.countDown();
            Platform.requestNextPulse();
        };
        try {
            robot.interact(() -> {
                stage.getScene().addPostLayoutPulseListener(count);
                Platform.requestNextPulse();
            });
            assertTrue(drawn.await(60, TimeUnit.SECONDS), "no pulses");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            robot.interact(() -> stage.getScene().removePostLayoutPulseListener(count));
        }
    }
}
