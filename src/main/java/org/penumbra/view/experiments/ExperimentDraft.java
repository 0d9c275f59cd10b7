package org.penumbra.view.experiments;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.penumbra.data.Problem;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.view.widget.form.DraftField;

/** What is chosen for the next run. */
final class ExperimentDraft {

    private final List<ExperimentKind> kinds;
    private final ObjectProperty<ExperimentKind> kind = new SimpleObjectProperty<>(this, "kind");
    private final BooleanProperty quick = new SimpleBooleanProperty(this, "quick", true);
    private final DraftField<Integer> repeats = DraftField.whole(
            "Repeats",
            "How often what is drawn at random is repeated, such as class subsets and trainings, 0 to "
                    + ExperimentSettings.MOST_REPEATS + "; 0: as often as is usual for the experiment");
    private final DraftField<Long> seed =
            DraftField.seed("Seed", "Everything drawn at random comes from this one number");
    private final ObjectProperty<Path> base = new SimpleObjectProperty<>(this, "base");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyObjectWrapper<Optional<Experiment>> next =
            new ReadOnlyObjectWrapper<>(this, "next", Optional.empty());
    private ExperimentSettings rest = ExperimentSettings.USUAL;
    private boolean following;

    /**
     * @param kinds of experiments, at least one
     * @param base  in which each run gets a folder of its own
     */
    ExperimentDraft(List<ExperimentKind> kinds, Path base) {
        this.kinds = List.copyOf(kinds);
        this.base.set(base);
        kind.set(kinds.get(0));
        repeats.show(0);
        seed.show(rest.seed());
        kind.addListener((observed, before, now) -> check());
        quick.addListener((observed, before, now) -> check());
        repeats.textProperty().addListener((observed, before, now) -> check());
        seed.textProperty().addListener((observed, before, now) -> check());
        check();
    }

    List<ExperimentKind> kinds() {
        return kinds;
    }

    ObjectProperty<ExperimentKind> kindProperty() {
        return kind;
    }

    BooleanProperty quickProperty() {
        return quick;
    }

    DraftField<Integer> repeats() {
        return repeats;
    }

    DraftField<Long> seed() {
        return seed;
    }

    /** In which each run gets a folder of its own. */
    ObjectProperty<Path> baseProperty() {
        return base;
    }

    /** What is wrong with what is chosen, where it is wrong with no field of its own; else empty. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The experiment that is chosen; empty where something of it is wrong. */
    ReadOnlyObjectProperty<Optional<Experiment>> nextProperty() {
        return next.getReadOnlyProperty();
    }

    /** Whether this is what is chosen. */
    boolean isChosen(Experiment one) {
        return next.get()
                .filter(chosen -> chosen.settings().equals(one.settings())
                        && chosen.about().name().equals(one.about().name()))
                .isPresent();
    }

    /** Chooses what an experiment is, as one that was found in a folder. */
    void follow(Experiment found) {
        following = true;
        kinds.stream()
                .filter(one -> one.about().name().equals(found.about().name()))
                .findFirst()
                .ifPresent(kind::set);
        rest = found.settings();
        quick.set(rest.quick());
        repeats.show(rest.repeats());
        seed.show(rest.seed());
        following = false;
        problem.set("");
        next.set(Optional.of(found));
    }

    /** The folder that a run of what is chosen gets, if it is free: "table1-quick", "rings-seed-7". */
    Path folder(Experiment experiment) {
        ExperimentSettings settings = experiment.settings();
        return base.get()
                .resolve(experiment.about().name()
                        + (settings.quick() ? "-quick" : "")
                        + (settings.seed() == ExperimentSettings.USUAL.seed() ? "" : "-seed-" + settings.seed()));
    }

    private void check() {
        if (following) {
            return;
        }
        problem.set("");
        if (repeats.value()
                .filter(count -> count < 0 || count > ExperimentSettings.MOST_REPEATS)
                .isPresent()) {
            repeats.refuse("expected 0 to " + ExperimentSettings.MOST_REPEATS);
            next.set(Optional.empty());
            return;
        }
        next.set(repeats.value().isEmpty() || seed.value().isEmpty() ? Optional.empty() : made());
    }

    private Optional<Experiment> made() {
        try {
            return Optional.of(kind.get()
                    .with(new ExperimentSettings(
                            quick.get(), seed.get(), repeats.get(), rest.lanes(), rest.unknown())));
        } catch (Problem wrong) {
            problem.set(wrong.inWindow());
            return Optional.empty();
        }
    }
}
