package org.penumbra.view.train;

import org.penumbra.data.ImageData;

/**
 * The images of a run.
 *
 * @param images  to learn from
 * @param unknown of no class of theirs
 */
record TrainData(ImageData images, UnknownInputs unknown) {
}
