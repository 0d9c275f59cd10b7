package org.penumbra.view.rings.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PointSet;
import org.penumbra.detector.Features;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Reason;
import org.penumbra.detector.svm.DecisionFunctions;
import org.penumbra.detector.svm.FittedOneClassSvm;
import org.penumbra.detector.svm.FittedOneVsSet;
import org.penumbra.detector.svm.FittedWSvm;
import org.penumbra.detector.svm.LinearFunctions;
import org.penumbra.live.rings.compare.ComparedFrame;
import org.penumbra.view.widget.plot.Overlay;

/**
 * What is drawn over the picture of a detector for the place under the pointer, by what the detector is: the nearest training
 * points with lines to them, the support vectors of the boundary that holds the place best, the planes of every class. What has
 * no place in the plane, such as distances in the code, is told in words.
 */
final class DetectorMarks {

    private record Seen(ComparedFrame frame, Position place) {}

    private Seen seen;
    private MarkOverlay marks;

    /**
     * Looks at a place.
     *
     * @param place null for none
     * @return whether what is to be drawn has changed
     */
    boolean point(ComparedFrame frame, Position place) {
        Seen now = new Seen(frame, place);
        if (seen != null && seen.frame() == frame && now.equals(seen)) {
            return false;
        }
        MarkOverlay before = marks;
        seen = now;
        marks = PointedPlace.of(frame, place)
                .flatMap(pointed -> of(pointed, frame))
                .orElse(null);
        return marks != null || before != null;
    }

    /** Nothing is marked any more. @return whether anything was */
    boolean clear() {
        boolean were = marks != null;
        seen = null;
        marks = null;
        return were;
    }

    /** The marks over another overlay; either may be missing. */
    Overlay over(Overlay below) {
        MarkOverlay above = marks;
        if (above == null || below == null) {
            return above == null ? below : above;
        }
        return (graphics, scale) -> {
            below.draw(graphics, scale);
            above.draw(graphics, scale);
        };
    }

    private static Optional<MarkOverlay> of(PointedPlace pointed, ComparedFrame frame) {
        PointSet points = frame.points();
        Fitted fitted = pointed.fitted();
        // A chain rather than a switch, as Java 17 has no patterns in it.
        if (fitted instanceof FittedOneVsSet slabs) {
            return Optional.of(
                    slabs.detector().features() == Features.INPUTS
                            ? planes(slabs)
                            : support(slabs.functions(), pointed, points));
        } else if (fitted instanceof FittedOneClassSvm boundaries) {
            return Optional.of(support(boundaries.functions(), pointed, points));
        } else if (fitted instanceof FittedWSvm machines) {
            return Optional.of(support(machines.functions(), pointed, points));
        } else if (pointed.reason() instanceof Reason.Neighbours neighbours) {
            return Optional.of(neighbours(neighbours, pointed.place(), points));
        }
        return Optional.empty();
    }

    /** Two parallel lines a class, without an end. */
    private static MarkOverlay planes(FittedOneVsSet slabs) {
        LinearFunctions functions = slabs.functions();
        List<MarkOverlay.Plane> planes = new ArrayList<>();
        for (int label = 0; label < slabs.classes(); label++) {
            double weightX = functions.weights()[2 * label];
            double weightY = functions.weights()[2 * label + 1];
            double rho = functions.rho()[label];
            planes.add(new MarkOverlay.Plane(weightX, weightY, rho + slabs.near(label), label));
            planes.add(new MarkOverlay.Plane(weightX, weightY, rho + slabs.far(label), label));
        }
        return new MarkOverlay(List.of(), List.of(), planes);
    }

    /** The points that hold up the boundary of the class that the reason names. */
    private static MarkOverlay support(DecisionFunctions functions, PointedPlace pointed, PointSet points) {
        int nearest = 0;
        if (pointed.reason() instanceof Reason.Boundary boundary) {
            nearest = Math.max(0, boundary.nearest());
        } else if (pointed.reason() instanceof Reason.Slab slab) {
            nearest = slab.nearest();
        } else if (pointed.reason() instanceof Reason.Tails tails) {
            // The boundaries of the classes stand behind the machines that tell each from the others.
            nearest = functions.count() / 2 + tails.likeliest();
        }
        List<MarkOverlay.Ring> rings = new ArrayList<>();
        for (int row : functions.support(nearest)) {
            rings.add(new MarkOverlay.Ring(new Position(points.x(row), points.y(row)), points.labels()[row]));
        }
        return new MarkOverlay(rings, List.of(), List.of());
    }

    private static MarkOverlay neighbours(Reason.Neighbours nearest, Position place, PointSet points) {
        List<MarkOverlay.Ring> rings = new ArrayList<>();
        List<MarkOverlay.Segment> lines = new ArrayList<>();
        for (int row : nearest.rows()) {
            Position point = new Position(points.x(row), points.y(row));
            rings.add(new MarkOverlay.Ring(point, points.labels()[row]));
            lines.add(new MarkOverlay.Segment(place, point));
        }
        return new MarkOverlay(rings, lines, List.of());
    }
}
