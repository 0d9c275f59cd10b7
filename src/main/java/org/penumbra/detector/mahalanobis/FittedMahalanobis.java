package org.penumbra.detector.mahalanobis;

import java.util.Arrays;
import java.util.List;
import org.penumbra.detector.Conformal;
import org.penumbra.detector.Detector;
import org.penumbra.detector.EvidenceException;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FittedBy;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.detector.SmoothShare;
import org.penumbra.net.ClassScores;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputObjective;

/** The classes' Gaussians in the code: {@code s_c = p_c * acceptance}. */
public final class FittedMahalanobis implements FittedBy {

    /** More features than any network's code has; a file that claims more is damaged. */
    private static final int MOST_WIDTH = 10_000;

    private final Mahalanobis detector;
    private final int dimensions;
    private final int classes;
    private final int omega;
    private final TiedGaussians gaussians;
    private final List<TiedGaussians> all;
    private final Conformal known;

    /** @param all the one of all inputs for the relative distance, otherwise empty */
    private FittedMahalanobis(
            Mahalanobis detector,
            int dimensions,
            int classes,
            int omega,
            TiedGaussians gaussians,
            List<TiedGaussians> all,
            Conformal known) {
        this.detector = detector;
        this.dimensions = dimensions;
        this.classes = classes;
        this.omega = omega;
        this.gaussians = gaussians;
        this.all = all;
        this.known = known;
    }

    /** Without the scores of held-out inputs, which {@link #with} adds. */
    static FittedMahalanobis of(
            Mahalanobis detector, FitData data, List<TiedGaussians> gaussians, List<TiedGaussians> all) {
        return new FittedMahalanobis(
                detector,
                data.dimensions(),
                data.classes(),
                data.train().omega(),
                gaussians.get(0),
                all,
                new Conformal(new double[1]));
    }

    FittedMahalanobis with(Conformal scores) {
        return new FittedMahalanobis(detector, dimensions, classes, omega, gaussians, all, scores);
    }

    @Override
    public Detector detector() {
        return detector;
    }

    /**
     * {@code (f - mu_c)' S^-1 (f - mu_c)} of each input and class, squared standard deviations: n x k, row-major.
     *
     * @param evidence with codes
     * @throws EvidenceException when the codes are of another width
     */
    public double[] squaredDistances(Evidence evidence) {
        if (evidence.count() > 0) {
            EvidenceException.require(
                    about(), "numbers of the code", gaussians.width(), evidence.code().length / evidence.count());
        }
        return gaussians.squaredDistances(evidence.code(), evidence.count());
    }

    /** The score of each input, larger for what is better known. */
    double[] scores(Evidence evidence) {
        double[] distances = squaredDistances(evidence);
        double[] scores = new double[evidence.count()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = -distances[row * classes + nearest(distances, row)];
        }
        for (TiedGaussians one : all) {
            double[] away = one.squaredDistances(evidence.code(), evidence.count());
            for (int row = 0; row < scores.length; row++) {
                scores[row] += away[row];
            }
        }
        return scores;
    }

    private int nearest(double[] distances, int row) {
        int nearest = 0;
        for (int c = 1; c < classes; c++) {
            nearest = distances[row * classes + c] < distances[row * classes + nearest] ? c : nearest;
        }
        return nearest;
    }

    @Override
    public Opinion judge(Evidence evidence) {
        EvidenceException.requireLogits(about(), evidence, classes, omega);
        double[] scores = scores(evidence);
        return Opinion.ofOutputs(evidence, omega, known.shares(scores), scores);
    }

    /** The distance told is that to the nearest class, the share that of the score. */
    @Override
    public Reason reason(Evidence evidence, int row) {
        Evidence one = evidence.row(row);
        double[] distances = squaredDistances(one);
        int nearest = nearest(distances, 0);
        return new Reason.Distance(nearest, distances[nearest], known.share(scores(one)[0]));
    }

    @Override
    public boolean hasGradient() {
        return true;
    }

