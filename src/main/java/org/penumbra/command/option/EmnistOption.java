package org.penumbra.command.option;

import org.penumbra.data.image.Emnist;
import org.penumbra.preset.ImageSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The option of commands that read the four files of a data set of somebody's own; mixed in with {@code @Mixin}. */
public final class EmnistOption {

    /** As it is typed. */
    public static final String NAME = "--emnist";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = NAME,
            paramLabel = "SET|none",
            converter = Converter.class,
            description =
                    "Which set of EMNIST the four files in a folder are: letters, balanced, byclass, bymerge, digits or "
                            + "mnist. Its images, which are stored on their side, are turned upright, and its classes are called by their "
                            + "characters; with \"-upright\" behind it (letters-upright) they are not turned. none: no set of EMNIST. "
                            + "Otherwise the names of files and folder tell.")
    private Emnist emnist;

    /** Whether it was given. */
    public boolean isGiven() {
        return emnist != null;
    }

    /**
     * What was given, or otherwise this.
     *
     * @param data name or folder of the images that are to be read; wrong use where the program makes them itself
     */
    public Emnist or(Emnist otherwise, String data) {
        if (emnist instanceof Emnist.As && data.equals(ImageSource.BuiltIn.NAME)) {
            throw new ParameterException(
                    spec.commandLine(),
                    NAME + ": it tells how files are read, and " + data + " has none; leave it out");
        }
        return emnist != null ? emnist : otherwise;
    }

    /** Turns "letters" into the set; another word is wrong use. */
    public static final class Converter implements ITypeConverter<Emnist> {

        @Override
        public Emnist convert(String text) {
            try {
                return Emnist.of(text);
            } catch (IllegalArgumentException none) {
                throw new TypeConversionException(none.getMessage());
            }
        }
    }
}
