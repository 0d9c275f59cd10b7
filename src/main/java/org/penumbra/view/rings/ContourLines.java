package org.penumbra.view.rings;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import org.penumbra.data.Grid;
import org.penumbra.data.Region;
import org.penumbra.paint.Contours;
import org.penumbra.view.widget.Overlay;
import org.penumbra.view.widget.PlaneScale;

/** The border where the largest scaled output reaches tau: inside the program answers, outside it says "unknown". */
final class ContourLines implements Overlay {
    private static final Color HALO = Color.gray(0, 0.7);
    private static final Color CORE = Color.gray(1);

    private final Grid grid;
    private final List<float[]> lines;

    private ContourLines(Grid grid, List<float[]> lines) {
        this.grid = grid;
        this.lines = lines;
    }

    /**
     * Traces the border.
     *
     * @param grid       where the values lie
     * @param bestScaled max y~, one a cell
     * @param tau        the threshold
     */
    static ContourLines of(Grid grid, float[] bestScaled, double tau) {
        return new ContourLines(grid, Contours.lines(bestScaled, grid.columns(), grid.rows(), tau));
    }

    @Override
    public void draw(GraphicsContext graphics, PlaneScale scale) {
        Region region = grid.region();
        // From grid coordinates, whole numbers at the centres of cells, to pixels.
        double left = scale.screenX(grid.x(0));
        double top = scale.screenY(grid.y(0));
        double stepX = region.width() / grid.columns() * scale.width() / scale.region().width();
        double stepY = region.height() / grid.rows() * scale.height() / scale.region().height();
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        graphics.beginPath();
        for (float[] line : lines) {
            graphics.moveTo(left + line[0] * stepX, top + line[1] * stepY);
            for (int at = 2; at < line.length; at += 2) {
                graphics.lineTo(left + line[at] * stepX, top + line[at + 1] * stepY);
            }
        }
        graphics.setStroke(HALO);
        graphics.setLineWidth(3.6);
        graphics.stroke();
        graphics.setStroke(CORE);
        graphics.setLineWidth(1.6);
        graphics.stroke();
    }

    /** Number of separate lines. */
    int count() {
        return lines.size();
    }
}
