package org.penumbra.view.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.LeftThreads;
import org.penumbra.kit.LoopbackMirror;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.EmptyLab;
import org.penumbra.kit.window.NamelessButtons;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.view.shell.DataDesk;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.MemoryPreferences;
import org.penumbra.view.shell.Theme;
import org.penumbra.view.shell.message.Message;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The sheet of image data in the window, with a mirror on this machine. */
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
class DataWindowTest {

    @TempDir
    Path folder;

    private EmptyLab lab;
    private TinyHome tiny;
    private DataDesk desk;
    private MainWindow window;
    private Stage stage;
    private final ChosenFiles files = new ChosenFiles();

    @Start
    void open(Stage shown) {
        stage = shown;
        lab = new EmptyLab();
        tiny = new TinyHome(folder.resolve("home"));
        LabEntry entry = new LabEntry("Empty", "", context -> {
            desk = context.data();
            return lab;
        });
        window = new MainWindow(
                stage, List.of(entry), ImageDataPart.of(tiny.home(), tiny.sources()), new MemoryPreferences(), files);
        ShownWindow.show(stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void theSheetListsEveryDataSetWithItsStateAndPlace(FxRobot robot) throws IOException {
        openSheet(robot);
        awaitState(robot, "Not here");
        assertEquals("Needs no files", text(robot, "#state-built-in-digits"));
        assertEquals(
                tiny.place().toString(),
                robot.lookup("#data-tiny .path").queryAs(TextField.class).getText());
        assertEquals(List.of(false, false, true), disabled(robot));
        assertEquals(
                "1. the folder named at the start",
                robot.lookup(".places .field-label").queryLabeled().getText(),
                "a window has no options");

        tiny.images.writeTo(tiny.place());
        robot.type(KeyCode.ESCAPE);
        openSheet(robot);
        awaitState(robot, "Here, not verified");
        assertEquals(List.of(true, true, false), disabled(robot));
        press(robot, "#verify-tiny");
        await(() -> text(robot, "#state-tiny").matches("Verified at \\d\\d:\\d\\d"));

        Files.delete(tiny.place().resolve("t10k-images-idx3-ubyte.gz"));
        press(robot, "#verify-tiny");
        awaitState(robot, "1 file is not right");
        assertTrue(
                text(robot, "#detail-tiny").contains("t10k-images-idx3-ubyte: missing"), text(robot, "#detail-tiny"));
        assertEquals(List.of(false, false, false), disabled(robot));
    }

    @Test
    void keysStayOnTheSheetUntilEscape(FxRobot robot) {
        openSheet(robot);
        robot.type(KeyCode.S);
        assertEquals(List.of(), lab.heard);
        List<Node> visited = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            robot.type(KeyCode.TAB);
            Node focus = stage.getScene().getFocusOwner();
            assertTrue(isWithinSheet(focus), focus + " after " + (i + 1) + " times Tab");
            if (!visited.contains(focus)) {
                visited.add(focus);
            }
        }
        assertTrue(visited.stream().anyMatch(node -> "download-tiny".equals(node.getId())), visited.toString());
        assertTrue(visited.stream().anyMatch(node -> "data-close".equals(node.getId())), visited.toString());
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup(".data-sheet").tryQuery().isEmpty());
        robot.type(KeyCode.S);
        assertEquals(List.of("s"), lab.heard);
        robot.clickOn("#data-sets");
        assertNotNull(robot.lookup(".data-sheet").query());
    }

