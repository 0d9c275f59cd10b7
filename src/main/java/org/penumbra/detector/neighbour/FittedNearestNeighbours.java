package org.penumbra.detector.neighbour;

import java.util.Arrays;
import java.util.Set;
import org.penumbra.confidence.Verdict;
import org.penumbra.data.Range;
import org.penumbra.detector.Conformal;
import org.penumbra.detector.Description;
import org.penumbra.detector.Features;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;

/**
 * Remembered inputs, the scale of their distances, and the distances of held-out inputs. An input that is not made of finite
 * numbers has no neighbours, and all that is said of it is NaN.
 *
 * @param detector   it was fitted by
 * @param dimensions D, numbers an input
 * @param classes    k
 * @param bank       what it remembers
 * @param scale      of the distances, above 0
 * @param known      minus the mean distances of held-out inputs
 * @param usualTau   threshold where nobody chose another, in (0, 1]
 */
record FittedNearestNeighbours(
        NearestNeighbours detector,
        int dimensions,
        int classes,
        Bank bank,
        double scale,
        Conformal known,
        double usualTau)
        implements Fitted, BankOwner {

    private static final String SCALE = "scale";
    private static final String USUAL_TAU = "usual_tau";
    private static final Range TAU = Range.above(0, 1);

    /** From a form. */
    static Fitted of(FittedForm form) {
        NearestNeighbours detector = (NearestNeighbours) NearestNeighbours.KIND.of(form);
        int width = detector.features() == Features.INPUTS ? form.dimensions() : -1;
        double scale = form.number(SCALE);
        if (!(scale > 0)) {
            throw new FormException(form.id(), SCALE, "a number above 0", Double.toString(scale));
        }
        double tau = form.number(USUAL_TAU);
        if (!TAU.contains(tau)) {
            throw new FormException(form.id(), USUAL_TAU, TAU.expectation(), Double.toString(tau));
        }
        return new FittedNearestNeighbours(
                detector,
                form.dimensions(),
                form.classes(),
                Bank.of(form, detector.plan(), width, detector.k() + 1),
                scale,
                Conformal.of(form),
                tau);
    }

    /** The same with another usual threshold; the least number above 0 for 0, which no threshold is. */
    FittedNearestNeighbours withUsualTau(double tau) {
        return new FittedNearestNeighbours(
                detector, dimensions, classes, bank, scale, known, Math.max(Double.MIN_VALUE, tau));
    }

    @Override
    public Description about() {
        return detector.about(usualTau);
    }

    @Override
    public Set<Evidence.Part> needs() {
        return detector.needs();
    }

    @Override
    public FittedForm form() {
        FittedForm form = FittedForm.of(about(), dimensions, classes, 1)
                .with(SCALE, scale)
                .with(USUAL_TAU, usualTau);
        return known.addTo(bank.addTo(form));
    }

    @Override
    public Opinion judge(Evidence evidence) {
        return opinion(found(evidence));
    }

    private Found found(Evidence evidence) {
        return bank.search().nearest(detector.features().of(evidence), detector.k(), false, FitWatcher.NONE);
    }

    /** What it says of inputs whose neighbours are known. */
    Opinion opinion(Found found) {
        Opinion opinion = Opinion.empty(found.count(), classes);
        for (int row = 0; row < found.count(); row++) {
            double logFactor = logFactor(found, row);
            double[] votes = votes(found, row);
            for (int k = 0; k < classes; k++) {
                opinion.logScores()[row * classes + k] = Math.log(votes[k]) + logFactor;
            }
            opinion.factors()[row] = Math.exp(logFactor);
            opinion.acceptance()[row] = Math.exp(opinion.logScore(row, opinion.answer(row)));
            opinion.ranking()[row] = byVotes() && !found.hasNone(row) ? opinion.acceptance()[row] : -found.mean(row);
        }
        return opinion;
    }

    private boolean byVotes() {
        return detector.score() == NearestNeighbours.Score.VOTES;
    }

    /** {@code -mean distance / scale}, or 0 where the votes alone count; NaN for an input without neighbours. */
    private double logFactor(Found found, int row) {
        return byVotes() && !found.hasNone(row) ? 0 : -found.mean(row) / scale;
    }

    /** The share of the neighbours that is of each class. */
    private double[] votes(Found found, int row) {
        double[] votes = new double[classes];
        int[] rows = found.rowsOf(row);
        for (int neighbour : rows) {
            votes[bank.labels()[neighbour]]++;
        }
        for (int k = 0; k < classes; k++) {
            votes[k] /= detector.k();
        }
        return votes;
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        Found found = found(evidence.row(row));
        return bank.reason(found, known.share(-found.mean(0)));
    }

    /** The votes stand where the classifier's probability stands for others, as they are what the answer rests on. */
    @Override
    public Verdict verdict(Evidence evidence, int row, double tau) {
        Found found = found(evidence.row(row));
        Opinion opinion = opinion(found);
        double votes = Arrays.stream(votes(found, 0)).max().orElseThrow();
        return new Verdict(opinion.answer(0), opinion.acceptance()[0], tau, votes, opinion.factors()[0], 1);
    }

    @Override
    public Features features() {
        return detector.features();
    }
}
