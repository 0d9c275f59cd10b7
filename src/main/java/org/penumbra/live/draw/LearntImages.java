package org.penumbra.live.draw;

import java.util.Optional;
import org.penumbra.archive.OriginalImages;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.DataIdentity;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.KnownImages;
import org.penumbra.fitting.FitImages;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;

/**
 * The images a model was trained on, with the model's labels.
 *
 * @param title   for people: "MNIST"
 * @param learnt  that it was trained on
 * @param heldOut of the same kind that it was not trained on; the same object where nothing was held out
 */
public record LearntImages(String title, ImageSet learnt, ImageSet heldOut) {

    private static final String REMEDY = "Draw all the same; what needs those images is left out";

    /** The data set that would have to be here, where the program knows it. */
    public static Optional<KnownImages> wanted(ImageModel model) {
        return model.trainingImages().identity().known();
    }

    /** Whether they seem to be on this machine; no image is read. */
    public static boolean areHere(ImageModel model, DataHome home) {
        DataIdentity identity = model.trainingImages().identity();
        if (identity.kind() == DataIdentity.Kind.BUILT_IN) {
            // Chosen for a guest, they are made again; what an own training made is not kept for this.
            return model instanceof GuestModel
                    && BuiltInDigits.recorded(model.trainingImages().checksums())
                            .isPresent();
        }
        return identity.kind() == DataIdentity.Kind.PUBLISHED
                        && home.find(identity.known().orElseThrow()).isPresent()
                || new OriginalImages(model.trainingImages(), home).folder().isPresent();
    }

    /**
     * Reads them; takes a second or so.
     *
     * @return empty where they are not on this machine, and where the program made them while it trained
     * @throws org.penumbra.data.DataException when they are here but are not the same any more, or cannot be read
     */
    public static Optional<LearntImages> of(ImageModel model, DataHome home) {
        if (!areHere(model, home)) {
            return Optional.empty();
        }
        ImageData data = new OriginalImages(model.trainingImages(), home)
                .readAll(REMEDY)
                .withClasses(model.classes())
                .ofSide(ImageSettings.SIDE);
        FitImages parted = FitImages.of(data.training(), model.trainingImages().heldOut());
        return Optional.of(new LearntImages(data.title(), parted.learnt(), parted.heldOut()));
    }
}
