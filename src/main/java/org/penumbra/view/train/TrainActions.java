package org.penumbra.view.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.penumbra.data.Problem;
import org.penumbra.data.image.KnownImages;
import org.penumbra.live.engine.Dl4jLoading;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.train.TrainedWeights;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.ModelEntry;
import org.penumbra.view.shell.message.Message;
import org.penumbra.view.widget.NumberScale;

/** What a person can do in the training lab, with all that may go wrong: that becomes a message and changes nothing. */
final class TrainActions {

    private final TrainModel model;
    private final DataSupply supply;
    private final LabContext context;
    private final TrainFiles files;
    private final ImageSource builtIn;
    private final TrainDraft draft;
    private final ObservableList<ImagePreset> shipped = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper used = new ReadOnlyStringWrapper(this, "used", "");
    private final ReadOnlyStringWrapper dl4jMissing = new ReadOnlyStringWrapper(this, "dl4jMissing", "");
    /** After how many steps the model had the weights that the other labs know. */
    private long usedStep;

    /** @param first what the lab begins with, on built-in digits */
    TrainActions(TrainSetup first, TrainModel model, DataSupply supply, LabContext context) {
        this.model = model;
        this.supply = supply;
        this.context = context;
        builtIn = first.preset().data();
        draft = new TrainDraft(first, model, this::start);
        files = new TrainFiles(model, supply, context, draft, action -> losing(false, action));
        model.resultProperty().addListener((observed, before, now) -> ended(now));
        model.statusProperty().addListener((observed, before, now) -> {
            if (now.generation() != before.generation()) {
                used.set("");
            }
        });
        model.leftBehindProperty().addListener((observed, before, now) -> tellKept(now));
        context.background().run(ImagePresets::shipped, shipped::setAll, problem -> {
            throw new IllegalStateException("the image presets that ship cannot be read", problem);
        });
        context.background().run(Dl4jLoading::missing, missing -> dl4jMissing.set(missing.orElse("")), problem -> {
            throw new IllegalStateException("the class path cannot be read", problem);
        });
    }

    /** What of DL4J is missing in this installation, in one sentence; empty where nothing is, or nobody knows yet. */
    ReadOnlyStringProperty dl4jMissingProperty() {
        return dl4jMissing.getReadOnlyProperty();
    }

    /** What is typed for the next run. */
    TrainDraft draft() {
        return draft;
    }

    /** Opening and saving. */
    TrainFiles files() {
        return files;
    }

    /** The presets that ship, once they have been read. */
    ObservableList<ImagePreset> shipped() {
        return shipped;
    }

    /** Digits the program makes. */
    ImageSource builtIn() {
        return builtIn;
    }

    /** The name by which the other labs know the present run's model; empty when they don't. */
    ReadOnlyStringProperty usedProperty() {
        return used.getReadOnlyProperty();
    }

    /** Starts a run, as soon as its images are there. */
    void start(TrainSetup setup) {
        supply.want(setup.preset().data(), setup.engine(), data -> losing(false, () -> begin(setup, data)));
    }

    private void begin(TrainSetup setup, TrainData data) {
        try {
            model.begin(setup, data);
        } catch (IllegalArgumentException | Problem wrong) {
            context.messages().show(Message.failure("This run cannot be started", Problem.forWindow(wrong)));
        }
    }

    /** Goes back to the initial weights. */
    void reset() {
        losing(false, model::reset);
    }

    /** Keeps where the run stands. */
    void checkpoint() {
        losing(true, model::checkpoint);
    }

    /**
     * The present run is kept where it is worth that, so that it can be gone back to. Where that takes the place of a
     * checkpoint that a person would miss, the person is asked.
     */
    private void losing(boolean byHand, Runnable action) {
        context.losing(model.endangered(byHand).map(StakeWords::ofMilestone).orElse(""), action);
    }

    private void tellKept(Milestone kept) {
        context.messages()
                .show(new Message(
                        Message.Kind.NOTE,
                        "Step " + NumberScale.grouped(kept.step()) + " is kept",
                        "As long as the window is open, B goes back to " + StakeWords.of(kept)
                                + ". \u201cSave the checkpoint\u201d in the menu \u201cFiles\u201d keeps it for good.",
                        List.of(new Message.Choice("Go back to it", () -> backTo(kept)))));
    }

