package org.penumbra.view.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.view.shell.Theme;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A side pane that folds away, and a middle that scrolls where it would be cut. */
@Timeout(60)
class LabViewTest {

    /** It lies in the folder of no lab, so it names a style sheet of this folder. */
    private static final class View extends LabView {

        private final Button play = new Button("Play", new FontIcon(Feather.PLAY));
        private final Region pane = new Region();
        private int presses;

        private View() {
            super("lab-view-test");
            pane.setMinWidth(280);
            pane.setMaxWidth(280);
            play.setOnAction(event -> presses++);
            setSide(pane, play);
            Region content = new Region();
            content.setMinSize(500, 400);
            setLayers(content);
        }
    }

    private final FxRobot robot = new FxRobot();
    private Stage stage;
    private View view;

    @BeforeEach
    void show() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            // Its colours are those that a lab looks up.
            Theme.LIGHT.apply();
            view = new View();
            stage.setScene(new Scene(view));
            resize(1280, 800);
            stage.show();
        });
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void theSideFoldsAwayWhereItWouldTakeTooMuchOfTheWidthAndComesBack() {
        assertTrue(isSideSeen());
        robot.interact(() -> resize(960, 640));
        assertFalse(isSideSeen());
        robot.interact(() -> resize(1280, 800));
        assertTrue(isSideSeen());
    }

    @Test
    void largerLettersFoldItAwayAndTheUsualOnesBringItBack() {
        robot.interact(() -> view.setStyle("-fx-font-size: 26px"));
        assertFalse(isSideSeen());
        robot.interact(() -> view.setStyle("-fx-font-size: 13px"));
        assertTrue(isSideSeen());
    }

    @Test
    void whatAPersonChoseStaysUntilTheWindowBecomesWideOrNarrow() {
        robot.interact(() -> view.sideShownProperty().set(false));
        robot.interact(() -> resize(1400, 900));
        assertFalse(isSideSeen(), "folded away in a wide window");
        robot.interact(() -> resize(960, 640));
        robot.clickOn("#unfold");
        assertTrue(isSideSeen(), "shown in a narrow window");
        robot.interact(() -> resize(900, 600));
        assertTrue(isSideSeen(), "still shown");
    }

    @Test
    void theRailPlaysAsTheLargeButtonDoes() {
        robot.interact(() -> resize(960, 640));
        Button small = robot.lookup("#rail-play").queryButton();
        assertEquals("Play", small.getAccessibleText());
        robot.clickOn(small);
        assertEquals(1, view.presses);
        robot.interact(() -> {
            view.play.setText("Pause");
            view.play.setGraphic(new FontIcon(Feather.PAUSE));
            view.play.setDisable(true);
        });
        assertEquals("Pause", small.getAccessibleText());
        assertSame(Feather.PAUSE, ((FontIcon) small.getGraphic()).getIconCode());
        assertTrue(small.isDisabled());
    }

    @Test
    void theMiddleScrollsBelowItsLeastSizeAndFillsTheRoomAboveIt() {
        ScrollPane middle = robot.lookup(".middle").queryAs(ScrollPane.class);
        Region layers = (Region) middle.getContent();
        assertEquals(middle.getViewportBounds().getWidth(), layers.getWidth(), 1);
        robot.interact(() -> resize(400, 300));
        assertEquals(500, layers.getWidth(), 1);
        assertEquals(400, layers.getHeight(), 1);
        assertTrue(middle.getViewportBounds().getWidth() < 400);
        assertNull(view.getBottom());
    }

    private void resize(double width, double height) {
        stage.setWidth(width);
        stage.setHeight(height);
    }

    private boolean isSideSeen() {
        Node shown = ((HBox) view.getLeft()).getChildren().get(0);
        assertTrue(shown == view.pane || shown instanceof SideRail);
        return shown == view.pane;
    }
}
