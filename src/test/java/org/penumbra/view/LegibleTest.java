package org.penumbra.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.FaintText;
import org.penumbra.kit.window.ShownLab;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.preset.Presets;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** All letters can be read from the back of a class room, in both themes. */
@Timeout(180)
@ExtendWith(ApplicationExtension.class)
class LegibleTest {

    @TempDir
    Path folder;

    private MainWindow window;
    private Stage stage;

    @Start
    void open(Stage shown) {
        stage = shown;
        window = ShownWindow.open(
                shown,
                folder,
                new ChosenFiles(),
                PenumbraApplication.labs(Presets.load("rings")).toArray(new LabEntry[0]));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rings", "Draw", "Train", "Fooling"})
    void everyTextStandsOutFromItsGround(String lab, FxRobot robot) {
        robot.interact(() -> window.open(lab));
        ShownLab.awaitReady(stage.getScene());
        robot.interact(() -> ShownLab.unfold(stage.getScene()));
        List<String> faint = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            robot.interact(theme::apply);
            FaintText.in(stage.getScene()).forEach(line -> faint.add(theme + ": " + line));
        }
        assertEquals(List.of(), faint, () -> faint.size() + " in " + lab + ":\n" + String.join("\n", faint));
    }
}
