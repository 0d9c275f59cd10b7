package org.penumbra.command.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.penumbra.archive.Checkpoint;
import org.penumbra.archive.FileKind;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.Origin;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.Dl4jWait;
import org.penumbra.command.console.OutputFile;
import org.penumbra.course.ImagePlan;
import org.penumbra.course.ImageResult;
import org.penumbra.course.ImageRun;
import org.penumbra.course.ImageSnapshot;
import org.penumbra.data.MachineMemory;
import org.penumbra.data.Reasons;
import org.penumbra.data.image.DataIdentity;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.SomeClasses;
import org.penumbra.live.engine.StopSignal;
import org.penumbra.net.DivergenceException;
import org.penumbra.net.image.ImageProvenance;
import org.penumbra.net.image.ImageTrainingMemory;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.StepEngine;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.preset.ImagePreset;

/** Trains an image model and writes it to a file; an interrupted run leaves a checkpoint to go on from. */
final class TrainJob {

    /** Epochs from one validation to the next. */
    private static final long VALIDATION_EVERY = 1;

    private final Console console;

    TrainJob(Console console) {
        this.console = console;
    }

    /**
     * Does it all. Progress goes to standard error.
     *
     * @return empty when it was asked to stop: then there is a checkpoint and no model
     * @throws CommandFailure      when what is asked for cannot be begun or a file cannot be written
     * @throws DivergenceException when the loss is no longer a number; the checkpoint of the last whole epoch stays
     */
    Optional<TrainSummary> run(TrainOptions options) {
        checkPlaces(options);
        Beginning beginning = options.resume() ? resumed(options) : anew(options);
        if (beginning.plan().engine() == StepEngine.DL4J) {
            Dl4jWait.load(console);
        }
        // Not before: while images are read there is nothing to keep, and the program may end at once.
        try (StopSignal stop = new StopSignal()) {
            ImagePlan plan = beginning.plan();
            try (ImageRun run = new ImageRun(plan, beginning.lanes(), VALIDATION_EVERY)) {
                beginning.from().ifPresent(run::resume);
                console.err()
                        .printf(
                                Locale.ROOT,
                                "Training %s%s on %d images of %s, %d held out%n",
                                beginning.preset().name(),
                                plan.engine() == StepEngine.PENUMBRA
                                        ? ""
                                        : " by " + plan.engine().title(),
                                plan.images().count(),
                                plan.data().title(),
                                plan.heldOut().count());
                if (plan.data().identity().kind() == DataIdentity.Kind.PICTURES) {
                    console.err().println("Each picture is " + plan.data().fit().words() + ".");
                }
                MachineMemory.ofProcess()
                        .warning(
                                ImageTrainingMemory.of(
                                        plan.engine(), plan.network(), plan.training(), beginning.lanes()),
                                ImageTrainingMemory.words(plan.network(), plan.training(), beginning.lanes()))
                        .ifPresent(console.err()::println);
                TrainMeter meter = new TrainMeter(run);
                Checkpoints checkpoints = new Checkpoints(beginning.preset(), run, options.checkpoint());
                if (train(run, meter, checkpoints, stop)) {
                    return Optional.of(finish(options, beginning.preset(), run, meter));
                }
                checkpoints.write();
                console.err()
                        .printf(
                                Locale.ROOT,
                                "Stopped at step %d of %d; the same command with --resume goes on from %s%n",
                                run.steps(),
                                run.totalSteps(),
                                checkpoints.file());
                return Optional.empty();
            }
        }
    }

    /** What is trained and where it begins: at initial weights, or where a checkpoint stands. */
    private record Beginning(ImagePreset preset, ImagePlan plan, int lanes, Optional<ImageSnapshot> from) {}

    private Beginning anew(TrainOptions options) {
        ImagePreset preset = options.preset();
        checkModel(options, preset);
        ImageData whole = preset.data().load(options.home());
        ImageData data = options.classes().map(some -> some.of(whole)).orElse(whole);
        checkHeldOut(data, preset.training());
        ImagePlan.check(data, preset.training().heldOut());
        data.notes().forEach(console.err()::println);
        return new Beginning(
                preset, plan(preset, data, options.patience(), options.engine()), options.lanes(), Optional.empty());
    }

    private Beginning resumed(TrainOptions options) {
        Checkpoint checkpoint = Checkpoint.read(options.checkpoint());
        checkName(checkpoint, options);
        ImagePreset preset = checkpoint.preset();
        checkModel(options, preset);
        ImageData data = checkpoint.arranged(checkpoint.source().load(options.home()));
        checkData(checkpoint, data, options);
        ImageSnapshot from = checkpoint.run();
        ImagePlan plan = plan(preset, data, checkpoint.patience(), checkpoint.engine());
        checkpoint.requireWithin(plan, options.checkpoint());
        return new Beginning(preset, plan, from.lanes(), Optional.of(from));
    }

    private static ImagePlan plan(ImagePreset preset, ImageData data, int patience, StepEngine engine) {
        checkHeldOut(data, preset.training());
        return new ImagePlan(preset.network(data.classes().size()), preset.training(), data, patience, engine);
    }

