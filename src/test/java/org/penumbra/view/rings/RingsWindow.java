package org.penumbra.view.rings;

import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.rings.AnalyticEngine;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.MemoryPreferences;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The whole window with an engine made of formulas; what its tests share. */
@ExtendWith(ApplicationExtension.class)
abstract class RingsWindow {

    @TempDir
    Path folder;

    final ChosenFiles files = new ChosenFiles();
    final MemoryPreferences memory = new MemoryPreferences();
    AnalyticEngine engine;
    MainWindow window;
    RingsLab lab;
    RingsModel model;
    Stage stage;

    /** Opens it; every test has to say that it is its start, as starts are not inherited. */
    void show(Stage shown) {
        stage = shown;
        LabEntry entry = new LabEntry(
                "Rings",
                "",
                context -> lab = new RingsLab(
                        RingsPresets.paper(),
                        (setup, grid, confidence) -> engine = new AnalyticEngine(setup, grid, confidence),
                        context));
        window = ShownWindow.open(stage, folder, memory, files, entry);
        model = lab.model();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    HeatmapsPane heatmaps() {
        return ((RingsView) lab.view()).heatmaps();
    }

    void awaitFrame() {
        await(() -> model.frameProperty().get() != null);
    }
}
