package org.penumbra.view.fooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.kit.window.CutOff;
import org.penumbra.view.widget.DigitView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** One to four victims at every size that people have: nothing is cut or covered, and the attacked image is large. */
@Timeout(240)
class FoolingFitTest extends FoolingWindow {

    private static final int[][] SIZES = {{960, 640}, {1280, 800}, {960, 1080}, {1366, 768}, {1920, 1080}};
    /** Least side of the attacked image with four victims, with three, at each size, pixels. */
    private static final int[][] IMAGES = {{85, 120}, {150, 210}, {190, 250}, {160, 230}, {250, 340}};

    private final List<String> faults = new ArrayList<>();

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @Test
    void nothingIsCutOrCoveredWithAnyNumberOfVictims(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> model.mostStepsProperty().set(1));
        robot.interact(() -> model.victims().add(entry("mnist-dae-asym")));
        await(() -> names().size() == 4);
        for (int count = 4; count > 0; count--) {
            look(robot, count);
            int next = count - 1;
            if (next > 0) {
                robot.interact(() -> model.victims().remove(names().get(0)));
                await(() -> names().size() == next);
            }
        }
        assertEquals("", String.join("\n", faults));
    }

    private void look(FxRobot robot, int count) {
        for (int target : new int[] {3, FoolingModel.ALL}) {
            robot.interact(() -> {
                model.targetProperty().set(target);
                model.play();
            });
            awaitEnd();
            // What fits four fits fewer, and with all targets the sizes differ little: two of them will do.
            for (int i = 0; i < (count == 4 && target != FoolingModel.ALL ? SIZES.length : 2); i++) {
                resize(robot, SIZES[i]);
                String where = SIZES[i][0] + " x " + SIZES[i][1] + ", " + count + " victims, target " + target + ": ";
                CutOff.in(stage.getScene()).forEach(fault -> faults.add(where + fault));
                if (target != FoolingModel.ALL && count > 2) {
                    large(where, IMAGES[i][4 - count]);
                }
            }
        }
    }

    private void resize(FxRobot robot, int[] size) {
        robot.interact(() -> {
            stage.setWidth(size[0]);
            stage.setHeight(size[1]);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void large(String where, int least) {
        List<Double> sides = WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> stage.getScene().getRoot().lookupAll(".pictures-of-trial").stream()
                        .map(pane -> ((DigitView) pane.lookup(".digit-view")).getWidth())
                        .toList());
        System.out.printf(Locale.ROOT, "%simages of %s px%n", where, sides);
        if (sides.stream().anyMatch(side -> side < least)
                || sides.stream().distinct().count() > 1) {
            faults.add(where + "images of " + sides + " px, expected " + least + " at least, all alike");
        }
    }

    @Test
    void atTheSizesOfALessonNoneOfFourVictimsHasToBeScrolledTo(FxRobot robot) {
        awaitFrame();
        robot.interact(() -> model.victims().add(entry("mnist-dae-asym")));
        await(() -> names().size() == 4);
        awaitFrame();
        for (int[] size : List.of(SIZES[0], SIZES[1])) {
            resize(robot, size);
            ScrollPane middle = robot.lookup(".middle").queryAs(ScrollPane.class);
            Bounds room = middle.getViewportBounds();
            Bounds needed = middle.getContent().getLayoutBounds();
            assertTrue(
                    needed.getWidth() <= room.getWidth() + 1 && needed.getHeight() <= room.getHeight() + 1,
                    size[0] + " x " + size[1] + ": " + needed + " in " + room);
        }
    }

    @Test
    void theCurvesFoldAwayByThemselvesInALowWindowAndAPersonDecidesOtherwise(FxRobot robot) {
        awaitFrame();
        resize(robot, new int[] {1280, 800});
        assertTrue(robot.lookup("#scores .body").query().isVisible());
        double before = side(robot);
        robot.clickOn("#fold-scores");
        assertTrue(!robot.lookup("#scores .body").query().isVisible());
        assertTrue(side(robot) > before, side(robot) + " after " + before);
        resize(robot, new int[] {960, 640});
        robot.clickOn("#fold-scores");
        assertTrue(robot.lookup("#scores .body").query().isVisible(), "a person decides");
        resize(robot, new int[] {1000, 650});
        assertTrue(robot.lookup("#scores .body").query().isVisible(), "and is not overruled");
    }

    private static double side(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".pictures-of-trial .digit-view")
                .queryAs(DigitView.class)
                .getWidth();
    }
}
