package org.penumbra.fitting;

import java.util.Arrays;
import org.penumbra.detector.metric.OpenSetCurve;
import org.penumbra.detector.metric.OpenSetFigures;
import org.penumbra.detector.metric.Separation;

/**
 * How well a detector tells images of known classes from images of none; areas and shares from 0 to 1, NaN where the rankings
 * have no order.
 *
 * @param auroc                 chance that a known image ranks above an unknown one, ties half
 * @param auprKnown             average precision with the known images as positives
 * @param auprUnknown           with the unknown ones as positives
 * @param fpr95                 share of unknown images accepted where 95 % of the known are
 * @param fpr95UnknownPositive  share of known images refused where 95 % of the unknown are
 * @param oscr                  area under right answers over accepted unknown images
 * @param macroF1               with "unknown" as a class, at tau
 * @param knownAcceptedAndRight share of the known images, at tau
 * @param unknownAccepted       share of the unknown images, at tau
 */
public record UnknownFigures(
        double auroc,
        double auprKnown,
        double auprUnknown,
        double fpr95,
        double fpr95UnknownPositive,
        double oscr,
        double macroF1,
        double knownAcceptedAndRight,
        double unknownAccepted) {

    /**
     * Measures.
     *
     * @param classes of the network
     * @param labels  of the known images, 0 to {@code classes - 1}
     * @param known   what the detector says of them
     * @param unknown what it says of images of no class
     * @param tau     threshold on the acceptance
     */
    public static UnknownFigures of(
            int classes, int[] labels, DetectorAnswers known, DetectorAnswers unknown, double tau) {
        Separation separation = new Separation(known.ranking(), unknown.ranking());
        boolean ordered = !Double.isNaN(separation.auroc());
        OpenSetFigures figures = at(tau, classes, labels, known, unknown);
        return new UnknownFigures(
                separation.auroc(),
                separation.averagePrecisionOfKnown(),
                separation.averagePrecisionOfUnknown(),
                separation.unknownAcceptedWhere95PercentOfKnownAre().rate(),
                separation.knownRefusedWhere95PercentOfUnknownAre().rate(),
                ordered
                        ? OpenSetCurve.of(known.ranking(), right(labels, known), unknown.ranking())
                                .area()
                        : Double.NaN,
                figures.macroF1(),
                figures.knownAcceptedAndRight(),
                figures.unknownAccepted());
    }

    /** The figures at one threshold alone; there may be no unknown images. */
    public static OpenSetFigures at(
            double tau, int classes, int[] labels, DetectorAnswers known, DetectorAnswers unknown) {
        int[] truths = Arrays.copyOf(labels, labels.length + unknown.best().length);
        Arrays.fill(truths, labels.length, truths.length, OpenSetFigures.UNKNOWN);
        return OpenSetFigures.of(
                classes,
                truths,
                OpenSetFigures.answers(
                        joined(known.best(), unknown.best()), joined(known.acceptance(), unknown.acceptance()), tau));
    }

    private static boolean[] right(int[] labels, DetectorAnswers known) {
        boolean[] right = new boolean[labels.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = known.best()[i] == labels[i];
        }
        return right;
    }

    private static int[] joined(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static double[] joined(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
