package org.penumbra.detector.openmax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.penumbra.data.Range;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.net.Evidence;

/**
 * OpenMax: the farther the logits are from the mean logits of a class, by the Weibull tail of the class's own farthest training
 * inputs, the more of its logit goes to an unknown class. Source: Bendale and Boult, "Towards Open Set Deep Networks", CVPR
 * 2016.
 *
 * <p>Choices: the weights of the ranks are those of the authors' program ({@link RankWeights}), the distance is euclidean
 * ({@link ActivationDistance}), as the program's own is made for a thousand logits, and tails lie in the frame of the later
 * programs ({@link ActivationModel#TRANSLATE}). The acceptance is {@code 1 - P(unknown)}, a probability of being known.
 *
 * @param alpha    of the largest logits that are revised; all where there are fewer; 0 for the usual number, 3 but one less
 *                 than there are classes
 * @param tail     of the farthest training inputs that make a class's tail; all where there are fewer
 * @param distance of logits
 * @param weights  of the ranks
 */
public record OpenMax(int alpha, int tail, ActivationDistance distance, RankWeights weights) implements Detector {

    /** In files and on the command line. */
    public static final String ID = "openmax";

    static final Range ALPHA = Range.of(0, 10);
    static final Range TAIL = Range.of(ActivationModel.LEAST, 200);

    private static final int USUAL_ALPHA = 3;
    private static final int USUAL_TAIL = 20;
    /** Half of the probability. */
    private static final double USUAL_TAU = 0.5;
    /** Inputs between two looks at the watcher. */
    private static final int CHUNK = 4096;

    /** For the catalogue. */
    public static final DetectorKind KIND = DetectorKind.of(
            new OpenMax(0, USUAL_TAIL, ActivationDistance.EUCLIDEAN, RankWeights.CODE),
            chosen -> new OpenMax(
                    chosen.whole("alpha"),
                    chosen.whole("tail"),
                    ActivationDistance.valueOf(chosen.word("distance").toUpperCase(Locale.ROOT)),
                    RankWeights.valueOf(chosen.word("weights").toUpperCase(Locale.ROOT))),
            FittedOpenMax::of);

    public OpenMax {
        ALPHA.require("alpha", alpha);
        TAIL.require("tail", tail);
    }

    /** The logits that are revised for so many classes, 1 to k. */
    public int revised(int classes) {
        return Math.max(1, alpha == 0 ? Math.min(USUAL_ALPHA, classes - 1) : Math.min(alpha, classes));
    }

    @Override
    public Description about() {
        return new Description(
                ID,
                "OpenMax",
                "1 \u2212 P\u2080",
                "how far the logits are from the mean logits of their class, by the tail of its training inputs",
                "Bendale and Boult, CVPR 2016",
                USUAL_TAU,
                List.of(
                        new Description.Setting(
                                "alpha",
                                "\u03b1",
                                "revises more of the largest logits; 0 revises 3, but one less than there are classes",
                                ALPHA,
                                Description.Scale.WHOLE,
                                alpha),
                        new Description.Setting(
                                "tail",
                                "t",
                                "counts more of a class's farthest training inputs as its tail",
                                TAIL,
                                Description.Scale.WHOLE,
                                tail)),
                List.of(
                        new Description.Choice(
                                "distance",
                                "how far logits are from each other",
                                Arrays.stream(ActivationDistance.values())
                                        .map(ActivationDistance::id)
                                        .toList(),
                                distance.id()),
                        new Description.Choice(
                                "weights",
                                "of the ranks: as the authors' program has them (code), or as printed (paper)",
                                Arrays.stream(RankWeights.values())
                                        .map(RankWeights::id)
                                        .toList(),
                                weights.id())));
    }

    @Override
    public Set<Evidence.Part> needs() {
        return EnumSet.of(Evidence.Part.LOGITS);
    }

    /** By the training inputs alone; those held out are of no account. */
    @Override
    public Fitted fit(FitData data, FitWatcher watcher) {
        FitException.require(this, data);
        Evidence train = data.train();
        FitException.requireFinite(this, "logits of training inputs", train.logits());
        if (train.omega() != 1) {
            throw FitException.of(
                    this,
                    "logits: expected one a class, but found " + train.omega()
                            + "; take a network without competing outputs");
        }
        List<double[][]> members = answeredRight(train, data.trainLabels(), watcher.part(0, 0.5));
        ActivationModel model;
        try {
            model = ActivationModel.of(distance, members, tail, ActivationModel.TRANSLATE);
        } catch (IllegalArgumentException unfit) {
            throw FitException.of(this, unfit.getMessage());
        }
        watcher.at(1);
        return new FittedOpenMax(this, data.dimensions(), model);
    }

    /** The logits of the inputs whose largest logit is that of their label, class by class. */
    private static List<double[][]> answeredRight(Evidence train, int[] labels, FitWatcher watcher) {
        List<List<double[]>> members = new ArrayList<>();
        for (int c = 0; c < train.classes(); c++) {
            members.add(new ArrayList<>());
        }
        for (int row = 0; row < train.count(); row++) {
            if (row % CHUNK == 0) {
                watcher.at((double) row / train.count());
            }
            double[] logits = FittedOpenMax.logits(train, row);
            if (best(logits) == labels[row]) {
                members.get(labels[row]).add(logits);
            }
        }
        return members.stream().map(list -> list.toArray(new double[0][])).toList();
    }

    private static int best(double[] logits) {
        int best = 0;
        for (int c = 1; c < logits.length; c++) {
            best = logits[c] > logits[best] ? c : best;
        }
        return best;
    }
}
