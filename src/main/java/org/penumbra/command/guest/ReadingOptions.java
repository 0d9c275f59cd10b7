package org.penumbra.command.guest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.penumbra.data.SettingProblem;
import org.penumbra.net.guest.GuestReading;
import org.penumbra.net.guest.PixelLayout;
import org.penumbra.net.guest.PixelRange;
import org.penumbra.net.guest.PixelScale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a person says of a network of DL4J; mixed in with {@code @Mixin}. */
final class ReadingOptions {

    private static final String NONE = "none";
    private static final String RANGES =
            "0..1, 0..255, -1..1, or MEAN,SD of pixels that were standardised, such as " + "0.1307,0.3081";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--classes",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Names of the classes, in the order of the softmax, with commas between them. They are how the classes "
                            + "of other images are found.")
    private List<String> classes;

    @Option(
            names = "--ink",
            paramLabel = "light|dark",
            description =
                    "Whether the network learnt light ink on dark ground, as MNIST has it, or dark ink on light ground.")
    private String ink;

    @Option(names = "--range", paramLabel = "RANGE", description = "Which numbers its pixels are: " + RANGES + ".")
    private String range;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            description =
                    "How its images are laid out: flat [n, 784], channel-first [n, 1, 28, 28], channel-last [n, 28, 28, 1].")
    private String layout;

    @Option(names = "--scores", paramLabel = "NAME", description = "The output that is the softmax over the classes.")
    private String scores;

    @Option(
            names = "--reconstruction",
            paramLabel = "NAME|" + NONE,
            description = "The output of 784 values that is the reconstruction of the image, or none.")
    private String reconstruction;

    @Option(
            names = "--reconstructed",
            paramLabel = "RANGE",
            description =
                    "Which numbers the pixels of the reconstruction are, if not those of the image: " + RANGES + ".")
    private String reconstructed;

    @Option(
            names = "--code",
            paramLabel = "NAME|" + NONE,
            description = "The layer whose numbers are the features that detectors look at, or none.")
    private String code;

    /** A reading with what was said in place of what was supposed. */
    GuestReading applied(GuestReading supposed) {
        try {
            GuestReading reading = supposed;
            reading = scores == null ? reading : reading.withSoftmax(scores);
            reading = reconstruction == null ? reading : reading.withReconstruction(orNone(reconstruction));
            reading = code == null ? reading : reading.withCode(orNone(code));
            reading = layout == null ? reading : reading.withLayout(layout());
            reading = classes == null
                    ? reading
                    : reading.withClasses(classes.stream().map(String::strip).toList());
            return reading.withPixels(
                    pixels("--range", range, reading.pixels()),
                    pixels("--reconstructed", reconstructed, reading.reconstructed()));
        } catch (SettingProblem wrong) {
            throw wrong(wrong.getMessage());
        }
    }

    private static String orNone(String name) {
        return name.equals(NONE) ? "" : name;
    }

    /** Ink is dark or light in both. */
    private PixelScale pixels(String option, String range, PixelScale supposed) {
        boolean dark = ink == null ? supposed.darkInk() : dark();
        return range == null ? supposed.withDarkInk(dark) : scale(option, range, dark);
    }

    private boolean dark() {
        return switch (ink) {
            case "dark" -> true;
            case "light" -> false;
            default -> throw wrong("--ink: expected light or dark, but got " + ink);
        };
    }

    private PixelScale scale(String option, String range, boolean dark) {
        return switch (range) {
            case "0..1" -> PixelScale.of(PixelRange.UNIT, dark);
            case "0..255" -> PixelScale.of(PixelRange.BYTES, dark);
            case "-1..1" -> PixelScale.of(PixelRange.SIGNED, dark);
            default -> standardised(option, range, dark);
        };
    }

    private PixelScale standardised(String option, String range, boolean dark) {
        String[] parts = range.split(",", -1);
        try {
            if (parts.length == 2) {
                return new PixelScale(
                        PixelRange.STANDARDISED,
                        dark,
                        Double.parseDouble(parts[0].strip()),
                        Double.parseDouble(parts[1].strip()));
            }
        } catch (NumberFormatException noNumber) {
            throw wrong(option + ": expected " + RANGES + ", but got " + range);
        }
        throw wrong(option + ": expected " + RANGES + ", but got " + range);
    }

    private PixelLayout layout() {
        return Arrays.stream(PixelLayout.values())
                .filter(one -> id(one).equals(layout))
                .findFirst()
                .orElseThrow(() -> wrong("--layout: expected flat, channel-first or channel-last, but got " + layout));
    }

    private static String id(PixelLayout layout) {
        return layout.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
