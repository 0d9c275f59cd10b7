package org.penumbra.view.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.DataHome;
import org.penumbra.data.DigitImage;
import org.penumbra.data.Picture;
import org.penumbra.data.Position;
import org.penumbra.live.Background;
import org.penumbra.view.rings.CutOff;
import org.penumbra.view.shell.FontScale;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.Message;
import org.penumbra.view.widget.NumberSlider;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Pad, preview, sources, modifiers and history together, as they are placed in the lab. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
class InputPaneTest {

    @TempDir
    Path folder;

    private final List<Message> messages = new ArrayList<>();
    private final OneFile files = new OneFile();
    private final TestDigits digits = new TestDigits();
    private InputModel model;
    private FakeDataDesk desk;
    private Background background;
    private InputPane pane;
    private Stage stage;

    @Start
    void open(Stage shown) throws IOException {
        stage = shown;
        digits.writeTo(folder);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        model = new InputModel();
        desk = new FakeDataDesk(DataHome.in(folder));
        background = new Background("test", Platform::runLater);
        InputSources sources = new InputSources(model, List.of(digits.known()), desk, files, background, messages::add, 1);
        pane = new InputPane(model, sources);
        pane.setStyle("-fx-min-width: 25.6em; -fx-pref-width: 25.6em; -fx-max-width: 25.6em;");
        ScrollPane column = new ScrollPane(pane);
        column.setFitToHeight(true);
        BorderPane root = new BorderPane();
        root.setLeft(column);
        Scene scene = new Scene(root, 700, 744);
        scene.getStylesheets().add(MainWindow.class.getResource("app.css").toExternalForm());
        FontScale.install(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(700);
        stage.setHeight(744);
        stage.show();
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        background.close();
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
        assertArrayEquals(DigitImage.of(input().strokes(), InputModel.USUAL_BRUSH).pixels(), input().pixels(), 0);
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
            grey[i] = (float) seen[0].getPixelReader().getColor(4 + i % (width - 8), 4 + i / (width - 8)).getRed();
        }
        float[] ofScreen = DigitImage.of(new Picture("the pad", width - 8, height - 8, grey)).pixels();
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
        robot.moveTo(onPad(0.5, 0.5)).press(MouseButton.PRIMARY).moveTo(onPad(1.6, 0.5)).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        double most = input().strokes().get(0).points().stream().mapToDouble(Position::x).max().orElseThrow();
        assertEquals(100 - InputModel.USUAL_BRUSH / 2, most, 1e-3);
    }

    @Test
    void aStrokeAtRestIsKeptAndAClickReturnsToIt(FxRobot robot) throws TimeoutException {
        drag(robot, 0.3, 0.2, 0.6, 0.8);
        assertEquals(0, cells(robot).size());
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
        assertEquals(List.of(first), model.history().entries().stream().map(HistoryEntry::input).toList());
        robot.type(KeyCode.SPACE);
        assertEquals(first, input(), "the next one has the focus, and a key returns to it");
    }

