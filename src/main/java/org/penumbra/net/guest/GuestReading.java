package org.penumbra.net.guest;

import java.util.List;
import org.penumbra.data.OutsideText;
import org.penumbra.data.SettingProblem;
import org.penumbra.net.guest.GuestException.Kind;

/**
 * What is taken for what in a network of DL4J. All of it is guessed from the configuration ({@link #guess}) and can be corrected
 * by a person.
 *
 * @param classes        names of the classes, in the order of the softmax
 * @param softmax        the name of the output that is the softmax over the classes
 * @param reconstruction the name of the output of 784 values that is the reconstruction of the image; empty where there is none
 * @param code           the name of the layer whose numbers are the features that detectors look at; empty where there is none
 * @param layout         how images are laid out
 * @param pixels         which numbers its pixels are
 * @param reconstructed  which numbers the pixels of its reconstruction are; of no account where there is none
 */
public record GuestReading(
        List<String> classes,
        String softmax,
        String reconstruction,
        String code,
        PixelLayout layout,
        PixelScale pixels,
        PixelScale reconstructed) {

    /** Most classes of a guest. */
    public static final int MOST_CLASSES = 1000;
    /** The longest name of a class, UTF-16 units. */
    public static final int LONGEST_NAME = 200;

    static final int PIXELS = 784;

    public GuestReading {
        classes = List.copyOf(classes);
        if (classes.size() < 2 || classes.size() > MOST_CLASSES) {
            throw new SettingProblem("classes", "2 to " + MOST_CLASSES + " names", classes.size());
        }
        classes.forEach(name -> OutsideText.requireOneLine("the name of a class", name, LONGEST_NAME));
    }

    /**
     * What a configuration alone lets suppose, with reasons.
     *
     * @param source what messages call the file
     * @throws GuestException when the network takes no images of 28 x 28 pixels or gives no classes
     */
    public static GuestGuess guess(GuestContent content, String source) {
        return new GuestGuessing(content.configuration(), source).guess();
    }

    /** The same with names of its classes. */
    public GuestReading withClasses(List<String> names) {
        return new GuestReading(names, softmax, reconstruction, code, layout, pixels, reconstructed);
    }

    /** The same with another output for the softmax. */
    public GuestReading withSoftmax(String name) {
        return new GuestReading(classes, name, reconstruction, code, layout, pixels, reconstructed);
    }

    /** The same with another output for the reconstruction, or none. */
    public GuestReading withReconstruction(String name) {
        return new GuestReading(classes, softmax, name, code, layout, pixels, reconstructed);
    }

    /** The same with another layer for the code, or none. */
    public GuestReading withCode(String name) {
        return new GuestReading(classes, softmax, reconstruction, name, layout, pixels, reconstructed);
    }

    /** The same with another layout. */
    public GuestReading withLayout(PixelLayout other) {
        return new GuestReading(classes, softmax, reconstruction, code, other, pixels, reconstructed);
    }

    /** The same with other pixels, in the image and in the reconstruction. */
    public GuestReading withPixels(PixelScale image, PixelScale made) {
        return new GuestReading(classes, softmax, reconstruction, code, layout, image, made);
    }

    /** Whether there is a reconstruction. */
    public boolean reconstructs() {
        return !reconstruction.isEmpty();
    }

    /** Features of the code, 0 where there is none or its length is not known. */
    public int codeUnits(GuestConfiguration configuration) {
        return code.isEmpty() ? 0 : new GuestHead(configuration, softmax).unitsOf(code);
    }

    /**
     * Sees that there is in the network what is taken for something.
     *
     * @param source what messages call the file
     * @throws GuestException when there is not
     */
    public void requireFits(GuestConfiguration configuration, String source) {
        requireOutput(configuration, softmax, "softmax", source);
        GuestHead head = new GuestHead(configuration, softmax);
        head.refusal().ifPresent(why -> {
            throw new GuestException(Kind.READING, source + ": " + why);
        });
        if (head.classes() != 0 && head.classes() != classes.size()) {
            throw wrong(
                    source,
                    "as many names of classes as the softmax has units, " + head.classes() + ", but got "
                            + classes.size());
        }
        if (reconstructs()) {
            requireOutput(configuration, reconstruction, "reconstruction", source);
            int units = configuration.vectorOf(reconstruction);
            if (reconstruction.equals(softmax) || units != 0 && units != PIXELS) {
                throw wrong(
                        source,
                        "a reconstruction of 784 values, but the output " + GuestConfiguration.quoted(reconstruction)
                                + " has " + units);
            }
        }
        if (!code.isEmpty() && codeUnits(configuration) == 0) {
            throw wrong(
                    source,
                    "a layer for the code that gives a vector, but "
                            + GuestConfiguration.quoted(code)
                            + (configuration.layer(code).isPresent() ? " gives maps" : " is no layer of it"));
        }
    }

    private static void requireOutput(GuestConfiguration configuration, String name, String what, String source) {
        if (!configuration.outputs().contains(name)) {
            throw wrong(
                    source,
                    "one of the outputs " + String.join(", ", configuration.outputs()) + " for the " + what
                            + ", but got " + GuestConfiguration.quoted(name));
        }
    }

    private static GuestException wrong(String source, String expected) {
        return new GuestException(
                Kind.READING, source + ": expected " + expected + ". Correct what is taken for what in this network");
    }
}
