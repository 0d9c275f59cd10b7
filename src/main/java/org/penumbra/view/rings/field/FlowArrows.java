package org.penumbra.view.rings.field;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.penumbra.data.plane.Grid;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.view.widget.plot.Overlay;
import org.penumbra.view.widget.plot.PlaneScale;

/**
 * Arrows of r(x) - x, which points the way the log-density grows, on a lattice of every tenth cell or so. They start at
 * their cell. Their length grows with that of r(x) - x, twofold where it is short and ever less, so that no arrow
 * reaches its neighbour.
 */
public final class FlowArrows implements Overlay {
    /** Arrows from side to side of the picture. */
    private static final int ACROSS = 20;

    private static final double SHORTEST = 2.5;
    private static final double HEAD = 3.6;
    private static final Color HALO = Color.gray(0, 0.55);
    private static final Color CORE = Color.gray(1, 0.95);

    /** Lattice points and displacements, four numbers an arrow: x, y, dx, dy in data units. */
    private final float[] arrows;

    private final double spacing;

    private FlowArrows(float[] arrows, double spacing) {
        this.arrows = arrows;
        this.spacing = spacing;
    }

    /** The arrows of a frame. */
    public static FlowArrows of(RingsFrame frame) {
        Grid grid = frame.grid();
        int every = Math.max(1, Math.min(grid.columns(), grid.rows()) / ACROSS);
        int columns = (grid.columns() - every / 2 + every - 1) / every;
        int rows = (grid.rows() - every / 2 + every - 1) / every;
        float[] arrows = new float[4 * columns * rows];
        float[] reconstruction = frame.response().reconstruction();
        int at = 0;
        for (int row = every / 2; row < grid.rows(); row += every) {
            for (int column = every / 2; column < grid.columns(); column += every) {
                int cell = row * grid.columns() + column;
                arrows[at] = (float) grid.x(column);
                arrows[at + 1] = (float) grid.y(row);
                arrows[at + 2] = reconstruction[2 * cell] - arrows[at];
                arrows[at + 3] = reconstruction[2 * cell + 1] - arrows[at + 1];
                at += 4;
            }
        }
        return new FlowArrows(arrows, every * grid.region().width() / grid.columns());
    }

    @Override
    public void draw(GraphicsContext graphics, PlaneScale scale) {
        graphics.setLineCap(StrokeLineCap.ROUND);
        graphics.beginPath();
        for (int at = 0; at < arrows.length; at += 4) {
            trace(graphics, scale, at);
        }
        graphics.setStroke(HALO);
        graphics.setLineWidth(2.6);
        graphics.stroke();
        graphics.setStroke(CORE);
        graphics.setLineWidth(1.1);
        graphics.stroke();
    }

    /** Adds an arrow to the path, unless it is too short to be seen or not a number. */
    private void trace(GraphicsContext graphics, PlaneScale scale, int at) {
        double length = Math.hypot(arrows[at + 2], arrows[at + 3]);
        double pixels = shownLength(length) * scale.width() / scale.region().width();
        if (!(pixels >= SHORTEST)) {
            return;
        }
        double unitX = arrows[at + 2] / length;
        double unitY = -arrows[at + 3] / length;
        double tailX = scale.screenX(arrows[at]);
        double tailY = scale.screenY(arrows[at + 1]);
        if (tailX < -pixels || tailY < -pixels || tailX > scale.width() + pixels || tailY > scale.height() + pixels) {
            return;
        }
        double tipX = tailX + unitX * pixels;
        double tipY = tailY + unitY * pixels;
        double head = Math.min(HEAD, pixels * 0.6);
        graphics.moveTo(tailX, tailY);
        graphics.lineTo(tipX, tipY);
        graphics.moveTo(tipX - head * (unitX + 0.6 * unitY), tipY - head * (unitY - 0.6 * unitX));
        graphics.lineTo(tipX, tipY);
        graphics.lineTo(tipX - head * (unitX - 0.6 * unitY), tipY - head * (unitY + 0.6 * unitX));
    }

    /** The arrows as they are drawn: x and y of the tail, x and y of the tip, data units. */
    float[] ends() {
        float[] ends = arrows.clone();
        for (int at = 0; at < ends.length; at += 4) {
            double length = Math.hypot(arrows[at + 2], arrows[at + 3]);
            double share = length > 0 ? shownLength(length) / length : 0;
            ends[at + 2] = (float) (arrows[at] + share * arrows[at + 2]);
            ends[at + 3] = (float) (arrows[at + 1] + share * arrows[at + 3]);
        }
        return ends;
    }

    /** How long an arrow is drawn, data units: below the lattice's spacing however long r(x) - x is. */
    double shownLength(double length) {
        return Double.isInfinite(length) ? Double.NaN : 0.9 * spacing * length / (length + 0.45 * spacing);
    }

    /** Number of arrows. */
    int count() {
        return arrows.length / 4;
    }
}
