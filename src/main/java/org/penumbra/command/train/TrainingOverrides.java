package org.penumbra.command.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penumbra.command.option.EmnistOption;
import org.penumbra.command.option.FitOption;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.KnownImages;
import org.penumbra.data.ink.Fit;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImageSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that change single settings of an image preset; mixed in with {@code @Mixin}. */
final class TrainingOverrides {

    private static final String OTHERWISE = "; otherwise the preset's.";

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training images" + OTHERWISE)
    private Integer epochs;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of weights, batches, noise and dropout" + OTHERWISE)
    private Long seed;

    @Option(names = "--learning-rate", paramLabel = "X", description = "Of Adam at the start" + OTHERWISE)
    private Double learningRate;

    @Option(
            names = "--sigma",
            paramLabel = "X",
            description = "Standard deviation of the corruption of each pixel" + OTHERWISE)
    private Double sigma;

    @Option(
            names = "--clutter",
            paramLabel = "X",
            description = "Share of the images that random shapes take the "
                    + "place of, 0 to 1; the network is to doubt them and to give back the mean image" + OTHERWISE)
    private Double clutter;

    @Option(names = "--lambda", paramLabel = "X", description = "Weight of the reconstruction loss" + OTHERWISE)
    private Double lambda;

    @Option(
            names = "--dropout",
            paramLabel = "X",
            description = "Share of the code's units the class head does not see in " + "a step" + OTHERWISE)
    private Double dropout;

    @Option(names = "--batch", paramLabel = "N", description = "Images a step" + OTHERWISE)
    private Integer batch;

    @Option(names = "--omega", paramLabel = "N", description = "Units a class, for COOL" + OTHERWISE)
    private Integer omega;

    @Option(
            names = "--held-out",
            paramLabel = "N",
            description = "Images at the end of the training set that are not "
                    + "trained on, for validation and calibration" + OTHERWISE)
    private Integer heldOut;

    @Mixin
    private EmnistOption emnist;

    @Mixin
    private FitOption fit;

    /** The options that were given, as they are typed. */
    List<String> given() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("--epochs", epochs);
        all.put("--seed", seed);
        all.put("--learning-rate", learningRate);
        all.put("--sigma", sigma);
        all.put("--clutter", clutter);
        all.put("--lambda", lambda);
        all.put("--dropout", dropout);
        all.put("--batch", batch);
        all.put("--omega", omega);
        all.put("--held-out", heldOut);
        all.put(EmnistOption.NAME, emnist.isGiven() ? emnist : null);
        all.put(FitOption.NAME, fit.isGiven() ? fit : null);
        List<String> given = new ArrayList<>();
        all.forEach((option, value) -> {
            if (value != null) {
                given.add(option);
            }
        });
        return given;
    }

    /**
     * The preset with these changes.
     *
     * @throws ParameterException when a value is out of its range
     */
    ImagePreset applied(ImagePreset preset, CommandSpec spec) {
        ImageTrainingSettings old = preset.training();
        try {
            ImageSource fitted = source(preset.data(), spec);
            ImageSource read =
                    emnist.isGiven() ? fitted.read(emnist.or(new Emnist.Recognised(), fitted.name())) : fitted;
            return preset.withData(read)
                    .withOmega(or(omega, preset.omega()))
                    .withTraining(new ImageTrainingSettings(
                            or(seed, old.seed()),
                            or(learningRate, old.learningRate()),
                            old.schedule(),
                            or(sigma, old.sigma()),
                            or(clutter, old.clutter()),
                            or(lambda, old.lambda()),
                            or(dropout, old.dropout()),
                            or(batch, old.batch()),
                            or(epochs, old.epochs()),
                            or(heldOut, old.heldOut())));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private ImageSource source(ImageSource data, CommandSpec spec) {
        if (!fit.isGiven()) {
            return data;
        }
        boolean known = KnownImages.all().stream().anyMatch(one -> one.name().equals(data.name()));
        if (!known && data instanceof ImageSource.Stored stored) {
            return new ImageSource.Stored(
                    stored.name(), Optional.of(fit.or(stored.fit().orElse(Fit.WHOLE))), stored.emnist());
        }
        throw new ParameterException(
                spec.commandLine(),
                FitOption.NAME + ": it tells how own pictures become images, but the preset's data are " + data.name()
                        + "; leave it out");
    }

    private static <T> T or(T given, T otherwise) {
        return given != null ? given : otherwise;
    }
}
