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
 * Turns steps and frames into points of the curves. Losses are means over all batches since the last point; accuracy
 * and AUROC cost a few milliseconds and are looked at four times a second at most.
 *
 * <p>The AUROC is that of the whole plane whatever part of it is shown, so that zooming does not bend the curves.
 */
final class RingsRecorder {

    private static final long INTERVAL = 250_000_000;
    /** Used when the frame shows another region; coarser than a frame, which it comes on top of. */
    private static final Grid WHOLE = new Grid(PlaneRegion.STANDARD, 100, 100);

    private final Consumer<RingsPoint> points;
    private final Interval interval = new Interval(INTERVAL);
    private final ConfidenceField field = new ConfidenceField();
    private PlaneTraining training;
    private int generation;
    private OnOff cells;
    private double classification;
    private double reconstruction;
    private int batches;

    /** @param points receives each point */
    RingsRecorder(Consumer<RingsPoint> points) {
        this.points = points;
    }

    void restart(int newGeneration, PlaneTraining newTraining) {
        generation = newGeneration;
        training = newTraining;
        cells = null;
        interval.end();
        forget();
    }

    void add(StepLosses losses) {
        classification += losses.classification();
        reconstruction += losses.reconstruction();
        batches++;
    }

    /** Adds a point if steps were taken since the last one and one is due. */
    void record(RingsFrame frame, ConfidenceSettings settings) {
        if (batches == 0 || !interval.isOver(System.nanoTime())) {
            return;
        }
        boolean whole = frame.grid().region().equals(PlaneRegion.STANDARD);
        Grid grid = whole ? frame.grid() : WHOLE;
        PlaneResponse response = whole ? frame.response() : training.respond(WHOLE.points(), WHOLE.size());
        if (cells == null || !cells.grid().equals(grid)) {
            cells = OnOff.of(grid, training.setup().data());
        }
        field.update(response, settings);
        points.accept(new RingsPoint(
                generation,
                frame.step(),
                classification / batches,
                reconstruction / batches,
                training.accuracy(),
                cells.auroc(field.withoutCurvature()),
                cells.auroc(field.confidence())));
        forget();
        interval.begin(System.nanoTime());
    }

    private void forget() {
        classification = 0;
        reconstruction = 0;
        batches = 0;
    }
}
