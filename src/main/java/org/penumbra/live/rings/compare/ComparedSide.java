package org.penumbra.live.rings.compare;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.penumbra.confidence.PlaceFigures;
import org.penumbra.data.Problem;
import org.penumbra.data.plane.Grid;
import org.penumbra.detector.Detector;
import org.penumbra.detector.FitStopped;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.fitting.PlaneDetectors;
import org.penumbra.live.engine.Explanation;
import org.penumbra.net.Evidence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The detector of one side: what it was fitted on, and of what it has been asked since. A detector that looks at inputs alone
 * is fitted once a run and knows nothing of the training's steps; all others follow the moments. The picture is judged twice:
 * first on a coarse lattice, which is there soon, then cell by cell.
 */
final class ComparedSide {

    private static final Logger LOG = LoggerFactory.getLogger(ComparedSide.class);
    private static final Explanation EXPLANATION = new Explanation(
            "for this detector",
            "Take fewer points, or another detector.",
            "Change its settings, or choose another detector");

    /** Places judged between two looks at whether they are still wanted. */
    private static final int CHUNK = 2000;
    /** A picture so quick to judge is judged in full at once, nanoseconds. */
    private static final long QUICK = 30_000_000;
    /** Numbers of the code that are kept for the pointer, at most. */
    private static final int MOST_CODE = 2_000_000;
    /** How many cells of the picture lie in a cell of the lattice in each direction. */
    private static final int COARSER = 2;

    private static final Set<Evidence.Part> INPUTS = EnumSet.of(Evidence.Part.INPUTS);
    private static final float[] NOTHING = {};

    private final Side side;
    private final CompareDesk desk;
    private Detector detector;
    private Fitted fitted;
    private String problem = "";
    private double fitMillis;
    private long coarseNanos;
    /** What was last done for the present fit, and for what; null for not yet. */
    private Object fittedFor;

    /** The data of the last fit. */
    private Object fittedData;

    private Object coarseFor;
    private Object fineFor;
    private Object measuredFor;
    private PlaceFigures figures = PlaceFigures.NONE;
    private ComparedFrame shown;

    ComparedSide(Side side, CompareDesk desk) {
        this.side = side;
        this.desk = desk;
    }

    /** For which run a fit or a judgement holds: every step of it has its own where the network has a part in it. */
    private record For(Object detector, Object setup, Object grid, int generation, long step) {

        /** The same for any detector. */
        For data() {
            return new For(null, setup, grid, generation, step);
        }
    }

    /** What is to be done next for it. */
    enum Task {
        FIT,
        COARSE,
        MEASURE,
        FINE,
        NOTHING
    }

    /** Nothing is compared here. */
    void forget() {
        if (detector != null) {
            detector = null;
            fitted = null;
            fittedFor = null;
            shown = null;
            desk.forget(side);
        }
    }

    /**
     * What is to be done next.
     *
     * @param wanted what is to be fitted
     * @param newer  whether the training has gone on: then a picture that takes long stays coarse
     */
    Task next(Detector wanted, PlaneMoment moment, Grid grid, boolean newer) {
        if (!wanted.equals(detector) || !fitKey(wanted, moment).equals(fittedFor)) {
            return Task.FIT;
        }
        if (fitted == null) {
            return Task.NOTHING;
        }
        if (!judgeKey(moment, grid).equals(coarseFor)) {
            return Task.COARSE;
        }
        if (!judgeKey(moment, null).equals(measuredFor)) {
            return Task.MEASURE;
        }
        boolean fine = !newer || !follows(fitted.needs()) || COARSER * COARSER * coarseNanos < QUICK;
        return fine && !judgeKey(moment, grid).equals(fineFor) ? Task.FINE : Task.NOTHING;
    }

    /** Does one of its tasks. */
    void work(Task task, Detector wanted, NetworkCopy network, Grid grid) {
        try {
            switch (task) {
                case FIT -> fit(wanted, network, grid);
                case COARSE -> coarse(network, grid);
                case MEASURE -> measure(network);
                case FINE -> fine(network, grid);
                case NOTHING -> {}
            }
        } catch (FitStopped stopped) {
            LOG.debug("{} is no longer wanted", wanted.about().id());
        } finally {
            desk.fitting(side, Double.NaN);
        }
    }

    /** Something unforeseen went wrong; it is told, and not tried again for the same. */
    void fail(Detector wanted, PlaneMoment moment, Grid grid, Throwable cause) {
        LOG.error("Comparing {} failed", wanted.about().id(), cause);
        refuse(wanted, moment, grid, EXPLANATION.of("It could not be compared", cause));
    }

    private void fit(Detector wanted, NetworkCopy network, Grid grid) {
        PlaneMoment moment = network.moment();
        FitWatcher watcher = desk.watcher(side, wanted, moment.generation());
        watcher.at(0);
        long start = System.nanoTime();
        try {
            Optional<Fitted> moved = fitKey(wanted, moment).data().equals(fittedData)
                    ? MovedPlanes.of(detector, fitted, wanted)
                    : Optional.empty();
            Fitted result = moved.isPresent()
                    ? moved.get()
                    : ofThese(wanted, moment).fit(network.fitData(wanted.needs()), watcher);
            fittedData = fitKey(wanted, moment).data();
            detector = wanted;
            fitted = result;
            fittedFor = fitKey(wanted, moment);
            fitMillis = (System.nanoTime() - start) / 1e6;
            problem = "";
            coarseFor = null;
            fineFor = null;
            measuredFor = null;
        } catch (Problem found) {
            refuse(wanted, moment, grid, found.inWindow());
        }
    }

