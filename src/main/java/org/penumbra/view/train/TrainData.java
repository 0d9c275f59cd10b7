package org.penumbra.view.train;

import org.penumbra.data.image.ImageData;

/**
 * The images of a run.
 *
 * @param images  to learn from
 * @param unknown of no class of theirs
 * @param refused which files of the data set were left out and why; empty when none was
 */
record TrainData(ImageData images, UnknownInputs unknown, String refused) {

    /** The same with other images to learn from. */
    TrainData withImages(ImageData others) {
        return new TrainData(others, unknown, refused);
    }
}
