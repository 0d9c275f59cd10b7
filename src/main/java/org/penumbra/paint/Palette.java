package org.penumbra.paint;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The few colours that stand best for the many of a picture. As long as there are no more than asked for, each stands
 * for itself; else the colours are cut into boxes in {@link OkLab}, always the box with the greatest error, across its
 * longest spread and through its mean, and each box is shown in its mean colour.
 */
final class Palette {

    private final int[] distinct;
    private final int[] indices;
    private final int[] colours;

    private Palette(int[] distinct, int[] indices, int[] colours) {
        this.distinct = distinct;
        this.indices = indices;
        this.colours = colours;
    }

    /**
     * Chooses a palette.
     *
     * @param pixels the picture's, in any order; the alpha is not looked at
     * @param most   how many colours there may be, at least 1
     */
    static Palette of(int[] pixels, int most) {
        int[] sorted = new int[pixels.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = pixels[i] | 0xFF000000;
        }
        Arrays.sort(sorted);
        int[] counts = new int[sorted.length];
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
            counts[count - 1]++;
        }
        int[] distinct = Arrays.copyOf(sorted, count);
        int[] indices = new int[count];
        if (count <= most) {
            Arrays.setAll(indices, i -> i);
            return new Palette(distinct, indices, distinct);
        }
        return new Palette(distinct, indices, cut(distinct, counts, most, indices));
    }

    /** The colours, opaque ARGB, in the order of their indices. */
    int[] colours() {
        return colours.clone();
    }

    /** Which colour stands for a pixel of the picture the palette was chosen for. */
    int index(int argb) {
        int found = Arrays.binarySearch(distinct, argb | 0xFF000000);
        if (found < 0) {
            throw new IllegalArgumentException("colour " + Integer.toHexString(argb) + " was not in the picture");
        }
        return indices[found];
    }

    private static int[] cut(int[] distinct, int[] counts, int most, int[] indices) {
        double[][] places = new double[distinct.length][];
        int[] members = new int[distinct.length];
        for (int i = 0; i < distinct.length; i++) {
            OkLab colour = OkLab.of(distinct[i]);
            places[i] = new double[] {colour.lightness(), colour.a(), colour.b()};
            members[i] = i;
        }
        PriorityQueue<Box> boxes = new PriorityQueue<>((one, other) -> Double.compare(other.error, one.error));
        boxes.add(new Box(places, counts, members, 0, members.length));
        while (boxes.size() < most && boxes.peek().error > 0) {
            Box worst = boxes.remove();
            int middle = worst.partition();
            boxes.add(new Box(places, counts, members, worst.from, middle));
            boxes.add(new Box(places, counts, members, middle, worst.to));
        }
        int[] colours = new int[boxes.size()];
        int index = 0;
        for (Box box : boxes) {
            colours[index] = new OkLab(box.mean[0], box.mean[1], box.mean[2]).argb();
            for (int i = box.from; i < box.to; i++) {
                indices[members[i]] = index;
            }
            index++;
        }
        return colours;
    }

    /** Some of the colours, a range of {@code members}, with their mean and the squared distance from it. */
    private static final class Box {

        private final double[][] places;
        private final int[] members;
        private final int from;
        private final int to;
        private final double[] mean = new double[3];
        private final double error;
        private final int longest;

        Box(double[][] places, int[] counts, int[] members, int from, int to) {
            this.places = places;
            this.members = members;
            this.from = from;
            this.to = to;
            double weight = 0;
            for (int i = from; i < to; i++) {
                int count = counts[members[i]];
                weight += count;
                for (int axis = 0; axis < 3; axis++) {
                    mean[axis] += count * places[members[i]][axis];
                }
            }
            for (int axis = 0; axis < 3; axis++) {
                mean[axis] /= weight;
            }
            double[] spread = new double[3];
            for (int i = from; i < to; i++) {
                for (int axis = 0; axis < 3; axis++) {
                    double away = places[members[i]][axis] - mean[axis];
                    spread[axis] += counts[members[i]] * away * away;
                }
            }
            longest = spread[0] >= spread[1] && spread[0] >= spread[2] ? 0 : spread[1] >= spread[2] ? 1 : 2;
            // A single colour differs from its mean by rounding only; it must not be cut.
            error = to - from == 1 ? 0 : spread[0] + spread[1] + spread[2];
        }

        /** Puts the members below the mean first; returns where those above begin. Neither side is empty. */
        int partition() {
            int low = from;
            int high = to - 1;
            while (low <= high) {
                if (places[members[low]][longest] < mean[longest]) {
                    low++;
                } else {
                    int member = members[low];
                    members[low] = members[high];
                    members[high--] = member;
                }
            }
            return Math.max(from + 1, Math.min(to - 1, low));
        }
    }
}
