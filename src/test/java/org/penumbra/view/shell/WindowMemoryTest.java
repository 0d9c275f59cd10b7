package org.penumbra.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.data.home.DataHome;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.EmptyLab;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What a window finds again of the one before it. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class WindowMemoryTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final MemoryPreferences memory = new MemoryPreferences();

    @Test
    void theLabThatWasOpenLastIsOpenAgain() {
        assertEquals("First", openLab(() -> {}));
        assertEquals("First", openLab(() -> {}));
        memory.put("lab", "Second");
        assertEquals("Second", openLab(() -> {}));
    }

    @ParameterizedTest
    @CsvSource({
        "lab, Third",
        "lab, ''",
        "letters-percent, NaN",
        "letters-percent, 99999999999",
        "letters-percent, 5000",
        "letters-percent, -100",
        "letters-percent, ten",
        "window-width, 1e300",
        "window-x, left",
        "window-maximised, maybe",
        "theme, blue"
    })
    void damagedMemoryCountsAsNoneAndSaysNothing(String key, String damaged) {
        memory.put(key, damaged);
        boolean[] silent = {false};
        assertEquals("First", openLab(() -> silent[0] = true));
        assertTrue(silent[0]);
    }

    @Test
    void aWindowWithoutASizeOpensWhereTheLastOneStood() {
        memory.putDouble("window-x", 200);
        memory.putDouble("window-y", 100);
        memory.putDouble("window-width", 1000);
        memory.putDouble("window-height", 700);
        robot.interact(() -> {
            Stage stage = new Stage();
            MainWindow window = window(stage);
            assertEquals(
                    "200.0 100.0 1000.0 700.0",
                    stage.getX() + " " + stage.getY() + " " + stage.getWidth() + " " + stage.getHeight());
            window.close();
        });
    }

    private MainWindow window(Stage stage) {
        return new MainWindow(
                stage,
                List.of(entry("First"), entry("Second")),
                ImageDataPart.of(DataHome.in(folder), DataSources.shipped()),
                memory,
                new ChosenFiles());
    }

    /** Which lab a new window shows; what is asked for besides is done only where it has no message. */
    private String openLab(Runnable unlessItSpeaks) {
        String[] open = {""};
        robot.interact(() -> {
            Stage stage = new Stage();
            MainWindow window = window(stage);
            ShownWindow.show(stage);
            open[0] = stage.getScene().getRoot().lookupAll(".lab").stream()
                    .map(ToggleButton.class::cast)
                    .filter(ToggleButton::isSelected)
                    .map(ToggleButton::getText)
                    .collect(Collectors.joining());
            if (ShownWindow.messages(window).isEmpty()) {
                unlessItSpeaks.run();
            }
            window.close();
            stage.close();
        });
        return open[0];
    }

    private static LabEntry entry(String name) {
        return new LabEntry(name, "", given -> new EmptyLab());
    }
}
