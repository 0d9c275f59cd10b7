package org.penumbra.detector.svm;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.penumbra.detector.Detector;
import org.penumbra.detector.Features;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;

/**
 * The training inputs that machines are trained on: all, or of each class its share where there are too many, evenly spaced
 * over the rows of the class, so that the same data give the same.
 *
 * @param detector that is fitted
 * @param points   the inputs
 * @param labels   their classes
 * @param rows     which of the training inputs they are, ascending
 * @param classes  k
 */
record SvmData(Detector detector, FeatureRows points, int[] labels, int[] rows, int classes) {

    /** So many inputs of a class there must be, for a spread or a tail to mean anything. */
    static final int LEAST = 3;

    /**
     * Takes them.
     *
     * @param most inputs
     * @throws FitException when the evidence lacks a part, or has a number that is none
     */
    static SvmData of(Detector detector, FitData data, Features features, int most) {
        FitException.require(detector, data);
        FeatureRows all = FeatureRows.of(data.train(), features);
        int[] rows = rows(data, most);
        int[] labels = Arrays.stream(rows).map(row -> data.trainLabels()[row]).toArray();
        FeatureRows points = all.rows(rows);
        FitException.requireFinite(detector, features.id() + " of training inputs", points.values());
        return new SvmData(detector, points, labels, rows, data.classes());
    }

    private static int[] rows(FitData data, int most) {
        int count = data.trainLabels().length;
        if (count <= most) {
            return IntStream.range(0, count).toArray();
        }
        boolean[] taken = new boolean[count];
        for (int label = 0; label < data.classes(); label++) {
            int[] own = data.rowsOf(label);
            int share = (int) Math.min(own.length, Math.max(LEAST, Math.round((double) most * own.length / count)));
            for (int i = 0; i < share; i++) {
                taken[own[(int) ((long) i * own.length / share)]] = true;
            }
        }
        return IntStream.range(0, count).filter(row -> taken[row]).toArray();
    }

    /** Places of the inputs of a class, ascending. */
    int[] places(int label) {
        return IntStream.range(0, labels.length)
                .filter(place -> labels[place] == label)
                .toArray();
    }

    /** Whether each input is of a class. */
    boolean[] are(int label) {
        boolean[] are = new boolean[labels.length];
        IntStream.range(0, are.length).forEach(place -> are[place] = labels[place] == label);
        return are;
    }

    /**
     * Refuses classes of which there is too little to learn.
     *
     * @param least classes there must be
     */
    void requireClasses(int least) {
        if (classes < least) {
            throw FitException.of(
                    detector,
                    "classes: expected at least " + least + ", as each is held against the others, but there is "
                            + classes + "; take a network with more classes");
        }
        for (int label = 0; label < classes; label++) {
            require("class " + label, places(label));
        }
    }

    /** Refuses inputs that are too few, or all the same. */
    void require(String what, int[] places) {
        if (places.length < LEAST) {
            throw FitException.of(
                    detector,
                    what + ": expected at least " + LEAST + " known inputs, but there "
                            + (places.length == 1 ? "is " : "are ") + places.length + "; take more of them");
        }
        if (points.rows(places).allEqual()) {
            throw FitException.of(
                    detector,
                    what + ": expected known inputs that differ, but all " + places.length
                            + " are the same; take others, or a network that tells them apart");
        }
    }

    /** gamma as it was chosen, or 1 / (D * variance of all inputs) where that is 0. */
    double gamma(double chosen) {
        if (chosen > 0) {
            return chosen;
        }
        double gamma = 1 / (points.width() * points.variance());
        if (!SvmSettings.GAMMA.contains(gamma)) {
            throw FitException.of(
                    detector,
                    "known inputs: expected a variance of which gamma = 1 / (D * variance) comes to "
                            + SvmSettings.GAMMA.expectation() + ", but it is " + gamma + "; choose gamma");
        }
        return gamma;
    }
}
