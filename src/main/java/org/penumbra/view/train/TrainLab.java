package org.penumbra.view.train;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.train.TrainingEngine;
import org.penumbra.live.train.TrainingStatus;
import org.penumbra.preset.ImagePreset;
import org.penumbra.view.shell.Lab;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.Message;
import org.penumbra.view.shell.Shortcut;
import org.penumbra.view.shell.TourStep;

/** The training lab: choose data and a network, watch it learn, and use what it has learnt. */
public final class TrainLab implements Lab {

    private static final int PATIENCE = 5;

    private final TrainModel model;
    private final DataSupply supply;
    private final TrainActions actions;
    private final TrainView view;
    private final TrainMenu menu;
    private final LabContext context;
    private final List<Shortcut> shortcuts;
    private Message failure;

    /**
     * Begins with a run that is paused at its initial weights.
     *
     * @param start   what is shown at first, on built-in digits
     * @param engines starts the engine that trains
     */
    public TrainLab(ImagePreset start, TrainingEngine.Factory engines, LabContext context) {
        this.context = context;
        TrainSetup first = new TrainSetup(start, PATIENCE);
        model = new TrainModel(engines);
        supply = new DataSupply(context);
        actions = new TrainActions(first, model, supply, context);
        view = new TrainView(model, supply, actions);
        menu = new TrainMenu(actions.files());
        shortcuts = keys();
        model.statusProperty().addListener((observed, before, now) -> tellFailure(now));
        actions.start(first);
    }

    /** The lab's state and commands. */
    public TrainModel model() {
        return model;
    }

    /** What a person can do. */
    TrainActions actions() {
        return actions;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public List<Node> tools() {
        return List.of(menu);
    }

    @Override
    public ObservableValue<String> title() {
        return Bindings.createStringBinding(
                () -> model.setupProperty().get() == null
                        ? "Training"
                        : "Training " + model.setupProperty().get().preset().name(),
                model.setupProperty());
    }

    @Override
    public List<Shortcut> shortcuts() {
        return shortcuts;
    }

    @Override
    public List<TourStep> tour() {
        return TrainTour.of(view);
    }

    @Override
    public void pulse() {
        model.pulse();
        view.pulse();
    }

    @Override
    public void close() {
        supply.close();
        model.close();
    }

    private List<Shortcut> keys() {
        return List.of(
                Shortcut.of("Space", "Play or pause", actions::togglePlay, "Space"),
                Shortcut.repeating(
                        "S", "One training step (also 1 and the right arrow)", model::step, "S", "1", "Right"),
                Shortcut.of("E", "End the run here", model::stop, "E"),
                Shortcut.of("R", "Reset: back to the initial weights", model::reset, "R"),
                Shortcut.of("C", "Checkpoint: keep where the run stands", model::checkpoint, "C"),
                Shortcut.of("B", "Back to the checkpoint", actions::backToCheckpoint, "B"),
                Shortcut.of(
                        "K", "Keep this run in the charts", () -> view.kept().keep(), "K"),
                Shortcut.of("U", "Use the model in the other labs", actions::useInLabs, "U"),
                Shortcut.of("Ctrl+S", "Save the model", actions::saveModel, "Shortcut+S"),
                Shortcut.of("Ctrl+O", "Open a preset", actions.files()::openPreset, "Shortcut+O"),
                Shortcut.of("Ctrl+Shift+S", "Save as a preset", actions.files()::savePreset, "Shortcut+Shift+S"),
                Shortcut.of(
                        "Ctrl+Shift+O",
                        "Go on from a checkpoint",
                        actions.files()::openCheckpoint,
                        "Shortcut+Shift+O"));
    }

    private void tellFailure(TrainingStatus status) {
        if (failure != null && status.state() != State.FAILED) {
            context.messages().hide(failure);
            failure = null;
        }
        if (status.state() == State.FAILED && failure == null) {
            failure = Message.failure("Training stopped", status.message(), choices(status));
            context.messages().show(failure);
        }
    }

    private Message.Choice[] choices(TrainingStatus status) {
        Message.Choice reset = new Message.Choice("Reset", model::reset);
        // Only a run that diverged is helped by a lower rate.
        return status.divergence().isPresent()
                ? new Message.Choice[] {
                    new Message.Choice("A tenth of the learning rate, and start anew", actions::startCalmer), reset
                }
                : new Message.Choice[] {reset};
    }
}
