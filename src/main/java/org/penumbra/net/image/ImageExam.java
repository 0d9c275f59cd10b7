package org.penumbra.net.image;

import org.penumbra.data.image.ImageSet;
import org.penumbra.net.ClassScores;

/**
 * Asks a network about a labelled set of images a piece at a time, so that whoever asks can look in between whether
 * something else is wanted. The network must not learn between the pieces. Not for use by several threads at once.
 */
public final class ImageExam {

    /** Images at once unless told otherwise. */
    private static final int CHUNK = 1000;

    private static final int PIXELS = ImageSettings.PIXELS;

    private final ImageClassifier network;
    private final ImageSet images;
    private final ClassScores classScores;
    private final ImageAnswers answers;
    private float[] pixels = new float[0];
    private double crossEntropy;
    private double squared;
    private int asked;

    /**
     * @param images of 28 x 28 pixels; may be none, and their labels need not be classes of the network
     */
    public ImageExam(ImageClassifier network, ImageSet images) {
        if (images.rows() != ImageSettings.SIDE || images.columns() != ImageSettings.SIDE) {
            throw new IllegalArgumentException(
                    "images: expected 28 x 28 pixels, but got " + images.rows() + " x " + images.columns());
        }
        this.network = network;
        this.images = images;
        classScores = new ClassScores(network.shape().classes(), network.shape().omega());
        int n = images.count();
        int k = network.shape().classes();
        answers = new ImageAnswers(k, new float[n * k], new float[reconstructs() ? n : 0], new int[n]);
    }

    /** Images asked about so far. */
    public int asked() {
        return asked;
    }

    /** Whether there are no more. */
    public boolean isDone() {
        return asked == images.count();
    }

    /**
     * Asks about the next images.
     *
     * @param most at most so many of them, at least 1
     */
    public void next(int most) {
        int count = Math.min(most, images.count() - asked);
        if (count <= 0) {
            return;
        }
        if (pixels.length < count * PIXELS) {
            pixels = new float[count * PIXELS];
        }
        for (int i = 0; i < count; i++) {
            images.copyTo(asked + i, pixels, i * PIXELS);
            answers.labels()[asked + i] = images.label(asked + i);
        }
        mark(network.respond(pixels, count));
        asked += count;
    }

    /** Asks about all the rest. */
    public void finish() {
        while (!isDone()) {
            next(CHUNK);
        }
    }

    private void mark(ImageResponse response) {
        int k = network.shape().classes();
        int units = network.shape().units();
        System.arraycopy(response.scores(), 0, answers.scores(), asked * k, response.count() * k);
        for (int row = 0; row < response.count(); row++) {
            int label = answers.labels()[asked + row];
            // Images of no class have labels that mean nothing here; of them only scores and errors are wanted.
            crossEntropy += label < k ? classScores.loss(response.logits(), row * units, label) : Double.NaN;
        }
        if (reconstructs()) {
            System.arraycopy(response.errors(), 0, answers.errors(), asked, response.count());
            for (float error : response.errors()) {
                squared += (double) error * error;
            }
        }
    }

    private boolean reconstructs() {
        return network.shape().reconstructs();
    }

    /** Its answers; those not asked for yet are 0. */
    public ImageAnswers answers() {
        return answers;
    }

    /** The losses over the images asked so far; the cross-entropy is NaN where a label is no class of the network. */
    public HeldOutLosses losses() {
        if (asked == 0) {
            return new HeldOutLosses(Double.NaN, Double.NaN, Double.NaN);
        }
        int right = 0;
        for (int i = 0; i < asked; i++) {
            right += answers.answer(i) == answers.labels()[i] ? 1 : 0;
        }
        return new HeldOutLosses(
                crossEntropy / asked,
                reconstructs() ? squared / ((double) asked * PIXELS) : Double.NaN,
                (double) right / asked);
    }
}
