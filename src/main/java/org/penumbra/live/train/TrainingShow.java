package org.penumbra.live.train;

import org.penumbra.confidence.ImageMetrics;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.net.ParameterBlock;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageSettings;

/** What is shown of one run: which images are watched, and the newest answers to samples. */
final class TrainingShow {

    private final int generation;
    private final float[] watched;
    private int[][] confusion;
    private TopAnswers known = none();
    private TopAnswers unknown = none();
    private boolean sampled;

    TrainingShow(int generation, TrainingPlan plan) {
        this.generation = generation;
        int classes = plan.course().network().classes();
        confusion = new int[classes][classes];
        watched = WatchedImages.of(plan).pixels();
    }

    private static TopAnswers none() {
        return new TopAnswers(new float[0], new float[0], new boolean[0]);
    }

    /** Answers to held-out images. */
    void known(ImageAnswers answers) {
        confusion = ImageMetrics.confusion(answers);
        known = TopAnswers.of(answers, true);
    }

    /** Answers to images of no class. */
    void unknown(ImageAnswers answers) {
        unknown = TopAnswers.of(answers, false);
    }

    /** All samples have been asked once. */
    void sampled() {
        sampled = true;
    }

    /** Whether {@link #sampled} was called. */
    boolean isSampled() {
        return sampled;
    }

    /** What is to be seen now; the watched images are asked anew. */
    TrainingFrame frame(ImageNetwork network, long step) {
        return new TrainingFrame(
                generation,
                step,
                confusion,
                known,
                unknown,
                filters(network),
                watched,
                network.respond(watched, watched.length / ImageSettings.PIXELS));
    }

    private static float[] filters(ImageNetwork network) {
        ParameterBlock convolution = network.blocks().get(0);
        int places = convolution.shape().get(0) * convolution.shape().get(1);
        int count = convolution.shape().get(3);
        float[] weights = network.parameters(convolution);
        float[] filters = new float[count * places];
        for (int place = 0; place < places; place++) {
            for (int filter = 0; filter < count; filter++) {
                filters[filter * places + place] = weights[place * count + filter];
            }
        }
        return filters;
    }
}
