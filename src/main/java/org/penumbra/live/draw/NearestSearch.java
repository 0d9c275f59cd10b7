package org.penumbra.live.draw;

import java.util.Optional;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.image.ImageModel;

/**
 * Looks for the nearest of many images by their pixels, some at a time. A drawing changes little from one question to the next,
 * so the image found last is looked at first: most others are then known to be farther after a few rows of pixels. Confined to
 * the engine's thread.
 */
final class NearestSearch {

    /** Images looked at in a slice, some 5 ms. */
    private static final int CHUNK = 8000;

    private final ImageModel model;
    private final ImageSet among;
    private float[] image;
    private int done;
    private int best;
    private double least;
    private NearestImage found;

    /**
     * @param model by whose fit the image is seen
     * @param among of 28 x 28 pixels
     */
    NearestSearch(ImageModel model, ImageSet among) {
        this.model = model;
        this.among = among;
    }

    /** One that looks for nothing. */
    static NearestSearch none() {
        return new NearestSearch(null, null);
    }

    ImageModel model() {
        return model;
    }

    /** Whether there is anything to look among. */
    boolean isWanted() {
        return among != null && among.count() > 0;
    }

    /** Another image to compare with. */
    void begin(float[] asked) {
        image = asked;
        done = 0;
        found = null;
        least = among.squaredDistance(best, image, Double.POSITIVE_INFINITY);
    }

    /** There is no image to compare with. */
    void end() {
        image = null;
        found = null;
    }

    /** Whether images are left to be looked at. */
    boolean isDue() {
        return image != null && found == null;
    }

    /** Looks at the next ones, and says whether these were the last. */
    boolean proceed() {
        int to = Math.min(among.count(), done + CHUNK);
        for (; done < to; done++) {
            double distance = among.squaredDistance(done, image, least);
            if (distance < least) {
                least = distance;
                best = done;
            }
        }
        if (done == among.count()) {
            found = new NearestImage(best, among.label(best), Math.sqrt(least), among.image(best));
        }
        return found != null;
    }

    /** The nearest; empty until all were looked at. */
    Optional<NearestImage> found() {
        return Optional.ofNullable(found);
    }
}
