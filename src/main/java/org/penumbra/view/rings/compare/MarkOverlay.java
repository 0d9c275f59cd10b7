package org.penumbra.view.rings.compare;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.paint.ClassColours;
import org.penumbra.view.widget.Argb;
import org.penumbra.view.widget.plot.Overlay;
import org.penumbra.view.widget.plot.PlaneScale;

/**
 * What a detector looks at, over its picture: rings round points, lines to them, and lines that have no end. Each is light with a
 * dark halo, so that it shows on any colour.
 *
 * @param rings    round points
 * @param segments lines between two places
 * @param planes   lines without an end
 */
record MarkOverlay(List<Ring> rings, List<Segment> segments, List<Plane> planes) implements Overlay {

    private static final double RADIUS = 4;
    private static final Color HALO = Color.gray(0, 0.6);
    private static final Color CORE = Color.gray(1, 0.95);
    private static final double HALO_WIDTH = 3;
    private static final double CORE_WIDTH = 1.2;
    private static final double CLASS_WIDTH = 2;

    /** A ring round a point. @param label the point's class, in whose colour it is filled */
    record Ring(Position place, int label) {}

    /** A line between two places. */
    record Segment(Position from, Position to) {}

    /**
     * All places where {@code normalX x + normalY y = offset}.
     *
     * @param label the class whose plane it is
     */
    record Plane(double normalX, double normalY, double offset, int label) {}

    MarkOverlay {
        rings = List.copyOf(rings);
        segments = List.copyOf(segments);
        planes = List.copyOf(planes);
    }

    @Override
    public void draw(GraphicsContext graphics, PlaneScale scale) {
        graphics.setLineCap(StrokeLineCap.ROUND);
        graphics.beginPath();
        segments.forEach(line -> line(graphics, scale, line.from(), line.to()));
        stroke(graphics, CORE, CORE_WIDTH);
        for (Plane plane : planes) {
            graphics.beginPath();
            endless(graphics, scale, plane);
            stroke(graphics, Argb.colour(ClassColours.argb(plane.label())), CLASS_WIDTH);
        }
        for (Ring ring : rings) {
            double x = scale.screenX(ring.place().x());
            double y = scale.screenY(ring.place().y());
            graphics.setFill(Argb.colour(ClassColours.argb(ring.label())));
            graphics.fillOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
            graphics.setStroke(HALO);
            graphics.setLineWidth(HALO_WIDTH);
            graphics.strokeOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
            graphics.setStroke(CORE);
            graphics.setLineWidth(CORE_WIDTH);
            graphics.strokeOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        }
    }

    private static void stroke(GraphicsContext graphics, Color core, double width) {
        graphics.setStroke(HALO);
        graphics.setLineWidth(width + HALO_WIDTH - CORE_WIDTH);
        graphics.stroke();
        graphics.setStroke(core);
        graphics.setLineWidth(width);
        graphics.stroke();
    }

    private static void line(GraphicsContext graphics, PlaneScale scale, Position from, Position to) {
        graphics.moveTo(scale.screenX(from.x()), scale.screenY(from.y()));
        graphics.lineTo(scale.screenX(to.x()), scale.screenY(to.y()));
    }

    /** A line that leaves the picture at both ends, where it comes near it at all. */
    private static void endless(GraphicsContext graphics, PlaneScale scale, Plane plane) {
        double length = Math.hypot(plane.normalX(), plane.normalY());
        PlaneRegion region = scale.region();
        double reach = region.width() + region.height();
        Position middle = new Position((region.xMin() + region.xMax()) / 2, (region.yMin() + region.yMax()) / 2);
        double away = (plane.offset() - plane.normalX() * middle.x() - plane.normalY() * middle.y()) / length;
        // A weight of 0 makes no plane, and one far away is not seen.
        if (!(Math.abs(away) < reach)) {
            return;
        }
        double unitX = plane.normalX() / length;
        double unitY = plane.normalY() / length;
        double footX = middle.x() + away * unitX;
        double footY = middle.y() + away * unitY;
        line(
                graphics,
                scale,
                new Position(footX - reach * unitY, footY + reach * unitX),
                new Position(footX + reach * unitY, footY - reach * unitX));
    }
}
