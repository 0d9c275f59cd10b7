package org.penumbra.view.fooling.trial;

import java.util.Locale;
import org.penumbra.fooling.Trial;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.live.fooling.TrialFrame;
import org.penumbra.live.fooling.VictimFrame;
import org.penumbra.net.Evidence;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.ScoreText;

/** How trials are told in words. */
public final class TrialWords {

    /** Letters a unit may have to be written out where there is little room. */
    private static final int BRIEF = 5;

    private final String unit;

    /** @param unit what a step is called: "step" or "generation" */
    public TrialWords(String unit) {
        this.unit = unit;
    }

    /** A score with three decimals, rounded down; a smaller one by its first digit. */
    public static String score(double score) {
        return ScoreText.of(score, 3);
    }

    /** "23 steps". */
    String steps(long steps) {
        return NumberScale.grouped(steps) + " " + unit + (steps == 1 ? "" : "s");
    }

    /** "step 23". */
    public String at(long step) {
        return unit + " " + NumberScale.grouped(step);
    }

    /** "23 steps", "23 gen.". */
    String stepsInBrief(long steps) {
        return unit.length() > BRIEF ? NumberScale.grouped(steps) + " " + unit.substring(0, 3) + "." : steps(steps);
    }

    /** "fooled after 23 steps", "holds at 0.41 after 1 000 steps", "step 312". */
    String outcome(TrialFrame trial) {
        return switch (trial.outcome()) {
            case RUNNING -> at(trial.steps());
            case FOOLED -> "fooled after " + steps(trial.steps());
            case FAILED -> "holds at " + ScoreText.of(trial.score(), 2) + " after " + steps(trial.steps());
        };
    }

    /** The same without the score: "holds after 1 000 steps". */
    String outcomeInBrief(TrialFrame trial) {
        return trial.outcome() == Trial.Outcome.FAILED ? "holds after " + steps(trial.steps()) : outcome(trial);
    }

    /** That the attack goes by a gradient, and the victim's detector has none. */
    public static String withoutGradient(AttackedModel victim) {
        return "There is no gradient of " + victim.fitted().about().name()
                + " to follow, so this attack cannot be made on it.";
    }

    /** What keeps a victim from being fooled, in words; empty where its threshold is reached. */
    public static String refusal(TrialFrame trial, AttackedModel victim, double tau) {
        Threshold threshold = victim.threshold(tau);
        if (threshold.reached(trial.score())) {
            return "";
        }
        if (!threshold.ofScore()) {
            return trial.answers() ? victim.fitted().about().name() + " refuses" : "the class is not the answer yet";
        }
        if (!victim.fitted().needs().contains(Evidence.Part.ERRORS)) {
            return "the class is not sure yet";
        }
        return trial.confidence() < trial.probability() ? "the confidence refuses" : "the class is not sure";
    }

    /** "fooled 10 of 10". */
    public static String count(VictimFrame victim) {
        return victim.trials().isEmpty() ? "not attacked" : "fooled " + victim.fooled() + " of " + victim.all();
    }

    /** "mean 21 steps", or how many go on, or that none was fooled. */
    public String mean(VictimFrame victim) {
        if (victim.trials().isEmpty()) {
            return "no gradient";
        }
        if (victim.fooled() == 0) {
            return victim.running() > 0 ? "" : "holds every time";
        }
        return String.format(
                Locale.ROOT, victim.meanSteps() < 10 ? "mean %.1f %ss" : "mean %.0f %ss", victim.meanSteps(), unit);
    }
}
