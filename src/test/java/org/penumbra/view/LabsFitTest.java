package org.penumbra.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.CutOff;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.preset.Presets;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Every lab at the sizes that people have, in both themes: nothing is cut, and nothing lies over something else. */
@Timeout(180)
class LabsFitTest {

    private static final int[][] SIZES = {{960, 640}, {960, 1080}, {1280, 800}, {1366, 768}, {1920, 1080}, {2560, 1440}
    };

    private final FxRobot robot = new FxRobot();
    private Stage stage;
    private MainWindow window;

    @BeforeEach
    void toolkit() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() throws TimeoutException {
        robot.interact(() -> window.close());
        FxToolkit.cleanupStages();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rings", "Draw", "Train", "Fooling", "Experiments"})
    void everythingIsSeenWhole(String name, @TempDir Path data) {
        LabEntry lab = PenumbraApplication.labs(Presets.load("rings")).stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> window = ShownWindow.open(stage, data, new ChosenFiles(), lab));
        await(() ->
                stage.getScene().getRoot().lookupAll(".starting-cover").stream().noneMatch(cover -> cover.isVisible()));
        List<String> faults = new ArrayList<>();
        for (int theme = 0; theme < 2; theme++) {
            for (int[] size : SIZES) {
                robot.interact(() -> {
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                });
                for (String fault : CutOff.in(stage.getScene())) {
                    faults.add(size[0] + " x " + size[1] + ", " + window.theme() + ": " + fault);
                }
            }
            robot.type(KeyCode.T);
        }
        assertEquals("", String.join("\n", faults), faults.size() + " faults of " + name);
    }
}
