package org.penumbra.detector.neighbour;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.penumbra.detector.Detector;
import org.penumbra.detector.Features;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Reason;

/**
 * Training inputs that a detector remembers.
 *
 * @param kept    their numbers or codes
 * @param labels  their classes
 * @param origins where each stands in the training set
 * @param search  among what is compared: the kept rows, or these divided by their lengths
 */
record Bank(KeptRows kept, int[] labels, int[] origins, Search search) {

    private static final String LABELS = "labels";
    private static final String ORIGINS = "origins";

    /** How the rows of a bank are made and compared. */
    record Plan(Features features, Keeping way, boolean unit, int most) {}

    /**
     * Remembers training inputs: all of them, or where there are too many the first of each class, of each its share. Codes of
     * length 0 have no direction and are left out where directions are compared.
     *
     * @param atLeast rows without which the detector cannot be fitted
     * @throws FitException when a number is not finite or there are too few rows
     */
    static Bank of(Detector detector, FitData data, Plan plan, int atLeast) {
        float[] all = plan.features().of(data.train());
        int width = plan.features().width(data.train());
        FitException.requireFinite(detector, plan.features().id() + " of training inputs", all);
        int[] usable = IntStream.range(0, data.train().count())
                .filter(row -> !plan.unit() || Lengths.of(all, row, width) > 0)
                .toArray();
        int[] chosen = chosen(usable, data.trainLabels(), data.classes(), plan.most());
        KeptRows kept = KeptRows.of(plan.way(), rows(all, chosen, width), width);
        if (plan.unit()) {
            // A code that is small against the others may be 0 throughout once it is kept in bytes.
            int[] before = chosen;
            int[] pointing = Lengths.pointing(kept.decoded(), width);
            chosen = Arrays.stream(pointing).map(row -> before[row]).toArray();
            kept = kept.some(pointing);
        }
        if (chosen.length < atLeast) {
            int left = data.train().count() - chosen.length;
            throw FitException.of(
                    detector,
                    "training inputs: expected at least " + atLeast
                            + ", one more than neighbours that are looked for, but there are " + chosen.length
                            + (plan.unit() && left > 0 ? " whose code is not 0 throughout" : "")
                            + "; take more inputs or fewer neighbours");
        }
        return new Bank(
                kept, picked(data.trainLabels(), chosen), picked(data.origins(), chosen), search(kept, plan.unit()));
    }

    private static int[] picked(int[] numbers, int[] rows) {
        return Arrays.stream(rows).map(row -> numbers[row]).toArray();
    }

    private static float[] rows(float[] all, int[] chosen, int width) {
        float[] rows = new float[chosen.length * width];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(all, chosen[i] * width, rows, i * width, width);
        }
        return rows;
    }

    /** The r-th of a class with n comes at (r + 1/2) / n, so all classes advance alike. */
    private static int[] chosen(int[] usable, int[] labels, int classes, int most) {
        if (usable.length <= most) {
            return usable;
        }
        int[] counts = new int[classes];
        for (int row : usable) {
            counts[labels[row]]++;
        }
        int[] ranks = new int[classes];
        double[] places = new double[labels.length];
        for (int row : usable) {
            places[row] = (ranks[labels[row]]++ + 0.5) / counts[labels[row]];
        }
        return Arrays.stream(usable)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> places[row]))
                .limit(most)
                .mapToInt(row -> row)
                .sorted()
                .toArray();
    }

    private static Search search(KeptRows kept, boolean unit) {
        float[] rows = kept.decoded();
        return Search.among(unit ? Lengths.unit(rows, kept.width()) : rows, kept.width());
    }

    /**
     * From a form.
     *
     * @param width   numbers a row; -1 for any number
     * @param atLeast rows it must have
     * @throws FormException when the form holds none
     */
    static Bank of(FittedForm form, Plan plan, int width, int atLeast) {
        KeptRows kept = KeptRows.of(plan.way(), form, width);
        int count = form.rows(KeptRows.ROWS);
        if (count < atLeast || count > plan.most()) {
            throw new FormException(
                    form.id(), KeptRows.ROWS, atLeast + " to " + plan.most() + " rows", Integer.toString(count));
        }
        if (plan.unit()) {
            int pointing = Lengths.pointing(kept.decoded(), kept.width()).length;
            if (pointing < count) {
                throw new FormException(
                        form.id(), KeptRows.ROWS, "codes that are not 0 throughout", (count - pointing) + " that are");
            }
        }
        return new Bank(
                kept,
                form.integers(LABELS, 0, form.classes() - 1, count),
                form.integers(ORIGINS, 0, Integer.MAX_VALUE, count),
                search(kept, plan.unit()));
    }

    /** A form with the bank added. */
    FittedForm addTo(FittedForm form) {
        return kept.addTo(form)
                .with(LABELS, new FormArray.Integers(labels, labels.length))
                .with(ORIGINS, new FormArray.Integers(origins, origins.length));
    }

    int count() {
        return labels.length;
    }

    OptionalInt find(int origin) {
        return IntStream.range(0, count()).filter(row -> origins[row] == origin).findFirst();
    }

    /**
     * The neighbours of the one query that was asked for, by their places in the training set.
     *
     * @param share of known inputs that are at least as far from theirs
     */
    Reason.Neighbours reason(Found found, double share) {
        int[] rows = found.rowsOf(0);
        return new Reason.Neighbours(picked(origins, rows), picked(labels, rows), found.distancesOf(0), share);
    }
}