    /** A detector that knows what the data are is that of the run's. */
    private static Detector ofThese(Detector wanted, PlaneMoment moment) {
        return PlaneDetectors.of(wanted, moment.setup().data());
    }

    private void refuse(Detector wanted, PlaneMoment moment, Grid grid, String words) {
        detector = wanted;
        fitted = null;
        fittedFor = fitKey(wanted, moment);
        problem = words;
        figures = PlaceFigures.NONE;
        show(moment, grid, NOTHING, grid, Evidence.of(0, 2, moment.points().classes()));
    }

    private void coarse(NetworkCopy network, Grid grid) {
        PlaneMoment moment = network.moment();
        Grid lattice = lattice(grid, network);
        long start = System.nanoTime();
        Evidence places = network.evidence(lattice, fitted.needs());
        Judged judged = judge(moment, lattice, (from, rows) -> EvidenceRows.of(places, from, rows));
        coarseNanos = System.nanoTime() - start;
        coarseFor = judgeKey(moment, grid);
        if (lattice.equals(network.measure().grid())) {
            figures = network.measure().figures(judged.ranking(), judged.acceptance());
            measuredFor = judgeKey(moment, null);
        } else if (follows(fitted.needs())) {
            figures = PlaceFigures.NONE;
        }
        show(moment, lattice, judged.pixels(), lattice, places);
    }

    private void measure(NetworkCopy network) {
        PlaneMoment moment = network.moment();
        Grid grid = network.measure().grid();
        Judged judged = judge(moment, grid, evidence(network, grid));
        figures = network.measure().figures(judged.ranking(), judged.acceptance());
        measuredFor = judgeKey(moment, null);
        show(moment, shown.grid(), shown.acceptance(), shown.lattice(), shown.places());
    }

    private void fine(NetworkCopy network, Grid grid) {
        PlaneMoment moment = network.moment();
        Judged judged = judge(moment, grid, evidence(network, grid));
        fineFor = judgeKey(moment, grid);
        show(moment, grid, judged.pixels(), shown.lattice(), shown.places());
    }

    private void show(PlaneMoment moment, Grid grid, float[] acceptance, Grid lattice, Evidence places) {
        shown = new ComparedFrame(
                side,
                moment.generation(),
                moment.step(),
                detector,
                Optional.ofNullable(fitted),
                grid,
                acceptance,
                lattice,
                places,
                moment.points(),
                figures,
                fitMillis,
                problem);
        desk.show(shown);
    }

    /** What is said of a grid's cells. */
    private record Judged(double[] acceptance, double[] ranking) {

        float[] pixels() {
            float[] pixels = new float[acceptance.length];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (float) acceptance[i];
            }
            return pixels;
        }
    }

    /** Some of the cells, as what is known of them. */
    private interface Cells {
        Evidence of(int from, int rows);
    }

    private Cells evidence(NetworkCopy network, Grid grid) {
        float[] points = grid.points();
        Set<Evidence.Part> parts = fitted.needs();
        return (from, rows) -> network.evidence(points, from, rows, parts);
    }

    private Judged judge(PlaneMoment moment, Grid grid, Cells cells) {
        FitWatcher watcher = desk.watcher(side, detector, moment.generation());
        Judged judged = new Judged(new double[grid.size()], new double[grid.size()]);
        for (int from = 0; from < grid.size(); from += CHUNK) {
            watcher.at(1);
            int rows = Math.min(CHUNK, grid.size() - from);
            Opinion opinion = fitted.judge(cells.of(from, rows));
            System.arraycopy(opinion.acceptance(), 0, judged.acceptance(), from, rows);
            System.arraycopy(opinion.ranking(), 0, judged.ranking(), from, rows);
        }
        return judged;
    }

    /** A coarser raster of the same region; coarser still where so long a code of every cell would fill the memory. */
    private Grid lattice(Grid grid, NetworkCopy network) {
        int coarser = COARSER;
        boolean code = fitted.needs().contains(Evidence.Part.CODE);
        while (code && (long) grid.size() / (coarser * coarser) * network.codeWidth() > MOST_CODE) {
            coarser *= 2;
        }
        return new Grid(grid.region(), Math.max(1, grid.columns() / coarser), Math.max(1, grid.rows() / coarser));
    }

    private static boolean follows(Set<Evidence.Part> parts) {
        return !INPUTS.containsAll(parts);
    }

    private static For fitKey(Detector wanted, PlaneMoment moment) {
        return follows(wanted.needs())
                ? new For(wanted, null, null, moment.generation(), moment.step())
                : new For(wanted, moment.setup(), null, 0, 0);
    }

    private For judgeKey(PlaneMoment moment, Grid grid) {
        return new For(null, null, grid, moment.generation(), follows(fitted.needs()) ? moment.step() : 0);
    }
}
