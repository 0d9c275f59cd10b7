package org.penumbra.experiment.openset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
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
 * Training on 1 to 10 classes and testing on all ten. A cell is a data set, a network, a number of classes and a repeat: it trains,
 * fits all detectors and measures them at once.
 */
public record OpenSet(ExperimentSettings settings) implements Experiment {

    /** For the catalogue. */
    public static final ExperimentKind KIND = new ExperimentKind(
            new About(
                    "open-set",
                    "Open set recognition",
                    "How well do networks that were trained on 1 to 10 classes answer \"unknown\" to the others?",
                    "the paper's figure of open set recognition, with more networks, detectors and measures"),
            OpenSet::new);

    /** Four passes over 55 000 images, as many steps for fewer classes. */
    private static final int STEPS = 1720;

    private static final int QUICK_STEPS = 250;
    private static final int USUAL_REPEATS = 3;
    private static final int CLASSES = 10;
    private static final List<Integer> QUICK_COUNTS = List.of(2, 6, CLASSES);
    private static final int FIT_IMAGES = 6000;
    private static final int QUICK_FIT_IMAGES = 1000;
    /** As measured on two shared cores; with a decoder a step takes about twice as long. */
    private static final double IMAGES_A_SECOND = 3000;
    /** Fits and answers to 10 000 test images. */
    private static final double SECONDS_OF_DETECTORS = 40;

    private static final double SECONDS_OF_ANSWERS = 5;

    @Override
    public About about() {
        return KIND.about();
    }

    @Override
    public Needs needs() {
        return TrainedSet.needs(settings.quick());
    }

    /** The numbers of classes that are trained on. */
    List<Integer> counts() {
        return settings.quick()
                ? QUICK_COUNTS
                : IntStream.rangeClosed(1, CLASSES).boxed().toList();
    }

    /** How often everything is repeated. */
    int repeats() {
        return settings.repeatsOr(settings.quick() ? 1 : USUAL_REPEATS);
    }

    /** Steps of a training, about. */
    int steps() {
        return settings.quick() ? QUICK_STEPS : STEPS;
    }

    /** Training images that detectors are fitted on at most. */
    int fitImages() {
        return settings.quick() ? QUICK_FIT_IMAGES : FIT_IMAGES;
    }

    @Override
    public List<Cell> cells() {
        return places().stream()
                .map(place -> new Cell(place.id(), place.row(), place.column(), seconds(place)))
                .toList();
    }

    /** What each cell is about. */
    List<OpenSetPlace> places() {
        List<OpenSetPlace> places = new ArrayList<>();
        for (TrainedSet data : TrainedSet.all(settings.quick())) {
            for (OpenSetNetwork network : OpenSetNetwork.values()) {
                for (int repeat = 0; repeat < repeats(); repeat++) {
                    for (int count : counts()) {
                        places.add(new OpenSetPlace(data, network, count, repeat));
                    }
                }
            }
        }
        return places;
    }

    private double seconds(OpenSetPlace place) {
        double training = (double) steps() * CellRecipe.BATCH / IMAGES_A_SECOND;
        double share = settings.quick() ? 0.1 : 1;
        return switch (place.network()) {
            case CNN -> training + share * SECONDS_OF_DETECTORS;
            case COOL -> training + share * SECONDS_OF_ANSWERS;
            case DAE -> 2 * training + share * SECONDS_OF_DETECTORS;
        };
    }

    @Override
    public ObjectNode run(Cell cell, Workshop workshop, CellWatcher watcher) {
        OpenSetPlace place = cell.among(places(), OpenSetPlace::id);
        return new OpenSetWork(settings, place, steps(), fitImages()).run(workshop, watcher);
    }

    @Override
    public Report report(Results results) {
        return new OpenSetFindings(this, results).report();
    }
}