    @Test
    void aDownloadShowsItsBytesAndEndsVerified(FxRobot robot) throws IOException {
        CountDownLatch gate = new CountDownLatch(1);
        try (LoopbackMirror mirror = tiny.mirror((self, exchange, file, from) -> {
            LoopbackMirror.begin(exchange, file, from);
            exchange.getResponseBody().write(file, 0, Math.min(300, file.length));
            exchange.getResponseBody().flush();
            assertTrue(gate.await(60, TimeUnit.SECONDS));
            exchange.getResponseBody().write(file, Math.min(300, file.length), Math.max(0, file.length - 300));
        })) {
            openSheet(robot);
            awaitState(robot, "Not here");
            press(robot, "#download-tiny");
            await(() -> text(robot, ".amount").matches("0\\.3 of \\d+\\.\\d kB(, .*/s)?"));
            assertEquals("Downloading", text(robot, "#state-tiny"));
            assertEquals("File 1 of 4: train-images-idx3-ubyte", text(robot, ".what"));
            double share =
                    robot.lookup("#progress-tiny").queryAs(ProgressBar.class).getProgress();
            assertTrue(share > 0 && share < 0.1, "share " + share);
            assertEquals("0 %", robot.lookup("#data-sets").queryAs(Button.class).getText());
            int pulses = lab.pulses;
            await(() -> lab.pulses > pulses + 3);
            gate.countDown();
            await(() -> text(robot, "#state-tiny").startsWith("Verified at "));
            assertEquals(4, mirror.requests().size());
        }
        assertEquals(
                List.of("Tiny is here"),
                ShownWindow.messages(window).stream().map(Message::title).toList());
        assertTrue(desk.here(tiny.known).getValue());
        assertEquals(null, robot.lookup("#data-sets").queryAs(Button.class).getText());
    }

    @Test
    void theFocusIsOnTheDownloadAlsoWhenTheStateIsKnownBeforeTheSheetWasEverDrawn(FxRobot robot) {
        robot.interact(() -> {
            desk.open(tiny.known);
            DataView view = (DataView) robot.lookup(".data-sheet").query().getParent();
            assertNotNull(view.lookup("#download-tiny"), "the buttons are in no scene yet");
        });
    }

    @Test
    void cancelIsUnderTheHandAndTheNextDownloadGoesOn(FxRobot robot) throws IOException {
        try (LoopbackMirror silent = tiny.mirror(LoopbackMirror.stallingAfter(700))) {
            robot.interact(() -> desk.open(tiny.known));
            awaitState(robot, "Not here");
            await(() -> "download-tiny".equals(focusId()));
            robot.type(KeyCode.ENTER);
            await(() -> text(robot, ".amount").startsWith("0.7 of "));
            await(() -> "cancel-tiny".equals(focusId()));
            robot.type(KeyCode.ENTER);
            awaitState(robot, "Not here");
            assertEquals(1, silent.requests().size());
        }
        assertEquals("700 bytes of a download are kept; the next one goes on from there.", text(robot, "#detail-tiny"));
        assertEquals(List.of("train-images-idx3-ubyte.part"), tiny.names());
        await(() -> "download-tiny".equals(focusId()));
        try (LoopbackMirror well = tiny.mirror(LoopbackMirror::well)) {
            robot.type(KeyCode.ENTER);
            await(() -> text(robot, "#state-tiny").startsWith("Verified at "));
            assertEquals("train-images-idx3-ubyte.gz from 700", well.requests().get(0));
        }
        assertFalse(robot.lookup("#detail-tiny").query().isVisible());
    }

    @Test
    void anImportThatWaitsForSomebodyElseCanBeCancelled(FxRobot robot) throws Exception {
        files.file = tiny.images.writeTo(folder.resolve("Downloads"));
        try (TinyHome.Stranger stranger = tiny.stranger()) {
            openSheet(robot);
            awaitState(robot, "Not here");
            press(robot, "#import-tiny");
            await(() -> "Waiting for another download or import of this program\u2026".equals(text(robot, ".what")));
            assertTrue(robot.lookup("#cancel-tiny").query().isVisible());
            assertFalse(robot.lookup("#remark-tiny").query().isVisible());
            assertEquals(List.of(), CutOff.in(stage.getScene()));
            press(robot, "#cancel-tiny");
            awaitState(robot, "Not here");
        }
    }

    @Test
    void aFailureIsOneMessageAboveTheSheetWithWaysOut(FxRobot robot) throws IOException {
        files.file = tiny.images.writeTo(folder.resolve("Downloads"));
        try (LoopbackMirror none = tiny.mirror(LoopbackMirror.answering(404))) {
            openSheet(robot);
            awaitState(robot, "Not here");
            press(robot, "#download-tiny");
            await(() -> !ShownWindow.messages(window).isEmpty());
            assertEquals(1, ShownWindow.messages(window).size());
            assertTrue(
                    ShownWindow.messages(window).get(0).text().contains("answers 404"),
                    ShownWindow.messages(window).toString());
            assertEquals(1, none.requests().size());
        }
        assertEquals(List.of(), CutOff.in(stage.getScene()));
        assertNotNull(robot.lookup(".data-sheet").query());
        // A click only reaches what lies on top.
        robot.clickOn(robot.lookup(".notice .choices .button").nth(1).queryButton());
        await(() -> text(robot, "#state-tiny").startsWith("Verified at "));
        assertEquals(4, tiny.names().size(), tiny.names().toString());
    }

