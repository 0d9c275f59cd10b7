package org.penumbra.detector.density;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.detector.Conformal;
import org.penumbra.detector.Description;
import org.penumbra.detector.EvidenceException;
import org.penumbra.detector.FitData;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;

/**
 * The density of a data set: {@code s_c = p_c * acceptance} with the classifier's p_c.
 *
 * @param data    whose density is known
 * @param classes k
 * @param omega   units a class
 * @param least   the least logarithm of the density among held-out points, nats; below it rank places without any
 * @param known   scores of held-out points
 */
record FittedDensity(PlaneData data, int classes, int omega, double least, Conformal known) implements Fitted {

    private static final String LEAST = "least_log_density";

    /** With the scores of held-out points; empty-handed data give a least of plus infinity. */
    static FittedDensity of(PlaneData data, FitData given) {
        float[] points = given.heldOut().inputs();
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < given.heldOut().count(); row++) {
            double density = data.logDensity(points[2 * row], points[2 * row + 1]);
            least = density == Double.NEGATIVE_INFINITY ? least : Math.min(least, density);
        }
        FittedDensity unscored =
                new FittedDensity(data, given.classes(), given.train().omega(), least, new Conformal(new double[1]));
        return new FittedDensity(
                data, unscored.classes, unscored.omega, least, Conformal.of(unscored.scores(given.heldOut())));
    }

    /** The logarithm of the density, nats; where there is none, the least there is less the distance from the data. */
    private double[] scores(Evidence evidence) {
        double[] scores = new double[evidence.count()];
        Arrays.setAll(scores, row -> {
            double x = evidence.inputs()[2 * row];
            double y = evidence.inputs()[2 * row + 1];
            double density = data.logDensity(x, y);
            return density == Double.NEGATIVE_INFINITY ? least - data.distance(x, y) : density;
        });
        return scores;
    }

    @Override
    public Description about() {
        return TrueDensity.describe(List.of(KnownData.choice(data)));
    }

    @Override
    public Set<Evidence.Part> needs() {
        return new TrueDensity(data).needs();
    }

    @Override
    public Opinion judge(Evidence evidence) {
        EvidenceException.require(about(), "numbers an input", 2, evidence.dimensions());
        EvidenceException.requireLogits(about(), evidence, classes, omega);
        double[] scores = scores(evidence);
        return Opinion.ofOutputs(evidence, omega, known.shares(scores), scores);
    }

    @Override
    public Reason reason(Evidence evidence, int row) {
        double x = evidence.inputs()[2 * row];
        double y = evidence.inputs()[2 * row + 1];
        return new Reason.Density(Math.exp(data.logDensity(x, y)), data.distance(x, y));
    }

    @Override
    public FittedForm form() {
        return known.addTo(
                KnownData.addTo(FittedForm.of(about(), 2, classes, omega), data).with(LEAST, least));
    }

    /** From its form. */
    static FittedDensity of(FittedForm form) {
        return new FittedDensity(
                KnownData.of(form), form.classes(), form.omega(), form.number(LEAST), Conformal.of(form));
    }
}
