package org.penumbra.fitting;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.penumbra.data.image.ImageSample;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitWatcher;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageSettings;

/**
 * What detectors of an image network are fitted on: what it says of images it was trained on and of others that were held out.
 * Gamma is not among it, as it takes some hundred times as long as all else together.
 */
public final class ImageFitData {

    /** The seed of the samples, so that the same images make the same fit. */
    public static final long SEED = 1;

    private static final int PIXELS = ImageSettings.PIXELS;
    /** Images answered between two looks at the watcher. */
    private static final int CHUNK = 500;

    private ImageFitData() {}

    /**
     * Asks the network about images.
     *
     * @param learnt  images the network was trained on
     * @param heldOut images of the same kind that it was not trained on
     * @param most    training images that are taken at most; of each class its share
     * @param parts   what the detectors need, {@link Evidence.Part#GAMMA} left out
     * @throws org.penumbra.detector.FitStopped when the watcher ends it
     */
    public static FitData of(
            ImageClassifier network,
            ImageSet learnt,
            ImageSet heldOut,
            int most,
            Set<Evidence.Part> parts,
            FitWatcher watcher) {
        int[] origins = origins(learnt, most);
        ImageSet sample = learnt.count() <= most ? learnt : learnt.chosen(origins);
        double share = (double) sample.count() / Math.max(1, sample.count() + heldOut.count());
        return new FitData(
                        evidence(network, sample, parts, watcher.part(0, share)),
                        sample.labels(),
                        evidence(network, heldOut, parts, watcher.part(share, 1)),
                        heldOut.labels())
                .withOrigins(origins);
    }

    private static int[] origins(ImageSet learnt, int most) {
        return learnt.count() <= most
                ? IntStream.range(0, learnt.count()).toArray()
                : new ImageSample(learnt, SEED).indices(most);
    }

    /**
     * What a network says of a set of images, in the order of the set.
     *
     * @param parts what is wanted, {@link Evidence.Part#GAMMA} left out; logits and scores are always there
     */
    public static Evidence evidence(
            ImageClassifier network, ImageSet images, Set<Evidence.Part> parts, FitWatcher watcher) {
        int count = images.count();
        int classes = network.shape().classes();
        boolean inputs = parts.contains(Evidence.Part.INPUTS);
        boolean code = parts.contains(Evidence.Part.CODE);
        Set<Evidence.Part> asked = EnumSet.noneOf(Evidence.Part.class);
        if (code) {
            asked.add(Evidence.Part.CODE);
        }
        Collected all = new Collected(count, inputs);
        for (int from = 0; from < count; from += CHUNK) {
            watcher.at((double) from / count);
            int rows = Math.min(CHUNK, count - from);
            float[] pixels = new float[rows * PIXELS];
            for (int row = 0; row < rows; row++) {
                images.copyTo(from + row, pixels, row * PIXELS);
            }
            all.add(from, pixels, network.evidence(pixels, rows, asked));
        }
        watcher.at(1);
        return all.evidence(classes);
    }

    /** Evidence of one chunk after the other, in one. */
    private static final class Collected {

        private final int count;
        private final float[] inputs;
        private float[] logits = {};
        private float[] scores = {};
        private float[] code = {};
        private float[] errors = {};

        Collected(int count, boolean withInputs) {
            this.count = count;
            inputs = new float[withInputs ? Math.multiplyExact(count, PIXELS) : 0];
        }

        void add(int from, float[] pixels, Evidence chunk) {
            if (inputs.length > 0) {
                System.arraycopy(pixels, 0, inputs, from * PIXELS, pixels.length);
            }
            logits = put(logits, from, chunk.logits(), chunk.count());
            scores = put(scores, from, chunk.scores(), chunk.count());
            code = put(code, from, chunk.code(), chunk.count());
            errors = put(errors, from, chunk.errors(), chunk.count());
        }

        private float[] put(float[] all, int from, float[] chunk, int rows) {
            int each = chunk.length / rows;
            float[] target = all.length == 0 ? new float[Math.multiplyExact(each, count)] : all;
            System.arraycopy(chunk, 0, target, from * each, chunk.length);
            return target;
        }

        Evidence evidence(int classes) {
            return Evidence.of(count, PIXELS, classes)
                    .withInputs(inputs)
                    .withOutputs(logits, scores)
                    .withCode(code)
                    .withErrors(errors);
        }
    }
}
