package org.penumbra.command.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.penumbra.archive.Checkpoint;
import org.penumbra.archive.ModelFile;
import org.penumbra.archive.Origin;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.command.console.Console;
import org.penumbra.confidence.ImageMetrics;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;
import org.penumbra.live.engine.StopSignal;
import org.penumbra.net.DivergenceException;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageProvenance;
import org.penumbra.net.image.ImageTraining;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.preset.ImagePreset;

/** Trains an image model and writes it to a file; an interrupted run leaves a checkpoint to go on from. */
final class TrainJob {

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
        try (StopSignal stop = new StopSignal()) {
            Optional<Checkpoint> before =
                    options.resume() ? Optional.of(Checkpoint.read(options.checkpoint())) : Optional.empty();
            before.ifPresent(checkpoint -> checkName(checkpoint, options));
            ImagePreset preset = before.map(Checkpoint::preset).orElse(options.preset());
            ImageData data = preset.data().load(options.home());
            before.ifPresent(checkpoint -> checkData(checkpoint, data, options));
            ImageSet held = heldOut(data, preset.training());
            ImageSet images = data.training().part(0, data.training().count() - held.count());
            int lanes = before.map(Checkpoint::lanes).orElse(options.lanes());
            try (ImageTraining training =
                    new ImageTraining(preset.network(data.classes().size()), preset.training(), images, lanes)) {
                before.ifPresent(checkpoint -> training.resume(
                        checkpoint.steps(), checkpoint.parameters(), checkpoint.mean(), checkpoint.variance()));
                console.err()
                        .printf(
                                "Training %s on %d images of %s, %d held out%n",
                                preset.name(), images.count(), data.title(), held.count());
                TrainMeter meter = new TrainMeter(training);
                Checkpoints checkpoints = new Checkpoints(preset, data, training, options.checkpoint());
                if (train(training, held, meter, checkpoints, stop)) {
                    return Optional.of(finish(options, preset, data, training, held, meter));
                }
                checkpoints.write();
                console.err()
                        .printf(
                                "Stopped at step %d of %d; the same command with --resume goes on from %s%n",
                                training.steps(), training.totalSteps(), checkpoints.file());
                return Optional.empty();
            }
        }
    }

    /** Writes where a run stands. */
    private record Checkpoints(ImagePreset preset, ImageData data, ImageTraining training, Path file) {

        void write() {
            new Checkpoint(
                            preset,
                            data.classes().size(),
                            data.checksums(),
                            training.lanes(),
                            training.steps(),
                            training.network().parameters(),
                            training.mean(),
                            training.variance())
                    .write(file);
        }
    }

    private boolean train(
            ImageTraining training, ImageSet held, TrainMeter meter, Checkpoints checkpoints, StopSignal stop) {
        try (TrainDisplay display = TrainDisplay.on(console, training.totalSteps())) {
            while (training.steps() < training.totalSteps()) {
                if (stop.requested()) {
                    return false;
                }
                int epoch = (int) training.epochs();
                meter.after(training.step());
                if ((int) training.epochs() > epoch) {
                    validate(training, held, meter);
                    checkpoints.write();
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

    private static void validate(ImageTraining training, ImageSet held, TrainMeter meter) {
        if (held.count() > 0) {
            meter.validated(ImageAnswers.of(training.network(), held).accuracy());
        }
    }

    private TrainSummary finish(
            TrainOptions options,
            ImagePreset preset,
            ImageData data,
            ImageTraining training,
            ImageSet held,
            TrainMeter meter) {
        double seconds = meter.seconds();
        double samplesPerSecond = meter.samplesPerSecond();
        // Errors are measured with the weights as the file will have them, as alpha is calibrated by them.
        float[] weights = options.weights().rounded(training.network().parameters());
        Double accuracy = null;
        float[] quantiles = new float[0];
        if (held.count() > 0) {
            try (ImageNetwork network = new ImageNetwork(training.network().settings())) {
                network.setParameters(weights);
                ImageAnswers answers = ImageAnswers.of(network, held);
                accuracy = answers.accuracy();
                quantiles = answers.errors().length == 0
                        ? quantiles
                        : ImageMetrics.quantiles(answers.errors(), ImageModel.QUANTILES);
            }
        }
        ImageProvenance provenance = Origin.now(preset, data, training.steps(), training.lanes());
        ModelFile.write(
                new ImageModel(training.network().settings(), data.classes(), weights, quantiles, provenance),
                options.weights(),
                options.out());
        deleteCheckpoint(options.checkpoint());
        return new TrainSummary(
                options.out().toString(),
                data.training().count() - held.count(),
                held.count(),
                seconds,
                samplesPerSecond,
                accuracy,
                quantiles.length == 0 ? null : (double) quantiles[ImageModel.INDEX_OF_99],
                ModelFile.provenance(provenance));
    }

    /** A run of an hour must not end in "no", nor cost another one its state. */
    private static void checkPlaces(TrainOptions options) {
        Path folder = options.out().toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new CommandFailure("cannot write " + options.out()
                    + ": expected a folder that may be written to, but " + folder
                    + (Files.isDirectory(folder) ? " may not" : " is none") + "; choose another place with --out");
        }
        if (Files.isDirectory(options.out())) {
            throw new CommandFailure("cannot write " + options.out() + ": it is a folder; name a file with --out");
        }
        if (!options.resume() && Files.exists(options.checkpoint())) {
            throw new CommandFailure(
                    options.checkpoint() + " is the checkpoint of an interrupted run; go on from it with "
                            + "--resume, or remove it, or choose another place with --out");
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
        if (!checkpoint.checksums().equals(data.checksums())
                || checkpoint.classes() != data.classes().size()) {
            throw new CommandFailure(options.checkpoint() + ": it was trained on other images than those of "
                    + data.name() + " found now; name their folder with --data");
        }
    }

    private static ImageSet heldOut(ImageData data, ImageTrainingSettings training) {
        int count = data.training().count();
        if (training.heldOut() >= count) {
            throw new CommandFailure(
                    "held out: expected fewer images than the " + count + " training images of " + data.name()
                            + ", but the preset holds out " + training.heldOut() + "; choose fewer with --held-out");
        }
        return data.training().part(count - training.heldOut(), count);
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
