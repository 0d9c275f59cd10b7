package org.penumbra.view.fooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.CalibrationException;
import org.penumbra.confidence.Defaults;
import org.penumbra.data.Problem;
import org.penumbra.data.SettingProblem;
import org.penumbra.detector.Description;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.live.engine.Background;
import org.penumbra.live.fooling.FoolingPlan;
import org.penumbra.view.shell.ModelDesk;
import org.penumbra.view.shell.ModelEntry;

/**
 * The chosen victims. One that cannot be read, cannot be calibrated or knows another number of classes than the others is
 * refused with the reason, and the choice stays as it was.
 */
final class Victims {

    private final ModelDesk desk;
    private final VictimDetectors detectors;
    private final Background background;
    private final Consumer<String> refused;
    private final List<ChosenVictim> chosen = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private int waiting;
    /** How often several were asked for at once: what comes of an earlier time is let go. */
    private int asked;

    /**
     * @param detectors  besides those that the models bring along
     * @param background reads detectors
     * @param refused    receives why a model cannot be a victim
     */
    Victims(ModelDesk desk, VictimDetectors detectors, Background background, Consumer<String> refused) {
        this.desk = desk;
        this.detectors = detectors;
        this.background = background;
        this.refused = refused;
    }

    /**
     * A model to be attacked.
     *
     * @param detector its id; empty for the one the model brings along
     */
    record Wanted(ModelEntry entry, Optional<String> detector) {}

    /** Chooses these, those that there are; the change is told once, when all have been read. */
    void start(List<String> names) {
        choose(names.stream()
                .flatMap(name -> desk.find(name).stream())
                .map(entry -> new Wanted(entry, Optional.empty()))
                .toList());
    }

    /** Chooses these in place of those there are; the change is told once, when all have been read. */
    void choose(List<Wanted> wanted) {
        int number = ++asked;
        List<ChosenVictim> before = List.copyOf(chosen);
        Map<Integer, ChosenVictim> came = new TreeMap<>();
        waiting = wanted.size();
        for (int i = 0; i < wanted.size(); i++) {
            int at = i;
            read(
                    wanted.get(i),
                    victim -> arrived(number, () -> came.put(at, victim), came, before),
                    problem -> arrived(
                            number,
                            () -> refused.accept(wanted.get(at).entry().name() + ": " + reason(problem)),
                            came,
                            before));
        }
    }

    private void read(Wanted wanted, Consumer<ChosenVictim> done, Consumer<Throwable> failed) {
        ModelEntry entry = wanted.entry();
        desk.load(
                entry,
                model -> {
                    Optional<String> other = wanted.detector().filter(id -> !id.equals(ModelDetectors.ownId(model)));
                    if (other.isEmpty()) {
                        done.accept(new ChosenVictim(entry, model));
                    } else if (detectors.besides(entry.name(), model).stream()
                            .noneMatch(about -> about.id().equals(other.get()))) {
                        failed.accept(new SettingProblem(
                                "detector", "one that ships for this model", "\"" + other.get() + "\""));
                    } else {
                        background.run(
                                () -> detectors.load(entry.name(), model, other.get()),
                                fitted -> done.accept(new ChosenVictim(entry, model, Optional.of(fitted))),
                                failed);
                    }
                },
                failed);
    }

    /** One of those that were asked for last has come, or is known not to. */
    private void arrived(int number, Runnable noted, Map<Integer, ChosenVictim> came, List<ChosenVictim> before) {
        if (number != asked) {
            return;
        }
        waiting--;
        noted.run();
        if (waiting > 0) {
            return;
        }
        chosen.clear();
        for (ChosenVictim victim : came.values()) {
            problem(victim, null)
                    .ifPresentOrElse(reason -> refused.accept(victim.name() + ": " + reason), () -> chosen.add(victim));
        }
        if (chosen.isEmpty()) {
            chosen.addAll(before);
        }
        changed();
    }

    /** In order; empty while the first are being read. */
    List<ChosenVictim> chosen() {
        return waiting > 0 ? List.of() : List.copyOf(chosen);
    }

    /** Whether there is room for another. */
    boolean room() {
        return chosen.size() + waiting < FoolingPlan.MOST_VICTIMS;
    }

    /** The detectors of a model besides the one it brings along. */
    List<Description> detectors(ChosenVictim victim) {
        return detectors.besides(victim.entry().name(), victim.model());
    }

