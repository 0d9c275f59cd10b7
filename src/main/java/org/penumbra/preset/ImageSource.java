package org.penumbra.preset;

import java.util.Objects;
import java.util.Optional;
import org.penumbra.data.OutsideText;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.PictureFolder;
import org.penumbra.data.ink.Fit;

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
     * The same with pictures made into images in another way; it is of no account where no pictures are read.
     *
     * @param fit empty for the fit that suits the names of the classes
     */
    ImageSource fitted(Optional<Fit> fit);

    /**
     * Files on disk.
     *
     * @param name   of a data set the program knows ("mnist"), or a folder with the four files of any, or one
     *               with a folder of pictures for each class
     * @param fit    how pictures sorted by class become images; empty for the fit that suits the names of the classes. Of no
     *               account for other data
     * @param emnist how four files of a folder are to be understood; of no account for pictures
     */
    record Stored(String name, Optional<Fit> fit, Emnist emnist) implements ImageSource {

        /** Longest name or path, characters. */
        public static final int LONGEST = 1000;

        public Stored {
            Objects.requireNonNull(emnist, "emnist");
            if (name.isBlank()
                    || name.length() > LONGEST
                    || !OutsideText.isOneLine(name)
                    || name.equals(BuiltIn.NAME)) {
                throw new IllegalArgumentException("data: expected the name of a data set or a folder, up to " + LONGEST
                        + " characters and none that is a control or half a character, but got "
                        + OutsideText.quoted(name));
            }
        }

        /** Pictures as suits the names of their classes, and files that are understood by themselves. */
        public Stored(String name) {
            this(name, Optional.empty(), new Emnist.Recognised());
        }

        @Override
        public ImageData load(DataHome home) {
            return home.load(name, emnist, folder -> {
                if (fit.isPresent() && PictureFolder.isOne(folder)) {
                    DataHome.refuse(emnist, folder + " is a folder of pictures");
                    return PictureFolder.readWhole(folder, fit.get());
                }
                return DataHome.loadFolder(folder, emnist);
            });
        }

        @Override
        public ImageSource read(Emnist other) {
            return new Stored(name, fit, other);
        }

        @Override
        public ImageSource fitted(Optional<Fit> other) {
            return new Stored(name, other, emnist);
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

        @Override
        public ImageSource fitted(Optional<Fit> fit) {
            return this;
        }
    }
}
