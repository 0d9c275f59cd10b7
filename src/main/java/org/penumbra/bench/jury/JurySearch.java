package org.penumbra.bench.jury;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.penumbra.bench.jury.UnknownImages.Role;
import org.penumbra.detector.jury.Combine;
import org.penumbra.detector.jury.JurorScale;
import org.penumbra.detector.jury.Jury;
import org.penumbra.detector.metric.Separation;

/**
 * Tries every jury of some candidates on all models. Of the juries that are better than every single candidate, by their worst AUROC
 * over the sets to choose by and by their worst over those of them that are not near the models' own images, that one is the best
 * whose worst is the highest. The sets to report take no part in the choice.
 *
 * @param candidates names of the jurors
 * @param trials     one a model
 */
record JurySearch(List<String> candidates, List<ModelTrial> trials) {

    /** A jury must be so much better than each single detector, AUROC; less may be chance. */
    static final double MARGIN = 0.03;
    /** More jurors than this make a slow jury and were never better. */
    static final int MOST = 5;

    /**
     * A jury and how good it is.
     *
     * @param jurors  which of the candidates
     * @param combine how they are combined; of no account for one alone
     * @param chosen  its worst AUROC over the sets to choose by
     * @param report  its worst AUROC over the sets to report
     */
    record Tried(List<Integer> jurors, Combine combine, Worsts chosen, Worsts report) {}

    /**
     * The worst of a group of sets.
     *
     * @param all over all of them
     * @param far over those that are not near the models' own images
     */
    record Worsts(Worst all, Worst far) {}

    /** The worst AUROC, and where it is. */
    record Worst(double auroc, String model, String set) {}

    /** All juries of two to {@value #MOST} jurors with every way to combine them, those first that may be chosen, the best first. */
    List<Tried> juries() {
        List<Tried> tried = new ArrayList<>();
        for (int chosen = 1; chosen < 1 << candidates.size(); chosen++) {
            if (Integer.bitCount(chosen) < 2 || Integer.bitCount(chosen) > MOST) {
                continue;
            }
            for (Combine combine : Combine.values()) {
                tried.add(tried(jurors(chosen), combine));
            }
        }
        double all = alone().stream()
                .mapToDouble(one -> one.chosen().all().auroc())
                .max()
                .orElse(0);
        double far = alone().stream()
                .mapToDouble(one -> one.chosen().far().auroc())
                .max()
                .orElse(0);
        Comparator<Tried> choice = Comparator.comparing(one ->
                one.chosen().all().auroc() < all + MARGIN || one.chosen().far().auroc() < far + MARGIN);
        tried.sort(choice.thenComparingDouble(one -> -one.chosen().all().auroc()));
        return tried;
    }

    /** Every candidate alone, the best first. */
    List<Tried> alone() {
        List<Tried> tried = new ArrayList<>();
        for (int one = 0; one < candidates.size(); one++) {
            int juror = one;
            tried.add(new Tried(
                    List.of(one),
                    Combine.LEAST,
                    worsts(Role.CHOOSE, (trial, rankings) -> rankings.get(juror)),
                    worsts(Role.REPORT, (trial, rankings) -> rankings.get(juror))));
        }
        tried.sort(Comparator.comparingDouble((Tried one) -> -one.chosen().all().auroc()));
        return tried;
    }

    private List<Integer> jurors(int chosen) {
        List<Integer> jurors = new ArrayList<>();
        for (int one = 0; one < candidates.size(); one++) {
            if ((chosen >> one & 1) == 1) {
                jurors.add(one);
            }
        }
        return jurors;
    }

    /** One jury. */
    Tried tried(List<Integer> jurors, Combine combine) {
        Scorer scorer = scorer(jurors, combine);
        return new Tried(jurors, combine, worsts(Role.CHOOSE, scorer), worsts(Role.REPORT, scorer));
    }

    /** Makes one score an image of the candidates' rankings. */
    interface Scorer {
        double[] scores(ModelTrial trial, List<double[]> rankings);
    }

    static Scorer scorer(List<Integer> jurors, Combine combine) {
        return (trial, rankings) -> {
            List<JurorScale> scales = jurors.stream().map(trial.scales()::get).toList();
            return Jury.scores(
                    combine, scales, jurors.stream().map(rankings::get).toList());
        };
    }

    /** Over all models and the sets of a role. */
    private Worsts worsts(Role role, Scorer scorer) {
        Worst worst = null;
        Worst far = null;
        for (ModelTrial trial : trials) {
            double[] known = scorer.scores(trial, role == Role.CHOOSE ? trial.choosing() : trial.report());
            for (ModelTrial.Asked set : trial.unknowns()) {
                if (set.role() == role) {
                    double auroc = new Separation(known, scorer.scores(trial, set.rankings())).auroc();
                    if (worst == null || auroc < worst.auroc()) {
                        worst = new Worst(auroc, trial.model(), set.name());
                    }
                    if (!set.near() && (far == null || auroc < far.auroc())) {
                        far = new Worst(auroc, trial.model(), set.name());
                    }
                }
            }
        }
        return new Worsts(worst, far);
    }

    /** AUROC on one set, against the half of the test images that belongs to it. */
    static double auroc(ModelTrial trial, ModelTrial.Asked set, Scorer scorer) {
        double[] known = scorer.scores(trial, set.role() == Role.CHOOSE ? trial.choosing() : trial.report());
        return new Separation(known, scorer.scores(trial, set.rankings())).auroc();
    }
}
