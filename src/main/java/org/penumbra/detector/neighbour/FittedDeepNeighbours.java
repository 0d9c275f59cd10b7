package org.penumbra.detector.neighbour;

import org.penumbra.detector.Conformal;
import org.penumbra.detector.Features;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedBy;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;

/**
 * Remembered codes with the distances of held-out inputs to their k-th neighbours. What is said of a code that is not made of
 * finite numbers is NaN.
 *
 * @param detector   it was fitted by
 * @param dimensions D, numbers an input
 * @param classes    k
 * @param omega      units a class
 * @param bank       what it remembers
 * @param known      minus the distances of held-out inputs
 */
record FittedDeepNeighbours(DeepNeighbours detector, int dimensions, int classes, int omega, Bank bank, Conformal known)
        implements FittedBy, BankOwner {

    /** Between opposite directions, the largest distance there is. */
    private static final double OPPOSITE = 2;

    /** From a form. */
    static Fitted of(FittedForm form) {
        DeepNeighbours detector = (DeepNeighbours) DeepNeighbours.KIND.of(form);
        return new FittedDeepNeighbours(
                detector,
                form.dimensions(),
                form.classes(),
                form.omega(),
                Bank.of(form, detector.plan(), -1, detector.k() + 1),
                Conformal.of(form));
    }

    /** Minus the distance of each input to its k-th neighbour. */
    static double[] scores(Bank bank, Evidence evidence, int k, FitWatcher watcher) {
        float[] unit = Lengths.unit(evidence.code(), bank.kept().width());
        return scores(bank.search().nearest(unit, k, false, watcher), evidence.code());
    }

    /** @param codes n x width, whose neighbours were found */
    static double[] scores(Found found, float[] codes) {
        double[] scores = new double[found.count()];
        for (int row = 0; row < scores.length; row++) {
            int width = codes.length / scores.length;
            boolean nowhere = found.hasNone(row) && Lengths.of(codes, row, width) == 0;
            scores[row] = nowhere ? -OPPOSITE : -found.farthest(row);
        }
        return scores;
    }

    @Override
    public FittedForm form() {
        return known.addTo(bank.addTo(FittedForm.of(about(), dimensions, classes, omega)));
    }

    @Override
    public Opinion judge(Evidence evidence) {
        double[] scores = scores(bank, evidence, detector.k(), FitWatcher.NONE);
        return Opinion.ofOutputs(evidence, omega, known.shares(scores), scores);
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        Evidence one = evidence.row(row);
        Found found = bank.search()
                .nearest(Lengths.unit(one.code(), bank.kept().width()), detector.k(), false, FitWatcher.NONE);
        return bank.reason(found, known.share(scores(found, one.code())[0]));
    }

    @Override
    public Features features() {
        return Features.CODE;
    }
}