    /** Starts the present run anew with a tenth of its learning rate: what to try when it diverged. */
    void startCalmer() {
        TrainSetup now = model.setupProperty().get();
        draft.open(now.preset());
        draft.learningRate().show(now.preset().training().learningRate() / 10);
        draft.apply();
    }

    /** Plays or pauses. As long as nothing has been trained, what is typed is what is trained. */
    void togglePlay() {
        if (model.playingProperty().get()) {
            model.pause();
        } else if (!draft.pendingProperty().get() || model.isBegun()) {
            if (!isOver()) {
                model.play();
            }
        } else if (draft.rightProperty().get()) {
            model.playNext();
            draft.apply();
        } else {
            context.messages().show(Message.failure("This run cannot be started", draft.complaint()));
        }
    }

    private boolean isOver() {
        State state = model.statusProperty().get().state();
        return state == State.FINISHED || state == State.FAILED;
    }

    /** Goes back to a checkpoint in memory. */
    void backTo(Milestone milestone) {
        supply.cancel();
        losing(false, () -> model.resume(milestone));
    }

    /** A folder with images of somebody's own. */
    Optional<ImageSource> askFolder() {
        return context.files()
                .folder("A folder of images, sorted by class")
                .map(Path::toString)
                .map(ImageSource.Stored::new);
    }

    void cancelReading() {
        supply.cancel();
    }

    void download(KnownImages known) {
        context.data().open(known);
    }

    void importFolder(KnownImages known) {
        context.data().importFolder(known);
    }

    /** The setup that waits for its images, on built-in digits instead. */
    void goOnWithBuiltIn() {
        supply.cancel();
        draft.sourceProperty().set(builtIn);
        draft.apply();
    }

    /** Offers the network as it is now to the other labs; where they have it already, only says so. */
    void useInLabs() {
        Optional<ModelEntry> there = context.models().find(used.get());
        if (there.isPresent()
                && (isOver() || usedStep == model.statusProperty().get().step())) {
            tellAdded(there.get());
        } else {
            model.askWeights(weights -> tellAdded(offer(
                    weights,
                    model.setupProperty().get().preset().name() + " at step "
                            + weights.result().steps())));
        }
    }

    private void tellAdded(ModelEntry entry) {
        context.messages()
                .show(new Message(
                        Message.Kind.NOTE,
                        "Added to Draw and Fooling as \u201c" + entry.name() + "\u201d",
                        "Choose it there like a model that ships, as long as the window is open.",
                        goTo(entry).stream().toList()));
    }

    private Optional<Message.Choice> goTo(ModelEntry entry) {
        return context.tryOut()
                .map(there -> new Message.Choice(
                        "Go to " + there.lab(), () -> there.open().accept(entry)));
    }

    /** Asks for a file and writes the network as it is now, with its preset beside it. */
    void saveModel() {
        files.saveModel();
    }

    private ModelEntry offer(TrainedWeights weights, String name) {
        ModelEntry entry = context.models()
                .add(name, files.model(weights, model.setupProperty().get().preset()));
        usedStep = weights.result().steps();
        used.set(entry.name());
        return entry;
    }

    private void ended(TrainedWeights weights) {
        if (weights == null) {
            return;
        }
        ModelEntry entry = offer(weights, model.setupProperty().get().preset().name() + " trained here");
        String why = model.statusProperty().get().message();
        int held = weights.plan().course().training().heldOut();
        String good = Double.isNaN(weights.result().accuracy())
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.2f %% of %s held-out images are answered right. ",
                        100 * weights.result().accuracy(),
                        NumberScale.grouped(held));
        context.messages()
                .show(new Message(
                        Message.Kind.NOTE,
                        "The run has ended",
                        (why.isEmpty() ? "" : why + "\n") + good + "The other labs know its model as \u201c"
                                + entry.name() + "\u201d.",
                        Stream.concat(
                                        Stream.of(new Message.Choice("Save the model\u2026", this::saveModel)),
                                        goTo(entry).stream())
                                .toList()));
    }
}
