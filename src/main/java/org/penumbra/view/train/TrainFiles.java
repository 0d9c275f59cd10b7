package org.penumbra.view.train;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.penumbra.archive.Checkpoint;
import org.penumbra.archive.ModelException;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.Origin;
import org.penumbra.course.ImagePlan;
import org.penumbra.course.ImageResult;
import org.penumbra.data.Problem;
import org.penumbra.data.ShortName;
import org.penumbra.live.engine.Saves;
import org.penumbra.live.train.TrainedWeights;
import org.penumbra.live.train.TrainingSnapshot;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import org.penumbra.view.lab.Exports;
import org.penumbra.view.lab.LastAsked;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.message.FailureReports;
import org.penumbra.view.shell.message.Message;

/** Models, checkpoints and presets as files. They are read and written in the background. */
final class TrainFiles {

    private static final FilePicker.Kind MODEL = new FilePicker.Kind("Penumbra model", "penumbra");
    private static final FilePicker.Kind PRESET = new FilePicker.Kind("Image preset", "json");
    private static final FilePicker.Kind CHECKPOINT = new FilePicker.Kind("Checkpoint", "checkpoint");

    private final TrainModel model;
    private final DataSupply supply;
    private final LabContext context;
    private final Exports exports;
    private final TrainDraft draft;
    private final Consumer<Runnable> losing;
    private final LastAsked presets = new LastAsked();
    private final LastAsked checkpoints = new LastAsked();

    /** @param losing does what ends the present run, and asks first where something is lost by it */
    TrainFiles(TrainModel model, DataSupply supply, LabContext context, TrainDraft draft, Consumer<Runnable> losing) {
        this.model = model;
        this.supply = supply;
        this.context = context;
        this.exports = new Exports(context);
        this.draft = draft;
        this.losing = losing;
    }

    /** The network as a model that may leave the lab. */
    TrainedModel model(TrainedWeights weights, ImagePreset preset) {
        ImagePlan plan = weights.plan().course();
        ImageResult result = weights.result();
        return new TrainedModel(
                plan.network(),
                plan.data().classes(),
                result.parameters(),
                result.heldOutErrors(),
                Origin.now(preset, plan.data(), plan.engine(), result.steps(), result.lanes()));
    }

    /** Asks for a file and writes the network as it is now, with its preset beside it. */
    void saveModel() {
        if (model.setupProperty().get() == null) {
            return;
        }
        ImagePreset trained = model.setupProperty().get().preset();
        // The file is asked for first: the weights come in a pulse, in which no dialog may open.
        context.files().toSave("Save the model", MODEL, trained.name()).ifPresent(file -> saveModel(file, trained));
    }

    private void saveModel(Path file, ImagePreset trained) {
        ImagePreset preset = named(trained, file);
        Path beside = file.resolveSibling(FilePicker.stem(file) + ".json");
        Saves.Save save = context.saves().announce(file, beside);
        model.askWeights(weights -> write(weights, preset, file, save), () -> {
            tellMissed(file);
            save.callOff();
        });
    }

    private void write(TrainedWeights weights, ImagePreset preset, Path file, Saves.Save save) {
        RunTime.Moment taken = model.time().now();
        save.write(
                () -> {
                    ModelFile.write(model(weights, preset), file);
                    return Beside.write(preset, file.resolveSibling(FilePicker.stem(file) + ".json"));
                },
                written -> {
                    model.time().saved(taken);
                    tellWritten(written, file);
                },
                this::refuse);
    }

    private void tellWritten(Beside beside, Path file) {
        if (beside.problem().isEmpty()) {
            context.messages()
                    .show(Message.note(
                            "Saved",
                            file.toAbsolutePath() + "\nand its preset "
                                    + beside.file().getFileName()));
        } else {
            context.messages()
                    .show(new Message(
                            Message.Kind.WARNING,
                            "The model is saved, its preset is not",
                            beside.problem(),
                            List.of(new Message.Choice(
                                    beside.another() ? "Replace it" : "Try again",
                                    () -> writePreset(beside.preset(), beside.file())))));
        }
    }

    private void tellMissed(Path file) {
        context.messages()
                .show(
                        Message.failure(
                                "The model was not saved",
                                file
                                        + ": its run ended before its weights could be taken. Save again to keep what is trained now."));
    }

    /** Asks for a preset's file and shows its values, which run when they are applied. */
    void openPreset() {
        context.files().toOpen("Open an image preset", PRESET).ifPresent(this::openPreset);
    }

