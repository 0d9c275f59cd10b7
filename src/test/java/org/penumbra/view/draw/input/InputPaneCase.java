package org.penumbra.view.draw.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.home.DataHome;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.FakeDataDesk;
import org.penumbra.live.engine.Background;
import org.penumbra.view.shell.FontScale;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.message.Message;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Pad, preview, sources, modifiers and history together, as they are placed in the lab; what their tests share. */
@ExtendWith(ApplicationExtension.class)
abstract class InputPaneCase {

    @TempDir
    Path folder;

    final List<Message> messages = new ArrayList<>();
    final ChosenFiles files = new ChosenFiles();
    final TestDigits digits = new TestDigits();
    InputModel model;
    FakeDataDesk desk;
    Background background;
    InputPane pane;
    Stage stage;

    /** Opens it; every test has to say that it is its start, as starts are not inherited. */
    void show(Stage shown) throws IOException {
        stage = shown;
        digits.writeTo(folder);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        model = new InputModel();
        desk = new FakeDataDesk(DataHome.in(folder));
        background = new Background("test", Platform::runLater);
        InputSources sources =
                new InputSources(model, List.of(digits.known()), desk, files, background, messages::add, 1);
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

    InkPad pad() {
        return pane.pad();
    }

    DigitInput input() {
        return model.inputProperty().get();
    }

    Point2D onPad(double x, double y) {
        Bounds place = pad().localToScreen(pad().getBoundsInLocal());
        return new Point2D(place.getMinX() + x * place.getWidth(), place.getMinY() + y * place.getHeight());
    }

    void drag(FxRobot robot, double fromX, double fromY, double toX, double toY) {
        robot.moveTo(onPad(fromX, fromY))
                .press(MouseButton.PRIMARY)
                .moveTo(onPad(toX, toY))
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Compares the middle of every pixel as it is on the screen. */
    void assertPreviewShows(float[] pixels) {
        WritableImage seen =
                WaitForAsyncUtils.waitForAsyncFx(60_000, () -> pane.preview().snapshot(null, null));
        double zoom = seen.getWidth() / 28;
        for (int i = 0; i < 784; i++) {
            int argb = seen.getPixelReader().getArgb((int) ((i % 28 + 0.5) * zoom), (int) ((i / 28 + 0.5) * zoom));
            assertEquals(Math.round(255 * pixels[i]), argb & 0xFF, 1, "row " + i / 28 + ", column " + i % 28);
        }
    }

    List<HistoryCell> cells(FxRobot robot) {
        return robot.lookup(".history-cell").queryAllAs(HistoryCell.class).stream()
                .toList();
    }

    static void fire(FxRobot robot, String selector) {
        robot.interact(() -> robot.lookup(selector).queryAs(ButtonBase.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .reduce("", (a, b) -> a + b);
    }
}
