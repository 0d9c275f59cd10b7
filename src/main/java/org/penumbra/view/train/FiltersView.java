package org.penumbra.view.train;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.penumbra.paint.DivergingColours;
import org.penumbra.view.widget.PulseRedraw;
import org.penumbra.view.widget.ThemeColours;

/** Square kernels as tiles, each weight a square: blue below 0, orange above. */
final class FiltersView extends Region {

    private static final int SIDE = 5;
    private static final int WEIGHTS = SIDE * SIDE;
    private static final double GAP = 6;

    private final Canvas canvas = new Canvas();
    private final ThemeColours colours = new ThemeColours(this::changed);
    private final PulseRedraw redraw = new PulseRedraw(this, PulseRedraw.Moment.AFTER_LAYOUT, this::draw);
    private float[] filters = new float[0];
    private double most;

    FiltersView() {
        setMinSize(0, 0);
        getChildren().addAll(colours, canvas);
    }

    /** @param kernels n x 25, row by row */
    void show(float[] kernels) {
        filters = kernels;
        most = 0;
        for (float weight : kernels) {
            most = Math.max(most, Math.abs(weight));
        }
        changed();
    }

    /** The largest weight without its sign. */
    double most() {
        return most;
    }

    private void changed() {
        redraw.request();
    }

    private void draw() {
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        int count = filters.length / WEIGHTS;
        if (count == 0) {
            return;
        }
        int columns = columns(count);
        int rows = (count + columns - 1) / columns;
        double cell = cell(columns, rows);
        double tile = SIDE * cell + GAP;
        double left = Math.rint((getWidth() - columns * tile + GAP) / 2);
        double top = Math.rint((getHeight() - rows * tile + GAP) / 2);
        DivergingColours map = FiltersCard.about(colours.background());
        for (int i = 0; i < count; i++) {
            drawTile(to, map, i, left + i % columns * tile, top + i / columns * tile, cell);
        }
    }

    private void drawTile(GraphicsContext to, DivergingColours map, int filter, double x, double y, double cell) {
        for (int i = 0; i < WEIGHTS; i++) {
            int argb = map.argb(filters[filter * WEIGHTS + i] / most);
            to.setFill(Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255));
            to.fillRect(x + i % SIDE * cell, y + i / SIDE * cell, cell, cell);
        }
        to.setStroke(colours.border());
        to.setLineWidth(1);
        to.strokeRect(x - 0.5, y - 0.5, SIDE * cell + 1, SIDE * cell + 1);
    }

    /** As many as make the tiles largest, in few rows. */
    private int columns(int count) {
        int best = 1;
        for (int columns = 1; columns <= count; columns++) {
            if (cell(columns, (count + columns - 1) / columns) >= cell(best, (count + best - 1) / best)) {
                best = columns;
            }
        }
        return best;
    }

    /** Side of a weight's square, whole pixels. */
    private double cell(int columns, int rows) {
        double room = Math.min((getWidth() - 2 + GAP) / columns, (getHeight() - 2 + GAP) / rows);
        return Math.max(1, Math.floor((room - GAP) / SIDE));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.floor(getWidth()));
        canvas.setHeight(Math.floor(getHeight()));
        changed();
    }
}