    /** Writes where a run stands. */
    private record Checkpoints(ImagePreset preset, ImageRun run, Path file) {

        void write() {
            Checkpoint.of(preset, run.plan(), run.snapshot()).write(file);
        }
    }

    private boolean train(ImageRun run, TrainMeter meter, Checkpoints checkpoints, StopSignal stop) {
        try (TrainDisplay display = TrainDisplay.on(console, run.totalSteps())) {
            while (!run.isOver()) {
                if (stop.requested()) {
                    return false;
                }
                meter.after(run.step());
                if (run.isValidationDue()) {
                    validate(run, meter, checkpoints);
                }
                display.show(meter.progress());
            }
        } catch (DivergenceException diverged) {
            if (Files.exists(checkpoints.file())) {
                console.err().println("The weights of the last whole epoch are kept in " + checkpoints.file());
            }
            throw diverged;
        }
        return true;
    }

    private static void validate(ImageRun run, TrainMeter meter, Checkpoints checkpoints) {
        double accuracy = run.validate().accuracy();
        if (!Double.isNaN(accuracy)) {
            meter.validated(accuracy);
        }
        // Going on from the epoch before leads to the same end; from this one it would lead past it.
        if (!run.endedEarly()) {
            checkpoints.write();
        }
    }

    private TrainSummary finish(TrainOptions options, ImagePreset preset, ImageRun run, TrainMeter meter) {
        double seconds = meter.seconds();
        double samplesPerSecond = meter.samplesPerSecond();
        if (run.endedEarly()) {
            console.err().println(run.whyEarly());
        }
        ImageResult result = run.result(options.weights()::rounded);
        ImagePlan plan = run.plan();
        TrainedModel trained = new TrainedModel(
                plan.network(),
                plan.data().classes(),
                result.parameters(),
                result.heldOutErrors(),
                Origin.now(preset, plan.data(), plan.engine(), result.steps(), result.lanes()));
        ModelFile.write(trained, options.weights(), options.out());
        deleteCheckpoint(options.checkpoint());
        return TrainSummary.of(options.out(), plan, seconds, samplesPerSecond, result, trained);
    }

    /** A run of an hour must not end in "no", nor cost another one its state. */
    private static void checkPlaces(TrainOptions options) {
        OutputFile.prepare(options.out(), "--out", FileKind.MODEL, options.force());
        if (!options.resume() && Files.exists(options.checkpoint())) {
            throw new CommandFailure(
                    options.checkpoint() + " is the checkpoint of an interrupted run; go on from it with "
                            + "--resume, or remove it, or choose another place with --out");
        }
    }

    /** A model may have cost hours; one that this training would make anew is no loss. */
    private void checkModel(TrainOptions options, ImagePreset preset) {
        Path out = options.out();
        if (options.force() || !Files.exists(out) || isEmpty(out)) {
            return;
        }
        ImageProvenance old = ModelFile.read(out).provenance();
        if (!old.preset().equals(preset.name())
                || !old.data().equals(preset.data().name())
                || !old.training().equals(preset.training())
                || !options.resume() && old.engine() != options.engine()
                || !options.resume() && !SomeClasses.recorded(old.checksums()).equals(options.classes())) {
            throw new CommandFailure(
                    "--out: cannot write " + out + ": a model is there that was trained otherwise (preset "
                            + old.preset() + ", " + old.date()
                            + ") and would be lost; choose another name with --out, or replace it with --force");
        }
        console.err().println(out + " was trained with the same settings on " + old.date() + " and will be replaced.");
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException e) {
            throw new CommandFailure("--out: cannot read " + file + " (" + Reasons.of(e) + ")", e);
        }
    }

    private static void checkName(Checkpoint checkpoint, TrainOptions options) {
        if (!checkpoint.preset().name().equals(options.preset().name())) {
            throw new CommandFailure(options.checkpoint() + ": expected a checkpoint of the preset "
                    + options.preset().name() + ", but it is one of "
                    + checkpoint.preset().name()
                    + "; name that with --preset");
        }
    }

    private static void checkData(Checkpoint checkpoint, ImageData data, TrainOptions options) {
        if (!checkpoint.isOf(data)) {
            throw new CommandFailure(options.checkpoint() + ": it was trained on other images than those of "
                    + data.name() + " found now; name their folder with --data");
        }
    }

    private static void checkHeldOut(ImageData data, ImageTrainingSettings training) {
        int count = data.training().count();
        if (training.heldOut() >= count) {
            throw new CommandFailure(
                    "held out: expected fewer images than the " + count + " training images of " + data.name()
                            + ", but the preset holds out " + training.heldOut() + "; choose fewer with --held-out");
        }
    }

    private static void deleteCheckpoint(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CommandFailure(
                    "the model is written, but its checkpoint " + file + " cannot be removed (" + e.getMessage()
                            + "); remove it by hand",
                    e);
        }
    }
}
