package org.penumbra.command.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ClassNames;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.ink.Fit;
import org.penumbra.net.image.ImageSettings;

/**
 * Images that a network shall answer for.
 *
 * @param pixels  count x 784, each row by row, 0 (background) to 1 (ink)
 * @param labels  count, by the classes of the model where it knows all of them by name, otherwise of the data set they are from;
 *                or empty where nobody knows them
 * @param sources count, where each is from: the path of a picture, or "mnist test 0"
 */
record ImageInputs(float[] pixels, int[] labels, List<String> sources) {

    /** Most images at once: 300 MB of pixels. */
    static final int MOST = 100_000;

    private static final int PIXELS = ImageSettings.PIXELS;
    private static final int SIDE = ImageSettings.SIDE;
    /** Of the built-in digits; the presets that ship have the same one. */
    private static final long SEED = 1;

    /** How many there are. */
    int count() {
        return sources.size();
    }

    /**
     * Built-in digits to take test images from.
     *
     * @param count 1 to 100 000
     */
    static ImageData builtInDigits(int count) {
        return new BuiltInDigits(1, count, SEED).make();
    }

    /**
     * The first test images of a data set. Their labels are counted by the model's classes where it knows all of them by
     * name, and otherwise by those of the data set.
     *
     * @param set     test images; labels of classes that the model knows become the model's, by their names
     * @param classes of the model
     * @param count   1 to 100 000
     * @throws org.penumbra.data.DataException when the images are of another size
     * @throws CommandFailure                  when there are fewer
     */
    static ImageInputs ofSet(ImageData set, ClassNames classes, int count) {
        ClassNames.Match match = classes.match(set.ofSide(SIDE).test(), set.classes());
        String name = set.name();
        ImageSet test = match.isWhole() ? match.images() : set.test();
        if (count > test.count()) {
            throw new CommandFailure("--count: expected 1 to " + test.count() + ", as " + name
                    + " has no more test images, but got " + count);
        }
        float[] pixels = new float[count * PIXELS];
        int[] labels = new int[count];
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            test.copyTo(i, pixels, i * PIXELS);
            labels[i] = test.label(i);
            sources.add(name + " test " + i);
        }
        return new ImageInputs(pixels, labels, sources);
    }

    /**
     * Some pictures.
     *
     * @param files 1 to 100 000
     * @param model the fit the model was trained with
     * @throws org.penumbra.data.ink.PictureException at the first that cannot be used
     */
    static ImageInputs ofPictures(List<Path> files, DigitPictures reading, Fit model) {
        float[] pixels = new float[files.size() * PIXELS];
        for (int i = 0; i < files.size(); i++) {
            System.arraycopy(reading.read(files.get(i), model), 0, pixels, i * PIXELS, PIXELS);
        }
        return new ImageInputs(
                pixels, new int[0], files.stream().map(Path::toString).toList());
    }
}
