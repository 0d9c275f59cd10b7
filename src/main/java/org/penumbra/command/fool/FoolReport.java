package org.penumbra.command.fool;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.penumbra.command.option.GuestFacts;
import org.penumbra.confidence.ImageMetrics;
import org.penumbra.fooling.EvolutionAttack;
import org.penumbra.fooling.GradientAttack;
import org.penumbra.fooling.Trial;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.fooling.victim.Threshold;

/**
 * The figures of an attack, as they stand in its JSON. What does not exist is null.
 *
 * @param model                   as it was typed
 * @param fit                     how pictures became the images that the model was trained on
 * @param fooled                  trials whose score reached tau
 * @param rate                    their share, 0 to 1
 * @param meanSteps               mean number of steps of the trials that fooled; generations for evolution
 * @param stepQuantiles           of the same numbers, by share ("0.5")
 * @param perTarget               the same for each class
 * @param bestScoresOfFailed      of the trials that did not, highest first; none of those that were stopped before the model
 *                                saw an image of them
 * @param accuracyAtTau           what the same tau and alpha do to test images
 * @param complete                false when it was stopped; trials that were still running then count as not fooled
 * @param seconds                 the attack took
 * @param evaluations             images the victim was shown
 * @param evaluationsPerSecond    evaluations by seconds
 * @param settings                of the attack
 * @param files                   that were written
 * @param guest                   what is taken for what in a network of DL4J; left out for a model of this program
 */
@JsonNaming(SnakeCaseStrategy.class)
record FoolReport(
        String model,
        String fit,
        int trials,
        int fooled,
        double rate,
        Double meanSteps,
        Map<String, Double> stepQuantiles,
        List<Target> perTarget,
        List<Double> bestScoresOfFailed,
        Accuracy accuracyAtTau,
        boolean complete,
        double seconds,
        long evaluations,
        double evaluationsPerSecond,
        Settings settings,
        List<String> files,
        @JsonInclude(JsonInclude.Include.NON_NULL) GuestFacts guest) {

    private static final List<Double> SHARES = List.of(0.0, 0.25, 0.5, 0.75, 0.9, 1.0);

    /** The figures of one class. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Target(
            int target, String name, int trials, int fooled, double rate, Double meanSteps, Double bestScoreOfFailed) {}

    /**
     * What the victim does to test images.
     *
     * @param accuracy share answered right with a score of at least tau, 0 to 1
     * @param accepted share answered with a score of at least tau, right or wrong
     */
    record Accuracy(String of, int images, double accuracy, double accepted) {}

    /** How the attack was made; {@code detector} is left out for the model's own, {@code alpha}, {@code kappa} and {@code beta} are null without a decoder. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Settings(
            String protocol,
            List<Integer> targets,
            double tau,
            Double alpha,
            Double kappa,
            Double beta,
            Double learningRate,
            String start,
            String encoding,
            Integer parents,
            Integer children,
            int maxSteps,
            long seed,
            @JsonInclude(JsonInclude.Include.NON_NULL) String detector) {}

    /** What it took. */
    record Effort(boolean complete, double seconds, long evaluations) {}

    static FoolReport of(FoolPlan plan, List<Trial> trials, Accuracy accuracy, Effort effort, List<String> files) {
        List<Trial> fooled = fooled(trials);
        List<Target> targets = new ArrayList<>();
        for (int target : new TreeSet<>(plan.settings().targets())) {
            List<Trial> own =
                    trials.stream().filter(trial -> trial.target() == target).toList();
            if (!own.isEmpty()) {
                targets.add(target(plan.model().classes().get(target), own));
            }
        }
        return new FoolReport(
                plan.name(),
                plan.model().trainingImages().fit().id(),
                trials.size(),
                fooled.size(),
                (double) fooled.size() / trials.size(),
                meanSteps(fooled),
                quantiles(fooled),
                targets,
                failedScores(trials),
                accuracy,
                effort.complete(),
                effort.seconds(),
                effort.evaluations(),
                effort.evaluations() / effort.seconds(),
                settings(plan),
                files,
                GuestFacts.of(plan.name(), plan.model()).orElse(null));
    }

    private static Target target(String name, List<Trial> own) {
        List<Trial> fooled = fooled(own);
        return new Target(
                own.get(0).target(),
                name,
                own.size(),
                fooled.size(),
                (double) fooled.size() / own.size(),
                meanSteps(fooled),
                failedScores(own).stream().findFirst().orElse(null));
    }

    private static List<Trial> fooled(List<Trial> trials) {
        return trials.stream()
                .filter(trial -> trial.outcome() == Outcome.FOOLED)
                .toList();
    }

    private static Double meanSteps(List<Trial> fooled) {
        return fooled.isEmpty()
                ? null
                : fooled.stream().mapToInt(Trial::steps).average().orElseThrow();
    }

    private static Map<String, Double> quantiles(List<Trial> fooled) {
        if (fooled.isEmpty()) {
            return null;
        }
        float[] steps = new float[fooled.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = fooled.get(i).steps();
        }
        Map<String, Double> quantiles = new LinkedHashMap<>();
        SHARES.forEach(share -> quantiles.put(share.toString(), ImageMetrics.quantile(steps, share)));
        return quantiles;
    }

    private static List<Double> failedScores(List<Trial> trials) {
        return trials.stream()
                .filter(trial -> trial.outcome() != Outcome.FOOLED)
                .map(Trial::bestScore)
                .filter(score -> !score.isNaN())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Settings settings(FoolPlan plan) {
        GradientAttack gradient = plan.attack() instanceof GradientAttack attack ? attack : null;
        EvolutionAttack evolution = plan.attack() instanceof EvolutionAttack attack ? attack : null;
        return new Settings(
                plan.protocol(),
                plan.settings().targets(),
                plan.detector() == null
                        ? plan.settings().tau()
                        : Threshold.of(
                                        plan.detector().fitted().about(),
                                        plan.settings().tau())
                                .value(),
                plan.model().doubts() ? plan.confidence().alpha() : null,
                plan.kappa(),
                plan.model().doubts() ? plan.confidence().beta() : null,
                gradient == null ? null : gradient.rule().learningRate(),
                gradient == null ? null : gradient.start().id(),
                evolution == null ? null : evolution.encoding().id(),
                evolution == null ? null : evolution.parents(),
                evolution == null ? null : evolution.children(),
                plan.settings().mostSteps(),
                plan.settings().seed(),
                plan.detector() == null ? null : plan.detector().id());
    }
}
