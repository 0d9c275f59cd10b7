package org.penumbra.live.draw;

import java.util.List;
import java.util.Optional;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.ink.FittedImage;
import org.penumbra.detector.Fitted;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.net.image.ImageModel;

/**
 * Some trained models that answer one image at a time, as those who show the answers see it: images go in, frames come
 * out. Every method returns at once and may be called from any thread.
 */
public interface AnswerEngine extends AutoCloseable {

    /** Starts engines, so that a viewer need not know which. */
    @FunctionalInterface
    interface Factory {

        /** Starts an engine without models. */
        AnswerEngine start();
    }

    /** Which models answer from now on, in this order; the present image is answered anew. May be empty. */
    void models(List<ImageModel> models);

    /**
     * Asks about an image. One asked about earlier that was not answered yet is dropped.
     *
     * @param number comes back with the answers
     * @param image  as each fit gives it; every model sees it by the fit it was trained with
     */
    void ask(long number, FittedImage image);

    /**
     * Asks about an image that no fit changes.
     *
     * @param number comes back with the answers
     * @param image  784 pixels, 0 (background) to 1 (ink); not to be written to afterwards
     */
    default void ask(long number, float[] image) {
        ask(number, FittedImage.same(image));
    }

    /**
     * Which detectors judge the answers of one of the models from now on; the present image is answered anew. They judge one
     * after another, the quickest first, each at its usual threshold, and a frame comes after each.
     *
     * @param model whose answers; without it among {@link #models} nobody judges
     */
    void detectors(ImageModel model, List<Fitted> detectors);

    /**
     * With which images every image that is asked about is compared from now on, to find the nearest; the present one too.
     *
     * @param model by whose fit the image is seen
     * @param among of 28 x 28 pixels; empty for none
     */
    void nearest(ImageModel model, Optional<ImageSet> among);

    /** The newest frame not yet taken, or empty. */
    Optional<AnswerFrame> takeFrame();

    /**
     * Asks a model about many images, while no single image waits; the result comes through {@link #takeMeasurements}. It
     * need not be one of {@link #models}.
     *
     * @param name   comes back with the result
     * @param images of 28 x 28 pixels
     * @param known  whether their labels are classes of the model
     */
    void measure(ImageModel model, String name, ImageSet images, boolean known);

    /** What was measured since the last call, oldest first. */
    List<Measurement> takeMeasurements();

    /** Leaves more or less of the machine to others; an engine that takes little of it need not heed this. */
    default void giveWay(GiveWay how) {}

    /** What went wrong and what to do, or empty. It goes away with the next {@link #models}. */
    String failure();

    /** Ends the engine thread within a second. */
    @Override
    void close();
}
