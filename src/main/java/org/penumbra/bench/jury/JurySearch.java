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
 * Tries every jury of some candidates on all models. A jury is as good as its worst AUROC over the sets to choose by; the sets to
 * report take no part in the choice.
 *
 * @param candidates names of the jurors
 * @param trials     one a model
 */
record JurySearch(List<String> candidates, List<ModelTrial> trials) {

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
    record Tried(List<Integer> jurors, Combine combine, Worst chosen, Worst report) {}

    /** The worst AUROC, and where it is. */
    record Worst(double auroc, String model, String set) {}

    /** All juries of two to {@value #MOST} jurors with every way to combine them, the best first. */
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
        return sorted(tried);
    }

    /** Every candidate alone, the best first. */
    List<Tried> alone() {
        List<Tried> tried = new ArrayList<>();
        for (int one = 0; one < candidates.size(); one++) {
            int juror = one;
            tried.add(new Tried(
                    List.of(one),
                    Combine.LEAST,
                    worst(Role.CHOOSE, (trial, rankings) -> rankings.get(juror)),
                    worst(Role.REPORT, (trial, rankings) -> rankings.get(juror))));
        }
        return sorted(tried);
    }

    private static List<Tried> sorted(List<Tried> tried) {
        tried.sort(Comparator.comparingDouble((Tried one) -> -one.chosen().auroc()));
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
        return new Tried(jurors, combine, worst(Role.CHOOSE, scorer), worst(Role.REPORT, scorer));
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

    /** Over all models and the sets of a role; null where there is none. */
    private Worst worst(Role role, Scorer scorer) {
        Worst worst = null;
        for (ModelTrial trial : trials) {
            double[] known = scorer.scores(trial, role == Role.CHOOSE ? trial.choosing() : trial.report());
            for (ModelTrial.Asked set : trial.unknowns()) {
                if (set.role() == role) {
                    double auroc = new Separation(known, scorer.scores(trial, set.rankings())).auroc();
                    if (worst == null || auroc < worst.auroc()) {
                        worst = new Worst(auroc, trial.model(), set.name());
                    }
                }
            }
        }
        return worst;
    }

    /** AUROC on one set, against the half of the test images that belongs to it. */
    static double auroc(ModelTrial trial, ModelTrial.Asked set, Scorer scorer) {
        double[] known = scorer.scores(trial, set.role() == Role.CHOOSE ? trial.choosing() : trial.report());
        return new Separation(known, scorer.scores(trial, set.rankings())).auroc();
    }
}
