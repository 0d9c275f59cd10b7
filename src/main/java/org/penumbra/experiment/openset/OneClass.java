package org.penumbra.experiment.openset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.penumbra.experiment.About;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Needs;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.measure.CellRecipe;
import org.penumbra.experiment.report.Report;

/**
 * Training on one class and telling it from the nine others. A cell is a data set, a class and a repeat: it trains an autoencoder,
 * fits the detectors that need no classifier, and measures all.
 */
public record OneClass(ExperimentSettings settings) implements Experiment {

    /** For the catalogue. */
    public static final ExperimentKind KIND = new ExperimentKind(
            new About(
                    "one-class",
                    "One-class recognition",
                    "How well does an autoencoder that was trained on one class tell it from the nine others?",
                    "the paper's figure of one-class recognition, with more detectors"),
            OneClass::new);

    private static final int CLASSES = 10;
    private static final List<Integer> QUICK_CLASSES = List.of(0, 3, 8);
    private static final int STEPS = 800;

    private static final int QUICK_STEPS = 200;
    private static final double IMAGES_A_SECOND = 1500;
    private static final double SECONDS_OF_DETECTORS = 50;

    /** What a cell is about. */
    record Place(TrainedSet data, int label, int repeat) {

        String id() {
            return String.format(Locale.ROOT, "%s-class-%d-r%d", data.name(), label, repeat + 1);
        }
    }

    @Override
    public About about() {
        return KIND.about();
    }

    @Override
    public Needs needs() {
        return TrainedSet.needs(settings.quick());
    }

    /** Classes that are trained on, one at a time. */
    List<Integer> labels() {
        return settings.quick()
                ? QUICK_CLASSES
                : IntStream.range(0, CLASSES).boxed().toList();
    }

    /** How often everything is repeated. */
    int repeats() {
        return settings.repeatsOr(1);
    }

    /** Steps of a training, about. */
    int steps() {
        return settings.quick() ? QUICK_STEPS : STEPS;
    }

    /** What each cell is about. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (TrainedSet data : TrainedSet.all(settings.quick())) {
            for (int repeat = 0; repeat < repeats(); repeat++) {
                for (int label : labels()) {
                    places.add(new Place(data, label, repeat));
                }
            }
        }
        return places;
    }

    @Override
    public List<Cell> cells() {
        double seconds =
                (double) steps() * CellRecipe.BATCH / IMAGES_A_SECOND + (settings.quick() ? 2 : SECONDS_OF_DETECTORS);
        return places().stream()
                .map(place -> new Cell(
                        place.id(),
                        place.data().title() + (repeats() == 1 ? "" : ", repeat " + (place.repeat() + 1)),
                        "class " + place.label(),
                        seconds))
                .toList();
    }

    @Override
    public ObjectNode run(Cell cell, Workshop workshop, CellWatcher watcher) {
        Place place = cell.among(places(), Place::id);
        return new OneClassWork(settings, place, steps()).run(workshop, watcher);
    }

    @Override
    public Report report(Results results) {
        return new OneClassFindings(this, results).report();
    }
}
