package org.penumbra.view.rings.compare;

import java.util.EnumSet;
import java.util.Optional;
import org.penumbra.confidence.Verdict;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.live.rings.compare.ComparedFrame;
import org.penumbra.net.Evidence;

/**
 * What a fitted detector says of a place. One that looks at inputs alone is asked for the place itself; for all others the
 * nearest cell of the frame's lattice stands for it, as only the engine may ask the network.
 *
 * @param fitted   the detector
 * @param evidence of the place alone
 * @param place    it was asked for, data units
 */
record PointedPlace(Fitted fitted, Evidence evidence, Position place) {

    /** Empty where the detector could not be fitted, without a place, and outside of what the frame knows. */
    static Optional<PointedPlace> of(ComparedFrame frame, Position place) {
        if (frame.fitted().isEmpty() || place == null) {
            return Optional.empty();
        }
        Fitted fitted = frame.fitted().get();
        if (EnumSet.of(Evidence.Part.INPUTS).containsAll(fitted.needs())) {
            Evidence here = Evidence.of(1, 2, frame.places().classes())
                    .withInputs(new float[] {(float) place.x(), (float) place.y()});
            return Optional.of(new PointedPlace(fitted, here, place));
        }
        Grid lattice = frame.lattice();
        if (!lattice.region().contains(place.x(), place.y())) {
            return Optional.empty();
        }
        int cell = cell(lattice, place);
        Position at = new Position(lattice.x(cell % lattice.columns()), lattice.y(cell / lattice.columns()));
        return Optional.of(new PointedPlace(fitted, frame.places().row(cell), at));
    }

    /** The cell of a grid nearest to a place of its region. */
    static int cell(Grid grid, Position place) {
        PlaneRegion region = grid.region();
        int column = nearest((place.x() - region.xMin()) / region.width(), grid.columns());
        int row = nearest((region.yMax() - place.y()) / region.height(), grid.rows());
        return row * grid.columns() + column;
    }

    private static int nearest(double share, int cells) {
        return Math.min(cells - 1, Math.max(0, (int) Math.floor(share * cells)));
    }

    Reason reason() {
        return fitted.reason(evidence, 0);
    }

    /** The answer at the threshold that is usual for the detector. Where the classifier was not asked, it has no part in it. */
    Verdict verdict() {
        double tau = fitted.about().usualTau();
        if (evidence.has(Evidence.Part.SCORES)) {
            return fitted.verdict(evidence, 0, tau);
        }
        Opinion opinion = fitted.judge(evidence);
        return new Verdict(opinion.answer(0), opinion.acceptance()[0], tau, 1, opinion.acceptance()[0], 1);
    }
}
