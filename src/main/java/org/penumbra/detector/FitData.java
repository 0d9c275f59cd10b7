package org.penumbra.detector;

import java.util.Set;
import java.util.stream.IntStream;
import org.penumbra.net.Evidence;

/**
 * What a detector is fitted on: what a network says of inputs of its classes. A network is surer of inputs it was trained on
 * than of others like them, so what tells how an unseen one looks is kept apart.
 *
 * @param train         inputs the network was trained on, or some of them
 * @param trainLabels   their classes, 0 to k - 1
 * @param heldOut       inputs of the same kind that it was not trained on; the same as {@code train} where there are none
 * @param heldOutLabels their classes
 * @param negatives     inputs of none of its classes, for detectors that learn from such; of count 0 where there are none
 * @param origins       where each of {@code train} stands in the set that it was taken from, from 0, so that a detector that
 *                      remembers some can tell which; 0 to n - 1 where they are the set
 */
public record FitData(
        Evidence train, int[] trainLabels, Evidence heldOut, int[] heldOutLabels, Evidence negatives, int[] origins) {

    public FitData {
        check("train", train, trainLabels);
        check("held out", heldOut, heldOutLabels);
        if (origins.length != train.count()) {
            throw new IllegalArgumentException(
                    "train: expected an origin for each of " + train.count() + " inputs, but got " + origins.length);
        }
        if (train.classes() != heldOut.classes() || train.dimensions() != heldOut.dimensions()) {
            throw new IllegalArgumentException("held out: expected " + train.dimensions() + " numbers an input and "
                    + train.classes() + " classes as in train, but got " + heldOut.dimensions() + " and "
                    + heldOut.classes());
        }
    }

    private static void check(String what, Evidence evidence, int[] labels) {
        if (labels.length != evidence.count()) {
            throw new IllegalArgumentException(
                    what + ": expected a label for each of " + evidence.count() + " inputs, but got " + labels.length);
        }
        for (int label : labels) {
            if (label < 0 || label >= evidence.classes()) {
                throw new IllegalArgumentException(
                        what + ": expected labels from 0 to " + (evidence.classes() - 1) + ", but got " + label);
            }
        }
    }

    /** Without negatives, of a whole set. */
    public FitData(Evidence train, int[] trainLabels, Evidence heldOut, int[] heldOutLabels) {
        this(
                train,
                trainLabels,
                heldOut,
                heldOutLabels,
                Evidence.of(0, train.dimensions(), train.classes()),
                IntStream.range(0, train.count()).toArray());
    }

    /** Where nothing was held out: the same inputs serve for both. */
    public static FitData of(Evidence known, int[] labels) {
        return new FitData(known, labels, known, labels);
    }

    /** The same with negatives. */
    public FitData withNegatives(Evidence others) {
        return new FitData(train, trainLabels, heldOut, heldOutLabels, others, origins);
    }

    /** The same of some inputs of a larger set. */
    public FitData withOrigins(int[] others) {
        return new FitData(train, trainLabels, heldOut, heldOutLabels, negatives, others);
    }

    /** Whether nothing was held out, so that a detector that remembers inputs must leave each out of its own neighbours. */
    public boolean nothingHeldOut() {
        return train == heldOut;
    }

    /**
     * The same, but where nothing was held out every so-manieth input is, and the others alone count as learnt. They are as strange
     * to a detector as any it did not remember, though not to the network.
     *
     * @param oneIn at least 2
     */
    public FitData holdingOut(int oneIn) {
        if (!nothingHeldOut()) {
            return this;
        }
        int[] kept = every(oneIn, false);
        int[] out = every(oneIn, true);
        return new FitData(
                train.rows(kept),
                picked(trainLabels, kept),
                train.rows(out),
                picked(trainLabels, out),
                negatives,
                picked(origins, kept));
    }

    private int[] every(int oneIn, boolean out) {
        return IntStream.range(0, train.count())
                .filter(row -> (row % oneIn == oneIn - 1) == out)
                .toArray();
    }

    private static int[] picked(int[] numbers, int[] rows) {
        return IntStream.of(rows).map(row -> numbers[row]).toArray();
    }

    /** k. */
    public int classes() {
        return train.classes();
    }

    /** D, numbers an input. */
    public int dimensions() {
        return train.dimensions();
    }

    /** Rows of {@code train} that have a label, ascending. */
    public int[] rowsOf(int label) {
        return IntStream.range(0, trainLabels.length)
                .filter(row -> trainLabels[row] == label)
                .toArray();
    }

    /** The parts that training and held-out inputs both have. */
    public Set<Evidence.Part> parts() {
        Set<Evidence.Part> parts = train.parts();
        parts.retainAll(heldOut.parts());
        return parts;
    }

    @Override
    public String toString() {
        return "FitData[train=" + train.count() + ", heldOut=" + heldOut.count() + ", negatives=" + negatives.count()
                + ", parts=" + parts() + "]";
    }
}
