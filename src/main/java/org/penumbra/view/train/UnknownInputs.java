package org.penumbra.view.train;

import java.util.SplittableRandom;
import org.penumbra.data.DataException;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.DataIdentity;
import org.penumbra.data.image.ImageSample;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.KnownImages;
import org.penumbra.net.image.ImageSettings;

/**
 * Images that show none of the classes a network learns: test images of another data set where one is on disk, noise
 * otherwise.
 *
 * @param images of 28 x 28 pixels, at most {@link #MOST}
 * @param title  what they are, "Fashion-MNIST"
 * @param remark what a person should know about the choice; empty when there is nothing
 */
record UnknownInputs(ImageSet images, String title, String remark) {

    /** Most images: as many as a histogram needs to look smooth. */
    static final int MOST = 1000;

    private static final long SEED = 1;

    /**
     * Chooses for a data set. Reads files, which takes a second or so.
     *
     * @param learnt the data set that is learnt
     */
    static UnknownInputs beside(DataIdentity learnt, DataHome home) {
        boolean fashion = learnt.known()
                .map(known -> known.name().equals("fashion-mnist"))
                .orElse(false);
        KnownImages other = KnownImages.named(fashion ? "mnist" : "fashion-mnist");
        if (home.find(other).isEmpty()) {
            return noise("");
        }
        try {
            ImageSet test = home.load(other).test();
            return new UnknownInputs(new ImageSample(test, SEED).of(MOST), other.title(), "");
        } catch (DataException unreadable) {
            return noise("Noise stands for unknown inputs, as " + other.title() + " cannot be read: "
                    + unreadable.inWindow());
        }
    }

    /** Every pixel as likely of any grey as of any other. */
    static UnknownInputs noise(String remark) {
        byte[] pixels = new byte[MOST * ImageSettings.PIXELS];
        new SplittableRandom(SEED).nextBytes(pixels);
        return new UnknownInputs(
                new ImageSet(ImageSettings.SIDE, ImageSettings.SIDE, pixels, new byte[MOST]), "uniform noise", remark);
    }
}
