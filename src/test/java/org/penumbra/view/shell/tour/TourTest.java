package org.penumbra.view.shell.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.home.DataHome;
import org.penumbra.kit.window.AllLabs;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.preset.Presets;
import org.penumbra.view.PenumbraApplication;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every stop of every lab's tour, at three sizes of the window. */
@Timeout(300)
class TourTest extends AllLabs {

    private static final int[][] SIZES = {{960, 640}, {1280, 800}, {1920, 1080}};
    /** JavaFX repeats words of a text that wraps and holds marks which are set over a letter. */
    private static final Pattern MARK = Pattern.compile("\\p{M}");

    private final List<String> faults = new ArrayList<>();

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @Test
    void noCardIsCutOrCoversWhatItExplains(FxRobot robot) {
        for (LabEntry lab : PenumbraApplication.labs(Presets.load("rings"))) {
            robot.interact(() -> window.open(lab.name()));
            await(() -> isFilled(robot, lab.name()), lab.name());
            for (int[] size : SIZES) {
                robot.interact(() -> {
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                });
                take(robot, lab.name() + " at " + size[0] + " x " + size[1]);
            }
            robot.interact(() -> wrapped(window.lab().view(), lab.name()));
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void aNewcomerIsInvitedOnce(FxRobot robot) {
        Button button = robot.lookup("#tour").queryButton();
        assertEquals("Take the tour", button.getText());
        assertEquals("Take the tour", ((Text) button.lookup(".text")).getText(), "what is seen");
        for (int[] size : SIZES) {
            robot.interact(() -> {
                stage.setWidth(size[0]);
                stage.setHeight(size[1]);
            });
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> {
                Parent bar = (Parent) stage.getScene().lookup(".top-bar");
                bar.getScene().getRoot().layout();
                cut(bar, bar, "the top bar at " + size[0] + " px: ");
                assertTrue(bar.getLayoutBounds().getWidth() <= size[0], "it is " + bar.getLayoutBounds());
            });
        }
        assertEquals(List.of(), faults);
        robot.interact(button::fire);
        assertNull(button.getText());
        assertNotNull(robot.lookup(".tour-card").query());
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> {
            window.close();
            window = new MainWindow(
                    new Stage(),
                    PenumbraApplication.labs(Presets.load("rings")),
                    ImageDataPart.of(DataHome.in(folder), DataSources.shipped()),
                    memory,
                    new ChosenFiles());
            assertNull(((Button) window.lab().view().getScene().lookup("#tour")).getText());
        });
    }

    private static boolean isFilled(FxRobot robot, String lab) {
        return !lab.equals("Fooling") || !robot.lookup(".victim").queryAll().isEmpty();
    }

    private void take(FxRobot robot, String where) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> ((Button) stage.getScene().lookup("#tour")).fire());
        for (int step = 1; stage.getScene().lookup(".tour-card") != null; step++) {
            String here = where + ", stop " + step + ": ";
            // A part that is scrolled into sight gets its place with the next pulse.
            WaitForAsyncUtils.waitForFxEvents(3);
            robot.interact(() -> look(here));
            robot.type(KeyCode.ENTER);
        }
    }

    private void look(String here) {
        Tour tour = (Tour) stage.getScene().lookup(".tour");
        tour.getScene().getRoot().layout();
        Parent card = (Parent) tour.lookup(".tour-card");
        cut(card, card, here);
        Bounds place = laid(card);
        if (place.getMinX() < 0
                || place.getMinY() < 0
                || place.getMaxX() > tour.getWidth()
                || place.getMaxY() > tour.getHeight()) {
            faults.add(here + "the card lies at " + place);
        }
        Bounds lit = tour.lit();
        if (lit.getWidth() < 20 || lit.getHeight() < 20) {
            faults.add(here + "lit is " + lit);
        }
        double covered = CardPlace.covered(place, lit);
        double least = least(tour, place, lit);
        if (covered > least + 1) {
            faults.add(here + "it covers " + covered + " px of " + lit + ", " + least + " would do");
        }
        wrapped(card, here);
    }

    /** Texts with an ellipsis, and what lies beyond the card. */
    private void cut(Node node, Parent card, String here) {
        if (node instanceof Labeled labeled
                && labeled.lookup(".text") instanceof Text text
                && !text.getText().equals(Objects.requireNonNullElse(labeled.getText(), ""))) {
            faults.add(here + "\"" + text.getText() + "\" of \"" + labeled.getText() + "\"");
        }
        Bounds place = card.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        if (node instanceof Text
                && (place.getMaxX() > card.getLayoutBounds().getWidth()
                        || place.getMaxY() > card.getLayoutBounds().getHeight())) {
            faults.add(here + node + " lies at " + place);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> cut(child, card, here));
        }
    }

    private static Bounds laid(Parent card) {
        return new BoundingBox(
                card.getLayoutX(),
                card.getLayoutY(),
                card.getLayoutBounds().getWidth(),
                card.getLayoutBounds().getHeight());
    }

    /** What a card of this size covers where it covers least, found by trying all places. */
    private static double least(Tour tour, Bounds card, Bounds lit) {
        double least = Double.MAX_VALUE;
        for (double x = CardPlace.GAP; x <= tour.getWidth() - card.getWidth() - CardPlace.GAP; x += 4) {
            for (double y = CardPlace.GAP; y <= tour.getHeight() - card.getHeight() - CardPlace.GAP; y += 4) {
                least = Math.min(
                        least, CardPlace.covered(new BoundingBox(x, y, card.getWidth(), card.getHeight()), lit));
            }
        }
        return least;
    }

    private void wrapped(Node node, String where) {
        if (node instanceof Labeled labeled
                && labeled.isWrapText()
                && labeled.getText() != null
                && MARK.matcher(labeled.getText()).find()) {
            faults.add(where + " wraps \"" + labeled.getText() + "\"");
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> wrapped(child, where));
        }
    }

    @Test
    void aTourEndsWithItsLastStop(FxRobot robot) {
        ShownWindow.assertTourEnds(robot, 5);
        assertTrue(robot.lookup(".tour").queryAll().isEmpty());
    }
}
