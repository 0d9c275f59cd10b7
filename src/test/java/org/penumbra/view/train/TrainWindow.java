package org.penumbra.view.train;

import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.EmptyLab;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.preset.ImagePreset;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The whole window with an engine made of formulas; what its tests share. */
@ExtendWith(ApplicationExtension.class)
abstract class TrainWindow {

    @TempDir
    Path folder;

    final FakeTraining engine = new FakeTraining();
    final ImagePreset preset = TinyRuns.preset(ImageArchitecture.DAE_SYM, 400);
    final ChosenFiles files = new ChosenFiles();
    /** In the place of the lab in which models are tried out. */
    EmptyLab trying;

    MainWindow window;
    LabContext context;
    TrainLab lab;
    TrainModel model;
    Stage stage;

    /** Opens it; every test has to say that it is its start, as starts are not inherited. */
    void show(Stage shown) {
        stage = shown;
        trying = new EmptyLab();
        LabEntry entry = new LabEntry("Train", "", given -> {
            context = given;
            return lab = new TrainLab(preset, () -> engine, given);
        });
        window = ShownWindow.open(stage, folder, files, entry, new LabEntry("Draw", "", given -> trying, true));
        model = lab.model();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @SuppressWarnings("unchecked")
    static <T> ComboBox<T> comboBox(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ComboBox.class);
    }

    /** Lets a minute go by while it trains. */
    void trainForAMinute(FxRobot robot) {
        robot.type(KeyCode.SPACE);
        await(() -> model.statusProperty().get().state() == State.RUNNING
                && model.statusProperty().get().step() > 20);
        robot.interact(() -> {
            long now = System.nanoTime();
            lab.played().look(model.statusProperty().get(), now - 61_000_000_000L);
            lab.played().look(model.statusProperty().get(), now);
        });
    }

    void awaitFrame() {
        await(() -> model.frameProperty().get() != null);
    }
}
