package org.penumbra.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.EmptyLab;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.engine.GiveWay;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A lab that is not seen gives way to the one that is, and its tab shows that it runs. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class PrecedenceTest {

    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path folder;

    private EmptyLab first;
    private EmptyLab second;
    private MainWindow window;
    private long now = -3 * SECOND;

    @Start
    void open(Stage stage) {
        first = new EmptyLab();
        second = new EmptyLab();
        window = ShownWindow.open(
                stage,
                folder,
                new ChosenFiles(),
                new LabEntry("First", "One does this", given -> first),
                new LabEntry("Second", "One does that", given -> second));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void whileAButtonIsHeldLabsThatAreNotSeenRest(FxRobot robot) {
        robot.interact(() -> window.open("Second"));
        await(() -> first.gaveWay == GiveWay.PARTLY, "the lab that was left gives way");
        assertEquals(GiveWay.NOT, second.gaveWay);
        robot.moveTo("Lab").press(MouseButton.PRIMARY);
        await(() -> first.gaveWay == GiveWay.WHOLLY, "it rests");
        assertEquals(GiveWay.NOT, second.gaveWay, "the one that is seen works");
        robot.release(MouseButton.PRIMARY);
        await(() -> first.gaveWay == GiveWay.PARTLY, "it goes on");
        robot.interact(() -> window.open("First"));
        await(() -> first.gaveWay == GiveWay.NOT && second.gaveWay == GiveWay.PARTLY, "they change places");
    }

    @Test
    void whereNobodyNeedsTheMachineItIsLeftToALabThatIsNotSeen(FxRobot robot) {
        robot.interact(() -> {
            Precedence precedence = new Precedence(new Scene(new VBox()), () -> now);
            List<Lab> labs = List.of(first, second);
            precedence.pulse(labs, second);
            assertEquals(GiveWay.PARTLY, first.gaveWay);
            now += 6 * SECOND;
            precedence.pulse(labs, second);
            assertEquals(GiveWay.NOT, first.gaveWay);
            second.running = true;
            precedence.pulse(labs, second);
            assertEquals(GiveWay.PARTLY, first.gaveWay, "the one that is seen needs it");
        });
    }

    @Test
    void aTabShowsThatItsLabRuns(FxRobot robot) {
        ToggleButton tab = robot.lookup(".navigation > .lab").nth(0).query();
        double width = tab.getWidth();
        robot.interact(() -> {
            window.open("Second");
            first.running = true;
        });
        await(() -> tab.getAccessibleText().equals("First (running)"), "the words for a screen reader");
        assertTrue(tab.getGraphic().isVisible());
        assertEquals("One does this. It is running.", tab.getTooltip().getText());
        assertEquals(width, tab.getWidth(), "no tab moves");
        robot.interact(() -> first.running = false);
        await(() -> tab.getAccessibleText().equals("First"), "its end");
        assertFalse(tab.getGraphic().isVisible());
        assertEquals("One does this", tab.getTooltip().getText());
    }
}
