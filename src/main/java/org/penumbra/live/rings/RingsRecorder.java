package org.penumbra.live.rings;

import java.util.function.Consumer;
import org.penumbra.confidence.ConfidenceField;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.OnOff;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.live.engine.Interval;
import org.penumbra.net.StepLosses;
import org.penumbra.net.plane.PlaneResponse;
import org.penumbra.net.plane.PlaneTraining;

/**
 * Turns steps and frames into points of the curves. Losses are means over all batches since the last point, and over
 * {@value RecentLosses#FEWEST} batches where fewer have come; accuracy and AUROC cost a few milliseconds and are looked at four times a second at most.
 *
 * <p>The AUROC is that of the whole plane around the points, whatever part of it is shown, so that zooming does not bend the curves.
 */
final class RingsRecorder {

    private static final long INTERVAL = 250_000_000;
    /** Cells in each direction where the frame shows another region; coarser than a frame, which it comes on top of. */
    private static final int CELLS = 100;

    private final Consumer<RingsPoint> points;
    private final Interval interval = new Interval(INTERVAL);
    private final ConfidenceField field = new ConfidenceField();
    private PlaneTraining training;
    private int generation;
    private OnOff cells;
    private Grid whole;
    private final RecentLosses losses = new RecentLosses();

    /** @param points receives each point */
    RingsRecorder(Consumer<RingsPoint> points) {
        this.points = points;
    }

    void restart(int newGeneration, PlaneTraining newTraining) {
        generation = newGeneration;
        training = newTraining;
        cells = null;
        whole = new Grid(PlaneRegion.around(newTraining.points()), CELLS, CELLS);
        interval.end();
        losses.forget();
    }

    void add(StepLosses ofBatch) {
        losses.add(ofBatch);
    }

    /** The next frame brings a point, however soon it comes: it may be the last. */
    void pointDue() {
        interval.end();
    }

    /** Adds a point if steps were taken since the last one and one is due. */
    void record(RingsFrame frame, ConfidenceSettings settings) {
        if (losses.none() || !interval.isOver(System.nanoTime())) {
            return;
        }
        boolean whole = frame.grid().region().equals(this.whole.region());
        Grid grid = whole ? frame.grid() : this.whole;
        PlaneResponse response = whole ? frame.response() : training.respond(grid.points(), grid.size());
        if (cells == null || !cells.grid().equals(grid)) {
            cells = OnOff.of(grid, training.setup().data());
        }
        field.update(response, settings);
        points.accept(new RingsPoint(
                generation,
                frame.step(),
                losses.classification(),
                losses.reconstruction(),
                training.accuracy(),
                cells.auroc(field.withoutCurvature()),
                cells.auroc(field.confidence())));
        losses.shown();
        interval.begin(System.nanoTime());
    }
}
