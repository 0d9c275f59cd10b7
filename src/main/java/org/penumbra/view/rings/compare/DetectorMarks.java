package org.penumbra.view.rings.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PointSet;
import org.penumbra.detector.Reason;
import org.penumbra.live.rings.compare.ComparedFrame;
import org.penumbra.view.widget.plot.Overlay;

/**
 * What is drawn over the picture of a detector for the place under the pointer, by what the detector is: its nearest training
 * points with lines to them. What has no place in the plane, such as distances in the code, is told in words.
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
        if (pointed.reason() instanceof Reason.Neighbours neighbours) {
            return Optional.of(neighbours(neighbours, pointed.place(), points));
        }
        return Optional.empty();
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
