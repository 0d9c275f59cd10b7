package org.penumbra.view.rings.field;

import java.util.Arrays;
import java.util.Optional;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Verdict;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.detector.confidence.FittedConfidence;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.net.plane.PlaneResponse;

/**
 * The numbers of the cell nearest to a place.
 *
 * @param position      the cell's centre, data units
 * @param probabilities y, one a class
 * @param error         {@code ||r(x) - x||}, data units
 * @param gamma         the curvature
 * @param verdict       what is answered there; it holds c~ and Gamma too
 */
public record CellReading(Position position, float[] probabilities, double error, double gamma, Verdict verdict) {

    /** Reads a frame; empty without a frame or a place, or where the place lies outside of the frame's region. */
    public static Optional<CellReading> at(RingsFrame frame, ConfidenceSettings settings, Position place) {
        if (frame == null || place == null || !frame.grid().region().contains(place.x(), place.y())) {
            return Optional.empty();
        }
        Grid grid = frame.grid();
        PlaneRegion region = grid.region();
        int column = nearest((place.x() - region.xMin()) / region.width(), grid.columns());
        int row = nearest((region.yMax() - place.y()) / region.height(), grid.rows());
        int cell = row * grid.columns() + column;
        PlaneResponse response = frame.response();
        float[] probabilities = Arrays.copyOfRange(
                response.probabilities(), cell * response.classes(), (cell + 1) * response.classes());
        double error = response.error()[cell];
        double gamma = response.gamma()[cell];
        return Optional.of(new CellReading(
                new Position(grid.x(column), grid.y(row)),
                probabilities,
                error,
                gamma,
                FittedConfidence.of(response.dimensions(), response.classes(), 1, settings)
                        .verdict(response.evidence(cell), 0, settings.tau())));
    }

    /** y~ of a class. */
    public double scaled(int classNumber) {
        return verdict.confidence() * probabilities[classNumber];
    }

    private static int nearest(double share, int cells) {
        return Math.min(cells - 1, Math.max(0, (int) Math.floor(share * cells)));
    }
}