    @Test
    void thePathIsCopiedAsText(FxRobot robot) {
        openSheet(robot);
        awaitState(robot, "Not here");
        press(robot, "#data-tiny .copy");
        AtomicReference<String> copied = new AtomicReference<>();
        robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertEquals(tiny.place().toString(), copied.get());
        TextField path = robot.lookup("#data-tiny .path").queryAs(TextField.class);
        robot.interact(() -> {
            path.requestFocus();
            path.selectAll();
        });
        robot.type(KeyCode.X);
        assertEquals(tiny.place().toString(), path.getText(), "it cannot be changed");
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup(".data-sheet").tryQuery().isEmpty());
    }

    @Test
    void nothingIsCutOffInLightAndDark(FxRobot robot) throws IOException {
        tiny.images.writeTo(tiny.place());
        Files.write(tiny.place().resolve("train-images-idx3-ubyte.gz"), new byte[] {1, 2, 3});
        Files.write(tiny.place().resolve("train-labels-idx1-ubyte.gz"), new byte[] {1, 2, 3});
        for (Theme theme : Theme.values()) {
            assertEquals(theme, window.theme());
            for (int[] size : new int[][] {{1280, 800}, {1600, 1000}}) {
                robot.interact(() -> {
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                });
                openSheet(robot);
                awaitStateAfterWork(robot);
                assertEquals(List.of(), CutOff.in(stage.getScene()), theme + " at " + size[0] + " x " + size[1]);
                robot.type(KeyCode.ESCAPE);
            }
            robot.type(KeyCode.T);
        }
    }

    @Test
    void everyButtonHasATextOrATooltip(FxRobot robot) {
        openSheet(robot);
        assertEquals(List.of(), NamelessButtons.in(robot));
    }

    @Test
    void closingTheWindowEndsTheDownload(FxRobot robot) throws IOException {
        try (LoopbackMirror silent = tiny.mirror(LoopbackMirror.stallingAfter(700))) {
            openSheet(robot);
            awaitState(robot, "Not here");
            press(robot, "#download-tiny");
            await(() -> text(robot, ".amount").startsWith("0.7 of "));
            robot.interact(window::close);
            // Five seconds are far less than the twenty the mirror would be waited for.
            LeftThreads.awaitNone("penumbra-data", Duration.ofSeconds(5));
            assertEquals(1, silent.requests().size());
        }
        assertEquals(List.of("train-images-idx3-ubyte.part"), tiny.names());
    }

    private void openSheet(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        assertNotNull(robot.lookup(".data-sheet").query());
    }

    private static void press(FxRobot robot, String selector) {
        robot.interact(() -> robot.lookup(selector).queryButton().fire());
    }

    private static void awaitState(FxRobot robot, String state) {
        await(() -> state.equals(text(robot, "#state-tiny")));
    }

    private static void awaitStateAfterWork(FxRobot robot) {
        awaitState(
                robot,
                "Here, not verified".equals(text(robot, "#state-tiny"))
                        ? "Here, not verified"
                        : "2 files are not right");
        press(robot, "#verify-tiny");
        awaitState(robot, "2 files are not right");
    }

    private static String text(FxRobot robot, String selector) {
        Labeled labeled = robot.lookup(selector).queryAs(Label.class);
        return labeled.getText();
    }

    private static List<Boolean> disabled(FxRobot robot) {
        return List.of(
                robot.lookup("#download-tiny").query().isDisabled(),
                robot.lookup("#import-tiny").query().isDisabled(),
                robot.lookup("#verify-tiny").query().isDisabled());
    }

    private String focusId() {
        return stage.getScene().getFocusOwner().getId();
    }

    private static boolean isWithinSheet(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("data-sheet")) {
                return true;
            }
        }
        return false;
    }
}
