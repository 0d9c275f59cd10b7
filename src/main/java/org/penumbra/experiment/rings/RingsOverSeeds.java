package org.penumbra.experiment.rings;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.penumbra.experiment.report.Report;

/** The rings of the paper, trained from several seeds. A cell is a seed: it trains, fits all detectors and measures them. */
public record RingsOverSeeds(ExperimentSettings settings) implements Experiment {

    /** For the catalogue. */
    public static final ExperimentKind KIND = new ExperimentKind(
            new About(
                    "rings",
                    "Rings",
                    "Where in the plane is a classifier sure, and where are the confidence and other detectors?",
                    "the paper's example of three rings, with more detectors and seeds"),
            RingsOverSeeds::new);

    private static final int USUAL_REPEATS = 10;
    private static final int QUICK_REPEATS = 3;
    private static final int STEPS = 6000;
    private static final int QUICK_STEPS = 1500;
    private static final int COLUMNS = 200;
    private static final int QUICK_COLUMNS = 80;
    private static final double SECONDS = 12;
    private static final double QUICK_SECONDS = 4;

    @Override
    public About about() {
        return KIND.about();
    }

    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }

    /** Training steps. */
    int steps() {
        return settings.quick() ? QUICK_STEPS : STEPS;
    }

    /** Places that are judged, in each direction. */
    int columns() {
        return settings.quick() ? QUICK_COLUMNS : COLUMNS;
    }

    /** Seeds of the trainings, one after the other from that of the experiment. */
    List<Long> seeds() {
        return IntStream.range(0, settings.repeatsOr(settings.quick() ? QUICK_REPEATS : USUAL_REPEATS))
                .mapToObj(i -> settings.seed() + i)
                .toList();
    }

    /** The id of the cell of a repeat, from 0. */
    static String id(int repeat) {
        return "repeat-" + (repeat + 1);
    }

    /** The ids of all cells. */
    List<String> ids() {
        return IntStream.range(0, seeds().size()).mapToObj(RingsOverSeeds::id).toList();
    }

    @Override
    public List<Cell> cells() {
        return IntStream.range(0, seeds().size())
                .mapToObj(repeat -> new Cell(
                        id(repeat), "rings", "seed " + seeds().get(repeat), settings.quick() ? QUICK_SECONDS : SECONDS))
                .toList();
    }

    @Override
    public ObjectNode run(Cell cell, Workshop workshop, CellWatcher watcher) {
        int repeat = ids().indexOf(cell.among(ids(), id -> id));
        return new RingsWork(seeds().get(repeat), steps(), columns()).run(watcher);
    }

    @Override
    public Report report(Results results) {
        return new RingsFindings(this, results).report();
    }
}
