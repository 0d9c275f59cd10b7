package org.penumbra.confidence.guest;

import java.util.List;
import java.util.stream.IntStream;
import org.penumbra.data.DataException;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ClassNames;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.guest.GuestModel;

/**
 * Images that somebody chose for a network that another program trained, which says nothing of what it learnt from.
 *
 * @param data    the set
 * @param guest   the network; where its classes had no names but their numbers, it has got those of the set
 * @param heldOut the last of the set's training images, which count as held out; under the network's labels
 * @param test    its test images likewise
 */
public record ChosenImages(ImageData data, GuestModel guest, ImageSet heldOut, ImageSet test) {

    private static final String BUILT_IN = "built-in-digits";
    /** As many as detectors are fitted on in the window, and as many again as tell a sixth of them apart. */
    private static final int DIGITS = 12_000;

    private static final int TEST_DIGITS = 2000;
    private static final long SEED = 1;
    private static final int SIDE = 28;
    private static final int ONE_IN = 6;

    /**
     * Reads or makes them; takes a second or so.
     *
     * @param nameOrFolder built-in-digits, a published set, or a folder
     * @throws DataException when they are missing, wrong, or of classes that the network does not know
     */
    public static ChosenImages of(GuestModel guest, String nameOrFolder, DataHome home) {
        ImageData data = (nameOrFolder.equals(BUILT_IN)
                        ? new BuiltInDigits(DIGITS, TEST_DIGITS, SEED).make()
                        : home.load(nameOrFolder, new Emnist.Recognised()))
                .ofSide(SIDE);
        return of(guest, data);
    }

    /** The same of a set that was read. */
    static ChosenImages of(GuestModel guest, ImageData data) {
        GuestModel named = hasNumbers(guest.classes())
                        && guest.classes().size() == data.classes().size()
                ? guest.with(guest.reading().withClasses(data.classes()))
                : guest;
        ClassNames names = new ClassNames(named.classes());
        ClassNames.Match learnt = names.match(data.training(), data.classes());
        ClassNames.Match tested = names.match(data.test(), data.classes());
        if (!learnt.isWhole() || !tested.isWhole()) {
            throw new DataException("the classes of " + data.title() + " are " + String.join(", ", data.classes())
                    + ", but those of " + guest.name() + " are called " + String.join(", ", guest.classes())
                    + "; name its classes in the order of its outputs, or choose other images");
        }
        return new ChosenImages(data, named, last(learnt.images()), tested.images());
    }

    /** Whether classes are called by their numbers alone. */
    private static boolean hasNumbers(List<String> classes) {
        return IntStream.range(0, classes.size()).allMatch(k -> classes.get(k).equals(Integer.toString(k)));
    }

    /** The last sixth, as detectors of a set that somebody names have it; all where there are fewer than six. */
    private static ImageSet last(ImageSet images) {
        int count = images.count();
        return count < ONE_IN ? images : images.part(count - count / ONE_IN, count);
    }

    /** How many training images count as held out and not as learnt. */
    public int heldOutCount() {
        return data.training().count() < ONE_IN ? 0 : heldOut.count();
    }
}
