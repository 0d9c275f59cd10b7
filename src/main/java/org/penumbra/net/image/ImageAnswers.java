package org.penumbra.net.image;

import org.penumbra.data.image.ImageSet;
import org.penumbra.net.Evidence;

/**
 * What a network says about a labelled set of images, without the reconstructions themselves.
 *
 * @param classes k
 * @param scores  n x k, y; see {@link ImageResponse#scores}
 * @param errors  n, ||r(x) - x||, or empty without a decoder
 * @param labels  n
 */
public record ImageAnswers(int classes, float[] scores, float[] errors, int[] labels) {

    /** The network's answers for a whole set of images of 28 x 28 pixels. */
    public static ImageAnswers of(ImageClassifier network, ImageSet images) {
        ImageExam exam = new ImageExam(network, images);
        exam.finish();
        return exam.answers();
    }

    /** How many images there were. */
    public int count() {
        return labels.length;
    }

    /** The class with the highest score. */
    public int answer(int index) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            if (scores[index * classes + k] > scores[index * classes + best]) {
                best = k;
            }
        }
        return best;
    }

    /** The highest score. */
    public float score(int index) {
        return scores[index * classes + answer(index)];
    }

    /** Share of the images whose answer is their label, 0 to 1. */
    public double accuracy() {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += answer(i) == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    /** Scores and errors as evidence; logits are not kept. */
    public Evidence evidence() {
        return Evidence.of(count(), ImageSettings.PIXELS, classes)
                .withOutputs(new float[0], scores)
                .withErrors(errors);
    }
}
