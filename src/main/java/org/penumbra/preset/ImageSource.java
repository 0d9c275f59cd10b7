package org.penumbra.preset;

import java.util.Objects;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.ImageData;

/** Where a preset's images come from. */
public sealed interface ImageSource {

    /** The data set's name as presets and the command line know it. */
    String name();

    /**
     * Reads or makes the images.
     *
     * @param home where files are looked for
     * @throws org.penumbra.data.DataException when files are missing or wrong
     */
    ImageData load(DataHome home);

    /** The same with files understood in another way; it is of no account where no files are read. */
    ImageSource read(Emnist emnist);

    /**
     * Files on disk.
     *
     * @param name of a data set the program knows ("mnist"), or a folder with the four files of any, or one
     *             with a folder of pictures for each class
     * @param emnist how four files of a folder are to be understood
     */
    record Stored(String name, Emnist emnist) implements ImageSource {

        /** Longest name or path, characters. */
        public static final int LONGEST = 1000;

        /** Files that are understood by themselves. */
        public Stored(String name) {
            this(name, new Emnist.Recognised());
        }

        public Stored {
            Objects.requireNonNull(emnist, "emnist");
            if (name.isBlank() || name.length() > LONGEST || name.equals(BuiltIn.NAME)) {
                throw new IllegalArgumentException("data: expected the name of a data set or a folder, up to " + LONGEST
                        + " characters, but got \"" + name + "\"");
            }
        }

        @Override
        public ImageData load(DataHome home) {
            return home.load(name, emnist);
        }

        @Override
        public ImageSource read(Emnist other) {
            return new Stored(name, other);
        }
    }

    /** Digits the program makes itself. */
    record BuiltIn(BuiltInDigits digits) implements ImageSource {

        /** The name of the built-in digits. */
        public static final String NAME = "built-in-digits";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public ImageData load(DataHome home) {
            return digits.make();
        }

        @Override
        public ImageSource read(Emnist emnist) {
            return this;
        }
    }
}
