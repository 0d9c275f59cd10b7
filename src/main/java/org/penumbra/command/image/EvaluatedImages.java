package org.penumbra.command.image;

import java.nio.file.Path;
import org.penumbra.archive.OriginalImages;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.EmnistOption;
import org.penumbra.command.option.FitOption;
import org.penumbra.command.option.GuestFacts;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.ClassNames;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.PictureFolder;
import org.penumbra.data.ink.Fit;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The images that "evaluate" measures a model on: those that were named, or the test images of what it was trained on.
 *
 * @param model  what messages call the model
 * @param named  by --images; null for those of the model
 * @param all    whether a folder's pictures are taken that are set apart to learn from, too
 * @param fit    how pictures become images
 * @param emnist how files of a data set are read
 * @param home   where data sets are
 * @param spec   of the command, for what is wrong with its options
 * @param console hears what a person should know of the choice
 */
record EvaluatedImages(
        String model,
        String named,
        boolean all,
        FitOption fit,
        EmnistOption emnist,
        DataHome home,
        CommandSpec spec,
        Console console) {

    /** Reads them. */
    ImageData read(ImageModel loaded) {
        return (named != null ? named(loaded) : original(loaded)).ofSide(ImageSettings.SIDE);
    }

    /** The images that --images names. */
    private ImageData named(ImageModel loaded) {
        Fit read = fit.or(loaded.trainingImages().fit());
        Emnist way = emnist.or(new Emnist.Recognised(), named);
        ImageData set = new NamedImages(home, read, way, all).load(named);
        if (!NamedImages.arePictures(set)) {
            refuseFit(set);
            return set;
        }
        int total = PictureFolder.count(Path.of(set.folder()));
        if (set.test().count() < total) {
            console.err()
                    .println("Measured on " + set.test().count() + " of the " + total + " pictures in " + set.folder()
                            + ": those that are set apart to test with. --all takes all of them.");
        }
        return set;
    }

    /** The test images of what the model was trained on. */
    private ImageData original(ImageModel loaded) {
        if (!loaded.trainingImages().areKnown()) {
            throw new CommandFailure(
                    model + ": nobody has said yet which images this network learnt from; name some whose "
                            + "classes are known with --images mnist, built-in-digits or a folder");
        }
        OriginalImages original = new OriginalImages(loaded.trainingImages(), home);
        if (emnist.isGiven()) {
            emnist.or(new Emnist.Recognised(), loaded.trainingImages().data());
            throw new ParameterException(
                    spec.commandLine(),
                    EmnistOption.NAME + ": it tells how the files that --images names are read; those of the model are "
                            + "read as they were when it was trained. Leave it out");
        }
        if (fit.isGiven() && original.arePictures()) {
            Path folder = original.found("Name the folder with --images DIR");
            return PictureFolder.readTest(folder, fit.or(loaded.trainingImages().fit()), false);
        }
        ImageData set = original.read("Name the folder with --images DIR");
        refuseFit(set);
        return set;
    }

    private void refuseFit(ImageData set) {
        if (fit.isGiven()) {
            throw new CommandFailure(FitOption.NAME + ": it tells how pictures become images, but those of "
                    + set.title() + " are images of that size already; leave it out");
        }
    }

    /** The images under the model's labels, which are found by the names of the classes. */
    ClassNames.Match matched(ImageModel loaded, ImageData set) {
        ClassNames.Match match = new ClassNames(loaded.classes()).match(set.test(), set.classes());
        if (!match.isWhole()) {
            throw new CommandFailure("the classes of " + set.title() + " are " + String.join(", ", set.classes())
                    + ", but the model knows " + String.join(", ", loaded.classes())
                    + (match.unknown().size() == set.classes().size()
                            ? ""
                            : ", and not " + String.join(", ", match.unknown()))
                    + "; choose other images with --images"
                    + (NamedImages.arePictures(set) ? ", or call the folders like the model's classes" : "")
                    + (GuestFacts.of(model, loaded).isPresent()
                            ? ", or name the classes with \"penumbra guest " + model + " --classes\""
                            : "")
                    + (set.checksums().containsKey(Emnist.KEY)
                            ? ", or say with --emnist how they are to be read"
                            : ""));
        }
        if (!match.absent().isEmpty()) {
            console.err()
                    .println("No images of " + String.join(", ", match.absent())
                            + " are there to measure; the figures tell of the other classes only.");
        }
        return match;
    }
}
