package org.penumbra.net;

import org.penumbra.data.ImageSet;

/**
 * What a network says about a labelled set of images, without the reconstructions themselves.
 *
 * @param classes k
 * @param scores  n x k, y; see {@link ImageResponse#scores}
 * @param errors  n, ||r(x) - x||, or empty without a decoder
 * @param labels  n
 */
public record ImageAnswers(int classes, float[] scores, float[] errors, int[] labels) {

    private static final int CHUNK = 1000;

    /** The network's answers for a whole set. */
    public static ImageAnswers of(ImageNetwork network, ImageSet images) {
        int n = images.count();
        int k = network.settings().classes();
        boolean reconstructs = network.settings().architecture().reconstructs();
        ImageAnswers answers = new ImageAnswers(k, new float[n * k], new float[reconstructs ? n : 0], new int[n]);
        float[] pixels = new float[Math.min(n, CHUNK) * ImageSettings.PIXELS];
        for (int from = 0; from < n; from += CHUNK) {
            int count = Math.min(CHUNK, n - from);
            for (int i = 0; i < count; i++) {
                images.copyTo(from + i, pixels, i * ImageSettings.PIXELS);
                answers.labels[from + i] = images.label(from + i);
            }
            ImageResponse response = network.respond(pixels, count);
            System.arraycopy(response.scores(), 0, answers.scores, from * k, count * k);
            System.arraycopy(response.errors(), 0, answers.errors, reconstructs ? from : 0, reconstructs ? count : 0);
        }
        return answers;
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
}
