package org.penumbra.command.image;

import java.nio.file.Path;
import java.util.Optional;
import org.penumbra.command.option.FitOption;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.Picture;
import org.penumbra.data.ink.PictureFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How commands read pictures; mixed in with {@code @Mixin}. */
final class DigitPictures {

    private static final String AS_IS = "--as-is";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private FitOption fit;

    @Option(
            names = AS_IS,
            description = "The same as --fit as-is, but a picture that has not 28 x 28 pixels is refused.")
    private boolean asIs;

    /** The option that was given, as it is typed. */
    Optional<String> given() {
        return asIs ? Optional.of(AS_IS) : fit.isGiven() ? Optional.of(FitOption.NAME) : Optional.empty();
    }

    /** Refuses two fits at once, as wrong use. */
    void check() {
        if (asIs && fit.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "--as-is and --fit: each says how pictures are read; leave out one");
        }
    }

    /** The fit that counts: the one that was asked for, or that of the model. */
    Fit fit(Fit model) {
        return asIs ? Fit.AS_IS : fit.or(model);
    }

    /**
     * The image a network sees of a picture.
     *
     * @param model the fit the model was trained with
     * @return 784 numbers, row by row, 0 (background) to 1 (ink)
     * @throws org.penumbra.data.ink.PictureException when the file cannot be read, is blank, or has the wrong size
     */
    float[] read(Path file, Fit model) {
        Picture picture = PictureFile.read(file);
        return asIs ? DigitImage.asIs(picture).pixels() : fit.or(model).pixels(picture);
    }
}
