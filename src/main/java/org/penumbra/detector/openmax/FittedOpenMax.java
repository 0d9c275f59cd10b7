package org.penumbra.detector.openmax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.penumbra.data.Range;
import org.penumbra.detector.EvidenceException;
import org.penumbra.detector.FittedBy;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;

/**
 * The class means and tails of OpenMax: {@code s_c} is the probability of class c among the known classes and the unknown one.
 *
 * @param detector   it was fitted by
 * @param dimensions D, numbers an input
 * @param model      the classes, with all that can be drawn of them
 */
public record FittedOpenMax(OpenMax detector, int dimensions, ActivationModel model) implements FittedBy {

    /** More than any setting of a tail; a file that claims more is damaged. */
    private static final int MOST_TAIL = 200;

    /** k. */
    public int classes() {
        return model.classes().size();
    }

    static double[] logits(Evidence evidence, int row) {
        double[] logits = new double[evidence.classes()];
        for (int c = 0; c < logits.length; c++) {
            logits[c] = evidence.logits()[row * logits.length + c];
        }
        return logits;
    }

    /** What becomes of the logits of one input, with every number on the way. */
    public Revision revision(Evidence evidence, int row) {
        return model.revise(logits(evidence, row), detector.revised(classes()), detector.weights());
    }

    /**
     * {@inheritDoc} The ranking is the log-odds of being known, {@code ln((1 - P) / P)} of the unknown class's P; the factor is
     * {@code 1 - P}.
     */
    @Override
    public Opinion judge(Evidence evidence) {
        EvidenceException.requireLogits(about(), evidence, classes(), 1);
        Opinion opinion = Opinion.empty(evidence.count(), classes());
        for (int row = 0; row < evidence.count(); row++) {
            Revision revision = revision(evidence, row);
            double known = logSum(revision.activations());
            double odds = known - revision.unknown();
            // ln(1 - P), without the loss of digits on either side.
            double logKnown = odds > 0 ? -Math.log1p(Math.exp(-odds)) : odds - Math.log1p(Math.exp(odds));
            for (int c = 0; c < classes(); c++) {
                opinion.logScores()[row * classes() + c] = revision.activations()[c] - known + logKnown;
            }
            opinion.ranking()[row] = odds;
            opinion.acceptance()[row] = Math.exp(logKnown);
            opinion.factors()[row] = opinion.acceptance()[row];
        }
        return opinion;
    }

    private static double logSum(double[] values) {
        double largest = Arrays.stream(values).max().orElseThrow();
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(value - largest);
        }
        return largest + Math.log(sum);
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        Revision revision = revision(evidence, row);
        int likeliest = revision.likeliest();
        return new Reason.Activations(
                likeliest,
                revision.distances()[likeliest],
                revision.beyond()[likeliest],
                revision.unknownProbability());
    }

    /** The tails are not in it, but the distances that they are fitted to. */
    @Override
    public FittedForm form() {
        int k = classes();
        int[] sizes =
                model.classes().stream().mapToInt(one -> one.distances().length).toArray();
        double[] distances = model.classes().stream()
                .flatMapToDouble(one -> Arrays.stream(one.distances()))
                .toArray();
        double[] means = model.classes().stream()
                .flatMapToDouble(one -> Arrays.stream(one.mean()))
                .toArray();
        return FittedForm.of(about(), dimensions, k, 1)
                .with("mean_activations", new FormArray.Doubles(means, k, k))
                .with("tail_sizes", new FormArray.Integers(sizes, k))
                .with("tail_distances", new FormArray.Doubles(distances, distances.length));
    }

    /** From its form. */
    static FittedOpenMax of(FittedForm form) {
        int k = form.classes();
        double[] means = form.doubles("mean_activations", k, k);
        int[] sizes = form.integers("tail_sizes", ActivationModel.LEAST, MOST_TAIL, k);
        double[] distances = form.doubles("tail_distances", Arrays.stream(sizes).sum());
        OpenMax detector = new OpenMax(
                whole(form, "alpha", OpenMax.ALPHA),
                whole(form, "tail", OpenMax.TAIL),
                word(form, "distance", ActivationDistance.values(), ActivationDistance::id),
                word(form, "weights", RankWeights.values(), RankWeights::id));
        if (form.omega() != 1) {
            throw new FormException(form.id(), "units a class", "1", Integer.toString(form.omega()));
        }
        List<ClassTail> classes = new ArrayList<>();
        for (int c = 0, at = 0; c < k; at += sizes[c], c++) {
            double[] tail = Arrays.copyOfRange(distances, at, at + sizes[c]);
            double[] ascending = tail.clone();
            Arrays.sort(ascending);
            if (!Arrays.equals(tail, ascending)) {
                throw new FormException(form.id(), "tail_distances", "ascending numbers in each class", "others");
            }
            double[] mean = Arrays.copyOfRange(means, c * k, (c + 1) * k);
            classes.add(ClassTail.of(mean, tail, ActivationModel.TRANSLATE));
        }
        return new FittedOpenMax(detector, form.dimensions(), new ActivationModel(detector.distance(), classes));
    }

    private static int whole(FittedForm form, String name, Range range) {
        double value = form.number(name);
        if (!range.contains(value) || value != Math.rint(value)) {
            throw new FormException(form.id(), name, "a whole number, " + range.expectation(), Double.toString(value));
        }
        return (int) value;
    }

    private static <T> T word(FittedForm form, String name, T[] all, Function<T, String> id) {
        String word = form.choices().getOrDefault(name, "nothing");
        return Arrays.stream(all)
                .filter(one -> id.apply(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new FormException(
                        form.id(), name, "one of " + Arrays.stream(all).map(id).toList(), word));
    }
}
