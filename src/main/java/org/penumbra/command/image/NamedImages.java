package org.penumbra.command.image;

import java.nio.file.Path;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.DataIdentity;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.PictureFolder;
import org.penumbra.data.ink.Fit;
import org.penumbra.preset.ImageSource;

/**
 * Test images that somebody named. Pictures become images as those did that the model has learnt.
 *
 * @param home where data sets are looked for
 * @param fit  of the model, or the one that was asked for in its place
 * @param emnist how four files of a folder are to be understood
 * @param all  whether all pictures of a folder are to test with
 */
record NamedImages(DataHome home, Fit fit, Emnist emnist, boolean all) {

    /** Test images that are made where no files are read. */
    private static final int BUILT_IN_DIGITS = 10_000;

    /**
     * Reads or makes them.
     *
     * @param nameOrFolder built-in-digits, a published set, or a folder
     * @throws org.penumbra.data.DataException when they are missing or wrong
     * @throws CommandFailure                  when all pictures are asked for and there are none
     */
    ImageData load(String nameOrFolder) {
        ImageData found = nameOrFolder.equals(ImageSource.BuiltIn.NAME)
                ? new BuiltInDigits(1, BUILT_IN_DIGITS, 1).make()
                : home.load(nameOrFolder, emnist, this::folder);
        if (all && !arePictures(found)) {
            throw new CommandFailure("--all: it tells of a folder of pictures, but " + nameOrFolder
                    + " says itself which of its images are to test with; leave it out");
        }
        return found;
    }

    private ImageData folder(Path folder) {
        if (!PictureFolder.isOne(folder)) {
            return DataHome.loadFiles(folder, emnist);
        }
        DataHome.refuse(emnist, folder + " is a folder of pictures");
        return PictureFolder.readTest(folder, fit, all);
    }

    /** Whether images were made of pictures. */
    static boolean arePictures(ImageData images) {
        return images.identity().kind() == DataIdentity.Kind.PICTURES;
    }
}
