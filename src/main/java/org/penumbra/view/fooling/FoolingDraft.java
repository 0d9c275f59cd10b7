package org.penumbra.view.fooling;

import java.util.List;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.view.widget.form.DraftField;

/** What is typed, until Enter takes it over: seed, most steps, trials. What is wrong is said and changes nothing. */
final class FoolingDraft {

    private final FoolingModel model;
    private final DraftField<Long> seed = DraftField.seed(
            "Seed", "All generators start from this number, the same for every victim. Enter begins with it");
    private final DraftField<Integer> mostSteps =
            DraftField.whole("Most steps", "Steps after which a trial has failed. Enter begins with it");
    private final DraftField<Integer> trials = DraftField.whole(
            "Trials each",
            "Attacks on each target from generators of their own, with all targets. Enter begins with it");

    FoolingDraft(FoolingModel model) {
        this.model = model;
        model.seedProperty().subscribe(now -> seed.showRunning(now.longValue()));
        model.mostStepsProperty().subscribe(now -> mostSteps.showRunning(now.intValue()));
        model.trialsProperty().subscribe(now -> trials.showRunning(now.intValue()));
    }

    DraftField<Long> seed() {
        return seed;
    }

    DraftField<Integer> mostSteps() {
        return mostSteps;
    }

    DraftField<Integer> trials() {
        return trials;
    }

    /** Takes everything over, unless something is wrong. */
    void apply() {
        within(mostSteps, FoolingSettings.MOST_STEPS);
        within(trials, FoolingModel.MOST_TRIALS);
        if (List.of(seed, mostSteps, trials).stream()
                .anyMatch(field -> !field.problemProperty().get().isEmpty())) {
            return;
        }
        long wanted = seed.get();
        int steps = mostSteps.get();
        int each = trials.get();
        model.change(() -> {
            model.seedProperty().set(wanted);
            model.mostStepsProperty().set(steps);
            model.trialsProperty().set(each);
        });
    }

    private static void within(DraftField<Integer> field, int most) {
        field.reread();
        field.value()
                .filter(value -> value < 1 || value > most)
                .ifPresent(value -> field.refuse("expected 1 to " + most + ", but got " + value));
    }
}