    /**
     * {@code -ln p_t - ln a(score)} with the smooth stand-in a of the acceptance that {@link SmoothShare} is. The slopes of the
     * distance are at the code; where two classes are as near, those of the first.
     */
    @Override
    public InputObjective objective(int[] targets) {
        ClassScores outputs = new ClassScores(classes, omega);
        SmoothShare smooth = SmoothShare.of(known);
        return new InputObjective() {
            @Override
            public double slopes(int row, float[] logits, int at, double error, float[] gradient) {
                outputs.negativeLogScoreGradient(logits, at, targets[row], gradient);
                return 0;
            }

            @Override
            public boolean readsCode() {
                return true;
            }

            @Override
            public void addCodeSlopes(int row, float[] code, int at, float[] gradient) {
                FittedMahalanobis.this.addSlopes(smooth, code, at, gradient);
            }
        };
    }

    private void addSlopes(SmoothShare smooth, float[] code, int at, float[] gradient) {
        float[] one = Arrays.copyOfRange(code, at, at + gaussians.width());
        double[] distances = gaussians.squaredDistances(one, 1);
        int nearest = nearest(distances, 0);
        double score = -distances[nearest];
        double[] slopes = gaussians.slopes(one, 0, nearest);
        for (TiedGaussians other : all) {
            score += other.squaredDistances(one, 1)[0];
            double[] more = other.slopes(one, 0, 0);
            for (int i = 0; i < slopes.length; i++) {
                slopes[i] -= more[i];
            }
        }
        double slope = smooth.logSlope(score);
        for (int i = 0; i < slopes.length; i++) {
            gradient[at + i] += (float) (slope * slopes[i]);
        }
    }

    @Override
    public FittedForm form() {
        int width = gaussians.width();
        FittedForm form = FittedForm.of(about(), dimensions, classes, omega)
                .with("centre", new FormArray.Doubles(gaussians.centre(), width))
                .with("whitening", packed(gaussians))
                .with("class_means", new FormArray.Doubles(gaussians.means(), classes, width));
        for (TiedGaussians one : all) {
            form = form.with("whitening_of_all", packed(one));
        }
        return known.addTo(form);
    }

    private static FormArray packed(TiedGaussians gaussians) {
        double[] values = gaussians.whitening().packed();
        return new FormArray.Doubles(values, values.length);
    }

    /** From its form. */
    static FittedMahalanobis of(FittedForm form) {
        String distance = form.choices().getOrDefault("distance", "nothing");
        Mahalanobis.Kind kind = List.of(Mahalanobis.Kind.values()).stream()
                .filter(one -> one.id().equals(distance))
                .findFirst()
                .orElseThrow(() -> new FormException(form.id(), "distance", "tied or relative", distance));
        double ridge = form.number("ridge");
        if (!Mahalanobis.RIDGE.contains(ridge)) {
            throw new FormException(form.id(), "ridge", Mahalanobis.RIDGE.expectation(), Double.toString(ridge));
        }
        int width = form.rows("centre");
        if (width < 1 || width > MOST_WIDTH) {
            throw new FormException(form.id(), "centre", "1 to " + MOST_WIDTH + " numbers", Integer.toString(width));
        }
        double[] centre = form.doubles("centre", width);
        TiedGaussians gaussians = new TiedGaussians(
                centre, whitening(form, "whitening", width), form.doubles("class_means", form.classes(), width));
        List<TiedGaussians> all = kind == Mahalanobis.Kind.TIED
                ? List.of()
                : List.of(new TiedGaussians(centre, whitening(form, "whitening_of_all", width), new double[width]));
        return new FittedMahalanobis(
                new Mahalanobis(kind, ridge),
                form.dimensions(),
                form.classes(),
                form.omega(),
                gaussians,
                all,
                Conformal.of(form));
    }

    private static Whitening whitening(FittedForm form, String name, int width) {
        return new Whitening(width, form.doubles(name, Whitening.size(width)));
    }
}
