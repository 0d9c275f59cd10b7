package org.penumbra.view.draw.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.kit.window.CutOff;
import org.penumbra.view.shell.message.Message;
import org.penumbra.view.widget.form.NumberSlider;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What comes into the lab beside drawing, and what is kept of it. */
@Timeout(240)
class InputPaneTest extends InputPaneCase {

    @Start
    void open(Stage shown) throws IOException {
        show(shown);
    }

    @Test
    void theStripShowsTheNewestAboveAndScrollsToTheFocus(FxRobot robot) {
        robot.interact(() -> {
            for (char letter : "ABCDEFGHIJ".toCharArray()) {
                model.choose(new Letters().draw(letter));
            }
        });
        List<HistoryCell> cells = cells(robot);
        assertEquals(
                List.of("letter J", "letter A"),
                List.of(
                        cells.get(0).entry().input().title(),
                        cells.get(9).entry().input().title()));
        ScrollPane scroll = robot.lookup("#history .scroll-pane").queryAs(ScrollPane.class);
        assertEquals(0, scroll.getVvalue());
        robot.interact(() -> cells.get(9).requestFocus());
        await(() -> scroll.getVvalue() > 0.99);
        robot.type(KeyCode.UP);
        assertTrue(cells.get(8).isFocused());
    }

    @Test
    void theButtonsOfSourcesPutImagesInPlace(FxRobot robot) {
        await(() -> robot.lookup("#test-image")
                .queryAs(SplitMenuButton.class)
                .getText()
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
        robot.interact(() ->
                robot.lookup("#noise-strength").queryAs(NumberSlider.class).setValue(0.3));
        assertEquals("noise image 0.30", input().title());
    }

    @Test
    void modifiersAreSetByHandAndTakenOffWithOneClick(FxRobot robot) {
        robot.interact(() -> model.choose(new Letters().draw('F')));
        float[] plain = input().pixels();
        robot.interact(
                () -> robot.lookup("#rotation").queryAs(NumberSlider.class).setValue(90));
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
    void aCopiedPictureIsPastedAndAnEmptyClipboardIsToldOf(FxRobot robot) throws IOException {
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(new ClipboardContent()));
        fire(robot, "#paste-picture");
        assertEquals(
                List.of("There is no picture to paste"),
                messages.stream().map(Message::title).toList());
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

        Path file =
                Files.write(folder.resolve("seven.png"), InputSourcesTest.png(InputSourcesTest.seven(60, 80, false)));
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
            robot.interact(() -> Application.setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
            for (int[] size : new int[][] {{700, 744}, {1900, 1100}}) {
                robot.interact(() -> {
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                });
                assertEquals(List.of(), CutOff.in(stage.getScene()), Arrays.toString(size));
                ScrollPane column = (ScrollPane) ((BorderPane) stage.getScene().getRoot()).getLeft();
                assertTrue(
                        pane.getHeight() <= column.getViewportBounds().getHeight() + 1,
                        "no need to scroll at " + Arrays.toString(size) + ": " + pane.getHeight());
                assertTrue(
                        pane.settings().getContent().getLayoutBounds().getHeight()
                                <= pane.settings().getViewportBounds().getHeight() + 1,
                        "no need to scroll what can be set at " + Arrays.toString(size));
            }
        }
    }

    @Test
    void everyButtonHasATextOrATooltip(FxRobot robot) {
        assertEquals(
                List.of(),
                robot
                        .lookup(node -> node instanceof ButtonBase button
                                && button.isVisible()
                                && button.getTooltip() == null
                                && (button.getText() == null || button.getText().isBlank()))
                        .queryAll()
                        .stream()
                        .filter(node -> !node.getStyleClass().contains("arrow-button"))
                        .map(Node::toString)
                        .toList());
    }

    private static double sum(float[] pixels) {
        double sum = 0;
        for (float pixel : pixels) {
            sum += pixel;
        }
        return sum;
    }
}
