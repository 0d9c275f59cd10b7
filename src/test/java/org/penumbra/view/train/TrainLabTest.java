package org.penumbra.view.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.LeftThreads;
import org.penumbra.kit.window.ChosenFiles;
import org.penumbra.kit.window.ShownWindow;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.train.TrainingPoint;
import org.penumbra.live.train.TrainingSession;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The training lab on the engine itself, with a few built-in digits. */
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class TrainLabTest {

    private static final int EPOCHS = 6;

    @TempDir
    Path folder;

    private MainWindow window;
    private LabContext context;
    private TrainLab lab;
    private TrainModel model;

    @Start
    void open(Stage stage) {
        LabEntry entry = new LabEntry("Train", "", given -> {
            context = given;
            return lab = new TrainLab(TinyRuns.preset(ImageArchitecture.CNN, EPOCHS), TrainingSession::new, given);
        });
        window = ShownWindow.open(stage, folder, new ChosenFiles(), entry);
        model = lab.model();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void playTrainsToTheEndAndTheModelIsInTheOtherLabs(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        robot.type(KeyCode.SPACE);
        await(() -> model.resultProperty().get() != null);
        assertEquals(State.FINISHED, model.statusProperty().get().state());
        assertEquals(
                model.statusProperty().get().totalSteps(),
                model.statusProperty().get().step());
        List<TrainingPoint> held = model.curves().held().all();
        assertTrue(held.size() >= 2, held.toString());
        double first = held.get(0).heldOutCrossEntropy();
        double last = held.get(held.size() - 1).heldOutCrossEntropy();
        assertTrue(last < first, "validation loss " + first + " to " + last);
        TrainedModel known = (TrainedModel)
                context.models().find("tiny trained here").orElseThrow().model();
        assertEquals(ImageArchitecture.CNN, known.settings().architecture());
        assertEquals(
                model.resultProperty().get().result().steps(),
                known.provenance().steps());
        assertFalse(ShownWindow.messages(window).isEmpty());
    }

    @Test
    void singleStepsAndResetReplayTheSameRun(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        robot.type(KeyCode.S, KeyCode.S);
        await(() -> step() == 2 && model.frameProperty().get().step() == 2);
        float[] filters = model.frameProperty().get().filters();
        robot.type(KeyCode.R);
        await(() -> step() == 0
                && model.frameProperty().get() != null
                && model.frameProperty().get().step() == 0);
        robot.type(KeyCode.S, KeyCode.S);
        await(() -> step() == 2 && model.frameProperty().get().step() == 2);
        assertArrayEquals(filters, model.frameProperty().get().filters());
    }

    @Test
    void aCheckpointIsGoneBackTo(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        robot.type(KeyCode.S, KeyCode.C);
        await(() -> model.milestoneProperty().get() != null);
        robot.type(KeyCode.S, KeyCode.S);
        await(() -> step() == 3);
        robot.type(KeyCode.B);
        await(() -> step() == 1 && model.statusProperty().get().state() == State.PAUSED);
    }

    @Test
    void theWatchedImagesHaveTheirLabels(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
                Arrays.stream(model.watchedLabels()).boxed().toList());
        assertEquals(10, model.frameProperty().get().response().count());
    }

    @Test
    void closingLeavesNoThread(FxRobot robot) {
        await(() -> model.frameProperty().get() != null);
        robot.type(KeyCode.SPACE);
        await(() -> step() > 0);
        robot.interact(window::close);
        LeftThreads.awaitNone("penumbra-");
    }

    private long step() {
        return model.statusProperty().get().step();
    }
}
