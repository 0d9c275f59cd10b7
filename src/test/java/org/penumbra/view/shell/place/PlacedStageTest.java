package org.penumbra.view.shell.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.penumbra.view.shell.MemoryPreferences;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A stage whose window manager does what JavaFX 21 makes of it: it opens tiny, and is tiny or huge once unmaximised. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class PlacedStageTest {

    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1200);

    private final FxRobot robot = new FxRobot();
    private final MemoryPreferences memory = new MemoryPreferences();
    private List<Rectangle2D> screens = List.of(SCREEN);
    private Stage stage;
    private PlacedStage placed;

    @AfterEach
    void close() {
        robot.interact(() -> {
            placed.close();
            stage.close();
        });
    }

    @Test
    void aWindowThatIsOpenedTinyGetsItsSize() {
        open(true);
        await(() -> isAt(120, 75, 1680, 1050));
        assertEquals(960, stage.getMinWidth());
        assertEquals(640, stage.getMinHeight());
        await(() -> Optional.of(new Placement(120, 75, 1680, 1050, false)).equals(Placement.remembered(memory)));
    }

    @Test
    void theRememberedPlaceComesBackOntoTheScreen() {
        new Placement(1500, 900, 1300, 700, false).remember(memory);
        open(false);
        await(() -> isAt(620, 500, 1300, 700));
    }

    @Test
    void theLeastSizeIsThatOfAScreenThatIsSmaller() {
        screens = List.of(new Rectangle2D(0, 0, 911, 512));
        open(true);
        await(() -> isAt(0, 0, 911, 512));
        assertEquals(911, stage.getMinWidth());
        assertEquals(512, stage.getMinHeight());
    }

    @Test
    void anUnmaximisedWindowGetsTheSizeThatItHadBefore() {
        open(false);
        resize(100, 50, 1300, 900);
        for (List<Double> accident : List.of(List.of(200.0, 200.0), List.of(1920.0, 1200.0), List.of(1302.0, 925.0))) {
            maximise();
            robot.interact(() -> {
                stage.setMaximized(false);
                stage.setWidth(accident.get(0));
                stage.setHeight(accident.get(1));
            });
            await(() -> isAt(100, 50, 1300, 900), () -> "after " + accident + ": " + where());
        }
    }

    @Test
    void halfAScreenAfterAMaximisedWindowIsAChoice() {
        open(false);
        resize(100, 50, 1300, 900);
        maximise();
        robot.interact(() -> {
            stage.setMaximized(false);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(960);
            stage.setHeight(1200);
        });
        await(() -> Optional.of(new Placement(0, 0, 960, 1200, false)).equals(Placement.remembered(memory)));
        assertEquals("0.0 0.0 960.0 1200.0", where());
    }

    @Test
    void aMaximisedWindowIsRememberedWithTheSizeThatItHadBefore() {
        open(false);
        resize(100, 50, 1300, 900);
        maximise();
        await(() -> Optional.of(new Placement(100, 50, 1300, 900, true)).equals(Placement.remembered(memory)));
    }

    @Test
    void aWindowThatADialogUnmaximisedIsMaximisedAgain() {
        open(false);
        resize(100, 50, 1300, 900);
        maximise();
        robot.interact(() -> assertEquals("chosen", PlacedStage.keepForm(stage, () -> {
            stage.setMaximized(false);
            return "chosen";
        })));
        assertTrue(stage.isMaximized());
        robot.interact(() -> stage.setMaximized(false));
        robot.interact(() -> stage.setFullScreen(true));
        robot.interact(() -> PlacedStage.keepForm(stage, () -> {
            stage.setFullScreen(false);
            return "";
        }));
        assertTrue(stage.isFullScreen());
        robot.interact(() -> stage.setFullScreen(false));
    }

    @Test
    void fullScreenIsNotWhatTheNextStartBegins() {
        open(false);
        resize(100, 50, 1300, 900);
        robot.interact(() -> stage.setFullScreen(true));
        robot.sleep(300);
        assertEquals(Optional.of(new Placement(100, 50, 1300, 900, false)), Placement.remembered(memory));
        robot.interact(() -> stage.setFullScreen(false));
        await(() -> isAt(100, 50, 1300, 900), this::where);
    }

    @Test
    void whatWasChangedJustBeforeTheWindowClosesIsRemembered() {
        open(false);
        resize(100, 50, 1300, 900);
        robot.interact(() -> {
            stage.setWidth(1200);
            stage.close();
        });
        assertEquals(Optional.of(new Placement(100, 50, 1200, 900, false)), Placement.remembered(memory));
    }

    @Test
    void aStageLetGoOfIsLeftAlone() {
        open(false);
        robot.interact(() -> {
            placed.close();
            stage.setWidth(300);
        });
        robot.sleep(300);
        assertEquals(300, stage.getWidth());
        assertEquals(0, stage.getMinWidth());
        assertFalse(Placement.remembered(memory)
                .filter(place -> place.width() < 960)
                .isPresent());
    }

    private void open(boolean tiny) {
        robot.interact(() -> {
            stage = new Stage();
            stage.setScene(new Scene(new StackPane()));
            placed = new PlacedStage(stage, memory, () -> screens);
            if (tiny) {
                stage.addEventHandler(WindowEvent.WINDOW_SHOWN, shown -> {
                    stage.setWidth(200);
                    stage.setHeight(200);
                });
            }
            stage.show();
        });
        await(() -> Placement.remembered(memory).isPresent() && !tiny || tiny);
        robot.sleep(200);
    }

    private void resize(double x, double y, double width, double height) {
        robot.interact(() -> {
            stage.setX(x);
            stage.setY(y);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        await(() -> Optional.of(new Placement(x, y, width, height, false)).equals(Placement.remembered(memory)));
    }

    private void maximise() {
        robot.interact(() -> stage.setMaximized(true));
        await(() -> Placement.remembered(memory).filter(Placement::maximised).isPresent());
    }

    private boolean isAt(double x, double y, double width, double height) {
        return where().equals(x + " " + y + " " + width + " " + height);
    }

    private String where() {
        return stage.getX() + " " + stage.getY() + " " + stage.getWidth() + " " + stage.getHeight();
    }
}