    /** Models that may be chosen besides those that are, each with the detector it brings along. */
    List<ModelEntry> others() {
        return desk.entries().stream()
                .filter(entry -> chosen.stream()
                        .noneMatch(
                                one -> one.entry().equals(entry) && one.other().isEmpty()))
                .toList();
    }

    /** Told when the chosen have changed, never while there is none. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Adds a victim at the end. */
    void add(ModelEntry entry) {
        desk.load(entry, model -> put(new ChosenVictim(entry, model), null), problem -> refuse(entry, problem));
    }

    /** Puts another in a victim's place. */
    void replace(String name, ModelEntry entry) {
        desk.load(entry, model -> put(new ChosenVictim(entry, model), name), problem -> refuse(entry, problem));
    }

    /** Adds the model that was read from a file, or puts it in a victim's place. @param instead of whom; null to add */
    void opened(ModelEntry entry, String instead) {
        put(new ChosenVictim(entry, entry.model()), instead);
    }

    /** Tells why there is no model in a file. */
    void refuse(Throwable problem) {
        refused.accept(reason(problem));
    }

    /**
     * Attacks a victim's model with another of its detectors.
     *
     * @param id     of the detector; that of the one the model brings along for that one
     * @param beside whether the victim stays, and a column is added
     */
    void judgeBy(String name, String id, boolean beside) {
        Optional<ChosenVictim> found = find(name);
        if (found.isEmpty()) {
            return;
        }
        ChosenVictim victim = found.get();
        String instead = beside ? null : name;
        if (id.equals(ModelDetectors.ownId(victim.model()))) {
            put(new ChosenVictim(victim.entry(), victim.model()), instead);
            return;
        }
        background.run(
                () -> detectors.load(victim.entry().name(), victim.model(), id),
                fitted -> put(new ChosenVictim(victim.entry(), victim.model(), Optional.of(fitted)), instead),
                problem -> refused.accept(victim.entry().name() + ": " + reason(problem)));
    }

    /** The victim of a name. */
    Optional<ChosenVictim> of(String name) {
        return find(name);
    }

    /** Takes a victim away; the last one stays. */
    void remove(String name) {
        if (chosen.size() > 1 && chosen.removeIf(one -> one.name().equals(name))) {
            changed();
        }
    }

    private void put(ChosenVictim victim, String instead) {
        Optional<String> problem = problem(victim, instead);
        if (problem.isPresent()) {
            refused.accept(victim.name() + ": " + problem.get());
            return;
        }
        int place = instead == null ? -1 : chosen.indexOf(find(instead).orElse(null));
        if (place >= 0) {
            chosen.set(place, victim);
        } else {
            chosen.add(victim);
        }
        changed();
    }

    private Optional<String> problem(ChosenVictim victim, String instead) {
        Optional<ChosenVictim> replaced = instead == null ? Optional.empty() : find(instead);
        List<ChosenVictim> others = chosen.stream()
                .filter(one -> replaced.isEmpty() || one != replaced.get())
                .toList();
        if (others.size() >= FoolingPlan.MOST_VICTIMS) {
            return Optional.of("there are " + FoolingPlan.MOST_VICTIMS + " victims already; take one away first");
        }
        if (others.stream().anyMatch(one -> one.isSame(victim))) {
            return Optional.of("it is attacked already");
        }
        if (!others.isEmpty() && others.get(0).classes() != victim.classes()) {
            return Optional.of("it has " + victim.classes() + " classes, but "
                    + others.get(0).name() + " beside it has " + others.get(0).classes()
                    + "; victims of one attack must have the same number");
        }
        try {
            victim.calibrated(Calibration.standard(), Defaults.WITHOUT_GAMMA, Defaults.TAU);
        } catch (CalibrationException cannot) {
            return Optional.of(cannot.inWindow());
        }
        return Optional.empty();
    }

    private Optional<ChosenVictim> find(String name) {
        return chosen.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private void changed() {
        if (waiting == 0 && !chosen.isEmpty()) {
            listeners.forEach(Runnable::run);
        }
    }

    private void refuse(ModelEntry entry, Throwable problem) {
        refused.accept(entry.name() + ": " + reason(problem));
        changed();
    }

    private static String reason(Throwable problem) {
        return problem.getMessage() == null ? problem.toString() : Problem.forWindow(problem);
    }
}
