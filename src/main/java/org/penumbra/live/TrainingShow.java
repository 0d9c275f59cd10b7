package org.penumbra.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.confidence.ImageMetrics;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.data.ImageSet;
import org.penumbra.net.ImageAnswers;
import org.penumbra.net.ImageNetwork;
import org.penumbra.net.ImageSettings;
import org.penumbra.net.ParameterBlock;

/** What is shown of one run: which images are watched, and the newest answers to samples. */
final class TrainingShow {

    private static final int FEWEST_WATCHED = 10;
    private static final int MOST_WATCHED = 16;

    private final int generation;
    private final float[] watched;
    private final int watchedCount;
    private int[][] confusion;
    private TopAnswers known = none();
    private TopAnswers unknown = none();
    private boolean sampled;

    TrainingShow(int generation, TrainingPlan plan) {
        this.generation = generation;
        int classes = plan.network().classes();
        confusion = new int[classes][classes];
        ImageSet pool = plan.heldOut().count() > 0 ? plan.heldOut() : plan.images();
        List<Integer> chosen = choose(pool, classes);
        watchedCount = chosen.size();
        watched = new float[watchedCount * ImageSettings.PIXELS];
        for (int i = 0; i < watchedCount; i++) {
            pool.copyTo(chosen.get(i), watched, i * ImageSettings.PIXELS);
        }
    }

    private static TopAnswers none() {
        return new TopAnswers(new float[0], new float[0], new boolean[0]);
    }

    /** The first image of each class, then the second of each, and so on, so that all classes are seen. */
    private static List<Integer> choose(ImageSet pool, int classes) {
        int wanted = Math.min(pool.count(), Math.max(FEWEST_WATCHED, Math.min(MOST_WATCHED, classes)));
        int[] nth = new int[classes];
        List<int[]> ranked = new ArrayList<>();
        for (int i = 0; i < pool.count(); i++) {
            int label = pool.label(i);
            if (nth[label] < wanted) {
                ranked.add(new int[] {nth[label]++, label, i});
            }
        }
        ranked.sort((a, b) -> Arrays.compare(a, b));
        return ranked.stream().limit(wanted).map(entry -> entry[2]).toList();
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

    /** How many images {@link #frame} asks about. */
    int watchedCount() {
        return watchedCount;
    }

    /** What is to be seen now; the watched images are asked anew. */
    TrainingFrame frame(ImageNetwork network, long step) {
        return new TrainingFrame(generation, step, confusion, known, unknown, filters(network), watched,
                network.respond(watched, watchedCount));
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
