package org.penumbra.view.experiments;

import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.kit.CountingExperiment;
import org.penumbra.kit.MissingImages;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.EmptyLab;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.experiments.CellState.Phase;
import org.penumbra.live.experiments.ExperimentSession;
import org.penumbra.live.experiments.KeptCells;
import org.penumbra.live.experiments.RunDriver;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The whole window with small experiments; what its tests share. */
@ExtendWith(ApplicationExtension.class)
abstract class ExperimentsWindow {

    static final int CELLS = 8;

    @TempDir
    Path folder;

    final ChosenFiles files = new ChosenFiles();
    final List<Path> opened = new ArrayList<>();

    /** Whether all cells but the first two stay at work. */
    volatile boolean held;

    MainWindow window;
    LabContext context;
    ExperimentsLab lab;
    ExperimentsModel model;
    Stage stage;

    /** With 13 repeats a cell fails. */
    private HeldExperiment counting(ExperimentSettings settings) {
        return new HeldExperiment(
                new CountingExperiment(settings, CELLS, settings.repeats() == 13 ? 2 : -1, 0), () -> held);
    }

    List<ExperimentKind> kinds() {
        return List.of(
                new ExperimentKind(counting(ExperimentSettings.USUAL).about(), this::counting),
                new ExperimentKind(
                        new WideExperiment(ExperimentSettings.USUAL, 0).about(),
                        settings -> new WideExperiment(settings, 0)),
                new ExperimentKind(new MissingImages().about(), settings -> new MissingImages()));
    }

    /** Opens it; every test has to say that it is its start, as starts are not inherited. */
    void show(Stage shown) {
        stage = shown;
        RunDriver driver = new KeptCells(kinds(), 1, () -> 1);
        LabEntry entry = new LabEntry("Experiments", "", given -> {
            context = given;
            return lab = new ExperimentsLab(
                    new ExperimentsLab.Parts(
                            kinds(),
                            data -> new ExperimentSession(driver, data),
                            folder.resolve("results"),
                            opened::add),
                    given);
        });
        window = ShownWindow.open(
                shown, folder.resolve("data"), files, entry, new LabEntry("Empty", "", given -> new EmptyLab()));
        model = lab.model();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    State state() {
        return model.statusProperty().get().state();
    }

    int finished() {
        return model.frameProperty().get() == null
                ? -1
                : model.frameProperty().get().count(Phase.FINISHED);
    }

    void awaitState(State wanted) {
        await(
                () -> state() == wanted,
                () -> wanted + " instead of " + model.statusProperty().get());
    }

    /** Starts it, so that the first two cells are finished and the third is at work until it is no longer held. */
    void startHeld(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        held = true;
        robot.clickOn("#play");
        await(() -> finished() == 2 && state() == State.RUNNING);
    }
}
