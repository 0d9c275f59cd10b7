package org.penumbra.command.detect;

import java.util.List;
import org.penumbra.archive.OriginalImages;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ClassNames;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.ImageData;
import org.penumbra.fitting.FitImages;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.TrainingImages;

/**
 * The images that detectors of a model are fitted on, under the model's labels.
 *
 * @param name  of the set
 * @param notes what a person should know of how the files were understood
 */
record ModelTrainingImages(String name, FitImages images, List<String> notes) {

    private static final String REMEDY = "Name the folder with --data DIR, or other images with --images DIR";
    private static final long SEED = 1;

    /**
     * Finds and reads them.
     *
     * @param called what messages call the model
     * @param named  others than those the model was trained on; null for those
     * @throws CommandFailure when the model does not know their classes
     */
    static ModelTrainingImages of(String called, ImageModel model, String named, DataHome home) {
        TrainingImages original = model.trainingImages();
        if (named == null && !original.areKnown()) {
            throw new CommandFailure(
                    called + ": nobody has said yet which images this network learnt from; name some whose "
                            + "classes are known with --images mnist, built-in-digits or a folder, or once for all with \"penumbra "
                            + "guest " + called + " --images mnist\"");
        }
        ImageData set = named == null
                ? new OriginalImages(original, home).readAll(REMEDY)
                : named.equals("built-in-digits")
                        ? BuiltInDigits.standard(SEED).make()
                        : home.load(named, new Emnist.Recognised());
        set.ofSide(ImageSettings.SIDE);
        ClassNames.Match match = new ClassNames(model.classes()).match(set.training(), set.classes());
        if (!match.isWhole()) {
            throw new CommandFailure("--images: the classes of " + set.title() + " are "
                    + String.join(", ", set.classes()) + ", but " + called + " knows "
                    + String.join(", ", model.classes()) + "; choose images of the classes that it knows");
        }
        if (!match.absent().isEmpty()) {
            throw new CommandFailure("--images: expected images of every class of " + called + ", but " + set.title()
                    + " has none of " + String.join(", ", match.absent()) + "; add some, or choose other images");
        }
        int heldOut = original.heldOut();
        if (named == null && heldOut >= match.images().count()) {
            throw new CommandFailure(set.title() + ": expected more than the " + heldOut
                    + " training images that were held out, but there are "
                    + match.images().count()
                    + "; choose others with --images");
        }
        return new ModelTrainingImages(
                set.name(),
                named == null ? FitImages.of(match.images(), heldOut) : FitImages.ofOthers(match.images()),
                set.notes());
    }
}