    /** Fills the fields from a preset's file. */
    void openPreset(Path file) {
        Consumer<ImagePreset> opened = presets.only(draft::open);
        context.background().read(file, () -> ImagePresets.read(file), opened, this::refuse);
    }

    /** Asks for a file and writes what is typed as a preset. */
    void savePreset() {
        Optional<TrainSetup> next = draft.next();
        if (next.isEmpty()) {
            context.messages().show(Message.failure("Nothing was saved", draft.complaint()));
            return;
        }
        context.files()
                .toSave("Save the preset", PRESET, next.get().preset().name())
                .ifPresent(file -> writePreset(named(next.get().preset(), file), file));
    }

    private void writePreset(ImagePreset preset, Path file) {
        context.saves()
                .write(
                        file,
                        () -> {
                            ImagePresets.write(preset, file);
                            return file;
                        },
                        exports::tellSaved,
                        this::refuse);
    }

    /** Asks for a file and writes the checkpoint in memory; the command line can go on from it, too. */
    void saveCheckpoint() {
        Milestone milestone = model.milestoneProperty().get();
        if (milestone == null) {
            context.messages()
                    .show(new Message(
                            Message.Kind.WARNING, "There is no checkpoint yet", "Keep one first (C).", List.of()));
            return;
        }
        TrainingSnapshot at = milestone.snapshot();
        Checkpoint checkpoint =
                Checkpoint.of(milestone.setup().preset(), at.plan().course(), at.run());
        context.files()
                .toSave("Save the checkpoint", CHECKPOINT, checkpoint.preset().name() + ModelFile.ENDING)
                .ifPresent(file -> context.saves()
                        .write(
                                file,
                                () -> {
                                    checkpoint.write(file);
                                    return file;
                                },
                                written -> {
                                    model.saved(milestone);
                                    exports.tellSaved(written);
                                },
                                this::refuse));
    }

    /** Asks for a checkpoint's file and goes on from there, on the same images. */
    void openCheckpoint() {
        context.files()
                .toOpen("Go on from a checkpoint", CHECKPOINT)
                .ifPresent(file -> context.background()
                        .read(
                                file,
                                () -> Checkpoint.read(file),
                                checkpoints.only((Checkpoint checkpoint) -> supply.want(
                                        checkpoint.source(),
                                        checkpoint.engine(),
                                        data -> goOn(file, checkpoint, data))),
                                this::refuse));
    }

    private void goOn(Path file, Checkpoint checkpoint, TrainData found) {
        TrainData data = found.withImages(checkpoint.arranged(found.images()));
        if (!checkpoint.isOf(data.images())) {
            context.messages()
                    .show(Message.failure(
                            "The checkpoint cannot be gone on from",
                            file + ": it was trained on other images than those of "
                                    + data.images().title() + " found now."));
            return;
        }
        try {
            TrainSetup setup = new TrainSetup(
                    checkpoint.preset().withData(checkpoint.source()), patience(checkpoint), checkpoint.engine());
            checkpoint.requireWithin(setup.plan(data).course(), file);
            losing.accept(() -> model.resume(opened(setup, data, checkpoint)));
        } catch (ModelException damaged) {
            refuse(damaged);
        } catch (IllegalArgumentException wrong) {
            context.messages()
                    .show(Message.failure(
                            "The checkpoint cannot be gone on from", file + ": " + Problem.forWindow(wrong)));
        }
    }

    private static Milestone opened(TrainSetup setup, TrainData data, Checkpoint checkpoint) {
        return new Milestone(
                setup,
                data,
                new TrainingSnapshot(setup.plan(data), checkpoint.run()),
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                true);
    }

    /** That of the run; where it had none, the one that is typed. */
    private int patience(Checkpoint checkpoint) {
        return checkpoint.patience() > 0
                ? checkpoint.patience()
                : draft.patience().value().orElse(0);
    }

    private void refuse(Throwable problem) {
        if (problem instanceof Problem) {
            context.messages().show(Message.failure("Nothing was opened or saved", Problem.forWindow(problem)));
        } else {
            FailureReports.report(problem);
        }
    }

    /** The preset, called like the file it is written to. */
    private static ImagePreset named(ImagePreset preset, Path file) {
        String name = ShortName.nearest(FilePicker.stem(file), preset.name());
        return name.equals(preset.name())
                ? preset
                : new ImagePreset(
                        name, name, "", preset.data(), preset.architecture(), preset.omega(), preset.training());
    }
}
