package org.penumbra.kit.window;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.preset.Presets;
import org.penumbra.view.PenumbraApplication;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.MemoryPreferences;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A test that goes through every lab of the program, in the window and with the engines that a person has. */
@ExtendWith(ApplicationExtension.class)
public abstract class AllLabs {

    @TempDir
    protected Path folder;

    protected final MemoryPreferences memory = new MemoryPreferences();
    protected MainWindow window;
    protected Stage stage;

    /** Opens the window. TestFX calls what the test's own class marks with "@Start", so each test calls this from there. */
    protected void show(Stage shown) {
        stage = shown;
        window = ShownWindow.open(
                shown,
                folder,
                memory,
                new ChosenFiles(),
                PenumbraApplication.labs(Presets.load("rings")).toArray(LabEntry[]::new));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }
}
