package org.penumbra.course;

import org.penumbra.confidence.ImageMetrics;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.TrainedModel;

/**
 * What a run has made, and how good it is on the held-out images.
 *
 * @param lanes         parts each batch was cut into
 * @param steps         steps after which the weights were these
 * @param parameters    weights and biases, the ones that were measured
 * @param heldOutErrors quantiles as in {@link TrainedModel#heldOutErrors}; empty without a decoder or held-out images
 * @param accuracy      share of the held-out images whose answer is right, 0 to 1; NaN when there are none
 */
public record ImageResult(int lanes, long steps, float[] parameters, float[] heldOutErrors, double accuracy) {

    /** @param answers of a network with these parameters to the held-out images; may be none */
    static ImageResult of(int lanes, long steps, float[] parameters, ImageAnswers answers) {
        return new ImageResult(
                lanes,
                steps,
                parameters,
                answers.errors().length == 0
                        ? new float[0]
                        : ImageMetrics.quantiles(answers.errors(), ImageModel.QUANTILES),
                answers.count() == 0 ? Double.NaN : answers.accuracy());
    }
}
