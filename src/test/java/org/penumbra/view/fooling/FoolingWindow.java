package org.penumbra.view.fooling;

import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.fooling.FoolingFrame;
import org.penumbra.live.fooling.FoolingSession;
import org.penumbra.live.fooling.TrialFrame;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.ModelEntry;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The whole window with the engine that attacks, on models that ship; what its tests share. */
@ExtendWith(ApplicationExtension.class)
abstract class FoolingWindow {

    @TempDir
    Path folder;

    final ChosenFiles files = new ChosenFiles();
    MainWindow window;
    FoolingLab lab;
    FoolingModel model;
    Stage stage;

    /** Opens it; every test has to say that it is its start, as starts are not inherited. */
    void show(Stage shown) {
        stage = shown;
        LabEntry entry = new LabEntry("Fooling", "", context -> lab = new FoolingLab(FoolingSession::new, context));
        window = ShownWindow.open(stage, folder, files, entry);
        model = lab.model();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    ModelEntry entry(String name) {
        return lab.context().models().find(name).orElseThrow();
    }

    List<String> names() {
        return model.planProperty().get().victims().stream()
                .map(victim -> victim.name())
                .toList();
    }

    static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Labeled.class).getText();
    }

    FoolingFrame frame() {
        return model.frameProperty().get();
    }

    TrialFrame trial(int victim) {
        return frame().victims().get(victim).trials().get(0);
    }

    void awaitFrame() {
        await(() -> frame() != null && model.statusProperty().get().state() != State.STARTING);
    }

    void awaitEnd() {
        await(() -> model.statusProperty().get().state() == State.FINISHED
                && frame() != null
                && frame().victims().stream().allMatch(victim -> victim.running() == 0));
    }
}
