package org.penumbra.experiment.strangers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.archive.Models;
import org.penumbra.experiment.About;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Needs;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.Report;

/** Models that ship against images of other kinds. A cell is a model and a set of unknown images, with all detectors. */
public record OutOfDistribution(ExperimentSettings settings) implements Experiment {

    /** For the catalogue. */
    public static final ExperimentKind KIND = new ExperimentKind(
            new About(
                    "out-of-distribution",
                    "Images of other kinds",
                    "Which detector tells images of a model's classes from images of quite other kinds, and which is never bad?",
                    "ours; the paper has none of it"),
            OutOfDistribution::new);

    private static final String MNIST = "mnist";
    private static final String FASHION = "fashion-mnist";
    private static final String DIGITS = "built-in-digits";

    private static final List<String> MODELS = List.of(
            "mnist-dae-sym", "mnist-dae-sym-clutter", "mnist-cnn", "fashion-mnist-dae-sym", "fashion-mnist-cnn");
    private static final int MOST = 10_000;
    private static final int QUICK_MOST = 500;
    private static final double SECONDS = 30;
    private static final double QUICK_SECONDS = 3;

    /**
     * What a cell is about.
     *
     * @param model   that ships
     * @param set     of unknown images, as it is named
     * @param id      of the cell
     * @param counted whether its images are certainly of no class; built-in digits are digits to a model of MNIST
     */
    record Place(String model, String set, String id, boolean counted) {

        /** The data set of the model. */
        String known() {
            return model.startsWith(FASHION) ? FASHION : MNIST;
        }
    }

    @Override
    public About about() {
        return KIND.about();
    }

    /** The models of the list that ship with this program. */
    List<String> models() {
        List<String> shipped = Models.names();
        return MODELS.stream().filter(shipped::contains).toList();
    }

    @Override
    public Needs needs() {
        return new Needs(List.of(MNIST, FASHION), models());
    }

    /** Images of each set at most. */
    int most() {
        return settings.quick() ? QUICK_MOST : MOST;
    }

    /** The sets that a model is measured against, by the names that "evaluate --unknown" takes. */
    private List<String> sets(String model) {
        List<String> sets = new ArrayList<>(
                List.of(model.startsWith(FASHION) ? MNIST : FASHION, "letters", "clutter", "noise", "blank", DIGITS));
        sets.addAll(settings.unknown());
        return sets;
    }

    /** What each cell is about. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (String model : models()) {
            List<String> sets = sets(model);
            int own = sets.size() - settings.unknown().size();
            for (int i = 0; i < sets.size(); i++) {
                String set = sets.get(i);
                places.add(new Place(
                        model,
                        set,
                        model + "-against-" + (i < own ? set : "further-" + (i - own + 1)),
                        !set.equals(DIGITS) || model.startsWith(FASHION)));
            }
        }
        return places;
    }

    @Override
    public List<Cell> cells() {
        return places().stream()
                .map(place ->
                        new Cell(place.id(), place.model(), place.set(), settings.quick() ? QUICK_SECONDS : SECONDS))
                .toList();
    }

    @Override
    public ObjectNode run(Cell cell, Workshop workshop, CellWatcher watcher) {
        Place place = cell.among(places(), Place::id);
        return new StrangersWork(this, place).run(workshop, watcher);
    }

    @Override
    public Report report(Results results) {
        return new StrangersFindings(this, results).report();
    }
}
