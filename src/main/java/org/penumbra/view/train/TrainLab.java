package org.penumbra.view.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.penumbra.data.MachineMemory;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.train.TrainingEngine;
import org.penumbra.live.train.TrainingMemory;
import org.penumbra.live.train.TrainingStatus;
import org.penumbra.preset.ImagePreset;
import org.penumbra.state.LabState;
import org.penumbra.state.SharedState;
import org.penumbra.view.lab.EngineLab;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.key.Shortcut;
import org.penumbra.view.shell.message.Message;
import org.penumbra.view.shell.tour.TourStep;

/** The training lab: choose data and a network, watch it learn, and use what it has learnt. */
public final class TrainLab extends EngineLab {

    private static final int PATIENCE = 5;

    private final TrainModel model;
    private final DataSupply supply;
    private final TrainActions actions;
    private final TrainSharing sharing;
    private final TrainView view;
    private final TrainMenu menu;
    private final TrainExportMenu export;

    /**
     * Begins with a run that is paused at its initial weights.
     *
     * @param start   what is shown at first, on built-in digits
     * @param engines starts the engine that trains
     */
    public TrainLab(ImagePreset start, TrainingEngine.Factory engines, LabContext context) {
        super(context);
        TrainSetup first = new TrainSetup(start, PATIENCE);
        model = new TrainModel(engines, played());
        supply = new DataSupply(context);
        actions = new TrainActions(first, model, supply, context);
        sharing = new TrainSharing(actions.draft(), context);
        view = new TrainView(model, supply, actions);
        menu = new TrainMenu(actions.files());
        export = new TrainExportMenu(new TrainExports(model, view::picture, context));
        model.statusProperty()
                .addListener((observed, before, now) -> tellFailure(
                        now.state() == State.FAILED
                                ? Optional.of(Message.failure("Training stopped", now.message(), choices(now)))
                                : Optional.empty()));
        model.setupProperty().addListener((observed, before, now) -> tellOfMemory(now));
        actions.start(first);
    }

    /** Of a run that is begun, as the machine may become slow by it. */
    private void tellOfMemory(TrainSetup begun) {
        // The number of classes hardly counts.
        TrainingMemory.warning(
                        begun.engine(),
                        begun.preset().network(2),
                        begun.preset().training(),
                        MachineMemory.ofProcess())
                .ifPresent(words -> context()
                        .messages()
                        .show(new Message(Message.Kind.WARNING, "This run takes much memory", words, List.of())));
    }

    @Override
    public TrainModel model() {
        return model;
    }

    /** What a person can do. */
    TrainActions actions() {
        return actions;
    }

    @Override
    public TrainView view() {
        return view;
    }

    @Override
    public List<Node> tools() {
        return List.of(menu, export);
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
    public List<TourStep> tour() {
        return TrainTour.of(view);
    }

    @Override
    public String atStake() {
        return StakeWords.ofWindow(model);
    }

    @Override
    public Optional<SharedState> share() {
        return sharing.share();
    }

    @Override
    public void setUp(LabState state) {
        sharing.setUp(state);
    }

    @Override
    public void openPreset(Path file) {
        actions.files().openPreset(file);
    }

    @Override
    public void close() {
        supply.close();
        super.close();
    }

    @Override
    protected List<Shortcut> keys() {
        return List.of(
                Shortcut.of("Space", "Play or pause", actions::togglePlay, "Space"),
                Shortcut.repeating(
                        "S", "One training step (also 1 and the right arrow)", model::step, "S", "1", "Right"),
                Shortcut.of("E", "End the run here", model::stop, "E"),
                Shortcut.of("R", "Reset: back to the initial weights", actions::reset, "R"),
                Shortcut.of("C", "Checkpoint: keep where the run stands", actions::checkpoint, "C"),
                Shortcut.of(
                        "B",
                        "Back to a checkpoint",
                        () -> view.controls().transport().back(view),
                        "B"),
                Shortcut.of(
                        "K", "Keep this run in the charts", () -> view.kept().keep(), "K"),
                Shortcut.of("U", "Use the model in the other labs", actions::useInLabs, "U"),
                Shortcut.of("Ctrl+E", "Export", export::show, "Shortcut+E"),
                Shortcut.of("Ctrl+S", "Save the model", actions::saveModel, "Shortcut+S"),
                Shortcut.of("Ctrl+O", "Open a preset", actions.files()::openPreset, "Shortcut+O"),
                Shortcut.of("Ctrl+Shift+S", "Save as a preset", actions.files()::savePreset, "Shortcut+Shift+S"),
                Shortcut.of(
                        "Ctrl+Shift+O",
                        "Go on from a checkpoint",
                        actions.files()::openCheckpoint,
                        "Shortcut+Shift+O"));
    }

    private Message.Choice[] choices(TrainingStatus status) {
        Message.Choice reset = new Message.Choice("Reset", actions::reset);
        // Only a run that diverged is helped by a lower rate.
        return status.divergence().isPresent()
                ? new Message.Choice[] {
                    new Message.Choice("A tenth of the learning rate, and start anew", actions::startCalmer), reset
                }
                : new Message.Choice[] {reset};
    }
}
