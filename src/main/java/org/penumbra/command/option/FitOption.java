package org.penumbra.command.option;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.penumbra.data.ink.Fit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option of every command that turns pictures into images; mixed in with {@code @Mixin}. */
public final class FitOption {

    /** As it is typed. */
    public static final String NAME = "--fit";

    /** Its values. */
    public static final String LABEL = "digit|whole|as-is";

    @Option(
            names = NAME,
            paramLabel = LABEL,
            converter = Converter.class,
            description =
                    "How a picture becomes 28 x 28 pixels; otherwise as the model was trained, or to train as suits the names "
                            + "of the classes. "
                            + "digit: the ink is cropped, shrunk and centred as MNIST's was; 28 x 28 pixels on black stay as they are. "
                            + "whole: all of the picture, inverted where its border is light. "
                            + "as-is: all of the picture, its black and white as they are.")
    private Fit fit;

    /** Whether there is one. */
    public boolean isGiven() {
        return fit != null;
    }

    /** The fit that was asked for, or that of the model. */
    public Fit or(Fit model) {
        return fit == null ? model : fit;
    }

    /** Turns "as-is" into the fit. */
    public static final class Converter implements ITypeConverter<Fit> {

        @Override
        public Fit convert(String id) {
            List<Fit> fits = Arrays.asList(Fit.values());
            return fits.stream()
                    .filter(fit -> fit.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "expected " + fits.stream().map(Fit::id).collect(Collectors.joining(", ")) + ", but got \""
                                    + id + "\""));
        }
    }
}