    @Test
    void theStripShowsTheNewestAtTheLeftAndScrollsToTheFocus(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            for (char letter : "ABCDEFGHIJ".toCharArray()) {
                model.choose(new Letters().draw(letter));
            }
        });
        List<HistoryCell> cells = cells(robot);
        assertEquals(List.of("letter J", "letter A"), List.of(cells.get(0).entry().input().title(),
                cells.get(9).entry().input().title()));
        ScrollPane scroll = robot.lookup("#history .scroll-pane").queryAs(ScrollPane.class);
        assertEquals(0, scroll.getHvalue());
        robot.interact(() -> cells.get(9).requestFocus());
        await(() -> scroll.getHvalue() > 0.99);
        robot.type(KeyCode.LEFT);
        assertTrue(cells.get(8).isFocused());
    }

    @Test
    void theButtonsOfSourcesPutImagesInPlace(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#test-image").queryAs(SplitMenuButton.class).getText()
                .equals("Small digits"));
        fire(robot, "#test-image");
        await(() -> input().title().startsWith("Small digits test image "));
        assertPreviewShows(input().pixels());
        assertEquals(input().title(), text(robot, "#input-title"));
        fire(robot, "#letter");
        assertTrue(input().title().matches("letter [A-Za-z]"), input().title());
        assertFalse(robot.lookup("#noise-strength").query().isVisible());
        fire(robot, "#noise-image");
        assertEquals("noise image 1.00", input().title());
        assertTrue(robot.lookup("#noise-strength").query().isVisible());
        robot.interact(() -> robot.lookup("#noise-strength").queryAs(NumberSlider.class).setValue(0.3));
        assertEquals("noise image 0.30", input().title());
    }

    @Test
    void modifiersAreSetByHandAndTakenOffWithOneClick(FxRobot robot) {
        robot.interact(() -> model.choose(new Letters().draw('F')));
        float[] plain = input().pixels();
        robot.interact(() -> robot.lookup("#rotation").queryAs(NumberSlider.class).setValue(90));
        robot.clickOn("#blank-left").clickOn("#invert");
        assertEquals("letter F, left half blank, rotated 90\u00b0, inverted", input().title());
        assertPreviewShows(input().pixels());
        robot.clickOn("#blank-top");
        assertEquals("letter F, top half blank, rotated 90\u00b0, inverted", input().title());
        robot.clickOn("#blank-top");
        assertEquals("letter F, rotated 90\u00b0, inverted", input().title());
        robot.clickOn("#modifiers-off");
        assertArrayEquals(plain, input().pixels(), 0);
        assertEquals(0, robot.lookup("#rotation").queryAs(NumberSlider.class).getValue());
        assertTrue(robot.lookup("#modifiers-off").query().isDisabled());
    }

    @Test
    void aCopiedPictureIsPastedAndAnEmptyClipboardIsToldOf(FxRobot robot) throws TimeoutException, IOException {
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(new ClipboardContent()));
        fire(robot, "#paste-picture");
        assertEquals(List.of("There is no picture to paste"), messages.stream().map(Message::title).toList());
        assertEquals("blank", input().title());
        assertEquals(0, model.history().entries().size());

        WritableImage[] copied = new WritableImage[1];
        robot.interact(() -> {
            copied[0] = new WritableImage(40, 60);
            for (int i = 0; i < 40 * 60; i++) {
                boolean ink = i % 40 >= 18 && i % 40 < 24 && i / 40 >= 10 && i / 40 < 50;
                copied[0].getPixelWriter().setArgb(i % 40, i / 40, ink ? 0xFF101010 : 0xFFF0F0F0);
            }
            ClipboardContent content = new ClipboardContent();
            content.putImage(copied[0]);
            Clipboard.getSystemClipboard().setContent(content);
        });
        fire(robot, "#paste-picture");
        await(() -> input().title().equals("pasted picture"));
        // 6 x 40 pixels become 3 x 20.
        assertEquals(60, sum(input().pixels()), 2);

        Path file = Files.write(folder.resolve("seven.png"), InputSourcesTest.png(InputSourcesTest.seven(60, 80, false)));
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(file.toFile()));
            Clipboard.getSystemClipboard().setContent(content);
        });
        fire(robot, "#paste-picture");
        await(() -> input().title().equals("picture seven.png"));
        assertEquals(1, messages.size());
    }

    @Test
    void nothingIsCutOffInLightAndDark(FxRobot robot) {
        robot.interact(() -> {
            model.choose(new Base.Noise(0.6, 1));
            model.rest();
        });
        for (boolean dark : new boolean[] {false, true}) {
            robot.interact(() -> Application.setUserAgentStylesheet(dark ? new PrimerDark().getUserAgentStylesheet()
                    : new PrimerLight().getUserAgentStylesheet()));
            for (int[] size : new int[][] {{700, 744}, {1900, 1100}}) {
                robot.interact(() -> {
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                });
                assertEquals(List.of(), CutOff.in(stage.getScene()), Arrays.toString(size));
                ScrollPane column = (ScrollPane) ((BorderPane) stage.getScene().getRoot()).getLeft();
                assertTrue(pane.getHeight() <= column.getViewportBounds().getHeight() + 1, "no need to scroll at "
                        + Arrays.toString(size) + ": " + pane.getHeight());
            }
        }
    }

    @Test
    void everyButtonHasATextOrATooltip(FxRobot robot) {
        assertEquals(List.of(), robot.lookup(node -> node instanceof ButtonBase button && button.isVisible()
                && button.getTooltip() == null && (button.getText() == null || button.getText().isBlank())).queryAll().stream()
                .filter(node -> !node.getStyleClass().contains("arrow-button")).map(Node::toString).toList());
    }

    private InkPad pad() {
        return pane.pad().pad();
    }

    private DigitInput input() {
        return model.inputProperty().get();
    }

    private Point2D onPad(double x, double y) {
        Bounds place = pad().localToScreen(pad().getBoundsInLocal());
        return new Point2D(place.getMinX() + x * place.getWidth(), place.getMinY() + y * place.getHeight());
    }

    private void drag(FxRobot robot, double fromX, double fromY, double toX, double toY) {
        robot.moveTo(onPad(fromX, fromY)).press(MouseButton.PRIMARY).moveTo(onPad(toX, toY)).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void touch(EventType<TouchEvent> type, int finger, double x, double y) {
        Point2D screen = onPad(x, y);
        Point2D scene = pad().localToScene(x * pad().getWidth(), y * pad().getHeight());
        TouchPoint point = new TouchPoint(finger, type == TouchEvent.TOUCH_PRESSED ? TouchPoint.State.PRESSED
                : type == TouchEvent.TOUCH_MOVED ? TouchPoint.State.MOVED : TouchPoint.State.RELEASED, scene.getX(),
                scene.getY(), screen.getX(), screen.getY(), pad(), new PickResult(pad(), scene.getX(), scene.getY()));
        Event.fireEvent(pad(), new TouchEvent(type, point, FXCollections.observableArrayList(point), 0, false, false, false,
                false));
    }

    private void synthesized(EventType<MouseEvent> type, double x, double y) {
        Point2D screen = onPad(x, y);
        Event.fireEvent(pad(), new MouseEvent(type, x * pad().getWidth(), y * pad().getHeight(), screen.getX(),
                screen.getY(), MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, false,
                null));
    }

    /** Compares the middle of every pixel as it is on the screen. */
    private void assertPreviewShows(float[] pixels) {
        WritableImage seen = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> pane.pad().preview().snapshot(null, null));
        double zoom = seen.getWidth() / 28;
        for (int i = 0; i < 784; i++) {
            int argb = seen.getPixelReader().getArgb((int) ((i % 28 + 0.5) * zoom), (int) ((i / 28 + 0.5) * zoom));
            assertEquals(Math.round(255 * pixels[i]), argb & 0xFF, 1, "row " + i / 28 + ", column " + i % 28);
        }
    }

    private List<HistoryCell> cells(FxRobot robot) {
        return robot.lookup(".history-cell").queryAllAs(HistoryCell.class).stream().toList();
    }

    private static void fire(FxRobot robot, String selector) {
        robot.interact(() -> robot.lookup(selector).queryAs(ButtonBase.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAllAs(Label.class).stream().map(Label::getText).reduce("", (a, b) -> a + b);
    }

    private static double sum(float[] pixels) {
        double sum = 0;
        for (float pixel : pixels) {
            sum += pixel;
        }
        return sum;
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

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
