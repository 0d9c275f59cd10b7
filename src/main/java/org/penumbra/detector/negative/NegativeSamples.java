package org.penumbra.detector.negative;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.penumbra.data.Range;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.Features;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.net.Evidence;

/**
 * Training with negative samples: a small network with K + 1 outputs, of which the last is the background, learns known inputs
 * and inputs of no class. {@code s_c} is the probability of class c among all K + 1, the acceptance what the background leaves.
 * It refuses what resembles its negatives and nothing else, so their kind must be told with every figure. The idea is old
 * (LeCun et al., Proceedings of the IEEE 86, 1998, train on "garbage" as a class); its kin are the entropic open-set loss
 * (Dhamija, Guenther and Boult, NeurIPS 2018) and outlier exposure (Hendrycks, Mazeika and Dietterich, ICLR 2019), which ask for
 * even outputs on negatives.
 *
 * <p>The network is the detector's own. On inputs it is a multilayer network beside the one that is watched; on the code it is
 * a head of K + 1 outputs, while the layers below stay as they were trained.
 *
 * <p>The negatives are drawn evenly from the box round the training inputs, half as wide again on each side
 * ({@link Negatives#UNIFORM}), some of them on the data, as nobody knows where these end; or they are those that the data bring
 * along ({@link Negatives#GIVEN}).
 *
 * @param features  what the network sees
 * @param negatives where they come from
 * @param share     how many, as a share of the mean number of training inputs of a class; 1 for as many as one class
 */
public record NegativeSamples(Features features, Negatives negatives, double share) implements Detector {

    /** Where inputs of no class come from. */
    public enum Negatives {
        /** Drawn from a box round the training inputs. */
        UNIFORM,
        /** {@link FitData#negatives()}. */
        GIVEN;

        /** In files and on the command line. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In files and on the command line. */
    public static final String ID = "negative-samples";

    /** How far the box reaches beyond the training inputs on each side, as a share of their width. */
    public static final double MARGIN = 0.5;

    private static final Range SHARE = Range.above(0, 10);
    private static final double USUAL_TAU = 0.5;
    private static final long SEED = 2;
    /** Of a class, without which it cannot be learnt. */
    private static final int LEAST = 2;

    /** For the catalogue. */
    public static final DetectorKind KIND = DetectorKind.of(
            new NegativeSamples(Features.INPUTS, Negatives.UNIFORM, 1),
            chosen -> new NegativeSamples(
                    Features.of(chosen.word("features")),
                    Negatives.valueOf(chosen.word("negatives").toUpperCase(Locale.ROOT)),
                    chosen.number("share")),
            FittedNegatives::of);

    public NegativeSamples {
        SHARE.require("share", share);
    }

    @Override
    public Description about() {
        return new Description(
                ID,
                "negative samples",
                "1 - p(background)",
                "a class of its own for inputs of no class, learnt from examples of them",
                "Dhamija, G\u00fcnther and Boult, NeurIPS 2018, as background class",
                USUAL_TAU,
                List.of(new Description.Setting(
                        "share",
                        "n",
                        "learns from more negatives; 1 takes as many as one class has inputs",
                        SHARE,
                        Description.Scale.LINEAR,
                        share)),
                List.of(
                        new Description.Choice(
                                "features",
                                "what it looks at",
                                List.of(Features.INPUTS.id(), Features.CODE.id()),
                                features.id()),
                        new Description.Choice(
                                "negatives",
                                "where they come from: evenly from a box round the training inputs (uniform), or brought"
                                        + " along with the data (given)",
                                List.of(Negatives.UNIFORM.id(), Negatives.GIVEN.id()),
                                negatives.id())));
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(features.part());
    }

    /** By the training inputs and the negatives; those held out are of no account. */
    @Override
    public Fitted fit(FitData data, FitWatcher watcher) {
        FitException.require(this, data.train());
        FitException.requireFinite(this, "training inputs", features.of(data.train()));
        for (int c = 0; c < data.classes(); c++) {
            int count = data.rowsOf(c).length;
            if (count < LEAST) {
                throw FitException.of(
                        this,
                        "class " + c + ": expected at least " + LEAST + " training inputs, but found " + count
                                + "; take more inputs of it");
            }
        }
        float[] known = features.of(data.train());
        int width = features.width(data.train());
        int wanted = Math.max(1, (int) Math.round(share * data.train().count() / data.classes()));
        float[] others = negatives == Negatives.UNIFORM ? drawn(known, width, wanted) : given(data, width, wanted);
        int count = data.train().count() + others.length / width;
        float[] all = Arrays.copyOf(known, count * width);
        System.arraycopy(others, 0, all, known.length, others.length);
        int[] labels = Arrays.copyOf(data.trainLabels(), count);
        Arrays.fill(labels, data.train().count(), count, data.classes());
        boolean plane = features == Features.INPUTS;
        // The plane is small and its classes wind; codes are wide, and nearly apart already.
        List<Integer> hidden = plane ? List.of(32, 32) : List.of(64);
        int epochs = Math.max(3, Math.min(plane ? 60 : 20, 240_000 / count));
        BackgroundNetwork network = new BackgroundTraining(all, labels, hidden, epochs, plane ? 0.01 : 0.002)
                .train(data.classes() + 1, watcher);
        return new FittedNegatives(this, data.dimensions(), data.train().omega(), network);
    }

    private float[] given(FitData data, int width, int wanted) {
        Evidence others = data.negatives();
        if (others.count() == 0 || !others.has(features.part())) {
            throw FitException.of(
                    this,
                    "negatives: expected at least one input of no class with " + features.part()
                            + ", but found none; bring some along, or choose negatives=uniform");
        }
        FitException.requireFinite(this, "negatives", features.of(others));
        int count = Math.min(wanted, others.count());
        float[] taken = new float[count * width];
        for (int i = 0; i < count; i++) {
            // Evenly from all of them, as a set may stand in some order.
            int row = (int) ((long) i * others.count() / count);
            System.arraycopy(features.of(others), row * width, taken, i * width, width);
        }
        return taken;
    }

    private float[] drawn(float[] known, int width, int count) {
        float[] low = Arrays.copyOf(known, width);
        float[] high = Arrays.copyOf(known, width);
        for (int at = 0; at < known.length; at++) {
            low[at % width] = Math.min(low[at % width], known[at]);
            high[at % width] = Math.max(high[at % width], known[at]);
        }
        boolean spread = false;
        SplittableRandom random = new SplittableRandom(SEED);
        float[] drawn = new float[count * width];
        for (int at = 0; at < drawn.length; at++) {
            double wide = high[at % width] - low[at % width];
            spread |= wide > 0;
            drawn[at] = (float) (low[at % width] + wide * (random.nextDouble() * (1 + 2 * MARGIN) - MARGIN));
        }
        if (!spread) {
            throw FitException.of(
                    this,
                    "training inputs: expected some that differ, but all are equal; take other inputs, or bring negatives"
                            + " along");
        }
        return drawn;
    }
}
