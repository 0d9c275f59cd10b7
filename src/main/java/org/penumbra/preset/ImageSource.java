package org.penumbra.preset;

import org.penumbra.data.OutsideText;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.BuiltInDigits;
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

    /**
     * Files on disk.
     *
     * @param name of a data set the program knows ("mnist"), or a folder with the four files of any, or one
     *             with a folder of pictures for each class
     */
    record Stored(String name) implements ImageSource {

        /** Longest name or path, characters. */
        public static final int LONGEST = 1000;

        public Stored {
            if (name.isBlank()
                    || name.length() > LONGEST
                    || !OutsideText.isOneLine(name)
                    || name.equals(BuiltIn.NAME)) {
                throw new IllegalArgumentException("data: expected the name of a data set or a folder, up to " + LONGEST
                        + " characters and none that is a control or half a character, but got "
                        + OutsideText.quoted(name));
            }
        }

        @Override
        public ImageData load(DataHome home) {
            return home.load(name);
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
    }
}
