package org.penumbra.detector.openmax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The classes of OpenMax, in double precision: from logits to the probabilities of the known classes and the unknown one.
 *
 * @param distance how far activations are from each other
 * @param classes  k of them
 */
public record ActivationModel(ActivationDistance distance, List<ClassTail> classes) {

    /** Where the least distance of a tail lies, in the units of the distance: what the method's later programs take. */
    public static final double TRANSLATE = 1;

    /** A tail of fewer distances says nothing. */
    static final int LEAST = 3;

    public ActivationModel {
        classes = List.copyOf(classes);
    }

    /**
     * Of the activations of training inputs that are answered right.
     *
     * @param activations of each class its inputs' logits
     * @param size        of a tail; all distances where there are fewer
     * @param translate   where the least distance of a tail lies, usually {@link #TRANSLATE}
     * @throws IllegalArgumentException for a class with fewer than 3, or whose distances are all equal
     */
    static ActivationModel of(ActivationDistance distance, List<double[][]> activations, int size, double translate) {
        List<ClassTail> tails = new ArrayList<>();
        for (int c = 0; c < activations.size(); c++) {
            double[][] members = activations.get(c);
            if (members.length < LEAST) {
                throw new IllegalArgumentException("class " + c + ": expected at least " + LEAST
                        + " training inputs that are answered right, but found " + members.length
                        + "; take more inputs, or train longer");
            }
            double[] mean = mean(members);
            double[] distances = distances(distance, members, mean);
            Arrays.sort(distances);
            double[] farthest = Arrays.copyOfRange(distances, Math.max(0, distances.length - size), distances.length);
            try {
                tails.add(ClassTail.of(mean, farthest, translate));
            } catch (IllegalArgumentException unfit) {
                throw new IllegalArgumentException("class " + c + ": distances to the mean activations, "
                        + unfit.getMessage() + "; take other or more inputs");
            }
        }
        return new ActivationModel(distance, tails);
    }

    private static double[] mean(double[][] members) {
        double[] mean = new double[members[0].length];
        for (double[] member : members) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += member[i] / members.length;
            }
        }
        return mean;
    }

    /** Of each member to the mean. */
    static double[] distances(ActivationDistance distance, double[][] members, double[] mean) {
        return Arrays.stream(members).mapToDouble(one -> distance.of(one, mean)).toArray();
    }

    /**
     * Revises the activations of one input. Among equal ones the first ranks higher.
     *
     * <p>A negative activation among the alpha largest <em>rises</em> when a share of it is taken, and the unknown class loses
     * it: OpenMax depends on where the zero of the logits lies. They are taken as they are, as in the authors' program.
     *
     * @param logits k
     * @param alpha  of the largest activations that are revised, 1 to k
     */
    public Revision revise(double[] logits, int alpha, RankWeights weights) {
        int count = logits.length;
        double[] away = new double[count];
        double[] beyond = new double[count];
        for (int c = 0; c < count; c++) {
            away[c] = distance.of(logits, classes.get(c).mean());
            beyond[c] = classes.get(c).tail().beyond(away[c]);
        }
        double[] kept = new double[count];
        double[] all = new double[count + 1];
        for (int c = 0; c < count; c++) {
            int rank = rank(logits, c);
            kept[c] = rank > alpha ? 1 : 1 - beyond[c] * weights.of(rank, alpha);
            all[c] = logits[c] * kept[c];
            all[count] += logits[c] * (1 - kept[c]);
        }
        return new Revision(away, beyond, kept, Arrays.copyOf(all, count), all[count], softmax(all));
    }

    private static double[] softmax(double[] values) {
        double largest = Arrays.stream(values).max().orElseThrow();
        double[] powers =
                Arrays.stream(values).map(value -> Math.exp(value - largest)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    private static int rank(double[] logits, int c) {
        int rank = 1;
        for (int other = 0; other < logits.length; other++) {
            rank += logits[other] > logits[c] || other < c && logits[other] == logits[c] ? 1 : 0;
        }
        return rank;
    }
}
